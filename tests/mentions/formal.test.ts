import { describe, expect, test } from '@jest/globals';
import type { Document } from '../../src/document/types.js';
import { annotate } from '../support/annotate.js';

type Found = Document<'mentions' | 'entities'>;

/** The people of a text with their roles. */
function peopleOf(text: string): string[] {
  const document = annotate(text) as Found;
  return document.mentions
    .filter(({ type }) => type === 'PERSON')
    .map(({ start, end, role }) => {
      const name = document.text.slice(start, end);
      return role === undefined ? name : `${name} (${document.text.slice(role.start, role.end)})`;
    });
}

describe('people and what they are', () => {
  test.each<[string, string[]]>([
    ['林先生說，他不知情。', ['林 (先生)']],
    ['處長林志明表示，火已撲滅。林處長隨後離開。', ['林志明 (處長)', '林 (處長)']],
    ['葉女與陳男是同事。', ['葉 (女)', '陳 (男)']],
    ['創始人、董事長兼首席執行官沈知微說，價格不變。', ['沈知微 (創始人、董事長兼首席執行官)']],
    ['雲硯科技聯合首席執行官周敏說，價格不變。', ['周敏 (聯合首席執行官)']],
    ['代理局长林海涛说，桥修好了。', ['林海涛 (代理局长)']],
    ['周敏（前名誉主席）离开。', ['周敏 (前名誉主席)']],
    ['日前总裁林又晴辞职。', ['林又晴 (总裁)']],
    ['三天前局长林又晴辞职。', ['林又晴 (局长)']],
    ['Co-chief executive Anna Bell said no.', ['Anna Bell (Co-chief executive)']],
    ['Anna Bell, the former acting director of the lab, said no.', ['Anna Bell (former acting director)']],
    ['歐陽女士說，店會重開。', ['歐陽 (女士)']],
    ['Mr. Dugu of the harbour board said so.', ['Dugu (Mr.)']],
    ['Ada Okafor, chief executive of Roc Bay, resigned.', ['Ada Okafor (chief executive)']],
    ['Both Sun Peiran and Lo Wing-yan were there.', ['Sun Peiran', 'Lo Wing-yan']],
    ['第十三任总理在此出生。', []],
    ['他任主編期間很忙。', []],
    ['但爸爸和媽媽都很忙。', []],
  ])('%s', (text, people) => {
    expect(peopleOf(text)).toEqual(people);
  });
});

test.each([
  ['籍貫廣東順德。', ['廣東', '順德']],
  ['人在香港。', ['香港']],
])('a text that opens with a word of origin: %s', (text, names) => {
  const document = annotate(text) as Found;
  expect(document.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(names);
});

test('a place in the capitals of a dateline is the place of the text', () => {
  const { entities } = annotate('PORT ELLERY, March 6 - The harbour of Port Ellery reopened.') as Found;
  expect(entities.map(({ type, name, aliases }) => [type, name, ...aliases])).toEqual([
    ['GPE', 'PORT ELLERY', 'Port Ellery'],
  ]);
});
