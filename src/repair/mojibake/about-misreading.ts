import type { Edit } from '../../document/alignment.js';
import type { Span } from '../../document/span.js';
import { isSetOff } from '../literal.js';

/** More of them are no examples. */
const mostMentioned = 20;
const longestWord = 20;
/** So far on both sides the right form is looked for. */
const reach = 80;

/**
 * Whether a text writes about misread bytes instead of being misread: all of them stand as words in quotation marks or code, or beside what they should be
 * (Ã© instead of é), and the text has that right.
 */
export function isAboutMisreading(text: string, edits: readonly Edit[]): boolean {
  return edits.length > 0 && edits.length <= mostMentioned && edits.every((edit) => isMentioned(text, edit));
}

/** Whether an edit would change an example: its word is set off, or what it would become stands near it. */
function isMentioned(text: string, edit: Edit): boolean {
  const word = wordAround(text, edit);
  const right = text.slice(word.start, edit.start) + edit.replacement + text.slice(edit.end, word.end);
  if (isSetOff(text, word)) return text.includes(right);
  if (right !== edit.replacement) return false;
  const [before, behind] = [
    text.slice(Math.max(0, edit.start - reach), edit.start),
    text.slice(edit.end, edit.end + reach),
  ];
  return (
    standsAlone(before.slice(before.lastIndexOf('\n') + 1), right) || standsAlone(behind.split('\n', 1)[0] ?? '', right)
  );
}

/** An edit with the letters that touch it. */
function wordAround(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > start - longestWord && isLetter(text, from - 1)) from--;
  while (to < end + longestWord && isLetter(text, to)) to++;
  return { start: from, end: to };
}

function standsAlone(line: string, word: string): boolean {
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1))
    if (!isLetter(line, at - 1) && !isLetter(line, at + word.length)) return true;
  return false;
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
