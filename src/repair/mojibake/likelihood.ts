import { frequencyRank } from '../../lexicons/frequent-characters.js';
import { fold } from '../../script/fold.js';
import { lazy } from '../../text/lazy.js';
import { foldCharacter } from '../readings.js';
import { isHan, languageModel } from '../slips/language-model.js';

const frequentRank = 1200;
const leastAverage = -9.5;
const leastGain = 3;
const leastTotalGain = 16;
/** The counts of the model hold no figures: what stands beside one is priced as beside numerals, on average. */
const numerals = Array.from('一二三四五六七八九十');

/** How many Han characters a text holds. */
export function hanIn(text: string): number {
  return Array.from(text).filter((character) => isHan(character.charCodeAt(0))).length;
}

/** Log probability a character, in nats. */
export function averageOf(text: string): number {
  return sumOf(text) / Math.max(1, text.length);
}

/** Whether a text is far likelier Chinese than the run that it is made of. */
export function isLikelier(text: string, run: string): boolean {
  const average = averageOf(text);
  const gain = average - averageOf(run);
  return average >= leastAverage && gain >= leastGain && gain * text.length >= leastTotalGain;
}

/** Log probability of a text, in nats. */
export function sumOf(text: string): number {
  const model = languageModel();
  const folded = fold(text);
  let sum = 0;
  for (let i = 0; i < folded.length; i++)
    sum += model.transition(i === 0 ? 0 : folded.charCodeAt(i - 1), folded.charCodeAt(i));
  return sum;
}

/** How likely each character is behind `previous` and before `next`, either of which may be none. */
export function fitBetween(previous: string, next: string): (character: string) => number {
  const { transition } = languageModel();
  const [before, behind] = [unitsLike(previous), unitsLike(next)];
  return (character) => {
    const unit = unitOf(character);
    const chanceBefore = meanOf(before, (one) => Math.exp(transition(one, unit)));
    return chanceBefore * (next === '' ? 1 : meanOf(behind, (one) => Math.exp(transition(unit, one))));
  };
}

function unitsLike(character: string): number[] {
  return (/\d/.test(character) ? numerals : [character]).map(unitOf);
}

function unitOf(character: string): number {
  return character === '' ? 0 : foldCharacter(character).charCodeAt(0);
}

function meanOf(units: readonly number[], chanceOf: (unit: number) => number): number {
  return units.reduce((sum, unit) => sum + chanceOf(unit), 0) / units.length;
}

/** Whether a text consists of Han characters of the dictionary, marks that Chinese text often has, and ASCII. */
export function isChinese(text: string): boolean {
  const { isKnown, isMark } = languageModel();
  return fold(text)
    .split('')
    .every((character) => {
      const unit = character.charCodeAt(0);
      return unit < 0x80 || isMark(unit) || isKnown(unit);
    });
}

/** 1 by UTF-16 unit for frequent Han characters of both scripts and for Chinese punctuation. */
export const frequentUnits = lazy((): Uint8Array => {
  const table = new Uint8Array(65536);
  const units = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i));
  fold(units.join('\n'))
    .split('\n')
    .forEach((folded, i) => {
      if ((frequencyRank(folded) ?? Infinity) <= frequentRank) table[0x4e00 + i] = 1;
    });
  for (let unit = 0x3000; unit <= 0x303f; unit++) table[unit] = 1;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = 1;
  return table;
});
