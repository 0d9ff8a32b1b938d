import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';

/** A tag or character reference that a text may write about. */
export interface Written extends Span {
  /** The element's name where it is an opening tag without attributes, else null. */
  readonly opens: string | null;
}

const reach = 80;
/** How many tags and references are looked at, spread over the text. */
const looked = 200;
const wrappers: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
  '(': ')',
  '（': '）',
  '《': '》',
  '【': '】',
};

/** Whether a text writes about markup instead of being marked up: then its tags and references are its words. */
export function isAboutMarkup(text: string, found: readonly Written[]): boolean {
  if (text.includes('```')) return true;
  const step = Math.ceil(found.length / looked);
  const sample = found.filter((_, i) => i % step === 0);
  const mentioned = sample.filter((span) => isMentioned(text, span)).length;
  return (sample.length > 0 && mentioned * 3 >= sample.length) || subjectWords(text, found) >= 2;
}

/** Whether one tag or reference is named rather than used: quoted, in backticks, or beside a word such as 标签 or “tag”. */
export function isMentioned(text: string, span: Written): boolean {
  if (isSetOff(text, span) || isListed(text, span) || isPrescribed(text, span)) return true;
  const after = fold(text.slice(span.end, span.end + 16));
  if (/^\s/.test(after) && roleAt(after.trimStart()) === 'sign') return true;
  if (span.opens === null) return isReference(text, span) && besideNoun(text, span, after);
  if (isClosedNearby(text, span, span.opens)) return isSetApart(text, span);
  return besideNoun(text, span, after) || isSetApart(text, span);
}

function isReference(text: string, { start }: Span): boolean {
  return text.charAt(start) === '&';
}

/** Whether quotation marks or brackets stand around a stretch and nothing else, or it is code. */
export function isSetOff(text: string, span: Span): boolean {
  return isWrapped(text, span) || isInBackticks(text, span);
}

function isWrapped(text: string, { start, end }: Span): boolean {
  const closer = wrappers[text.charAt(start - 1)];
  return closer !== undefined && text.charAt(end) === closer;
}

function isInBackticks(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.split('`').length % 2 === 1) return false;
  return /^[^\n`]*`/.test(text.slice(end, end + reach));
}

/** Whether the tag stands in indented lines that a line with a colon introduces. */
function isListed(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 4 * reach), start);
  return /[:：][ \t]*\n(?:[ \t]*\n)*(?:(?: {2}|\t)[ \t]*[^ \t\n][^\n]*\n(?:(?: {2}|\t)[ \t]*\n)*)*(?: {2}|\t)[^\n]*$/.test(
    before,
  );
}

function isClosedNearby(text: string, { end }: Span, name: string): boolean {
  const after = text.slice(end, end + reach).toLowerCase();
  return after.includes(`/${name.toLowerCase()}>`);
}

/** A space on both sides and words beyond: `以 <div> 開始`. */
function isSetApart(text: string, { start, end }: Span): boolean {
  return /[^\s>] $/.test(text.slice(Math.max(0, start - 2), start)) && /^ [^\s<]/.test(text.slice(end, end + 2));
}

/** Behind a word such as 用 or “write”, before a comma or full stop: `换行用 <br>,`. No inline markup ends there. */
function isPrescribed(text: string, { start, end }: Span): boolean {
  if (text.charAt(start) !== '<' || !/^[,，、.。;；]/.test(text.charAt(end))) return false;
  const before = fold(text.slice(Math.max(0, start - 12), start)).toLowerCase();
  const word = /(?:[a-z]+(?= $)|\p{Script=Han}{1,2}(?= ?$))/u.exec(before)?.[0] ?? '';
  return [word, word.slice(-1)].some((candidate) => markupWords().get(candidate) === 'verb');
}

function besideNoun(text: string, { start }: Span, after: string): boolean {
  const opensLine = /(?:^|[\n>])[ \t]*$/.test(text.slice(Math.max(0, start - 4), start));
  if (roleAt(after.trimStart()) === 'noun' && (/^\s/.test(after) || !opensLine)) return true;
  const before = fold(text.slice(Math.max(0, start - 12), start))
    .trimEnd()
    .toLowerCase();
  const words = markupWords();
  for (let length = 2; length <= before.length; length++) {
    const word = before.slice(-length);
    if (
      words.get(word) === 'noun' &&
      !/[a-z]{2}$/.test(`${before.charAt(before.length - length - 1)}${word.charAt(0)}`)
    )
      return true;
  }
  return false;
}

function roleAt(folded: string): string | undefined {
  const match = markupWords().longestAt(folded.toLowerCase(), 0);
  if (match === null || (/[a-z]$/.test(folded.slice(0, match.end)) && /^[a-z]/i.test(folded.slice(match.end))))
    return undefined;
  return match.value;
}

/** How many different words of the subject stand in the text, outside tags: 0, 1 or 2 for more. */
function subjectWords(text: string, found: readonly Span[]): number {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start >= at) pieces.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return countWords([...pieces, text.slice(at)].join('\n'), ['subject'], 2);
}

/** Whether prose writes about code or markup. */
export function isAboutCode(prose: string): boolean {
  return prose.includes('`') || countWords(prose, ['subject', 'code'], 1) > 0;
}

/** How many different words with one of `roles` stand in a text as words, counted up to `enough`. */
function countWords(text: string, roles: readonly string[], enough: number): number {
  const prose = fold(text).toLowerCase();
  const words = markupWords();
  const seen = new Set<string>();
  for (let i = 0; i < prose.length && seen.size < enough; i++) {
    const match = words.longestAt(prose, i);
    if (match === null || !roles.includes(match.value)) continue;
    const alone = !/[\w./&-]/.test(prose.charAt(i - 1)) && !/[\w/-]/.test(prose.charAt(match.end));
    if (alone || /\p{Script=Han}/u.test(prose.charAt(i))) seen.add(prose.slice(match.start, match.end));
  }
  return seen.size;
}

function markupWords() {
  return openLexicon('markup-words', ['word', 'role'], (row) => row.role);
}
