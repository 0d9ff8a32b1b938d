import type { Span } from '../document/span.js';
import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { Reading } from './candidate.js';

type Cues = readonly string[];

const organization = lazy(
  (): Lexicon<Cues> => openLexicon('organization-cues', ['word', 'cues'], ({ cues }) => cues.split('|')),
);
const product = lazy((): Lexicon<Cues> => openLexicon('product-cues', ['word', 'cues'], ({ cues }) => cues.split('|')));

/** What stands beside a span: for or against an organisation, strongly or not. */
export interface Evidence {
  readonly strong: boolean;
  readonly weak: boolean;
  readonly against: boolean;
}

/** What the words beside the span say about its being a company. */
export function companyEvidence(reading: Reading, span: Span): Evidence {
  const cues = [
    ...cuesAfter(organization(), reading.folded, span.end),
    ...cuesBefore(organization(), reading.folded, span.start),
  ];
  return {
    strong: cues.includes('after+') || cues.includes('before+'),
    weak: cues.includes('after') || cues.includes('before'),
    against: cues.includes('after-') || cues.includes('before-'),
  };
}

/** Whether a word beside the span tells of a product. */
export function hasProductCue(reading: Reading, span: Span): boolean {
  return (
    cuesAfter(product(), reading.folded, span.end).includes('after') ||
    cuesBefore(product(), reading.folded, span.start).includes('before')
  );
}

function cuesAfter(lexicon: Lexicon<Cues>, folded: string, at: number): Cues {
  const next = skipAdverb(folded, skipBackdrop(folded, at, 1));
  return (lexicon.longestAt(folded, next)?.value ?? []).filter((cue) => cue.startsWith('after'));
}

function cuesBefore(lexicon: Lexicon<Cues>, folded: string, at: number): Cues {
  const end = skipBackdrop(folded, at - 1, -1) + 1;
  return (wordEndingAt(lexicon, folded, end)?.value ?? []).filter((cue) => cue.startsWith('before'));
}

/** Past one word of time or adverb that may stand between a name and its verb: 甲乙此前宣布. */
function skipAdverb(folded: string, at: number): number {
  const end = openWords('name-verb-adverbs').longestAt(folded, at)?.end ?? at;
  return /^\p{Script=Han}{2}/u.test(folded.slice(end, end + 4)) ? end : at;
}

/** Past spaces and quotation marks. */
function skipBackdrop(folded: string, at: number, step: 1 | -1): number {
  let offset = at;
  while (' “”‘’"'.includes(folded[offset] ?? 'x')) offset += step;
  return offset;
}

const longestWord = 8;

/** The longest word of the lexicon that ends at `end`, or null. */
export function wordEndingAt<V>(lexicon: Lexicon<V>, text: string, end: number): { start: number; value: V } | null {
  if (end <= 0) return null;
  const lengths = lexicon.lengthsEndingWith(text.charCodeAt(end - 1));
  if (lengths === 0) return null;
  for (let length = Math.min(longestWord, end); length > 0; length--) {
    if ((lengths & (1 << length)) === 0) continue;
    const value = lexicon.get(text.slice(end - length, end));
    if (value !== undefined) return { start: end - length, value };
  }
  return null;
}

/** The word before a name, past an article. */
const behindWord = /(?<![a-z])([a-z]+)(?: the)? $/i;
const longestBefore = 14;

/** Whether a word stands behind one of some English words anywhere in the article; as a possessive it does not (in Mok's flat). */
export function standsBehind({ folded, search }: Reading, word: string, has: (before: string) => boolean): boolean {
  for (let at = search(word, 0); at >= 0; at = search(word, at + 1)) {
    const before = behindWord.exec(folded.slice(Math.max(0, at - longestBefore), at))?.[1];
    const end = at + word.length;
    if (before !== undefined && has(before.toLowerCase()) && !/^['’]s/.test(folded.slice(end, end + 2))) return true;
  }
  return false;
}
