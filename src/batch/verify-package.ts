import { createReadStream, existsSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { dataPackageFile, ownDescription } from '../document/own-export.js';
import { splitLines } from '../input/lines.js';
import { shapeOf, toClause } from '../text/shape.js';
import { checkSpans, readTexts } from './check-spans.js';
import { checkReferences, checkRows, type Keys, keyName, type PackageTable } from './check-table.js';
import { hashFile } from './file-hash.js';
import { readJson } from './reading.js';
import { type TableSchema, tableSchemaSchema } from './table-schema.js';
import { UserError } from './user-error.js';

/** What was found in a data package: files and rows that were looked at, and each fault in a sentence. */
export interface PackageVerdict {
  readonly files: number;
  readonly rows: number;
  readonly differences: readonly string[];
}

const resourceSchema = z.object({
  name: z.string(),
  path: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => (Array.isArray(value) ? value : [value])),
  format: z.string().optional(),
  bytes: z.number().optional(),
  hash: z.string().nullish(),
  /** Of a table in parts, what `bytes` and `hash` are of each of them: wenmai's own word. */
  files: z.array(z.object({ path: z.string(), bytes: z.number(), hash: z.string() })).default([]),
  /** wenmai's own word; frictionless writes all three in `stats`. */
  rows: z.number().optional(),
  /** The same of what is no table. */
  records: z.number().optional(),
  stats: z.object({ bytes: z.number(), hash: z.string(), rows: z.number() }).partial().default({}),
  encoding: z.string().default('utf-8'),
  dialect: z.object({ delimiter: z.string(), quoteChar: z.string(), header: z.boolean() }).partial().default({}),
  schema: z.union([tableSchemaSchema, z.string()]).optional(),
});
type Resource = z.infer<typeof resourceSchema>;
const packageSchema = z.object({ resources: z.array(resourceSchema).min(1), wenmai: z.unknown().optional() });

const hashLengths: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

/** Whether the package says that `wenmai annotate` made it, and so can be made again; an engine makes others. */
export function canMakeAgain(directory: string): boolean {
  const description = ownDescription(directory);
  return description !== null && description.wenmai.engine === undefined;
}

/**
 * Checks a data package against its own description, whoever made it: that its files are there, their bytes, hashes and
 * numbers of rows, and of CSV and Parquet tables the header, the types and constraints of all cells, primary and foreign keys;
 * of what wenmai made also that every span cuts its text out of the document.
 *
 * @throws UserError if there is no description, or none of a data package.
 */
export async function verifyPackage(directory: string, shown: string): Promise<PackageVerdict> {
  const { resources, wenmai } = readDescription(directory, shown);
  const differences = [...namesakes(resources)];
  const tables: PackageTable[] = [];
  for (const resource of resources) {
    const table = tableOf(resource, directory);
    if (typeof table === 'string') differences.push(table);
    else if (table !== null) tables.push(table);
  }
  const keys: Keys = new Map();
  for (const { name, schema } of tables)
    for (const { reference } of schema.foreignKeys)
      keys.set(keyName(reference.resource === '' ? name : reference.resource, reference.fields), new Set());
  const readable = new Set<string>();
  let rows = 0;
  for (const resource of resources) {
    const faults = resource.path.flatMap((path) => fileFaults(path, resource, directory));
    differences.push(...faults);
    if (!resource.path.every((path) => isInside(path) && isFile(join(directory, path)))) continue;
    const table = tables.find(({ name }) => name === resource.name);
    const result = table === undefined ? await countLines(resource, directory) : await checkRows(table, keys);
    if (table !== undefined && result.rows !== null) readable.add(table.name);
    differences.push(...result.faults);
    rows += result.rows ?? 0;
    const told = resource.rows ?? resource.records ?? resource.stats.rows;
    if (result.rows !== null && told !== undefined && told !== result.rows)
      differences.push(`${resource.name} has ${result.rows} rows, and ${told} are told`);
  }
  const known = new Set(resources.map(({ name }) => name));
  // A table that could not be read has been told of; whether something refers to its rows cannot be said.
  for (const table of tables) differences.push(...(await checkReferences(table, keys, known, readable)));
  const documents = wenmai === undefined ? undefined : tables.find(({ name }) => name === 'documents');
  // A table that cannot be read has been told of, and its spans with it.
  if (documents !== undefined && differences.length === 0) {
    const texts = await readTexts(documents);
    for (const table of tables) differences.push(...(await checkSpans(table, texts)));
  }
  return { files: resources.flatMap(({ path }) => path).length, rows, differences };
}

function readDescription(directory: string, shown: string): z.infer<typeof packageSchema> {
  const path = join(directory, dataPackageFile);
  if (!existsSync(path)) throw new UserError(`${shown} holds no data package: there is no ${dataPackageFile}.`, 2);
  const described = `${shown}/${dataPackageFile}`;
  const shaped = shapeOf(packageSchema, readJson(path, described));
  if (shaped.fault === undefined) return shaped.value;
  throw new UserError(`${described} describes no data package: ${toClause(shaped.fault)}.`);
}

/** Names that two resources have: by them tables refer to each other. */
function namesakes(resources: readonly Resource[]): string[] {
  const names = resources.map(({ name }) => name);
  return [...new Set(names.filter((name, i) => names.indexOf(name) < i))].map(
    (name) => `two resources are called ${name}; give each a name of its own`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** A path that stays in the package, as the specification demands. */
function isInside(path: string): boolean {
  return !isAbsolute(path) && !/^[a-z]+:/i.test(path) && !normalize(path).split(/[\\/]/).includes('..');
}

function fileFaults(path: string, resource: Resource, directory: string): string[] {
  if (!isInside(path)) return [`${path} is outside of the package and was not looked at`];
  const file = join(directory, path);
  if (!existsSync(file)) return [`${path} is missing`];
  if (!isFile(file)) return [`${path} is no file`];
  const part = resource.files.find((one) => one.path === path);
  if (part === undefined && resource.path.length > 1) return [];
  const { bytes = resource.stats.bytes, hash = resource.stats.hash } = part ?? resource;
  const size = statSync(file).size;
  if (bytes !== undefined && bytes !== size) return [`${path} has ${size} bytes, and ${bytes} are told`];
  if (hash === undefined || hash === null) return [];
  const [, named, digest = ''] = /^(?:([a-z0-9-]+):)?([0-9a-f]+)$/i.exec(hash) ?? [];
  const algorithm = (named ?? hashLengths[digest.length] ?? '').toLowerCase();
  if (!['md5', 'sha1', 'sha256', 'sha512'].includes(algorithm)) return [`the hash of ${path} is of no known kind`];
  const now = hashFile(file, algorithm);
  return now === digest.toLowerCase() ? [] : [`${path} was changed: its ${algorithm} is not the one that is told`];
}

/** The resource as a table that is checked, null if it is none (CSV in one file, or Parquet), or what is wrong with its schema. */
function tableOf(resource: Resource, directory: string): PackageTable | string | null {
  const { name, path, schema, dialect } = resource;
  const format = (resource.format ?? (path[0]?.split('.').at(-1) || '')).toLowerCase();
  const isTable = (format === 'csv' && path.length === 1) || (format === 'parquet' && path.length > 0);
  if (schema === undefined || !isTable || !path.every(isInside)) return null;
  const read = typeof schema === 'string' ? readSchema(schema, name, directory) : schema;
  if (typeof read === 'string') return read;
  const shown = path.length === 1 ? (path[0] ?? name) : name;
  return { name, format, files: path.map((file) => join(directory, file)), path: shown, schema: read, dialect };
}

/** The schema in a file of its own, or why there is none. */
function readSchema(path: string, name: string, directory: string): TableSchema | string {
  const rest = `so the cells of ${name} were not checked`;
  if (!isInside(path)) return `the schema ${path} is outside of the package, ${rest}`;
  if (!existsSync(join(directory, path))) return `the schema ${path} is missing, ${rest}`;
  try {
    const shaped = shapeOf(tableSchemaSchema, readJson(join(directory, path), path));
    return shaped.fault === undefined ? shaped.value : `${path} is no table schema: ${toClause(shaped.fault)}, ${rest}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message.replace(/\.$/, '')}, ${rest}`;
  }
}

/** Rows of JSON Lines; of other formats the number is not known. */
async function countLines(resource: Resource, directory: string): Promise<{ rows: number | null; faults: string[] }> {
  const [path] = resource.path;
  if (path === undefined || !['jsonl', 'ndjson'].includes((resource.format ?? '').replace(/-file$/, '')))
    return { rows: null, faults: [] };
  let [rows, number] = [0, 0];
  for await (const line of splitLines(createReadStream(join(directory, path)))) {
    number++;
    const text = line.toString('utf8');
    if (text.trim() === '') continue;
    rows++;
    try {
      JSON.parse(text);
    } catch {
      return { rows: null, faults: [`${path}, line ${number} is not JSON`] };
    }
  }
  return { rows, faults: [] };
}
