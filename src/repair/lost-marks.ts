import type { Edit } from '../document/alignment.js';
import { holdsHan } from '../text/han.js';

/** What a decoder leaves for a byte that it does not know. */
const apostrophe = /(?<=[A-Za-z])[?\ufffd](?=(?:s|t|d|m|re|ve|ll)(?![\w=&/]))/g;
const opening = /(?<![^\s([\u2014-])[?\ufffd](?=[A-Za-z0-9$£€])/g;
const closing = /(?<=[\w.,!?%])[?\ufffd](?=[\s)\].,;:\u2014-]|$)/g;
/** Within a word a letter is lost: where that is common, what stands before one may be a letter, too. */
const lostLetter = /[A-Za-z][?\ufffd](?=[A-Za-z])(?!(?:s|t|d|m|re|ve|ll)(?![A-Za-z]))/g;
/** So many signs and an article has lost its marks; one alone may be anything. */
const enough = 2;

/**
 * Quotation marks and apostrophes that a decoder of another encoding turned into `?` or U+FFFD in lines without Chinese: an apostrophe
 * within don?t, marks that open before a word and close behind one. Which pair of marks it was is not known: “ and ” are put.
 */
export function findLostMarks(text: string): Edit[] {
  if (!/[?\ufffd][A-Za-z]/.test(text)) return [];
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (!holdsHan(line)) edits.push(...marksIn(line, start));
    start += line.length + 1;
  }
  const letters = (text.match(lostLetter) ?? []).length;
  return edits.length < enough || letters * 2 > edits.length ? [] : edits.sort((a, b) => a.start - b.start);
}

function marksIn(line: string, start: number): Edit[] {
  const edit = (at: number, replacement: string): Edit => ({
    start: start + at,
    end: start + at + 1,
    replacement,
    kind: 'mojibake',
    rule: 'lost-mark',
    confidence: 0.9,
    note: `${replacement} inferred (context)`,
  });
  const openers = Array.from(line.matchAll(opening), ({ index }) => index);
  const closers = Array.from(line.matchAll(closing), ({ index }) => index);
  let next = 0;
  const pairs = openers.flatMap((at, i) => {
    const limit = openers[i + 1] ?? line.length;
    while (next < closers.length && (closers[next] ?? 0) <= at) next++;
    const within: number[] = [];
    for (; next < closers.length && (closers[next] ?? 0) < limit; next++) within.push(closers[next] ?? 0);
    const close = within.find((one) => /[.,!?]/.test(line.charAt(one - 1))) ?? within[0];
    return close === undefined ? [] : [edit(at, '“'), edit(close, '”')];
  });
  const within = Array.from(line.matchAll(apostrophe), ({ index }) => index).filter((at) => !isInAddress(line, at));
  return [...within.map((at) => edit(at, '’')), ...pairs];
}

/** Whether a question mark belongs to a path (example.org/find?s). */
function isInAddress(line: string, at: number): boolean {
  const word =
    line
      .slice(Math.max(0, at - 40), at)
      .split(/\s/)
      .at(-1) ?? '';
  return /[/.]/.test(word);
}
