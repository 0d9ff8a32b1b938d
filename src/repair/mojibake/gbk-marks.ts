import type { Edit } from '../../document/alignment.js';
import { type Inferred, oneOf, sure } from './inference.js';
import { lineBefore } from './lines.js';
import { edit, utf8AsGbk } from './misreadings.js';
import { type Lost, piecesOf } from './torn-bytes.js';

/** What the first two bytes of marks, money and signs are in GBK, and what is read behind them. */
const marks = /[鈥鈧鈩][^\p{ASCII}\u{10000}-\u{10ffff}鈥鈧鈩]{0,2}(?:(?<=[鈥鈧鈩])\?)?/gu;
/** A character beside a letter or before a figure, with no other beside it. */
const letters = /(?<=[A-Za-z])\p{Script=Han}(?![^\p{ASCII}鈥鈧鈩])|(?<![^\s(])\p{Script=Han}(?=\d)/gu;
/** What Latin text has. */
const latin = /^[ -~\u00a1-\u024f\u2010-\u203a\u20a0-\u20bf\u2100-\u2122]$/;
const enough = 2;

/** The marks and letters of Latin text in UTF-8 that was read as GBK, each of which took the character behind it along: 鈥淭he is “The. */
export function findGbkMarks(text: string): Edit[] {
  if (!/[鈥鈧鈩]/.test(text)) return [];
  const runs = Array.from(text.matchAll(marks), ({ 0: run, index }) => ({ run, start: index, pieces: piecesOf(run) }));
  const isLatin = ({ pieces }: (typeof runs)[number]): boolean =>
    pieces.every((piece) => typeof piece !== 'string' || latin.test(piece));
  const found = runs.filter(isLatin);
  if (!found.some(({ pieces }) => pieces.every((piece) => typeof piece === 'string'))) return [];
  const edits: Edit[] = [];
  for (const { run, start, pieces } of found) {
    const notes: string[] = [];
    const before = lineBefore(text, start, edits);
    const replacement = pieces.reduce<string>((done, piece) => {
      if (typeof piece === 'string') return done + piece;
      const inferred = lostMark(piece, before + done, text.charAt(start + run.length));
      notes.push(inferred.note);
      return done + inferred.character;
    }, '');
    // The decoder took the space behind the mark along.
    const isTaken = run.endsWith('?') && !/[“€]/.test(replacement) && /[A-Za-z]/.test(text.charAt(start + run.length));
    edits.push(editOf(start, run, isTaken ? `${replacement} ` : replacement, notes));
  }
  return edits.length < enough ? edits : [...edits, ...lettersIn(text)].sort((a, b) => a.start - b.start);
}

function lettersIn(text: string): Edit[] {
  return Array.from(text.matchAll(letters)).flatMap(({ 0: run, index }) => {
    const [piece, ...others] = piecesOf(run);
    return typeof piece === 'string' && others.length === 0 && latin.test(piece) ? [editOf(index, run, piece, [])] : [];
  });
}

function editOf(start: number, run: string, replacement: string, notes: readonly string[]): Edit {
  const { note, ...rest } = edit(start, run, replacement, utf8AsGbk, replacement.includes('\ufffd') ? 0.4 : 0.9);
  return { ...rest, note: [note, ...notes].join(', ') };
}

/** What lost its last byte, as it does before what is no letter: closing what is open, else an apostrophe behind a word. */
function lostMark({ bytes }: Lost, before: string, next: string): Inferred {
  if (bytes?.[1] === 0x82) return sure('€');
  if (bytes?.[1] === 0x84) return sure('™');
  if (!/\S$/.test(before)) return /\d/.test(next) ? sure('“') : oneOf(['–', '—']);
  const isOpen = before.lastIndexOf('“') > before.lastIndexOf('”');
  if (!/\w$/.test(before)) return sure('”');
  if (before.endsWith('s')) return isOpen ? oneOf(['”', '’']) : sure('’');
  return isOpen ? sure('”') : oneOf(['…', '’']);
}
