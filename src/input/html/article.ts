import type { Article } from '../../document/types.js';
import { checkString } from '../article.js';
import { readPage } from './page.js';

/**
 * The article in the decoded source of a page, with what its metadata say unless `fields` say otherwise. Its `text` is the
 * source, so that raw offsets point into it, and what of it is no part of the article stands in `extraction`; only where the page
 * shows much less than its metadata hold, it is the text from there.
 *
 * @throws ArticleError if `source` is no string, or `fields` are none or without an id.
 */
export function articleFromHtml(source: string, fields: Omit<Article, 'text' | 'extraction'>): Article {
  checkString(source, 'source of the page');
  checkString(fields?.id, 'field "id"');
  const { metadata, text, extraction } = readPage(source);
  const { title, author, publisher, published, lang } = metadata;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
  return { ...{ title, author, publisher, published, lang }, ...given, id: fields.id, text, extraction };
}
