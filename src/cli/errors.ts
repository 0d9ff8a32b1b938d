import { Interrupted, systemReason, UserError } from '../batch/user-error.js';
import { ConfigError } from '../config/config-error.js';
import { ArticleError } from '../input/article.js';
import { printable } from './render.js';

/** Errors whose message says all that a person needs. */
const told = [UserError, ConfigError, Interrupted, ArticleError];

/** What is said of an error, in one line: what, where, what to do. */
export function describeError(error: unknown): string {
  if (told.some((kind) => error instanceof kind)) return printable((error as Error).message);
  const reason = systemReason(error);
  if (reason !== null) return printable(`${pathOf(error)}: ${reason}.`);
  // What an engine says of a slip in the code tells a user nothing.
  if (slips.some((kind) => error instanceof kind)) return 'something is wrong in wenmai itself; --debug shows where.';
  return `${printable(error instanceof Error ? error.message : String(error))} (--debug shows where)`;
}

const slips = [TypeError, RangeError, ReferenceError, SyntaxError];

/** The file that the system refused, where the error names it. */
function pathOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'path' in error ? String(error.path) : 'a file';
}

/** The exit status that an error ends the process with. */
export function statusOf(error: unknown): number {
  if (error instanceof Interrupted) return error.status;
  if (error instanceof ConfigError) return 2;
  return error instanceof UserError ? error.status : 1;
}

/** Where an error comes from, on standard error. */
export function printStack(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** A message of commander's about `command` as one of ours: one line that says where to look. */
export function oneLine(message: string, command: string): string {
  const text = printable(message.replace(/^error: /, '').trim())
    .replace(/ +/g, ' ')
    .replace(/\.$/, '');
  return `wenmai: ${text}; see ${command} --help.\n`;
}
