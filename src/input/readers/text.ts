import type { Reader } from './reader.js';

/** A file that is one article; its name is its id. Markup is for the repair stage, so offsets count from the file's start. */
export const textReader: Reader = {
  extensions: ['.txt', '.html', '.htm'],
  plain: true,
  read: (content, { name, fields }) => [{ line: null, value: { ...fields, id: fields.id || name, text: content } }],
};
