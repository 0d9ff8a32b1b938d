import type { Reader } from './reader.js';

/** A file that is one article; its name is its id. Markup in it is a remnant, for the repair stage. */
export const textReader: Reader = {
  extensions: ['.txt'],
  plain: true,
  read: (content, { name, fields }) => [{ line: null, value: { ...fields, id: fields.id || name, text: content } }],
};
