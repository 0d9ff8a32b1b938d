import { describe, expect, test } from '@jest/globals';
import type { Document, Entity } from '../../src/document/types.js';
import { linkCorpus } from '../../src/entities/corpus.js';
import { annotate } from '../support/annotate.js';

function entitiesOf(text: string): readonly Entity[] {
  return (annotate(text) as Document<'entities'>).entities;
}

describe('the English name of a listed name', () => {
  test.each([
    ['歌手刘德华周六开唱。', '刘德华', 'Andy Lau'],
    ['民警刘德华表示，路已通车。', '刘德华', null],
    ['律師黎明說，他的客戶會上訴。', '黎明', null],
    ['外卖员马斯克说，雨太大了。', '马斯克', null],
    ['教育局宣布停課。', '教育局', 'Education Bureau'],
    ['台南市教育局宣布停課，教育局說校車照開。', '台南市教育局', null],
  ])('%s', (text, name, en) => {
    expect(entitiesOf(text).find((entity) => entity.name === name)?.names.en).toBe(en);
  });
});

test('over a corpus an ordinary person is not the celebrity of that name', () => {
  const texts = [
    '民警刘德华表示，路已通车。',
    'Andy Lau sang on Saturday.',
    '歌手刘德华周六开唱。',
    '民警刘德华说，雪停了。',
  ];
  const { ids } = linkCorpus(texts.map((text, at) => ({ documentId: String(at), entities: entitiesOf(text) })));
  const [ordinary, english, singer, again] = [0, 1, 2, 3].map((at) => ids.get(String(at))?.[0]);
  expect(english).toBe(singer);
  expect(again).toBe(ordinary);
  expect(ordinary).not.toBe(singer);
});
