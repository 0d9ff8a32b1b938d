import { expect, test } from '@jest/globals';
import { readIob2, readMarked, readWikigold } from '../../src/tools/training/corpus.js';

test('Universal NER: words without spaces between them, places of an open kind', () => {
  const content =
    '# sent_id = 1\n# text = 林又晴去港島。\n1\t林又晴\tB-PER\t-\t-\n2\t去\tO\t-\t-\n3\t港島\tB-LOC\t-\t-\n4\t。\tO\t-\t-\n';
  expect(readIob2(content)).toEqual([
    {
      text: '林又晴去港島。',
      coarse: true,
      names: [
        { start: 0, end: 3, types: ['PERSON'] },
        { start: 4, end: 6, types: ['GPE', 'LOC', 'FAC'] },
      ],
    },
  ]);
});

test('our own sentences: names in brackets, lines of the header left out', () => {
  expect(readMarked('# a header\n[林又晴|PERSON]在[港島|LOC]。\n\n')).toEqual([
    {
      text: '林又晴在港島。',
      coarse: false,
      names: [
        { start: 0, end: 3, types: ['PERSON'] },
        { start: 4, end: 6, types: ['LOC'] },
      ],
    },
  ]);
});

test('Wikigold: tags without a beginning, marks glued to their word', () => {
  expect(readWikigold('Ann I-PER\nLee I-PER\nleft O\n. O\n')).toEqual([
    { text: 'Ann Lee left.', coarse: true, names: [{ start: 0, end: 7, types: ['PERSON'] }] },
  ]);
});
