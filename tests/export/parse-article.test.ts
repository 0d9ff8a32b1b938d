import { expect, test } from '@jest/globals';
import { toAnnotatedArticle } from '../../src/export/annotated-article.js';
import { parseArticle } from '../../src/export/parse-article.js';
import { annotate } from '../support/annotate.js';

const hostile = '他說：「船會準時。」,"tokens":[],"mentions":[ \\,"tokens":[';

test.each(['青州港務局說，𠮷船會準時。', hostile, 'The ferry is late.', ''])('%s', (text) => {
  const article = toAnnotatedArticle(annotate(text), { pos: true });
  const line = Buffer.from(`${JSON.stringify(article)}\n`);
  expect(parseArticle(line, true)).toEqual(article);
  expect(parseArticle(line, false)).toEqual({ ...article, tokens: [] });
});
