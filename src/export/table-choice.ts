import type { TableChoice } from '../settings/settings.js';
import { type ForeignKey, type Table, tables } from './tables.js';

/** What is always written: a problem never goes unreported. */
const always = 'errors';

/** The tables that are wanted, with the columns that are wanted of each, keys among them; all for null. */
export function chosenTables(choice: TableChoice | null): readonly Table[] {
  if (choice === null) return tables;
  const chosen = tables
    .filter(({ name }) => name === always || Object.hasOwn(choice, name))
    .map((table) => withColumns(table, choice[table.name] ?? null));
  const columnsOf = new Map(chosen.map(({ name, columns }) => [name, new Set(columns.map(({ field }) => field.name))]));
  const holds = (table: string, fields: ForeignKey['fields']) =>
    [fields].flat().every((field) => columnsOf.get(table)?.has(field) === true);
  return chosen.map((table) => ({
    ...table,
    foreignKeys: table.foreignKeys.filter(
      ({ fields, reference }) => holds(table.name, fields) && holds(reference.resource, reference.fields),
    ),
  }));
}

function withColumns(table: Table, wanted: readonly string[] | null): Table {
  if (wanted === null) return table;
  const kept = new Set([...table.primaryKey, ...wanted]);
  return { ...table, columns: table.columns.filter(({ field }) => kept.has(field.name)) };
}
