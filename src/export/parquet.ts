import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type Column, type TableField, type Value, valuesOf } from './columns.js';
import type { ExportFormat, Resource } from './format.js';
import { openTables, type TableWriter } from './open-tables.js';
import type { OutputFile } from './output-file.js';
import type { Table } from './tables.js';

/** The tables as Apache Parquet: columns as in CSV, but lists stay lists and hedges keep their offsets. */
export const parquetTables: ExportFormat = {
  name: 'parquet',
  description: 'tables as Apache Parquet, for DuckDB, pandas, Polars, Arrow and Spark',
  open(create, options) {
    const opened = openTables(options, (table) => openTable(table, create(`${table.name}.parquet`)));
    return { add: opened.add, close: (corpus) => opened.end(corpus).map((writer) => writer.close()) };
  },
};

/** A group of rows is written, and let go of, when it has so many cells, or so many characters. */
const groupCells = 1 << 19;
const groupCharacters = 1 << 22;

interface ParquetTable extends TableWriter {
  close(): Resource;
}

function openTable({ name, description, columns }: Table, file: OutputFile): ParquetTable {
  const writer = new ParquetWriter({ writer: writerTo(file), schema: schemaOf(columns), createdBy: 'wenmai' });
  let group: (readonly Value[])[] = [];
  let characters = 0;
  let rows = 0;
  const flush = () => {
    const columnData = columns.map((column, i) => ({
      name: column.field.name,
      data: group.map((values) => toParquet(column, values[i] ?? null)),
    }));
    if (group.length > 0) writer.write({ columnData, rowGroupSize: group.length });
    rows += group.length;
    group = [];
    characters = 0;
  };
  const push = (row: object) => {
    const values = valuesOf(columns, row);
    for (const value of values) if (typeof value === 'string') characters += value.length;
    group.push(values);
    if (group.length * columns.length >= groupCells || characters >= groupCharacters) flush();
  };
  return {
    write: (added) => added.forEach(push),
    close() {
      flush();
      writer.finish();
      const mediatype = 'application/vnd.apache.parquet';
      return {
        ...{ name: `${name}.parquet`, description, format: 'parquet', mediatype, rows },
        ...{ file: file.close(), binary: true },
      };
    },
  };
}

/** Hands over to the file what was written, group by group. */
function writerTo(file: OutputFile): ByteWriter {
  const writer = new ByteWriter();
  const flush = () => {
    file.write(writer.getBytes());
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ field, items }: Column): SchemaElement[] {
  const { name } = field;
  if (items === undefined) return [leaf(name, field.type)];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...(typeof items === 'string'
      ? [leaf('element', items)]
      : [
          { name: 'element', repetition_type: 'OPTIONAL' as const, num_children: items.length },
          ...items.flatMap(elementsOf),
        ]),
  ];
}

const types = { string: 'BYTE_ARRAY', integer: 'INT64', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

function leaf(name: string, type: TableField['type']): SchemaElement {
  const element: SchemaElement = { name, type: types[type], repetition_type: 'OPTIONAL' };
  return type === 'string' ? { ...element, converted_type: 'UTF8' } : element;
}

/** A value as the writer takes it: whole numbers are 64 bits wide, in lists as well. */
function toParquet({ field, items }: Column, value: Value): unknown {
  if (typeof value === 'number') return field.type === 'integer' ? BigInt(value) : value;
  if (typeof items !== 'object' || !Array.isArray(value)) return value;
  return value.map((item: Readonly<Record<string, Value>>) =>
    Object.fromEntries(items.map((column) => [column.field.name, toParquet(column, item[column.field.name] ?? null)])),
  );
}
