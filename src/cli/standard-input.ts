import { fstatSync } from 'node:fs';
import { UserError } from '../batch/user-error.js';

/**
 * Standard input, to be read.
 *
 * @throws UserError if it is a directory, of which node would only say that it ends, or closed.
 */
export function standardInput(): NodeJS.ReadStream {
  if (kindOfInput() === 'readable') return process.stdin;
  const what = kindOfInput() === 'closed' ? 'closed' : 'a directory';
  throw new UserError(`standard input is ${what}; send it articles, as with < articles.jsonl.`, 2);
}

function kindOfInput(): 'readable' | 'directory' | 'closed' {
  try {
    return fstatSync(0).isDirectory() ? 'directory' : 'readable';
  } catch {
    return 'closed';
  }
}
