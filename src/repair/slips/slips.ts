import type { Edit } from '../../document/alignment.js';
import type { Script } from '../../document/types.js';
import { frequencyRank } from '../../lexicons/frequent-characters.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { convert } from '../../script/convert.js';
import { detectScript } from '../../script/detect.js';
import { fold } from '../../script/fold.js';
import { lazy } from '../../text/lazy.js';
import { withoutGlosses } from '../readings.js';
import { type Decision, decide } from './decide.js';
import { isHan, languageModel } from './language-model.js';
import { beginsShifted, looksLikeLostEnd, looksShifted } from './plausible.js';
import { type OpenQuotes, quotesAfter } from './quotes.js';
import { type Surroundings, search, type Work } from './search.js';
import { type DamagedSymbol, isMarker, readSymbols } from './symbols.js';

const longestReach = 200;
/** So many characters show whether it is worth reading on. */
const glance = 24;
const mostMarkers = 6;
const mostWork = 2_000_000;
const contextBefore = 8;
const otherScriptCost = 4;
const convertedCost = 4;

/** The damaged line around a marker. */
interface Place {
  readonly script: Script;
  /** The line up to the marker, with the repairs made in it so far. */
  readonly line: string;
  /** The folded line up to the marker, without glosses. */
  readonly before: string;
  readonly text: string;
  readonly lineEnd: number;
}

/** The symbols after a marker that could be a slip, by kind of damage. */
interface Candidate {
  readonly asItStands: readonly DamagedSymbol[] | null;
  readonly beforeConversion: readonly DamagedSymbol[] | null;
  readonly place: Place;
}

/**
 * Repairs of text whose GBK bytes were cut between the two bytes of a character and decoded out of step. Only a place
 * where a decoder left `?` or U+FFFD is looked at, and the language model is loaded only if what follows it could be
 * such a slip. It gives up after so much work as no article calls for, so that no text takes long.
 */
export function findSlips(text: string): Edit[] {
  const edits: Edit[] = [];
  const script = lazy(() => detectScript(text));
  const narrowed = lazy(() => !/[！-～]/.test(text));
  const work: Work = { left: mostWork };
  for (let at = 0; at < text.length && work.left > 0; at++) {
    if (!isMarker(text.charAt(at))) continue;
    const candidate = candidateAt(text, at, script, edits);
    if (candidate === null) continue;
    const decision = repair(candidate, work);
    if (decision === null) continue;
    const { end, rule, confidence, note } = decision;
    const replacement = narrowed() ? narrow(decision.replacement) : decision.replacement;
    edits.push({ start: at, end, replacement, kind: 'mojibake', rule, confidence, note });
    at = end - 1;
  }
  return edits;
}

/** What follows a marker, if it could be a slip: damage done to the text as it stands, or before it was converted. */
function candidateAt(text: string, at: number, script: () => Script, edits: readonly Edit[]): Candidate | null {
  if (!mayFollowSlip(text.charAt(at + 1))) return null;
  const lineEnd = endOfLine(text, at);
  const reach = reachOf(text, at, lineEnd);
  const near = Math.min(reach, at + glance);
  const begin = bothReadings(text, at, near);
  const endsQuote = begin.some(looksLikeLostEnd) && quotesIn(mendedLine(text, at, edits)) !== 0;
  if (near < reach && !endsQuote && !begin.some(beginsShifted)) return null;
  const [direct, simplified] = near < reach ? bothReadings(text, at, reach) : begin;
  const differs = simplified.some(({ pair }, i) => pair?.lead !== direct[i]?.pair?.lead);
  const asItStands = endsQuote || looksShifted(direct) ? direct : null;
  const beforeConversion = differs && looksShifted(simplified) && script() !== 'Hans' ? simplified : null;
  if (asItStands === null && beforeConversion === null) return null;
  const line = mendedLine(text, at, edits);
  const before = fold(withoutGlosses(line));
  if (!readsAsChinese(before.slice(-contextBefore))) return null;
  const place = { script: script(), line, before, text, lineEnd };
  return { asItStands, beforeConversion, place };
}

/** The quotations that are open at the end of a line. */
function quotesIn(line: string): OpenQuotes {
  return Array.from(line).reduce(quotesAfter, 0);
}

/** The symbols as they stand and as they were before conversion: the same ones where there is nothing to convert. */
function bothReadings(text: string, start: number, end: number): [DamagedSymbol[], DamagedSymbol[]] {
  const direct = readSymbols(text, start, end, false);
  const isConvertible = /\p{Script=Han}/u.test(text.slice(start, end));
  return [direct, isConvertible ? readSymbols(text, start, end, true) : direct];
}

/** Whether most characters before a marker are ones that are used at all: else all of the line is of a wrong encoding. */
function readsAsChinese(before: string): boolean {
  const han = Array.from(before).filter((character) => isHan(character.charCodeAt(0)));
  return han.length < 4 || han.filter((character) => frequencyRank(character) !== null).length * 2 >= han.length;
}

/** The line up to `at` as the repairs so far leave it: a quotation may have been opened by one of them. */
function mendedLine(text: string, at: number, edits: readonly Edit[]): string {
  const near = Math.max(0, at - 2 * longestReach);
  const start = near + text.slice(near, at).lastIndexOf('\n') + 1;
  let [line, from] = ['', start];
  for (const edit of edits) {
    if (edit.start < start) continue;
    line += text.slice(from, edit.start) + edit.replacement;
    from = edit.end;
  }
  return (line + text.slice(from, at)).slice(-longestReach);
}

/** The better repair of the two kinds, or null where neither convinces. */
function repair({ asItStands, beforeConversion, place }: Candidate, work: Work): Decision | null {
  const direct = asItStands === null ? null : read(asItStands, place, false, work);
  const converted = beforeConversion === null ? null : read(beforeConversion, place, true, work);
  if (converted === null) return direct;
  if (direct !== null && direct.margin >= converted.margin - convertedCost) return direct;
  return { ...converted, replacement: toTraditional(converted.replacement, place.text), rule: 'gbk-slip-simplified' };
}

function read(
  symbols: readonly DamagedSymbol[],
  place: Place,
  glossedAfterwards: boolean,
  work: Work,
): Decision | null {
  const { before, text } = place;
  const model = languageModel();
  const around: Surroundings = {
    model,
    last: before.length > 0 ? before.charCodeAt(before.length - 1) : 0,
    quotes: quotesIn(place.line),
    scriptCost: glossedAfterwards ? () => 0 : scriptCost(place.script),
    glossedAfterwards,
    work,
  };
  const found = search(symbols, around);
  const end = symbols[found.end - 1]?.end ?? place.lineEnd;
  const rest = text.slice(end, Math.min(place.lineEnd, end + longestReach));
  return decide(symbols, found, model, { before: before.slice(-contextBefore), after: rest });
}

/** What a character costs that only the other script writes. */
function scriptCost(script: Script): (character: string) => number {
  if (script !== 'Hant' && script !== 'Hans') return () => 0;
  const costs = scriptCosts[script]();
  return (character) => costs[character.codePointAt(0) ?? 0] ?? 0;
}

/** By code point. */
const scriptCosts = {
  Hant: lazy(() => costsOf('Hans')),
  Hans: lazy(() => costsOf('Hant')),
} as const;

function costsOf(other: Script): Uint8Array {
  const costs = new Uint8Array(0x40000);
  const characters = openLexicon('script-characters', ['character', 'script'], (row) => row.script);
  for (const [character, script] of characters.entries())
    if (script === other) costs[character.codePointAt(0) ?? 0] = otherScriptCost;
  return costs;
}

/**
 * Traditional as the site wrote it. A converter that knows words writes 後果, a table of characters leaves what
 * Traditional text has too (后果): which one it was, the undamaged text tells.
 */
function toTraditional(text: string, article: string): string {
  const converted = convert(text, 's2t');
  if (converted.length !== text.length || !isTableConverted(article)) return converted;
  const characters = openLexicon('script-characters', ['character', 'script'], (row) => row.script);
  const kept = (character: string, i: number) =>
    characters.get(character) === 'Hans' ? converted.charAt(i) : character;
  return Array.from(text, kept).join('');
}

function isTableConverted(article: string): boolean {
  const simplified = fold(article);
  const expected = convert(simplified, 's2t');
  if (expected.length !== article.length) return false;
  for (let i = 0; i < article.length; i++)
    if (isHan(article.charCodeAt(i)) && article[i] === simplified[i] && article[i] !== expected[i]) return true;
  return false;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

/** Whether the first symbol out of step can be this one: no space, no line end, no letter. */
function mayFollowSlip(character: string): boolean {
  return character !== '' && !/[\s\w\ufffd]/.test(character);
}

/** How far a slip at a marker is followed: to the end of the line, but not past many more markers. */
function reachOf(text: string, at: number, lineEnd: number): number {
  const end = Math.min(lineEnd, at + longestReach);
  let markers = 0;
  for (let i = at + 1; i < end; i++) if (isMarker(text.charAt(i)) && ++markers === mostMarkers) return i + 1;
  return end;
}

/** Full-width ASCII made narrow, as in an article that has none left. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
