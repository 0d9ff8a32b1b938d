import { describe, expect, test } from '@jest/globals';
import { startPipeline } from '../../src/pipeline/builder.js';
import { sentences } from '../../src/segment/sentences.js';
import { tokens } from '../../src/segment/tokens.js';
import { monthLength } from '../../src/times/calendar.js';
import { times } from '../../src/times/index.js';

const pipeline = startPipeline([]).use(sentences).use(tokens).use(times);

const year = String.raw`-?(?:\d{4}|\d\d[\dX]X|XXXX)`;
const clock = String.raw`T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?`;
/** A year, month or part of a year, a day, a moment, or an open end, of EDTF. */
const edtfEnd = new RegExp(String.raw`^(?:\.\.|${year}(?:-(?:[0-4]\d|XX)(?:-(?:\d\d|XX)(?:${clock})?)?)?~?)$`, 'u');

/** Whether no full date in what is written lacks its day in the calendar. */
function isReal(written: string): boolean {
  return Array.from(written.matchAll(/(-?\d{4})-(\d\d)-(\d\d)/g)).every(([, ofYear, month, day]) => {
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    return isMonth && Number(day) >= 1 && Number(day) <= monthLength(Number(ofYear), Number(month));
  });
}

const days = [1, 28, 29, 30, 31];
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);

const written: readonly (readonly [name: string, texts: readonly string[]])[] = [
  ['a day of a month', months.flatMap((month) => days.map((day) => `${month}月${day}日停航。`))],
  ['a day of a year', months.flatMap((month) => days.map((day) => `船于2023年${month}月${day}日停航。`))],
  ['a day of last year', months.flatMap((month) => days.map((day) => `去年的${month}月${day}日，船停航。`))],
  ['a range', months.flatMap((month) => days.map((day) => `${month}月28日至${day}日停航。`))],
  [
    'a day of the last month',
    days.flatMap((day) => [`上月${day}日停航。`, `${day}日停航。`, `2月停航，${day}日復航。`]),
  ],
  ['a day with its clock', months.flatMap((month) => days.map((day) => `${month}月${day}日20時停航。`))],
  ['an English day', englishMonths.flatMap((month) => days.map((day) => `It sank on ${month} ${day}, 2023.`))],
  ['an English day without year', englishMonths.flatMap((month) => days.map((day) => `It sank on ${day} ${month}.`))],
  ['digits', months.flatMap((month) => days.map((day) => `It sank on 2023-${String(month).padStart(2, '0')}-${day}.`))],
  ['so long ago', months.map((count) => `它在${count}個月前的今天沉沒。`)],
  [
    'so many days',
    ['三天', '五千年', '一億天', '一千萬個月'].flatMap((length) => [`${length}前沉沒。`, `${length}後沉沒。`]),
  ],
  ['a week', [1, 52, 53].flatMap((week) => [`2021年第${week}周停航。`, `It sank in week ${week} of 2021.`])],
  ['a far year', ['公元前4712年', '公元前一万年', '10000年', '200年', '9999年'].map((of) => `${of}1月1日停航。`)],
];

describe('every date is in the calendar, and every edtf can be read', () => {
  test.each(written)('%s', (_name, texts) => {
    for (const published of ['2024-02-29', '2023-03-31', '2024-12-31', null]) {
      const found = texts.flatMap((text) => pipeline.run({ id: 'test', text, published }).times);
      const wrong = found.filter(({ value, edtf, begin, until }) => {
        const isWritten = [value, edtf, begin, until].every((of) => of === null || isReal(of));
        return !isWritten || !(edtf ?? '..').split('/').every((end) => edtfEnd.test(end));
      });
      expect(wrong).toEqual([]);
      expect(found.length).toBeGreaterThan(0);
    }
  });
});
