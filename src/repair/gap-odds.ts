import { frequentCharacters } from '../lexicons/frequent-characters.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { remembered } from '../text/remembered.js';
import { isHan, languageModel } from './slips/language-model.js';

/** So far back and ahead signs are looked for. */
const furthestBack = 80;
const furthestAhead = 40;
/** Lengths are told apart in steps of two characters within a clause and four within a sentence, up to so many steps. */
const longest = 12;
const sentenceEnd = /[。!?]/;

/** What a lost mark or letter of Chinese stands between, to be written into a class of an expression: readers of the unfolded text add their brackets. */
export const beforeGap = String.raw`\p{Script=Han}\d%”`;
export const behindGap = String.raw`\p{Script=Han}\d“”`;

/**
 * What speaks for a letter, a comma, a colon or a full stop in a gap at `at` of a Chinese text: the characters on both sides, how long the clauses
 * and the sentence are, how many commas it has had, and what ends the next clause. Figures and Latin letters are alike.
 */
export function gapFeatures(folded: string, at: number): string[] {
  const back =
    withClasses(folded.slice(Math.max(0, at - furthestBack), at))
      .split('\n')
      .at(-1) ?? '';
  const sentence = back.split(sentenceEnd).at(-1) ?? '';
  const clause = sentence.split(/[,;:、“”\ufffd]/).at(-1) ?? '';
  const closes = /^[”’]*/.exec(folded.slice(at + 1, at + 3))?.[0].length ?? 0;
  const ahead = withClasses(folded.slice(at + 1 + closes, at + 1 + closes + furthestAhead)).split('\n')[0] ?? '';
  const next = /^[^,。;:!?、“”\ufffd]*/.exec(ahead)?.[0] ?? '';
  const areHan = isHan(folded.charCodeAt(at - 1)) && isHan(folded.charCodeAt(at + 1));
  const place = closes > 0 ? 'quoted' : 'plain';
  return [
    `bias:${place}`,
    ...[1, 2, 3].map((size) => `before:${back.slice(-size)}`),
    ...[1, 2, 3].map((size) => `behind:${ahead.slice(0, size)}`),
    `clause:${stepsOf(clause.length, 2)}`,
    `sentence:${stepsOf(sentence.length, 4)}`,
    `commas:${Math.min(longest, sentence.split(',').length - 1)}`,
    `next:${stepsOf(next.length, 2)}`,
    `mark:${ahead.charAt(next.length)}`,
    `end:${next.slice(-1)}${ahead.charAt(next.length)}`,
    `${place}:${next.slice(-1)}`,
    ...(areHan ? [`pair:${oddsOfPair(folded.charAt(at - 1) + folded.charAt(at + 1))}`] : []),
  ];
}

/** How much likelier one thing is than the other in a gap, as natural logarithms. */
export interface GapOdds {
  /** A mark than a letter. */
  readonly mark: number;
  /** A full stop than a comma, where it is a mark. */
  readonly stop: number;
  /** A colon than any other mark, where a mark stands before a quotation. */
  readonly colon: number;
}

/** What a gap at `at` of a Chinese text in the fold is likely to have been. */
export function oddsOfGap(folded: string, at: number): GapOdds {
  const found = gapFeatures(folded, at).flatMap((feature) => weights().get(feature) ?? []);
  const sum = (part: keyof GapOdds): number => found.reduce((total, weight) => total + weight[part], 0);
  return { mark: sum('mark'), stop: sum('stop'), colon: sum('colon') };
}

const weights = () =>
  openLexicon('gap-weights', ['feature', 'mark', 'stop', 'colon'], ({ mark, stop, colon }) => ({
    mark: Number(mark),
    stop: Number(stop),
    colon: Number(colon),
  }));

/** How much likelier a mark is between two characters than a Han character, by the language model. */
const oddsOfPair = remembered((pair: string): number => {
  const [previous, next] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  const { transition } = languageModel();
  const chance = (units: readonly number[]): number =>
    units.reduce((sum, unit) => sum + Math.exp(transition(previous, unit) + transition(unit, next)), 0);
  return Math.round(Math.log(chance(markUnits)) - Math.log(chance(hanUnits())));
}, 10_000);

const markUnits = Array.from(',。;:、', (mark) => mark.charCodeAt(0));
const hanUnits = lazy(() => frequentCharacters().map((character) => character.charCodeAt(0)));

function withClasses(text: string): string {
  return text
    .replace(/[^\S\n]+/g, '')
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[A-Za-z]+/g, 'a');
}

function stepsOf(length: number, step: number): number {
  return Math.min(longest, Math.floor(length / step));
}
