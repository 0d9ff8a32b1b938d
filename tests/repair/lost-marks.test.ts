import { expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

test.each([
  ['?We don?t know,? she said.', '“We don’t know,” she said.'],
  ['\ufffdWe don\ufffdt know,\ufffd she said.', '“We don’t know,” she said.'],
  ['The mayor?s office called it ?a farce?, and left.', 'The mayor’s office called it “a farce”, and left.'],
  ['?Why did it shut?? he asked. ?It was late.?', '“Why did it shut?” he asked. “It was late.”'],
  [
    'The ferry left early\ufffd The crew\ufffd tired and cold\ufffd slept.\nNobody spoke\ufffd',
    'The ferry left early. The crew, tired and cold, slept.\nNobody spoke.',
  ],
  [
    'However? he left. In May? the pier shut, and later? the bar.',
    'However, he left. In May, the pier shut, and later, the bar.',
  ],
])('marks that a decoder lost come back: %s', (damaged, clean) => {
  const { text, repairs } = repair(damaged);
  expect(text).toBe(clean);
  expect(repairs.every(({ rule, kind }) => rule === 'lost-mark' && kind === 'mojibake')).toBe(true);
  expect(repair(text).repairs).toEqual([]);
});

test.each([
  'Is it true?Yes! He asked: "why?!?"',
  'The caf\ufffd was closed; \ufffdohn left.',
  'See https://example.org/find?s and https://example.org/find?t for more.',
  'Why? Nobody knows. What now?',
  'The \ufffdier was sh\ufffdt, sh\ufffd said on Mon\ufffday, by th\ufffd to\ufffdn.',
  '你去不去?I don?t know.',
  'really? you think so. well? maybe? no.',
  'Why? because I say so: https://example.org/a?b and more? yes, more? no. i mean it.',
  'A lost letter at the en\ufffd of a wor\ufffd and wit\ufffdin one, wi\ufffdhout a mark.',
])('left alone: %s', (text) => {
  expect(repair(text).repairs).toEqual([]);
});

test('question marks within words stand for letters', () => {
  const { text, repairs } = repair('The di?ector told repor?ers that the harbou? was shut.');
  expect(text).toBe('The di\ufffdector told repor\ufffders that the harbou\ufffd was shut.');
  expect(repairs.every(({ rule }) => rule === 'lost-character')).toBe(true);
});
