import { type Column, type TableField, type Value, valuesOf } from './columns.js';
import type { ForeignKey, Table } from './tables.js';

/** A table as another program has to know it to keep its rows. */
export interface TableDescription {
  readonly name: string;
  readonly description: string;
  /** Whether its rows come once for the corpus; `stream --tables` has none of them. */
  readonly isOfCorpus: boolean;
  readonly columns: readonly ColumnDescription[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** A column: its field as Table Schema has it, lists being lists. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: TableField['type'] | 'array';
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
  /** Of a list, the type of its items, or the columns that each has. */
  readonly items?: TableField['type'] | readonly ColumnDescription[];
  /** Whether it holds ids of entities, or lists of them. */
  readonly namesEntity: boolean;
}

/** Describes tables to other programs. */
export function describeTables(tables: readonly Table[]): TableDescription[] {
  return tables.map(({ name, description, isOfCorpus, columns, primaryKey, foreignKeys }) => ({
    ...{ name, description, isOfCorpus, columns: columns.map(describeColumn), primaryKey, foreignKeys },
  }));
}

function describeColumn({ field, items, namesEntity, description }: Column): ColumnDescription {
  const inner = typeof items === 'object' ? items.map(describeColumn) : items;
  return {
    ...field,
    description,
    ...(inner === undefined ? {} : { type: 'array', items: inner }),
    namesEntity: namesEntity === true,
  };
}

/** The values of a row of `table` by the names of its columns; null where `row` says nothing. */
export function rowOf({ columns }: Table, row: object): Record<string, Value> {
  const values = valuesOf(columns, row);
  return Object.fromEntries(columns.map(({ field }, i) => [field.name, values[i] ?? null]));
}
