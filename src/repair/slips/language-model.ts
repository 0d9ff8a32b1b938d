import { readFileSync } from 'node:fs';
import { openLexicon, readLexicon } from '../../lexicons/lexicon.js';
import { dictionaryPath } from '../../segment/jieba.js';
import { lazy } from '../../text/lazy.js';
import { PairCounts } from './pair-counts.js';
import { WordCounts } from './word-counts.js';

/** How likely folded Chinese is, in nats (natural logarithms, so never above 0). Characters are UTF-16 units. */
export interface LanguageModel {
  /** Log probability of the character `next` after `previous`; `previous` is 0 where unknown. */
  transition(previous: number, next: number): number;
  /** Whether a folded character is punctuation that Chinese text often has. */
  isMark(unit: number): boolean;
  /** Whether a folded Han character stands in a word of the dictionary. */
  isKnown(unit: number): boolean;
  /**
   * Prices texts that go on alike: gives the log probability of `text` and the rest from its index `from` on, both cut
   * into dictionary words in the best way.
   */
  wordsBefore(rest: string): (text: string, from: number) => number;
  /** The dictionary words of a text, cut in the best way. */
  segment(text: string): readonly string[];
  /** The Han characters that follow `previous` inside words, the likeliest first, at most `limit`. */
  successors(previous: number, limit: number): readonly number[];
}

const longestWord = 6;
const rareSymbol = -10;
const damagedSymbol = -13;
const letter = -5;
const unknownCount = 0.3;
const quoteAfterStop = -2.5;
const quotes = '“”';
const stops = '。!?';
const pauses = '。,、;:.!?';
const doubledMark = -4;
const backoff = 3;
/** How many transitions are remembered: a search asks for the same ones again and again. */
const memory = 1 << 16;

interface Counts {
  readonly words: WordCounts;
  /** Neighbours inside words. */
  readonly pairs: PairCounts;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly units: Float64Array;
  readonly total: number;
}

/** The model of jieba's dictionary: its words with their frequencies, and the character pairs that they contain. */
export const languageModel = lazy((): LanguageModel => {
  const counts = countPairs(readDictionary());
  const logTotal = Math.log(counts.total);
  const mark = markCosts();
  /** What a character costs that is no Han character; 0 for these. */
  const other = (unit: number, previous: number): number => {
    if (isHan(unit)) return 0;
    if (unit === 0xfffd) return damagedSymbol;
    return isAsciiWord(unit) ? letter : mark(unit, previous);
  };
  const start = (unit: number): number => Math.log((counts.starts[unit] ?? 0) + unknownCount) - logTotal;

  const unseen = (previous: number, next: number): number => {
    const fixed = other(next, previous);
    const seen = counts.units[previous] ?? 0;
    if (fixed !== 0) return seen === 0 ? fixed : fixed + Math.log(((counts.ends[previous] ?? 0) + 1) / (seen + 1));
    if (seen === 0) return start(next);
    const inside = counts.pairs.get(previous, next);
    const across = ((counts.ends[previous] ?? 0) + 1) * (((counts.starts[next] ?? 0) + unknownCount) / counts.total);
    return Math.log((inside + across) / (seen + 1));
  };

  const running = runningText();
  /** Two numbers a slot: a transition, and its log probability. */
  const remembered = new Float64Array(memory * 2);
  /** Counts of running text where there are such, the dictionary behind them (Witten and Bell 1991). */
  const transition = (previous: number, next: number): number => {
    const key = ((previous << 16) | next) >>> 0;
    const slot = ((Math.imul(key, 0x9e3779b1) >>> 12) & (memory - 1)) * 2;
    if (remembered[slot] !== key) {
      remembered[slot] = key;
      remembered[slot + 1] = interpolated(previous, next);
    }
    return remembered[slot + 1] ?? 0;
  };
  const interpolated = (previous: number, next: number): number => {
    const behind = unseen(previous, next);
    const followers = (running.followers[previous] ?? 0) * backoff;
    if (followers === 0) return behind;
    const seen = running.seen[previous] ?? 0;
    return Math.log((running.pairs.get(previous, next) + followers * Math.exp(behind)) / (seen + followers));
  };

  /** The counts of the words at a place, by their length less one. */
  const frequencies = new Float64Array(longestWord);
  const single = (text: string, at: number): number => {
    const fixed = other(text.charCodeAt(at), at > 0 ? text.charCodeAt(at - 1) : 0);
    if (fixed !== 0) return fixed;
    return Math.log((frequencies[0] ?? 0) + unknownCount) - logTotal;
  };

  /** How long the words at each place of a text may be at most, by the pairs of characters that stand inside words. */
  const measure = (text: string): void => {
    if (reaches.length < text.length) reaches = new Uint8Array(text.length * 2);
    let reach = 0;
    for (let at = text.length - 1; at >= 0; at--) {
      const goesOn = reach > 0 && counts.pairs.get(text.charCodeAt(at), text.charCodeAt(at + 1)) > 0;
      reach = goesOn ? Math.min(longestWord, reach + 1) : 1;
      reaches[at] = reach;
    }
  };
  let reaches = new Uint8Array(1 << 8);

  /** The best scores up to every index, and the lengths of the words that end there; both are void with the next text. */
  const best = (text: string): { scores: Float64Array; lengths: Uint8Array } => {
    if (room.scores.length <= text.length)
      room = { scores: new Float64Array(text.length * 2), lengths: new Uint8Array(text.length * 2) };
    const { scores, lengths } = room;
    measure(text);
    scores.fill(-Infinity, 1, text.length + 1);
    for (let start = 0; start < text.length; start++) {
      const here = scores[start] ?? 0;
      const longest = counts.words.countFrom(text, start, reaches[start] ?? 1, frequencies);
      for (let size = 1; size <= longest; size++) {
        if (size > 1 && !isHan(text.charCodeAt(start + size - 2))) break;
        const frequency = frequencies[size - 1] ?? 0;
        if (size > 1 && frequency === 0) continue;
        const candidate = size === 1 ? here + single(text, start) : here + Math.log(frequency) - logTotal;
        // Of words that are as good the shortest, which comes last to an end.
        if (candidate < (scores[start + size] ?? 0)) continue;
        scores[start + size] = candidate;
        lengths[start + size] = size;
      }
    }
    return room;
  };
  let room = { scores: new Float64Array(1 << 8), lengths: new Uint8Array(1 << 8) };

  /** The best score of the text from every index on. */
  const bestBehind = (text: string): Float64Array => {
    const scores = new Float64Array(text.length + 1);
    measure(text);
    for (let start = text.length - 1; start >= 0; start--) {
      const longest = counts.words.countFrom(text, start, reaches[start] ?? 1, frequencies);
      let score = (scores[start + 1] ?? 0) + single(text, start);
      for (let size = 2; size <= longest; size++) {
        const frequency = frequencies[size - 1] ?? 0;
        if (frequency === 0) continue;
        score = Math.max(score, (scores[start + size] ?? 0) + Math.log(frequency) - logTotal);
      }
      scores[start] = score;
    }
    return scores;
  };

  /** Within the length of a word behind `text` every way of cutting has a boundary, where the rest goes on alike. */
  const wordsBefore = (rest: string): ((text: string, from: number) => number) => {
    const behind = bestBehind(rest);
    return (text, from) => {
      const near = text + rest.slice(from, from + longestWord);
      const { scores } = best(near);
      if (from + longestWord >= rest.length) return scores[near.length] ?? 0;
      let sum = -Infinity;
      for (let i = 1; i <= longestWord; i++)
        sum = Math.max(sum, (scores[text.length + i] ?? 0) + (behind[from + i] ?? 0));
      return sum;
    };
  };

  return {
    transition,
    isMark: mark.has,
    isKnown: (unit) => (counts.units[unit] ?? 0) > 0,
    wordsBefore,
    segment: (text) => walkBack(text, best(text).lengths),
    successors: successorsOf(counts),
  };
});

interface RunningText {
  readonly pairs: PairCounts;
  /** How often a character was seen with one behind it, and with how many different ones. */
  readonly seen: Float64Array;
  readonly followers: Float64Array;
}

function runningText(): RunningText {
  const pairs = new PairCounts();
  const [seen, followers] = [new Float64Array(65536), new Float64Array(65536)];
  // Read once, and not kept as a lexicon.
  for (const [pair, count] of readLexicon('character-pairs', ['pair', 'count'], (row) => Number(row.count))) {
    pairs.add(pair.charCodeAt(0), pair.charCodeAt(1), count);
    add(seen, pair.charCodeAt(0), count);
    add(followers, pair.charCodeAt(0), 1);
  }
  return { pairs, seen, followers };
}

/** What a mark of punctuation costs after another character, in nats below 0. */
function markCosts(): { (unit: number, previous: number): number; has(unit: number): boolean } {
  const costs = new Float64Array(65536);
  const lexicon = openLexicon('slip-punctuation', ['mark', 'nats'], (row) => -Number(row.nats));
  for (const [character, nats] of lexicon.entries()) costs[character.charCodeAt(0)] = nats;
  const setOf = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (c) => c.charCodeAt(0)));
  const [quoteUnits, stopUnits, pauseUnits] = [setOf(quotes), setOf(stops), setOf(pauses)];
  const cost = (unit: number, previous: number): number => {
    const nats = (costs[unit] ?? 0) || rareSymbol;
    if (quoteUnits.has(unit) && stopUnits.has(previous)) return Math.max(nats, quoteAfterStop);
    return pauseUnits.has(unit) && pauseUnits.has(previous) ? nats + doubledMark : nats;
  };
  return Object.assign(cost, { has: (unit: number) => (costs[unit] ?? 0) !== 0 });
}

function readDictionary(): WordCounts {
  const lines = readFileSync(dictionaryPath(), 'utf8');
  // A line of the dictionary has nine characters on average, less than three of them of the word.
  const words = new WordCounts({ words: lines.length >> 3, units: lines.length >> 1 });
  for (let at = 0; at < lines.length; ) {
    const newline = lines.indexOf('\n', at);
    const end = newline < 0 ? lines.length : newline;
    const first = lines.indexOf(' ', at);
    const second = lines.indexOf(' ', first + 1);
    let frequency = 0;
    for (let i = first + 1; i < second; i++) frequency = frequency * 10 + lines.charCodeAt(i) - 0x30;
    if (frequency > 0) words.set(lines, at, first, frequency);
    at = end + 1;
  }
  return words;
}

function countPairs(words: WordCounts): Counts {
  const pairs = new PairCounts();
  const [starts, ends, units] = [new Float64Array(65536), new Float64Array(65536), new Float64Array(65536)];
  let total = 0;
  words.forEach((all, start, end, frequency) => {
    let previous = all[start] ?? 0;
    add(starts, previous, frequency);
    add(units, previous, frequency);
    for (let i = start + 1; i < end; i++) {
      const unit = all[i] ?? 0;
      pairs.add(previous, unit, frequency);
      add(units, unit, frequency);
      previous = unit;
    }
    add(ends, previous, frequency);
    total += frequency;
  });
  return { words, pairs, starts, ends, units, total };
}

function add(counts: Float64Array, unit: number, frequency: number): void {
  counts[unit] = (counts[unit] ?? 0) + frequency;
}

function walkBack(text: string, lengths: Uint8Array): string[] {
  const words: string[] = [];
  for (let end = text.length; end > 0; ) {
    const start = end - (lengths[end] ?? 1);
    words.push(text.slice(start, end));
    end = start;
  }
  return words.reverse();
}

/** Looks the pairs of a character up when it is asked for: only a character lost with both bytes asks. */
function successorsOf({ pairs, units }: Counts): LanguageModel['successors'] {
  const known = new Map<number, readonly number[]>();
  const all = lazy(() => Array.from(units.keys()).filter((unit) => (units[unit] ?? 0) > 0));
  return (previous, limit) => {
    const successors = known.get(previous) ?? followersOf(pairs, previous, all());
    known.set(previous, successors);
    return successors.slice(0, limit);
  };
}

function followersOf(pairs: PairCounts, previous: number, units: readonly number[]): number[] {
  const followers: [unit: number, count: number][] = [];
  for (const unit of units) {
    const count = pairs.get(previous, unit);
    if (count > 0) followers.push([unit, count]);
  }
  return followers.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit);
}

function isAsciiWord(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/** Whether a UTF-16 unit is a Han character of the basic plane. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}
