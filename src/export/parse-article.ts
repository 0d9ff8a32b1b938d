import type { AnnotatedArticle } from './schema.js';

/*
 * How the list of tokens begins and ends in a line. No text of an article holds these: inside a string of JSON a quotation mark has
 * a backslash before it.
 */
const begin = ',"tokens":[';
const end = '],"mentions":[';

/**
 * The article that `toAnnotatedArticle` made, out of its line of JSON in UTF-8; without its tokens, a quarter of the line, unless
 * somebody reads them.
 */
export function parseArticle(line: Buffer, readsTokens: boolean): AnnotatedArticle {
  const from = line.indexOf(begin);
  const to = line.indexOf(end, from);
  const json =
    readsTokens || from < 0 || to < 0
      ? line.toString('utf8')
      : line.toString('utf8', 0, from + begin.length) + line.toString('utf8', to);
  return JSON.parse(json) as AnnotatedArticle;
}
