import { describe, expect, test } from '@jest/globals';
import { parseRows, toLexicon } from '../../src/lexicons/lexicon.js';

const header = '# Words for a test\n# columns: word meaning\n';
const parse = (content: string) => parseRows('test', Buffer.from(content), ['word', 'meaning'], (row) => row.meaning);

describe('parseRows', () => {
  test('reads a row a line, and empty cells', () => {
    expect([...parse(`${header}渡船\tferry\n碼\t\n`)]).toEqual([
      ['渡船', 'ferry'],
      ['碼', ''],
    ]);
  });

  test.each([
    ['a cell too few', `${header}渡船\n`, 'lexicon "test", line 3: 1 cells, not 2.'],
    ['a repeated key', `${header}a\tb\na\tc\n`, 'line 4: the key "a" is empty or repeated'],
    ['an empty key', `${header}\tb\n`, 'the key "" is empty'],
    ['other columns', '# columns: word\n', 'columns are not "word meaning"'],
  ])('refuses %s', (_name, content, message) => {
    expect(() => parse(content)).toThrow(message);
  });
});

describe('matching', () => {
  const lexicon = toLexicon(
    'test',
    new Map([
      ['渡', 1],
      ['渡船', 2],
      ['渡船碼頭', 3],
      ['船碼', 4],
    ]),
  );

  test('longestAt takes the longest key that starts there', () => {
    expect(lexicon.longestAt('坐渡船碼', 1)).toEqual({ start: 1, end: 3, value: 2 });
    expect(lexicon.longestAt('坐渡船碼', 0)).toBeNull();
    expect(lexicon.longestAt('渡', 9)).toBeNull();
  });

  test('allAt gives every key that starts there, shortest first', () => {
    expect(lexicon.allAt('渡船碼頭', 0).map((match) => match.value)).toEqual([1, 2, 3]);
  });

  test('lastAt gives the longest key that starts there and is taken', () => {
    expect(lexicon.lastAt('坐渡船碼頭', 1, () => true)).toEqual({ start: 1, end: 5, value: 3 });
    expect(lexicon.lastAt('坐渡船碼頭', 1, (start, end) => end - start < 3)).toEqual({ start: 1, end: 3, value: 2 });
    expect(lexicon.lastAt('坐渡船碼頭', 1, () => false)).toBeNull();
    expect(lexicon.lastAt('坐渡船碼頭', 0, () => true)).toBeNull();
  });
});
