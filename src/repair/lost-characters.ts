import type { Edit } from '../document/alignment.js';
import { frequentCharacters } from '../lexicons/frequent-characters.js';
import { openWords } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { holdsHan } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import { isHan, languageModel } from './slips/language-model.js';

const unknown = '\ufffd';
/** A gap that a decoder left, where a character or a mark may be lost; a question mark at the end of a line tells nothing. */
const gaps = /(?<=[\p{Script=Han}\d%”」』）》])(?:[?\ufffd](?=[\p{Script=Han}\d“「『（《])|\ufffd$)/gmu;
const lineEnd = /(?<=[\p{Script=Han}\d%”」』）》])\?$/gmu;
/** A question mark beside another mark, where a quotation mark is lost. */
const besideMarks = /(?<=[，。：、；！“「])\?|\?(?=[，。：、；])/g;
/** So many full-width commas, and a narrow question mark is no mark of its text. */
const manyCommas = 3;
const fewestGaps = 2;
const mostJudged = 40;
/** Between the odds (natural logarithm) of letters and of marks: of letters they are -3.2 on average, of marks -0.9. */
const evenOdds = -1.75;
/** So much the gaps of a text have to be likelier marks than letters, all together. */
const leastOdds = 1;
const longestClause = 40;
const marks = ',。;:、';

/**
 * Characters that a decoder turned into `?` or U+FFFD in Chinese lines. In a text that writes its marks in full width a narrow question mark
 * behind what is no question stands for a lost character: U+FFFD takes its place. Where the gaps of a text stand, by the
 * language model, between clauses and not within words, they are lost commas and full stops: a comma is put, or at the end of a line a full stop.
 */
export function findLostCharacters(text: string): Edit[] {
  if (!/[?\ufffd]/.test(text) || !holdsHan(text)) return [];
  return [...editsOf(text, unknown), ...editsOf(text, '?')].sort((a, b) => a.start - b.start);
}

function editsOf(text: string, left: string): Edit[] {
  if (!text.includes(left)) return [];
  const comma = fullCommas(text) >= manyCommas ? '，' : ',';
  if (left === '?' && comma === ',') return [];
  const places = placesOf(text, gaps).filter((at) => text.charAt(at) === left);
  const isLost = (at: number): boolean => left === unknown || !endsQuestion(text, at);
  const found = places.filter(isLost);
  const quotes = left === '?' ? placesOf(text, besideMarks).filter(isLost) : [];
  // Where as many ask something it is a mark of the text.
  if (found.length + quotes.length < Math.max(fewestGaps, places.length - found.length + 1)) return [];
  const areMarks = found.length >= fewestGaps && areMarksLost(text, found);
  const letters = left === '?' && !areMarks ? found : [];
  const ends = areMarks && left === '?' ? placesOf(text, lineEnd).filter(isLost) : [];
  return [
    ...(areMarks ? [...found, ...ends] : []).map((at) => edit(at, isLineEnd(text, at + 1) ? '。' : comma, 'lost-mark')),
    ...[...letters, ...quotes].map((at) => edit(at, unknown, 'lost-character')),
  ];
}

function edit(at: number, replacement: string, rule: string): Edit {
  const note =
    replacement === unknown ? 'a character that a decoder did not know' : `${replacement} inferred (context)`;
  return { start: at, end: at + 1, replacement, kind: 'mojibake', rule, confidence: 0.6, note };
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
  const words = openWords('question-words');
  return (
    /(.)不\1/.test(clause) || Array.from(clause, (_, i) => words.longestAt(clause, i)).some((word) => word !== null)
  );
}

/** Whether gaps between Han characters are those of marks, by all of them together. */
function areMarksLost(text: string, places: readonly number[]): boolean {
  const folded = fold(text);
  const odds = places
    .slice(0, mostJudged)
    .filter((at) => isHan(folded.charCodeAt(at - 1)) && isHan(folded.charCodeAt(at + 1)))
    .map((at) => oddsOfMark(folded.charCodeAt(at - 1), folded.charCodeAt(at + 1)));
  return odds.length >= fewestGaps && odds.reduce((sum, one) => sum + one - evenOdds, 0) > leastOdds;
}

/** How much likelier a mark is between two characters than a Han character, as a natural logarithm. */
function oddsOfMark(previous: number, next: number): number {
  const { transition } = languageModel();
  const chance = (units: readonly number[]): number =>
    units.reduce((sum, unit) => sum + Math.exp(transition(previous, unit) + transition(unit, next)), 0);
  return Math.log(chance(markUnits)) - Math.log(chance(hanUnits()));
}

const markUnits = Array.from(marks, (mark) => mark.charCodeAt(0));
const hanUnits = lazy(() => frequentCharacters().map((character) => character.charCodeAt(0)));
