/**
 * `npm run train:borders [-- --measure]`: fits the weights by which a lost full stop of English is told (`src/segment/english-borders.ts`), on the articles of
 * `data/kinds`, writes `border-weights-en.tsv`, and prints how many full stops of `data/claims` they tell, and with how many errors.
 * `--measure` prints that for the weights as they are, and writes nothing.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '../script/fold.js';
import { borderFeatures, losableStops, oddsOfBorder, possibleBorders } from '../segment/english-borders.js';
import { withoutMarks } from './claims/marked.js';
import { readKindsArticles } from './training/kinds-articles.js';
import { fitLogistic, writeWeights } from './training/logistic.js';

interface Place {
  readonly paragraph: string;
  readonly at: number;
  readonly isStop: boolean;
}

const data = fileURLToPath(new URL('../../data/', import.meta.url));
const weightsFile = fileURLToPath(new URL('../lexicons/data/border-weights-en.tsv', import.meta.url));

/** Full stops, as if they were lost, and spaces before capitals within sentences. */
function placesOf(set: string): Place[] {
  return readKindsArticles(withoutMarks(readFileSync(`${data}${set}/en.txt`, 'utf8')))
    .flatMap(({ text }) => fold(text).split('\n'))
    .flatMap((line) => [
      ...losableStops(line).map(({ stop, border }) => ({
        paragraph: line.slice(0, stop) + line.slice(stop + 1),
        at: border,
        isStop: true,
      })),
      ...possibleBorders(line).map((at) => ({ paragraph: line, at, isStop: false })),
    ]);
}

if (!process.argv.includes('--measure')) {
  const examples = placesOf('kinds').map(({ paragraph, at, isStop }) => ({
    isTrue: isStop,
    features: borderFeatures(paragraph, at),
  }));
  writeWeights(weightsFile, [fitLogistic(examples)]);
}
const odds = placesOf('claims').map(({ paragraph, at, isStop }) => ({ isStop, odds: oddsOfBorder(paragraph, at) }));
for (const least of [1, 2, 3, 4, 5, 6]) {
  const found = odds.filter((place) => place.odds > least);
  const right = found.filter(({ isStop }) => isStop).length;
  process.stdout.write(
    `odds above ${least}: ${right} of ${odds.filter(({ isStop }) => isStop).length} full stops, ${found.length - right} of ${odds.filter(({ isStop }) => !isStop).length} others\n`,
  );
}
