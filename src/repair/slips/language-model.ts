import { readFileSync } from 'node:fs';
import { openLexicon } from '../../lexicons/lexicon.js';
import { dictionaryPath } from '../../segment/jieba.js';
import { lazy } from '../../text/lazy.js';

/** How likely folded Chinese is, in nats (natural logarithms, so never above 0). */
export interface LanguageModel {
  /** Log probability of the character `next` after `previous`; both UTF-16 units, `previous` 0 where unknown. */
  transition(previous: number, next: number): number;
  /** Whether a folded character is punctuation that Chinese text often has. */
  isMark(folded: string): boolean;
  /** Log probability of the text cut into dictionary words in the best way. */
  words(text: string): number;
  /** The words of that best way. */
  segment(text: string): readonly string[];
  /** The Han characters that follow `previous` inside words, the likeliest first, at most `limit`. */
  successors(previous: number, limit: number): readonly string[];
}

const longestWord = 8;
const rareSymbol = -10;
const damagedSymbol = -13;
const letter = -5;
const unknownCount = 0.3;
const quoteAfterStop = -2.5;
const quotes = '“”';
const stops = '。!?';
const pauses = '。,、;:';
const doubledMark = -4;

interface Counts {
  readonly words: ReadonlyMap<string, number>;
  /** Counts of neighbours inside words, by `first * 65536 + second`. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly units: Float64Array;
  readonly total: number;
}

/** The model of jieba's dictionary: its words with their frequencies, and the character pairs that they contain. */
export const languageModel = lazy((): LanguageModel => {
  const counts = countPairs(readDictionary());
  const logTotal = Math.log(counts.total);
  const marks = openLexicon('slip-punctuation', ['mark', 'nats'], (row) => -Number(row.nats));
  const mark = (unit: number, previous: number): number => {
    const nats = marks.get(String.fromCharCode(unit)) ?? rareSymbol;
    const [before, here] = [String.fromCharCode(previous), String.fromCharCode(unit)];
    if (quotes.includes(here) && stops.includes(before)) return Math.max(nats, quoteAfterStop);
    return pauses.includes(here) && pauses.includes(before) ? nats + doubledMark : nats;
  };
  const other = (unit: number, previous: number): number | null => {
    if (isHan(unit)) return null;
    if (unit === 0xfffd) return damagedSymbol;
    return isAsciiWord(unit) ? letter : mark(unit, previous);
  };
  const start = (unit: number): number => Math.log((counts.starts[unit] ?? 0) + unknownCount) - logTotal;

  const transition = (previous: number, next: number): number => {
    const fixed = other(next, previous);
    const seen = counts.units[previous] ?? 0;
    if (fixed !== null && seen === 0) return fixed;
    if (fixed !== null) return fixed + Math.log(((counts.ends[previous] ?? 0) + 1) / (seen + 1));
    if (seen === 0) return start(next);
    const inside = counts.pairs.get(previous * 65536 + next) ?? 0;
    const across = ((counts.ends[previous] ?? 0) + 1) * (((counts.starts[next] ?? 0) + unknownCount) / counts.total);
    return Math.log((inside + across) / (seen + 1));
  };

  const best = (text: string): { scores: number[]; lengths: number[] } => {
    const scores = [0];
    const lengths = [0];
    for (let end = 1; end <= text.length; end++) {
      const single = text.charCodeAt(end - 1);
      const count = counts.words.get(text.charAt(end - 1)) ?? 0;
      let score =
        (scores[end - 1] ?? 0) + (other(single, text.charCodeAt(end - 2)) ?? Math.log(count + unknownCount) - logTotal);
      let length = 1;
      for (let size = 2; size <= longestWord && size <= end; size++) {
        const frequency = counts.words.get(text.slice(end - size, end));
        if (frequency === undefined) continue;
        const candidate = (scores[end - size] ?? 0) + Math.log(frequency) - logTotal;
        if (candidate > score) [score, length] = [candidate, size];
      }
      scores.push(score);
      lengths.push(length);
    }
    return { scores, lengths };
  };

  return {
    transition,
    isMark: (folded) => marks.has(folded),
    words: (text) => best(text).scores[text.length] ?? 0,
    segment: (text) => walkBack(text, best(text).lengths),
    successors: successorsOf(counts),
  };
});

function readDictionary(): Map<string, number> {
  const lines = readFileSync(dictionaryPath(), 'utf8');
  const words = new Map<string, number>();
  for (let at = 0; at < lines.length; ) {
    const newline = lines.indexOf('\n', at);
    const end = newline < 0 ? lines.length : newline;
    const first = lines.indexOf(' ', at);
    const second = lines.indexOf(' ', first + 1);
    const frequency = Number(lines.slice(first + 1, second));
    if (frequency > 0) words.set(lines.slice(at, first), frequency);
    at = end + 1;
  }
  return words;
}

function countPairs(words: ReadonlyMap<string, number>): Counts {
  const pairs = new Map<number, number>();
  const [starts, ends, units] = [new Float64Array(65536), new Float64Array(65536), new Float64Array(65536)];
  let total = 0;
  for (const [word, frequency] of words) {
    let previous = word.charCodeAt(0);
    add(starts, previous, frequency);
    add(units, previous, frequency);
    for (let i = 1; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const pair = previous * 65536 + unit;
      pairs.set(pair, (pairs.get(pair) ?? 0) + frequency);
      add(units, unit, frequency);
      previous = unit;
    }
    add(ends, previous, frequency);
    total += frequency;
  }
  return { words, pairs, starts, ends, units, total };
}

function add(counts: Float64Array, unit: number, frequency: number): void {
  counts[unit] = (counts[unit] ?? 0) + frequency;
}

function walkBack(text: string, lengths: readonly number[]): string[] {
  const words: string[] = [];
  for (let end = text.length; end > 0; ) {
    const start = end - (lengths[end] ?? 1);
    words.unshift(text.slice(start, end));
    end = start;
  }
  return words;
}

/** Indexes the pairs by their first character on first use: only a character lost with both bytes asks for it. */
function successorsOf(counts: Counts): LanguageModel['successors'] {
  const index = lazy(() => {
    const lists = new Map<number, [string, number][]>();
    for (const [pair, count] of counts.pairs) {
      const previous = Math.floor(pair / 65536);
      const entry: [string, number] = [String.fromCharCode(pair % 65536), count];
      const list = lists.get(previous);
      if (list === undefined) lists.set(previous, [entry]);
      else list.push(entry);
    }
    return lists;
  });
  return (previous, limit) => {
    const list = index().get(previous) ?? [];
    return [...list]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([character]) => character);
  };
}

function isAsciiWord(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/** Whether a UTF-16 unit is a Han character of the basic plane. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}
