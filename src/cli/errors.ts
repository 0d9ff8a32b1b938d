import { Interrupted, systemReason, UserError } from '../batch/user-error.js';
import { ConfigError } from '../config/config-error.js';
import { ArticleError } from '../input/article.js';
import { printable } from './render.js';

/** Errors whose message says all that a person needs. */
const told = [UserError, ConfigError, Interrupted, ArticleError];

/** What is said of an error, in one line: what, where, what to do. */
export function describeError(error: unknown): string {
  if (told.some((kind) => error instanceof kind)) return printable((error as Error).message);
  const message = printable(error instanceof Error ? error.message : String(error));
  const reason = systemReason(error);
  return reason === null ? `${message} (--debug shows where)` : `${reason}: ${message}`;
}

/** The exit status that an error ends the process with. */
export function statusOf(error: unknown): number {
  if (error instanceof Interrupted) return 130;
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
