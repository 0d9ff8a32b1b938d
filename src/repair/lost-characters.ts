import type { Edit } from '../document/alignment.js';
import { holdsWordOf } from '../lexicons/holds.js';
import { openWords } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { holdsHan } from '../text/han.js';
import { isWithinFigure, markOfFigure } from './figure-marks.js';
import { beforeGap, behindGap, oddsOfGap } from './gap-odds.js';

const unknown = '\ufffd';
/** A gap that a decoder left, where a character or a mark may be lost; a question mark at the end of a line tells nothing. */
export const gaps = new RegExp(
  `(?<=[${beforeGap}」』）》])(?:[?\\ufffd](?=[${behindGap}「」『』（《])|\\ufffd$)`,
  'gmu',
);
/** The same mark where it ends a line. */
export const lineEnd = new RegExp(`(?<=[${beforeGap}」』）》])\\?$`, 'gmu');
/** A question mark beside another mark, where a quotation mark is lost. */
const besideMarks = /(?<=[，。：、；！“「])\?|\?(?=[，。：、；])/g;
/** So many full-width commas, and a narrow question mark is no mark of its text. */
const manyCommas = 3;
const fewestGaps = 2;
const mostJudged = 40;
/** So much the gaps of a text have to be likelier marks than letters, all together, as a natural logarithm. */
const leastOdds = 2;
const longestClause = 40;
const turn = /(?<=^|[。!?”])([^\n:,。!?“”]{1,12}):/gm;

/**
 * Characters that a decoder turned into `?` or U+FFFD in Chinese lines. In a text that writes its marks in full width a narrow question mark
 * behind what is no question stands for a lost character: U+FFFD takes its place. Where the gaps of a text stand
 * between clauses and not within words, they are lost marks: a comma, a colon or a full stop is put, by what stands around. Within a figure
 * the sign stays unless only one mark fits.
 */
export function findLostCharacters(text: string): Edit[] {
  if (!/[?\ufffd]/.test(text) || !holdsHan(text)) return [];
  return [...editsOf(text, unknown), ...editsOf(text, '?')].sort((a, b) => a.start - b.start);
}

function editsOf(text: string, left: string): Edit[] {
  if (!text.includes(left)) return [];
  const isWide = fullCommas(text) >= manyCommas;
  if (left === '?' && !isWide) return [];
  const folded = fold(text);
  const all = placesOf(text, gaps).filter((at) => text.charAt(at) === left);
  const places = all.filter((at) => !isWithinFigure(text, at));
  const isLost = (at: number): boolean => left === unknown || !endsQuestion(text, at);
  const found = places.filter(isLost);
  const quotes = left === '?' ? placesOf(text, besideMarks).filter(isLost) : [];
  // Where as many ask something it is a mark of the text.
  if (found.length + quotes.length < Math.max(fewestGaps, places.length - found.length + 1)) return [];
  const areMarks = found.length > 0 && areMarksLost(folded, found);
  const letters = left === '?' && !areMarks ? found : [];
  const turns = areMarks ? namesOfTurns(folded) : new Set<string>();
  const ends = areMarks && left === '?' ? placesOf(text, lineEnd).filter(isLost) : [];
  return [
    ...(areMarks ? [...found, ...ends] : []).map((at) => edit(at, markAt(folded, at, turns, isWide), 'lost-mark')),
    ...(areMarks ? figureEdits(folded, all) : []),
    ...[...letters, ...quotes].map((at) => edit(at, unknown, 'lost-character')),
  ];
}

/** Marks within figures, which are no evidence themselves: most gaps there are the marks of ranges and scores, and stay. */
function figureEdits(folded: string, places: readonly number[]): Edit[] {
  return places.flatMap((at) => {
    const mark = isWithinFigure(folded, at) ? markOfFigure(folded, at) : null;
    return mark === null ? [] : [edit(at, mark, 'lost-mark')];
  });
}

function edit(at: number, replacement: string, rule: string): Edit {
  const note =
    replacement === unknown ? 'a character that a decoder did not know' : `${replacement} inferred (context)`;
  return { start: at, end: at + 1, replacement, kind: 'mojibake', rule, confidence: 0.6, note };
}

/** The mark that was lost at `at` of a text that writes its commas in full width or not. */
function markAt(folded: string, at: number, turns: ReadonlySet<string>, isWide: boolean): string {
  if (isLineEnd(folded, at + 1)) return '。';
  const odds = oddsOfGap(folded, at);
  const isColon = turns.has(sentenceBefore(folded, at)) || (folded.charAt(at + 1) === '“' && odds.colon > 0);
  if (isColon) return isWide ? '：' : ':';
  if (odds.stop > 0) return '。';
  return isWide ? '，' : ',';
}

/** What stands before the colons of a printed interview, some of whose turns may have lost theirs. */
function namesOfTurns(folded: string): ReadonlySet<string> {
  return new Set(Array.from(folded.matchAll(turn), ([, name = '']) => name));
}

function sentenceBefore(folded: string, at: number): string {
  return (
    folded
      .slice(Math.max(0, at - longestClause), at)
      .split(/[\n。!?”]/)
      .at(-1) ?? ''
  );
}

function placesOf(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

/** How many commas are in full width; none where Chinese has narrow ones, too. */
function fullCommas(text: string): number {
  return /\p{Script=Han},\p{Script=Han}/u.test(text) ? 0 : (text.match(/，/g) ?? []).length;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at) === '\n';
}

/** Whether a clause that ends at `at` asks something. */
function endsQuestion(text: string, at: number): boolean {
  const clause = fold(
    text
      .slice(Math.max(0, at - longestClause), at)
      .split(/[，。；：！？\n]/)
      .at(-1) ?? '',
  );
  return /(.)不\1/.test(clause) || holdsWordOf(openWords('question-words'), clause);
}

/** Whether gaps are those of marks, by all of them together. */
function areMarksLost(folded: string, places: readonly number[]): boolean {
  const odds = places.slice(0, mostJudged).map((at) => oddsOfGap(folded, at).mark);
  return odds.reduce((sum, one) => sum + one, 0) > leastOdds;
}
