import type { HanName } from './han-name.js';
import type { LatinName, LatinWord } from './latin-name.js';
import { stemOf } from './name-words.js';
import { spelled } from './romanization.js';
import { soundSimilarity } from './sound.js';
import { soundsLike } from './spelling.js';

/** How well a part stands for a set of words, as a mask over them. */
interface Match {
  readonly end: number;
  readonly mask: number;
  readonly credit: number;
}

/**
 * How far a Chinese and an English name are translations of each other, 0 to 1: what share of both is covered by parts that
 * mean the same, are the same place, or sound the same. 0 where nothing but words of kind agrees.
 */
export function translationSimilarity(han: HanName, latin: LatinName): number {
  const words = wordsFor(han, latin.words);
  const matches = matchesOf(han, words);
  const wordWeights = words.map(({ weight }) => weight);
  const allWords = sum(wordWeights);
  const allHan = sum(han.weights);
  // best[position] maps a mask of used words to the weight of characters covered so far.
  const best: Map<number, Covered>[] = Array.from({ length: han.length + 1 }, () => new Map());
  best[0]?.set(0, { han: 0, words: 0, distinct: false });
  for (let at = 0; at < han.length; at++)
    for (const [mask, covered] of best[at] ?? []) {
      keep(best[at + 1], mask, covered);
      for (const match of matches[at] ?? []) {
        if ((match.mask & mask) !== 0) continue;
        const hanWeight = sum(han.weights.slice(at, match.end)) * match.credit;
        const wordWeight = wordsIn(match.mask, wordWeights) * match.credit;
        keep(best[match.end], mask | match.mask, {
          han: covered.han + hanWeight,
          words: covered.words + wordWeight,
          distinct: covered.distinct || (hanWeight >= 0.6 && isDistinct(match.mask, words)),
        });
      }
    }
  let top = 0;
  for (const covered of best[han.length]?.values() ?? []) {
    const [ofHan, ofWords] = [covered.han / allHan, covered.words / allWords];
    const score = (2 * ofHan * ofWords) / (ofHan + ofWords);
    // 财政部, Ministry of Finance: words of kind alone must agree in all.
    if (covered.distinct || score >= 0.95) top = Math.max(top, score);
  }
  return Math.min(1, top);
}

interface Covered {
  readonly han: number;
  readonly words: number;
  readonly distinct: boolean;
}

function keep(states: Map<number, Covered> | undefined, mask: number, covered: Covered): void {
  const known = states?.get(mask);
  if (known === undefined || gainOf(covered) > gainOf(known)) states?.set(mask, covered);
}

function gainOf({ han, words, distinct }: Covered): number {
  return han + words + (distinct ? 1 : 0);
}

function isDistinct(mask: number, words: readonly LatinWord[]): boolean {
  return words.some(({ isKind }, at) => !isKind && (mask & (1 << at)) !== 0);
}

function wordsIn(mask: number, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => ((mask & (1 << at)) === 0 ? total : total + weight), 0);
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

/** By start, what each part of the Chinese name may stand for. */
function matchesOf(han: HanName, words: readonly LatinWord[]): Match[][] {
  const matches: Match[][] = Array.from({ length: han.length }, () => []);
  const cantonese = words.map(({ text }) => soundsLike(text, 'cantonese'));
  for (const part of han.parts) {
    const add = (mask: number, credit: number) => matches[part.start]?.push({ end: part.end, mask, credit });
    let meant = 0;
    words.forEach((word, at) => {
      const bit = 1 << at;
      const means = part.stems.has(word.stem);
      if (means) meant |= bit;
      if (means || part.mandarin.has(spelled(word.text)) || part.cantonese.has(cantonese[at] ?? '')) add(bit, 1);
      else if (part.sounds !== '' && word.sounds !== '' && !word.isKind && word.text.length >= 3) {
        const alike = soundSimilarity(part.sounds, word.sounds);
        // What reads as pinyin is more often Chinese.
        if (alike >= (word.isPinyin ? 0.9 : soundFloor)) add(bit, alike);
      }
      // Tung Hai: one spelled word a character.
      const next = words[at + 1];
      if (next === undefined) return;
      const [joined, joinedCantonese] = [spelled(word.text + next.text), `${cantonese[at]}${cantonese[at + 1]}`];
      if (part.mandarin.has(joined) || part.cantonese.has(joinedCantonese)) add(bit | (bit << 1), 1);
    });
    if ((meant & (meant - 1)) !== 0) add(meant, 1);
    for (const name of part.names) {
      const first = words.findIndex((_, at) => name.every((stem, offset) => words[at + offset]?.stem === stem));
      if (first >= 0) add(((1 << name.length) - 1) << first, 1);
    }
  }
  return matches;
}

const soundFloor = 0.74;

/** The words of the English name, a compound parted where both halves have a meaning of the Chinese one: silver|reed, 银苇. */
function wordsFor(han: HanName, words: readonly LatinWord[]): LatinWord[] {
  const meanings = new Set(han.parts.flatMap(({ stems }) => [...stems]));
  return words.flatMap((word) => {
    if (word.isKind || word.text.length < 6 || meanings.has(word.stem)) return [word];
    for (let at = 3; at <= word.text.length - 3; at++) {
      const halves = [word.text.slice(0, at), word.text.slice(at)].map((text) => ({
        ...{ text, stem: stemOf(text), sounds: '', isKind: false, isPinyin: false, weight: word.weight / 2 },
      }));
      if (halves.every(({ stem }) => meanings.has(stem))) return halves;
    }
    return [word];
  });
}
