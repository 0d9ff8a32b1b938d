import { describe, expect, test } from '@jest/globals';
import { annotate } from '../../support/annotate.js';
import { toTraditional } from '../support.js';

const classesOf = (text: string) => {
  const document = annotate(text);
  return document.quotations.map(({ start, end, kind, depth, unbalanced }) => [
    document.text.slice(start, end),
    kind,
    depth,
    unbalanced,
  ]);
};

describe('what quotation marks are for', () => {
  test.each([
    ['“水退了，”村长高有田说。', [['水退了，', 'direct', 0, false]]],
    ['高有田认为，这次修堤是“花小钱办大事”。', [['花小钱办大事', 'mixed', 0, false]]],
    ['小说“潮间带”今年重印。', [['潮间带', 'title', 0, false]]],
    ['居民高呼“还我河岸”。', [['还我河岸', 'slogan', 0, false]]],
    ['县里启动“清河”行动。', [['清河', 'term', 0, false]]],
    ['这座“迷宫”再也没有人走进去。', [['迷宫', 'scare', 0, false]]],
    [
      '“父亲常说‘水往低处流’，我信。”高有田说。',
      [
        ['父亲常说‘水往低处流’，我信。', 'direct', 0, false],
        ['水往低处流', 'direct', 1, false],
      ],
    ],
    ['高有田说：“水退了。', [['水退了。', 'direct', 0, true]]],
    ['The film “Low Water” opens today.', [['Low Water', 'title', 0, false]]],
    ['“The dyke held,” Ruth Amsel said.', [['The dyke held,', 'direct', 0, false]]],
    [
      '大坝“稳如泰山”？\n高有田说，大坝“稳如泰山”，不必担心。',
      [
        ['稳如泰山', 'mixed', 0, false],
        ['稳如泰山', 'mixed', 0, false],
      ],
    ],
    ['没有引号。', []],
  ])('%s', (text, expected) => {
    expect(classesOf(text)).toEqual(expected);
    expect(annotate(toTraditional(text)).quotations).toEqual(annotate(text).quotations);
  });
});
