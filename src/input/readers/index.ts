import { csvReader } from './csv.js';
import { htmlReader } from './html.js';
import { jsonLinesReader, jsonReader } from './json.js';
import type { Reader } from './reader.js';
import { textReader } from './text.js';

/** Every input format, by file extension. */
export const readers: ReadonlyMap<string, Reader> = new Map(
  [textReader, htmlReader, jsonReader, jsonLinesReader, csvReader].flatMap((reader) =>
    reader.extensions.map((extension) => [extension, reader] as const),
  ),
);
