import { frequencyRank } from '../lexicons/frequent-characters.js';
import { holdsWordOf } from '../lexicons/holds.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { pinyinPro } from '../script/pinyin.js';
import type { VerifiedReading } from './bracketed.js';
import { foldCharacter, readingsOf, withoutGlosses } from './readings.js';

/** One character of a document with all readings behind it. */
export interface GlossedCharacter {
  readonly character: string;
  readonly readings: readonly VerifiedReading[];
  /** How often the character stands in the document, glossed or not. */
  readonly occurring: number;
}

const glossedShare = 0.9;
const lesson = -4;
const frequentRank = 1200;
/** How far around the first gloss of a line words of lessons are looked for. */
const lookedAround = 1000;
const manySyllables = /[(（][a-z]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'’ ]{4,60}[)）]/u;

/** Whether a table left the readings behind this character: it has another form, and no occurrence went without. */
export function isFromTable({ readings, occurring }: GlossedCharacter): boolean {
  return readings[0]?.differs !== 'no' && readings.length >= occurring * glossedShare;
}

/**
 * How much speaks for a conversion table having left these readings, in points: a reading behind a character that
 * everybody knows, a reading that is wrong where it stands, a character glossed at every turn. Against it: two readings of one character, readings behind
 * characters that conversion leaves alone, characters glossed only sometimes, a text about how words are read.
 */
export function weighGlosses(text: string, glossed: readonly GlossedCharacter[]): number {
  const points = glossed.reduce((sum, each) => sum + weighCharacter(text, each), 0);
  return points + weighText(text, glossed);
}

function weighCharacter(text: string, glossed: GlossedCharacter): number {
  const { character, readings } = glossed;
  const repeated = Math.min(3, readings.length - 1);
  if (readings[0]?.differs === 'no') return -3 - repeated;
  if (!isFromTable(glossed)) return -3;
  if (new Set(readings.map(({ reading }) => reading)).size > 1 || readings.every((each) => isIsolated(text, each)))
    return -3;
  const folded = foldCharacter(character);
  const plain = openLexicon('plain-characters', ['character', 'readings'], (row) => row.readings).get(folded);
  if (plain === 'one') return 3 + 1.5 * repeated;
  if (plain === 'several') return (mayHelp(text, glossed) ? 0.5 : 3) + 1.5 * repeated;
  if ((frequencyRank(folded) ?? Infinity) <= frequentRank) return (mayHelp(text, glossed) ? 0.5 : 1.5) + repeated;
  return 0.5 * repeated - 0.5;
}

/** Whether the character stands alone, as one that is spoken of. */
function isIsolated(text: string, { start, end }: VerifiedReading): boolean {
  return !/[\p{Script=Han})）]/u.test(text.charAt(start - 2)) && !/\p{Script=Han}/u.test(text.charAt(end));
}

/** Whether the reading could be given for a reader's sake: the character has several, and this is the one that is meant. */
function mayHelp(text: string, { character, readings }: GlossedCharacter): boolean {
  if (readingsOf(character).size < 2) return false;
  return readings.slice(0, 3).every((each) => each.style !== 'marked' || inContext(text, each) === each.reading);
}

/** The reading of the character among its neighbours. */
function inContext(text: string, { start, end }: VerifiedReading): string | undefined {
  const before = lastRun(withoutGlosses(text.slice(Math.max(0, start - 40), start)));
  const after = /^\p{Script=Han}{0,4}/u.exec(withoutGlosses(text.slice(end, end + 40)))?.[0] ?? '';
  return pinyinPro()
    .pinyin(fold(before + after), { type: 'array' })
    [before.length - 1]?.normalize('NFC');
}

function lastRun(text: string): string {
  return /\p{Script=Han}{0,5}$/u.exec(text.slice(-5))?.[0] ?? '';
}

function weighText(text: string, glossed: readonly GlossedCharacter[]): number {
  const starts = glossed.flatMap(({ readings }) => readings.map(({ start }) => start)).sort((a, b) => a - b);
  let points = manySyllables.test(text) ? lesson : 0;
  for (let i = 0; i < starts.length; ) {
    const first = starts[i] ?? 0;
    const newline = text.indexOf('\n', first);
    const end = newline < 0 ? text.length : newline;
    const from = i;
    while (i < starts.length && (starts[i] ?? 0) < end) i++;
    const before = text.slice(Math.max(0, first - lookedAround), first);
    const line = before.slice(before.lastIndexOf('\n') + 1) + text.slice(first, Math.min(end, first + lookedAround));
    if (hasLessonWord(line)) points += lesson - 2 * (i - from);
  }
  return points;
}

/** Whether a line speaks of how words are read. */
export function hasLessonWord(line: string): boolean {
  return holdsWordOf(openWords('lesson-words'), fold(line).toLowerCase());
}
