import { ArticleError } from '../article.js';
import { splitLines } from '../lines.js';
import type { InputRecord, Reader } from './reader.js';

/** One object, or an array of them. */
export const jsonReader: Reader = {
  extensions: ['.json'],
  plain: false,
  read(content) {
    const value = parseJson(content, 'The file');
    if (value instanceof ArticleError) return [{ line: null, error: value }];
    return Array.isArray(value) ? value.map((item, i) => ({ line: i + 1, value: item })) : [{ line: null, value }];
  },
};

/** One object a line. */
export const jsonLinesReader: Reader = {
  extensions: ['.jsonl', '.ndjson'],
  plain: false,
  read: (content) => content.split('\n').flatMap(readLine),
  async *rows(chunks) {
    let [index, end] = [0, 0];
    for await (const line of splitLines(chunks)) {
      end += line.length + 1;
      const text = new TextDecoder('utf-8', { ignoreBOM: index > 0 }).decode(line);
      for (const record of readLine(text, index)) yield { ...record, end };
      index++;
    }
  },
};

function readLine(line: string, index: number): InputRecord[] {
  if (line.trim() === '') return [];
  const value = parseJson(line, 'The line');
  return [value instanceof ArticleError ? { line: index + 1, error: value } : { line: index + 1, value }];
}

/** What the engine says about broken JSON differs between its versions, so it is not repeated. */
export function parseJson(content: string, what: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return new ArticleError('input/json', `${what} is not JSON; write one object with "id" and "text".`);
  }
}
