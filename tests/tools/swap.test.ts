import { expect, test } from '@jest/globals';
import { readMarked } from '../../src/tools/training/corpus.js';
import { withNamesSwapped } from '../../src/tools/training/swap.js';

const samples = readMarked(
  [
    '[林蔚然|PERSON]在[台中|GPE]說,[OpenAI|ORG]沒有回應。',
    '今天沒有名字。',
    '[陳嘉慧|PERSON]與[Ada Lovelace|PERSON]去了[嘉義|GPE]。',
    '[北辰科技|ORG]在[花蓮|GPE]設廠。',
  ].join('\n'),
);
const swapped = withNamesSwapped(samples, 1);

test('only sentences with names are copied, and the words around the names stay', () => {
  expect(swapped.map(({ text, names }) => mask(text, names))).toEqual([
    '▢在▢說,▢沒有回應。',
    '▢與▢去了▢。',
    '▢在▢設廠。',
  ]);
});

test('a name gives way to one of its type and script', () => {
  const forms = (list: typeof samples) =>
    list.flatMap(({ text, names }) =>
      names.map(({ start, end, types }) => {
        const form = text.slice(start, end);
        return `${types.join()} ${/\p{Script=Han}/u.test(form) ? 'Han' : 'Latin'} ${form}`;
      }),
    );
  expect(forms(swapped).filter((form) => !forms(samples).includes(form))).toEqual([]);
  expect(forms(swapped)).not.toEqual(forms(samples));
  expect(forms(swapped).map((form) => form.split(' ').slice(0, 2))).toEqual(
    forms(samples).map((form) => form.split(' ').slice(0, 2)),
  );
});

test('the same seed gives the same copies', () => {
  expect(withNamesSwapped(samples, 1)).toEqual(swapped);
});

function mask(text: string, names: readonly { start: number; end: number }[]): string {
  return [...names]
    .reverse()
    .reduce((masked, { start, end }) => `${masked.slice(0, start)}▢${masked.slice(end)}`, text);
}
