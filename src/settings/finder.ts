import { bySpan, type Span } from '../document/span.js';
import { Trie } from '../lexicons/trie.js';
import { fold } from '../script/fold.js';
import { toComparable } from './forms.js';

/** A form of an entry in a text; `entry` is its index in the list. */
export interface Found extends Span {
  readonly entry: number;
}

/** Finds the forms of a list in a folded text: in order, none overlapping another. */
export type Finder = (folded: string) => Found[];

/**
 * Makes a finder of the forms of each entry, in whatever script they are written. Of forms that overlap in the text the
 * longest wins, of equally long ones the first; of two entries with one form the earlier. A form that begins or ends
 * with a Latin letter or a digit is not found inside a longer word. Linear in the length of the text.
 */
export function createFinder(entries: readonly (readonly string[])[]): Finder {
  const byForm = new Map<string, number>();
  entries.forEach((forms, entry) => {
    for (const form of forms) {
      const { text } = toComparable(fold(form.trim()));
      if (text !== '' && !byForm.has(text)) byForm.set(text, entry);
    }
  });
  if (byForm.size === 0) return () => [];
  const trie = new Trie(byForm);
  return (folded) => longestFirst(allIn(folded, trie), folded.length);
}

function allIn(folded: string, trie: Trie<number>): Found[] {
  const { text, starts } = toComparable(folded);
  const found: Found[] = [];
  for (let at = 0; at < text.length; at++)
    for (const match of trie.matchesAt(text, at)) {
      const start = starts[at] ?? 0;
      const end = (starts[match.end - 1] ?? 0) + 1;
      if (isWhole(folded, start, end)) found.push({ start, end, entry: match.value });
    }
  return found;
}

function longestFirst(found: readonly Found[], length: number): Found[] {
  const taken = new Uint8Array(length);
  const chosen: Found[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    // What was taken before is longer, so it covers an end of what it overlaps.
    if (taken[one.start] === 1 || taken[one.end - 1] === 1) continue;
    taken.fill(1, one.start, one.end);
    chosen.push(one);
  }
  return chosen.sort(bySpan);
}

const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}]/u;
const longest = 24;

/** Whether no Latin word goes on at either end. */
function isWhole(folded: string, start: number, end: number): boolean {
  return (
    !(letter.test(folded[start] ?? '') && goesOnBefore(folded.slice(Math.max(0, start - longest), start))) &&
    !(letter.test(folded[end - 1] ?? '') && goesOnAfter(folded.slice(end, end + longest)))
  );
}

/** A letter, or a name to which what follows belongs: X-|Nvidia, O'|Brien, AT&|T; not ex-|Nvidia or 'Nvidia'. */
function goesOnBefore(before: string): boolean {
  const last = before.at(-1) ?? '';
  if (letter.test(last) || last === '_') return true;
  if (/[&'’.]/.test(last)) return letter.test(before.at(-2) ?? '') && !/\p{Ll}['’.]$/u.test(before);
  return /[-‐‑–]/.test(last) && /[\p{Lu}\p{Nd}]$/u.test(before.slice(0, -1)) && letter.test(before.at(-2) ?? '');
}

/** A letter, a sign of a longer name (Disney+, AT|&T, nvidia|.com), a version or second name (Qwen|-72B, Coca|-Cola); not 's or -backed. */
function goesOnAfter(after: string): boolean {
  if (letter.test(after[0] ?? '') || /^[_+]/.test(after)) return true;
  if (/^[&.]/.test(after)) return /^&[\p{Script=Latin}\p{Nd}]|^\.[\p{Ll}\p{Nd}]/u.test(after);
  if (/^['’]/.test(after)) return letter.test(after[1] ?? '') && !/^['’]s?(?![\p{Script=Latin}\p{Nd}])/iu.test(after);
  return /^[-‐‑–][\p{Lu}\p{Nd}]/u.test(after);
}
