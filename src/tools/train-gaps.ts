/**
 * `npm run train:gaps [-- --measure]`: fits the weights by which letters, commas and full stops of Chinese are told apart where one is lost (`src/repair/gap-odds.ts`), on the
 * articles of `data/kinds`, writes `gap-weights.tsv`, and prints how many of `data/claims` they tell.
 * `--measure` prints that for the weights as they are, and writes nothing.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeGap, behindGap, gapFeatures, oddsOfGap } from '../repair/gap-odds.js';
import { fold } from '../script/fold.js';
import { withoutMarks } from './claims/marked.js';
import { readKindsArticles } from './training/kinds-articles.js';
import { fitLogistic, writeWeights } from './training/logistic.js';

interface Place {
  readonly at: number;
  /** The mark there; null for a letter. */
  readonly mark: string | null;
  readonly isBeforeQuote: boolean;
}

const data = fileURLToPath(new URL('../../data/', import.meta.url));
const weightsFile = fileURLToPath(new URL('../lexicons/data/gap-weights.tsv', import.meta.url));
/** Beside Latin letters too: where a decoder left a question mark there, it may well be one, but what a mark is like is learned there as well. */
const between = (sign: string) => new RegExp(`(?<=[${beforeGap}A-Za-z])${sign}(?=[${behindGap}A-Z])`, 'gu');
const marks = between('[,、;:。!?]');
const letters = between('\\p{Script=Han}');
/** One letter in so many is taken, so that there are about as many letters as marks. */
const everyLetter = 13;

function textsOf(set: string): string[] {
  return ['zh-hans', 'zh-hant'].flatMap((file) =>
    readKindsArticles(withoutMarks(readFileSync(`${data}${set}/${file}.txt`, 'utf8'))).map(({ text }) => fold(text)),
  );
}

function placesOf(text: string): Place[] {
  const found = (pattern: RegExp): { readonly at: number; readonly character: string }[] =>
    Array.from(text.matchAll(pattern), ({ 0: character, index }) => ({ at: index, character }));
  return [
    ...found(marks).map(({ at, character }) => ({ at, mark: character })),
    ...found(letters).flatMap(({ at }, i) => (i % everyLetter === 0 ? [{ at, mark: null }] : [])),
  ].map((place) => ({ ...place, isBeforeQuote: text.charAt(place.at + 1) === '“' }));
}

function isStop(mark: string | null): boolean {
  return mark !== null && '。!?'.includes(mark);
}

if (!process.argv.includes('--measure')) {
  const places = textsOf('kinds').flatMap((text) =>
    placesOf(text).map((place) => ({ ...place, features: gapFeatures(text, place.at) })),
  );
  const column = (among: (place: Place) => boolean, is: (mark: string | null) => boolean): Map<string, number> =>
    fitLogistic(places.filter(among).map(({ mark, features }) => ({ isTrue: is(mark), features })));
  writeWeights(weightsFile, [
    column(
      () => true,
      (mark) => mark !== null,
    ),
    column(({ mark }) => mark !== null, isStop),
    column(
      ({ mark, isBeforeQuote }) => mark !== null && isBeforeQuote,
      (mark) => mark === ':',
    ),
  ]);
}
const gaps = textsOf('claims').flatMap((text) =>
  placesOf(text).map((place) => ({ ...place, odds: oddsOfGap(text, place.at) })),
);
const told = (among: typeof gaps, isRight: (gap: (typeof gaps)[number]) => boolean): string =>
  `${among.filter(isRight).length} of ${among.length}`;
const ofMarks = gaps.filter(({ mark }) => mark !== null);
process.stdout.write(
  [
    `letters and marks: ${told(gaps, ({ mark, odds }) => odds.mark > 0 === (mark !== null))}`,
    `commas and full stops: ${told(ofMarks, ({ mark, odds }) => odds.stop > 0 === isStop(mark))}`,
    `colons before quotations: ${told(
      ofMarks.filter(({ isBeforeQuote }) => isBeforeQuote),
      ({ mark, odds }) => odds.colon > 0 === (mark === ':'),
    )}`,
    '',
  ].join('\n'),
);
