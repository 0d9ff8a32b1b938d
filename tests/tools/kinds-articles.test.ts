import { expect, test } from '@jest/globals';
import { readKindsArticles } from '../../src/tools/training/kinds-articles.js';

const file = `# id=a-1 script=Latn published=2025-03-12
-\tMill closes

event statistic\tThe mill cut 40 jobs.
state\tIts gates are shut.

# id=a-2 script=Hant published=2025-03-13
event\t磨坊關門。
state\t門口無人。
`;

test('every sentence slices out of the text of its article, with its kinds', () => {
  const articles = readKindsArticles(file);
  expect(articles.map(({ id, script, published }) => [id, script, published])).toEqual([
    ['a-1', 'Latn', '2025-03-12'],
    ['a-2', 'Hant', '2025-03-13'],
  ]);
  expect(articles.map(({ text }) => text)).toEqual([
    'Mill closes\nThe mill cut 40 jobs. Its gates are shut.',
    '磨坊關門。門口無人。',
  ]);
  expect(articles.map(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ['Mill closes', 'The mill cut 40 jobs.', 'Its gates are shut.'],
    ['磨坊關門。', '門口無人。'],
  ]);
  expect(articles[0]?.sentences.map(({ kinds }) => kinds)).toEqual([[], ['event', 'statistic'], ['state']]);
});

test.each([
  ['a line without a tabulator', '# id=a script=Latn published=2025-03-12\nThe mill closed.'],
  ['an unknown kind', '# id=a script=Latn published=2025-03-12\nopinion\tThe mill closed.'],
  ['a head without a date', '# id=a script=Latn\nevent\tThe mill closed.'],
])('%s is refused', (_, text) => {
  expect(() => readKindsArticles(text)).toThrow();
});
