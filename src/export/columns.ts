import { z } from 'zod';

/** A field of a Table Schema, as datapackage.json prints it. */
export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** A column of a table: what it is, and where its value stands in the object that a row is made of. */
export interface Column {
  readonly field: TableField;
  readonly path: readonly string[];
  /** What it holds, of a list without how a cell joins it. */
  readonly description: string;
  /** Of a list, what each of its items is: a value, or an object with columns of its own. */
  readonly items?: TableField['type'] | readonly Column[];
  /** Whether it holds the id of an entity, or a list of them: within the article, until the corpus is linked. */
  readonly namesEntity?: true;
}

/** The part of JSON Schema that describes a row. */
interface Property {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly column?: string;
  readonly namesEntity?: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Property;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly anyOf?: readonly Property[];
}

/**
 * The columns of the rows that `schema` describes, in its order: names in snake_case, nested objects flattened with
 * their name in front, lists as one cell.
 */
export function columnsOf(schema: z.ZodObject): Column[] {
  return flatten(z.toJSONSchema(schema) as Property, [], '', false);
}

function flatten(schema: Property, path: readonly string[], prefix: string, optional: boolean): Column[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = prefix + (property.column ?? toSnakeCase(key));
    const { inner, nullable } = unwrap(property);
    const here = [...path, key];
    if (inner.properties !== undefined) return flatten(inner, here, `${name}_`, optional || nullable);
    const { description = '' } = property;
    const field = fieldOf(name, inner, description, optional || nullable);
    const items = inner.type === 'array' ? { items: itemsOf(inner.items ?? {}) } : {};
    return [
      {
        field,
        path: here,
        description,
        ...items,
        ...(property.namesEntity === true ? { namesEntity: true as const } : {}),
      },
    ];
  });
}

/** The schema without its null. */
function unwrap(property: Property): { inner: Property; nullable: boolean } {
  const rest = property.anyOf?.filter(({ type }) => type !== 'null');
  if (rest?.[0] !== undefined) return { inner: rest[0], nullable: rest.length < (property.anyOf?.length ?? 0) };
  if (!Array.isArray(property.type)) return { inner: property, nullable: false };
  const types = property.type.filter((type) => type !== 'null');
  return { inner: { ...property, type: types[0] ?? 'string' }, nullable: types.length < property.type.length };
}

function itemsOf(items: Property): TableField['type'] | Column[] {
  return items.properties === undefined ? typeOf(items.type) : flatten(items, [], '', false);
}

function typeOf(type: Property['type']): TableField['type'] {
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string';
}

function fieldOf(name: string, property: Property, description: string, nullable: boolean): TableField {
  const { type, minimum, maximum, items } = property;
  if (type === 'array')
    return {
      name,
      type: 'string',
      description: `${description} Joined by |${listed(items)}; a | inside is written \\|.`,
    };
  const values = property.enum?.filter((value) => value !== null);
  const constraints = {
    ...(nullable || (type === 'string' && values === undefined) ? {} : { required: true }),
    ...(values === undefined ? {} : { enum: values }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
  return { name, type: typeOf(type), description, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}

function listed(items: Property | undefined): string {
  return items?.enum === undefined ? '' : ` (${items.enum.join(', ')})`;
}

function toSnakeCase(name: string): string {
  return name
    .replace(/-/g, '_')
    .replace(/[A-Z]/g, (letter, at: number) => (at > 0 && name[at - 1] !== '-' ? '_' : '') + letter.toLowerCase());
}

export type Cell = string | number | boolean | null;

/** The cells of `row` in the order of `columns`. A list is joined by `|`; of a list of spans, the words. */
export function cellsOf(columns: readonly Column[], row: object): Cell[] {
  return columns.map(({ path }) => toCell(path.reduce(lookUp, row)));
}

/** A value of a row as it is: lists stay lists, and objects in them bear the names of their columns. */
export type Value = Cell | readonly Value[] | { readonly [name: string]: Value };

/** The values of `row` in the order of `columns`, for formats that have lists. */
export function valuesOf(columns: readonly Column[], row: object): Value[] {
  return columns.map((column) => toValue(column, column.path.reduce(lookUp, row)));
}

function toValue({ items }: Column, value: unknown): Value {
  if (!Array.isArray(value)) return toCell(value);
  if (typeof items !== 'object') return value.map(toCell);
  return value.map((item: object) =>
    Object.fromEntries(valuesOf(items, item).map((inner, i) => [items[i]?.field.name ?? '', inner])),
  );
}

function lookUp(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;
}

function toCell(value: unknown): Cell {
  if (Array.isArray(value)) return value.map(toListItem).join('|');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

function toListItem(item: unknown): string {
  const words = typeof item === 'object' && item !== null && 'text' in item ? item.text : item;
  return String(words).replaceAll('|', '\\|');
}
