import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { type Field, faultOf, type TableSchema } from './table-schema.js';

/** A CSV table of a data package, and how it is described. */
export interface PackageTable {
  readonly name: string;
  readonly file: string;
  /** Its path as the package tells it. */
  readonly path: string;
  readonly schema: TableSchema;
  readonly dialect: {
    readonly delimiter?: string | undefined;
    readonly quoteChar?: string | undefined;
    readonly header?: boolean | undefined;
  };
}

/** The values that foreign keys may refer to, by `keyName`: filled while rows are checked. */
export type Keys = Map<string, Set<string>>;

/** What `Keys` calls the fields of a resource. */
export function keyName(resource: string, fields: readonly string[]): string {
  return JSON.stringify([resource, ...fields]);
}

/** No more faults than this of one table are told one by one. */
const most = 20;

interface Faults {
  readonly list: readonly string[];
  add(fault: string): void;
}

/** Checks the header and every row; fills the sets of `keys` that are about this table. */
export async function checkRows(table: PackageTable, keys: Keys): Promise<{ rows: number | null; faults: string[] }> {
  const { name, path, schema } = table;
  const faults = collect(path);
  const fields = schema.fields;
  const wanted = [...keys].flatMap(([key, values]) => {
    const [resource, ...of] = JSON.parse(key) as string[];
    return resource === name ? [{ of, values }] : [];
  });
  const uniques = [schema.primaryKey, ...schema.uniqueKeys, ...fields.flatMap(uniqueField)]
    .filter((of) => of.length > 0)
    .map((of) => ({ of, seen: new Set<string>(), isPrimary: of === schema.primaryKey }));
  let rows = 0;
  try {
    for await (const record of recordsOf(table)) {
      if (rows === 0 && record.header !== null) checkHeader(record.header, fields, faults);
      if (record.cells === null) break;
      rows++;
      if (record.cells.length !== fields.length)
        faults.add(`row ${rows} has ${record.cells.length} cells, and there are ${fields.length} fields`);
      const value = valuesOf(record.cells, schema);
      for (const field of fields) checkCell(value(field.name), field, rows, faults);
      for (const { of, seen, isPrimary } of uniques) {
        const cells = of.map(value);
        if (cells.includes(null)) {
          if (isPrimary) faults.add(`row ${rows} has no ${of.join(', ')}, which is its key`);
          continue;
        }
        const key = JSON.stringify(cells);
        if (seen.has(key)) faults.add(`row ${rows} has the same ${of.join(', ')} as one before it`);
        seen.add(key);
      }
      for (const { of, values } of wanted) values.add(JSON.stringify(of.map(value)));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: null, faults: [`${path} is no CSV: ${error.message.replace(/\s+/g, ' ')}`] };
  }
  return { rows, faults: [...faults.list] };
}

/** Each row whose foreign key refers to nothing. `known` are the names of all resources. */
export async function checkReferences(table: PackageTable, keys: Keys, known: ReadonlySet<string>): Promise<string[]> {
  const faults = collect(table.path);
  const { foreignKeys } = table.schema;
  const targets = foreignKeys.map(({ fields, reference }) => {
    const resource = reference.resource === '' ? table.name : reference.resource;
    if (!known.has(resource)) faults.add(`its foreign key refers to ${resource}, which there is not`);
    return { fields, resource, values: keys.get(keyName(resource, reference.fields)) ?? new Set() };
  });
  if (targets.length === 0 || faults.list.length > 0) return [...faults.list];
  let row = 0;
  try {
    for await (const { cells } of recordsOf(table)) {
      if (cells === null) break;
      row++;
      const value = valuesOf(cells, table.schema);
      for (const { fields, resource, values } of targets) {
        const key = fields.map(value);
        if (!key.includes(null) && !values.has(JSON.stringify(key)))
          faults.add(`row ${row} refers to ${fields.join(', ')} ${key.join(', ')}, which is not in ${resource}`);
      }
    }
  } catch {
    // What cannot be read was told when its rows were checked.
  }
  return [...faults.list];
}

function collect(path: string): Faults {
  const list: string[] = [];
  let more = 0;
  return {
    get list() {
      return more > 0 ? [...list, `${path} has ${more} more faults`] : list;
    },
    add(fault) {
      if (list.length < most) list.push(`${path}: ${fault}`);
      else more++;
    },
  };
}

function uniqueField({ name, constraints }: Field): string[][] {
  return constraints.unique === true ? [[name]] : [];
}

function checkHeader(header: readonly string[], fields: readonly Field[], faults: Faults): void {
  const names = fields.map(({ name }) => name);
  if (header.join('\n') !== names.join('\n'))
    faults.add(`its header is ${header.join(', ')}, and the fields are ${names.join(', ')}`);
}

function checkCell(cell: string | null, field: Field, row: number, faults: Faults): void {
  if (cell === null) {
    if (field.constraints.required === true) faults.add(`row ${row} has no ${field.name}`);
    return;
  }
  const fault = faultOf(cell, field);
  if (fault !== null) faults.add(`row ${row}, ${field.name}: ${fault}`);
}

/** The cell of a field; null where it is missing. */
function valuesOf(cells: readonly string[], { fields, missingValues }: TableSchema): (name: string) => string | null {
  const places = new Map(fields.map(({ name }, i) => [name, i]));
  return (name) => {
    const cell = cells[places.get(name) ?? -1];
    return cell === undefined || missingValues.includes(cell) ? null : cell;
  };
}

/** The rows; the header goes with the first, or alone where there is none. */
async function* recordsOf({
  file,
  dialect,
}: PackageTable): AsyncGenerator<{ header: string[] | null; cells: string[] | null }> {
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      delimiter: dialect.delimiter ?? ',',
      quote: dialect.quoteChar ?? '"',
      relax_column_count: true,
    }),
  );
  let header: string[] | null = null;
  let isFirst = true;
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (isFirst && dialect.header !== false) {
      header = cells;
      isFirst = false;
      continue;
    }
    yield { header, cells };
    isFirst = false;
    header = null;
  }
  if (header !== null) yield { header, cells: null };
}
