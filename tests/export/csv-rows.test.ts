import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from '../../src/export/csv-rows.js';
import { runs } from '../support/fuzz.js';

test.each([
  [[['船', 'a b', null, '']], '船,a b,,\n'],
  [[[1, -2.5, true, false]], '1,-2.5,true,false\n'],
  [[['a,b', 'say "no"', 'a\nb', 'a\rb']], '"a,b","say ""no""","a\nb","a\rb"\n'],
  [[['=1+1'], ['-5']], '=1+1\n-5\n'],
  [[], ''],
])('%j', (rows, expected) => {
  expect(toCsv(rows)).toBe(expected);
});

test.each([
  ['=1+1', "'=1+1\n"],
  ['＝1', "'＝1\n"],
  ['@a', "'@a\n"],
  ['-a,b', `"'-a,b"\n`],
  ['a=1', 'a=1\n'],
  [-5, '-5\n'],
])('formulas: %j', (cell, expected) => {
  expect(toCsv([[cell]], true)).toBe(expected);
});

test('a reader gets the texts back', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', "'", '=', '船', '𠮷', 'a') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), (rows) => {
      expect(parse(toCsv(rows), { record_delimiter: '\n' })).toEqual(rows);
    }),
    { numRuns: runs() },
  );
});
