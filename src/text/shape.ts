import type { z } from 'zod';

/** A value that has the shape that was asked for, or the first thing in which it has not: the place in it, and what is wrong there. */
export type Shaped<T> =
  | { readonly value: T; readonly fault?: never }
  | { readonly fault: { readonly place: string; readonly what: string } };

/** Holds `value` to `schema`. What is wrong is told in our own words: those of libraries and engines change with their versions. */
export function shapeOf<S extends z.ZodType>(schema: S, value: unknown): Shaped<z.output<S>> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data };
  const issue = deepest(parsed.error.issues[0]);
  return { fault: { place: issue?.path.join('.') ?? '', what: describe(issue) } };
}

/** A fault as one clause: `mentions.0.start: "3" is no whole number`. */
export function toClause({ place, what }: { readonly place: string; readonly what: string }): string {
  return place === '' ? what : `${place}: ${what}`;
}

type Issue = z.core.$ZodIssue;

/** Of the branches of a union, the issue of the one that the value comes nearest to. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const branches = issue.errors.flatMap((issues) => issues[0] ?? []).map((inner) => deepest(inner) ?? inner);
  const nearest = branches
    .filter((inner) => inner.code !== 'invalid_type' || inner.path.length > 0)
    .sort((a, b) => b.path.length - a.path.length)[0];
  return nearest === undefined
    ? { ...issue, errors: [] }
    : ({ ...nearest, path: [...issue.path, ...nearest.path] } as Issue);
}

function describe(issue: Issue | undefined): string {
  if (issue !== undefined && issue.code !== 'unrecognized_keys' && issue.input === undefined) return 'it is missing';
  switch (issue?.code) {
    case 'unrecognized_keys':
      return `"${issue.keys[0]}" is no setting here; leave it out or mend its name`;
    case 'invalid_value':
      return `${show(issue.input)} is none of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `${show(issue.input)} is no ${issue.expected === 'int' ? 'whole number' : issue.expected}`;
    case 'invalid_format':
      return `${show(issue.input)} is not of the form ${issue.pattern ?? issue.format}`;
    case 'too_small':
      return isNumeric(issue.input) ? `${issue.input} is less than ${issue.minimum}` : 'it is empty';
    case 'too_big':
      return isNumeric(issue.input)
        ? `${issue.input} is more than ${issue.maximum}`
        : `it is longer than ${issue.maximum} characters`;
    case 'invalid_union':
      return `${show(issue.input)} is of a wrong type`;
    default:
      return issue?.message ?? 'it is not as it should be';
  }
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint';
}

const longest = 60;

function show(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? kindOf(value) : (JSON.stringify(value) ?? 'undefined');
  const points = Array.from(text);
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : text;
}

/** A list or an object from outside may be long, or deeper than can be written. */
function kindOf(value: object): string {
  const dots = Object.keys(value).length > 0 ? '…' : '';
  return Array.isArray(value) ? `[${dots}]` : `{${dots}}`;
}
