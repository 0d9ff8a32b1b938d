import { readRegular } from '../text/regular-file.js';
import { systemReason, UserError } from './user-error.js';

/** Gives what `read` reads of the file that the user calls `shown`; what the system refuses becomes a UserError about it. */
export async function* readingOf<T>(shown: string, read: () => AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* read();
  } catch (error) {
    throw refusal(shown, error);
  }
}

/**
 * The value in the JSON file `path`, which the user calls `shown`.
 *
 * @throws UserError if it cannot be read, or is not JSON.
 */
export function readJson(path: string, shown: string): unknown {
  let text: string;
  try {
    text = readRegular(path).toString('utf8');
  } catch (error) {
    throw refusal(shown, error);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UserError(`${shown} is not JSON: it may have been cut off.`);
  }
}

function refusal(shown: string, error: unknown): unknown {
  const reason = systemReason(error);
  return reason === null ? error : new UserError(`cannot read ${shown}: ${reason}.`, 1, { cause: error });
}
