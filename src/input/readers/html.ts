import type { Diagnostic } from '../../document/types.js';
import { declaredEncoding } from '../html/charset.js';
import { readPage } from '../html/page.js';
import type { Reader } from './reader.js';

/**
 * A page that holds one article; its name is its id. The text is the source of the page, so that offsets count from the
 * file's start, and the extraction says what of it is no article. The table beside it knows better than its metadata.
 */
export const htmlReader: Reader = {
  extensions: ['.html', '.htm'],
  plain: true,
  declaredEncoding,
  read(content, { name, fields }) {
    const { metadata, extraction } = readPage(content);
    const { unreadableDate, ...found } = metadata;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
    const diagnostics = unreadableDate === null || given.published !== undefined ? [] : [noDate(unreadableDate)];
    return [
      { line: null, value: { ...found, ...given, id: fields.id || name, text: content }, extraction, diagnostics },
    ];
  },
};

function noDate(value: string): Diagnostic {
  const message = `The page gives "${value.slice(0, 60)}" as its date, which is none; the article is left without one.`;
  return { code: 'input/page-date', severity: 'warning', message, span: null };
}
