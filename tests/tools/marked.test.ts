import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readMarked, readMarkedArticles, withoutMarks } from '../../src/tools/claims/marked.js';

const cut = (text: string, span: { start: number; end: number }) => text.slice(span.start, span.end);

test('digits behind a letter tie sources and cues to contents of a row', () => {
  const { text, attributions } = readMarked(
    '{S1:May} {C1:said} {I1:it rained} and {S2:Ada} {C2:denied} {I2:it}.¶{i3:So}',
  );
  expect(text).toBe('May said it rained and Ada denied it.\nSo');
  expect(
    attributions.map(({ sources, cues, optional, ...content }) => [
      cut(text, content),
      ...[...sources, ...cues].map((span) => cut(text, span)),
      optional,
    ]),
  ).toEqual([
    ['it rained', 'May', 'said', false],
    ['it', 'Ada', 'denied', false],
    ['So', true],
  ]);
});

test('numbers of an article go on over ten, and a content over two paragraphs is one', () => {
  const file = [
    '# id=xa-01 script=Latn published=2025-03-12',
    '-\tHead',
    '',
    'event\t{S11,12:May} {C11:said}: “{D11:It rained.',
    '',
    'event\t“It poured.}” She {C12:added that} {I12:it stopped}.',
  ].join('\n');
  // A tag ends in its line: what goes on is marked there again.
  const marked = file.replace('It rained.\n', 'It rained.}\n').replace('“It poured.}', '“{D11:It poured.}');
  const [article] = readMarkedArticles(marked);
  expect(article?.attributions.map((content) => cut(article.text, content))).toEqual([
    'It rained.\n“It poured.',
    'it stopped',
  ]);
  expect(article?.attributions.map(({ sources }) => sources.map((span) => cut(article.text, span)))).toEqual([
    ['May'],
    ['May'],
  ]);
});

test.each(['a {S1:b', 'a} b'])('%s: a brace without a partner is an error', (row) => {
  expect(() => readMarked(row)).toThrow('brace');
});

test('without its marks a file is one of kinds', () => {
  const file =
    '# id=a-1 script=Latn published=2025-03-12\n-\tHead\n\nevent\t{S1,2:May Chen} {C1:said} {I1:{S3:it} rained}.\n';
  expect(withoutMarks(file)).toBe(
    '# id=a-1 script=Latn published=2025-03-12\n-\tHead\n\nevent\tMay Chen said it rained.\n',
  );
});

const folder = new URL('../../data/claims/', import.meta.url);

test.each([
  ['zh-hans.txt', 116],
  ['zh-hant.txt', 128],
  ['en.txt', 140],
])('%s is marked as its README says', (name, count) => {
  const articles = readMarkedArticles(readFileSync(new URL(name, folder), 'utf8'));
  expect(articles).toHaveLength(count);
  for (const { text, attributions } of articles) {
    expect(text).not.toMatch(/[{}]/);
    expect(attributions.length).toBeGreaterThan(3);
    for (const { start, end, sources } of attributions) {
      expect(start).toBeLessThan(end);
      expect(sources.length).toBeLessThan(3);
    }
  }
});
