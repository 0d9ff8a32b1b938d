import type { z } from 'zod';

/** A configuration that cannot be used: the message says where in it and what to do, in one line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Checks `value` by `schema`.
 *
 * @throws ConfigError that names the place in `where` and what is wrong with the first thing that is.
 */
export function check<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = deepest(parsed.error.issues[0], value);
  const path = issue === undefined ? [] : issue.path;
  throw new ConfigError(`${[where, path.join('.')].filter((part) => part !== '').join(': ')}: ${describe(issue)}.`);
}

type Issue = z.core.$ZodIssue;

/** Of the branches of a union, the issue of the one that the value comes nearest to. */
function deepest(issue: Issue | undefined, value: unknown): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const branches = issue.errors.flatMap((issues) => issues[0] ?? []).map((inner) => deepest(inner, value) ?? inner);
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
      return `${show(issue.input)} is no ${issue.expected}`;
    case 'invalid_format':
      return `${show(issue.input)} is not of the form ${issue.pattern ?? issue.format}`;
    case 'too_small':
      return 'it is empty';
    case 'too_big':
      return `it is longer than ${issue.maximum} characters`;
    case 'invalid_union':
      return `${show(issue.input)} is of a wrong type`;
    default:
      return issue?.message ?? 'it is not as it should be';
  }
}

const longest = 60;

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
