import { csvFault } from '../input/csv-records.js';
import { recordsOf, type TableFiles } from './table-records.js';
import { type Field, faultOf, type TableSchema } from './table-schema.js';
import { systemReason } from './user-error.js';

/** A table of a data package, and how it is described. */
export interface PackageTable extends TableFiles {
  readonly name: string;
  /** Its path as faults tell it; of a table in parts the directory. */
  readonly path: string;
  readonly schema: TableSchema;
}

/** The values that foreign keys may refer to, by `keyName`: filled while rows are checked. */
export type Keys = Map<string, Set<string>>;

/** What `Keys` calls the fields of a resource. */
export function keyName(resource: string, fields: readonly string[]): string {
  return JSON.stringify([resource, ...fields]);
}

/** No more faults than this of one table are told one by one. */
const most = 20;

/** What is wrong with one table, in sentences. */
export interface Faults {
  readonly list: readonly string[];
  add(fault: string): void;
}

/** Checks the header and every row; fills the sets of `keys` that are about this table. */
export async function checkRows(table: PackageTable, keys: Keys): Promise<{ rows: number | null; faults: string[] }> {
  const { name, path, schema } = table;
  const faults = collectFaults(path);
  const fields = schema.fields;
  const wanted = [...keys].flatMap(([key, values]) => {
    const [resource, ...of] = JSON.parse(key) as string[];
    return resource === name ? [{ of, values }] : [];
  });
  const uniques = uniqueKeys(schema).map((of) => ({ of, seen: new Set<string>() }));
  const isRequired = (name: string) => fields.some((one) => one.name === name && one.constraints.required === true);
  let rows = 0;
  try {
    for await (const record of recordsOf(table)) {
      if (record.header !== null) checkHeader(record.header, fields, faults);
      if (record.cells === null) continue;
      rows++;
      const value = valuesOf(record.cells, schema);
      for (const { of, values } of wanted) values.add(JSON.stringify(of.map(value)));
      if (!fits(record.cells, schema)) {
        faults.add(`row ${rows} has ${record.cells.length} cells, and there are ${fields.length} fields`);
        continue;
      }
      for (const field of fields) checkCell(value(field.name), field, rows, faults);
      const missing = schema.primaryKey.filter((name) => value(name) === null && !isRequired(name));
      if (missing.length > 0) faults.add(`row ${rows} has no ${missing.join(', ')}, which its key needs`);
      for (const { of, seen } of uniques) {
        const cells = of.map(value);
        if (cells.includes(null)) continue;
        const key = JSON.stringify(cells);
        if (seen.has(key)) faults.add(`row ${rows} has the same ${of.join(', ')} as one before it`);
        seen.add(key);
      }
    }
  } catch (error) {
    return { rows: null, faults: [...faults.list, `${path} ${whyUnread(error, table.format)}`] };
  }
  return { rows, faults: [...faults.list] };
}

/** Why a table cannot be read to its end, in our own words: those of the libraries change with their versions. */
function whyUnread(error: unknown, format: TableFiles['format']): string {
  const reason = systemReason(error);
  if (reason !== null) return `cannot be read: ${reason}`;
  if (format === 'csv') return `is no CSV: ${csvFault(error) ?? 'its dialect is none that is read'}`;
  return 'is no Parquet: it is broken, or of a kind that is not read';
}

/** Every set of fields that may not be the same in two rows, once. */
function uniqueKeys({ fields, primaryKey, uniqueKeys }: TableSchema): string[][] {
  const unique = fields.filter(({ constraints }) => constraints.unique === true).map(({ name }) => [name]);
  const all = [primaryKey, ...uniqueKeys, ...unique].filter((of) => of.length > 0);
  return [...new Map(all.map((of) => [of.join('\n'), of])).values()];
}

/** A row with cells too few or too many: which of them is missing nobody can say. */
function fits(cells: readonly unknown[], { fields }: TableSchema): boolean {
  return cells.length === fields.length;
}

/**
 * Each row of which a foreign key refers to nothing, with the first such key. `known` are the names of all resources, `readable`
 * those of the tables that were read.
 */
export async function checkReferences(
  table: PackageTable,
  keys: Keys,
  known: ReadonlySet<string>,
  readable: ReadonlySet<string>,
): Promise<string[]> {
  const faults = collectFaults(table.path);
  const { foreignKeys } = table.schema;
  const targets = foreignKeys.flatMap(({ fields, reference }) => {
    const resource = reference.resource === '' ? table.name : reference.resource;
    if (!known.has(resource)) faults.add(`its foreign key refers to ${resource}, which there is not`);
    const values = keys.get(keyName(resource, reference.fields)) ?? new Set();
    return readable.has(resource) ? [{ fields, resource, values }] : [];
  });
  if (targets.length === 0 || faults.list.length > 0) return [...faults.list];
  let row = 0;
  try {
    for await (const { cells } of recordsOf(table)) {
      if (cells === null) continue;
      row++;
      if (!fits(cells, table.schema)) continue;
      const value = valuesOf(cells, table.schema);
      const dangling = targets.find(({ fields, values }) => {
        const key = fields.map(value);
        return !key.includes(null) && !values.has(JSON.stringify(key));
      });
      if (dangling === undefined) continue;
      const { fields, resource } = dangling;
      faults.add(
        `row ${row} refers to ${fields.join(', ')} ${fields.map(value).join(', ')}, which is not in ${resource}`,
      );
    }
  } catch {
    // What cannot be read was told when its rows were checked.
  }
  return [...faults.list];
}

/** Starts a list of the faults of `path`; of many, the rest is counted. */
export function collectFaults(path: string): Faults {
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

/** Gives the cell of a field; null where it is missing. */
export function valuesOf(
  cells: readonly (string | null)[],
  { fields, missingValues }: TableSchema,
): (name: string) => string | null {
  const places = new Map(fields.map(({ name }, i) => [name, i]));
  return (name) => {
    const cell = cells[places.get(name) ?? -1];
    return cell === undefined || cell === null || missingValues.includes(cell) ? null : cell;
  };
}
