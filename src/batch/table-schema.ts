import { z } from 'zod';

const constraintsSchema = z.object({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.union([z.number(), z.string()]).optional(),
  maximum: z.union([z.number(), z.string()]).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  pattern: z.string().refine(isExpression, 'it is no regular expression').optional(),
});

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') !== null;
  } catch {
    return false;
  }
}

const fieldSchema = z.object({
  name: z.string(),
  type: z.string().default('string'),
  constraints: constraintsSchema.default({}),
  trueValues: z.array(z.string()).default(['true', 'True', 'TRUE', '1']),
  falseValues: z.array(z.string()).default(['false', 'False', 'FALSE', '0']),
});
export type Field = z.infer<typeof fieldSchema>;

const names = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

/** A Table Schema, as far as it is checked. */
export const tableSchemaSchema = z.object({
  fields: z.array(fieldSchema),
  missingValues: z.array(z.string()).default(['']),
  primaryKey: names.default([]),
  uniqueKeys: z.array(z.array(z.string())).default([]),
  foreignKeys: z
    .array(z.object({ fields: names, reference: z.object({ resource: z.string().default(''), fields: names }) }))
    .default([]),
});
export type TableSchema = z.infer<typeof tableSchemaSchema>;

const day = String.raw`-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`;
const zone = String.raw`(?:Z|[+-]\d\d:?\d\d)?`;

/** How the values of a type are written; types that are not here are not checked. */
const written: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  number: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|NaN|-?INF)$/,
  year: /^-?\d{4}$/,
  yearmonth: /^-?\d{4}-(?:0[1-9]|1[0-2])$/,
  date: new RegExp(`^${day}$`),
  time: new RegExp(`^${clock}${zone}$`),
  datetime: new RegExp(`^${day}T${clock}${zone}$`),
};

/** What is wrong with a cell that is not missing, in words, or null. */
export function faultOf(cell: string, field: Field): string | null {
  const { type, constraints } = field;
  if (!isOfType(cell, field)) return `"${brief(cell)}" is no ${type}`;
  const { enum: allowed, minimum, maximum, minLength, maxLength, pattern } = constraints;
  if (allowed !== undefined && !allowed.some((value) => isSame(cell, value, field)))
    return `"${brief(cell)}" is none of the values that it may have`;
  if (minimum !== undefined && compare(cell, minimum, type) < 0) return `${brief(cell)} is less than ${minimum}`;
  if (maximum !== undefined && compare(cell, maximum, type) > 0) return `${brief(cell)} is more than ${maximum}`;
  const length = Array.from(cell).length;
  if (minLength !== undefined && length < minLength) return `"${brief(cell)}" is shorter than ${minLength}`;
  if (maxLength !== undefined && length > maxLength) return `"${brief(cell)}" is longer than ${maxLength}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell))
    return `"${brief(cell)}" is not ${pattern}`;
  return null;
}

function isOfType(cell: string, { type, trueValues, falseValues }: Field): boolean {
  if (type === 'boolean') return trueValues.includes(cell) || falseValues.includes(cell);
  if (type === 'object' || type === 'array' || type === 'geojson') return isJson(cell, type === 'array');
  return written[type]?.test(cell) ?? true;
}

function isJson(cell: string, asArray: boolean): boolean {
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === 'object' && value !== null && Array.isArray(value) === asArray;
  } catch {
    return false;
  }
}

function isSame(cell: string, value: unknown, { type, trueValues }: Field): boolean {
  if (type === 'integer' || type === 'number') return Number(cell) === Number(value);
  if (type === 'boolean') return trueValues.includes(cell) === (value === true || trueValues.includes(String(value)));
  return cell === String(value);
}

/** Dates are written so that their texts are in order. */
function compare(cell: string, bound: string | number, type: string): number {
  const isNumber = type === 'integer' || type === 'number' || type === 'year';
  if (isNumber) return Number(cell) - Number(bound);
  return cell < String(bound) ? -1 : cell > String(bound) ? 1 : 0;
}

function brief(cell: string): string {
  const points = Array.from(cell);
  return points.length > 40 ? `${points.slice(0, 40).join('')}…` : cell;
}
