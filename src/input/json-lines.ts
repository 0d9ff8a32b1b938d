import { splitLines } from './lines.js';

/**
 * The values of JSON Lines in UTF-8, with the number of the line of each, from 1. Blank lines and a byte-order mark are passed
 * over. `refuse` makes the error for a line that is none: it is given `line 3 is not JSON`, or that it is not UTF-8.
 *
 * @throws the error of `refuse`.
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  refuse: (what: string) => Error,
): AsyncGenerator<{ readonly line: number; readonly value: unknown }> {
  let line = 0;
  for await (const bytes of splitLines(chunks)) {
    line++;
    const text = decoded(bytes, line);
    if (text === null) throw refuse(`line ${line} is not UTF-8`);
    if (text.trim() === '') continue;
    yield { line, value: parsed(text, () => refuse(`line ${line} is not JSON`)) };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null where it is not UTF-8. */
function decoded(bytes: Uint8Array, line: number): string | null {
  try {
    const text = utf8.decode(bytes);
    return line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch {
    return null;
  }
}

function parsed(text: string, refuse: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}
