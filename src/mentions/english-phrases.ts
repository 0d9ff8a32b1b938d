import type { Span } from '../document/span.js';
import type { Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { matchesOf } from '../text/matches.js';

/** A run of capitalised words in an English sentence that may be one name. */
export interface Phrase extends Span {
  readonly words: readonly string[];
  /** Whether a title (Mr., President) stood before it. */
  readonly titled: boolean;
}

const word = String.raw`(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9]*(?:[-'’&.+][A-Za-zÀ-ɏ0-9]+)*|[a-z]{1,2}[A-Z][A-Za-z]+|(?<=[A-Za-z] )\d+(?:\.\d+)*[A-Za-z]{0,3}(?![\d%,]|[.–-]\d)|(?<=\d )\d+(?:\.\d+)?[BMTK](?![A-Za-z]))\.?`;
const joint = `(?: (?:of|of the|and|for|&|van|von|der|van der|von der|de|da|la|bin|al) | |-)`;
const run = new RegExp(`(?<![A-Za-z0-9])${word}(?:${joint}${word})*`, 'gu');

/** Capitalised phrases, without sentence-opening words, titles and possessives, parted where two names meet. */
export function phrasesOf(folded: string, sentence: Sentence): Phrase[] {
  return matchesOf(run, folded.slice(sentence.start, sentence.end)).flatMap((match) => {
    const start = sentence.start + match.index;
    return split(folded, { start, end: start + match[0].length }, sentence.end);
  });
}

interface Piece extends Span {
  readonly text: string;
}

/** Words; one with -based and the like behind it ends before that. */
const piece = /\S+/g;
const hyphenated = /[^\s]+?(?=-(?:based|born|listed|owned|backed|led|made|run|educated|trained|style)\b)|\S+/g;

function split(folded: string, span: Span, limit: number): Phrase[] {
  const text = folded.slice(span.start, span.end);
  const pieces = matchesOf(text.includes('-') ? hyphenated : piece, text).map((match): Piece => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length, text: match[0] };
  });
  const groups: { pieces: Piece[]; titled: boolean }[] = [{ pieces: [], titled: false }];
  pieces.forEach((piece, at) => {
    const group = groups.at(-1);
    if (group === undefined) return;
    if (parts(pieces, at)) groups.push({ pieces: [], titled: isTitle(piece.text) });
    else group.pieces.push(piece);
    // A possessive ends a name: Alibaba's Qwen3.
    if (/['’]s?$/.test(piece.text) && !parts(pieces, at)) groups.push({ pieces: [], titled: false });
  });
  return groups.flatMap(({ pieces: group, titled }) => toPhrase(folded, group, titled, limit));
}

const demonyms = lazy(() => openLexicon('demonyms', ['word', 'place'], (row) => row.place));
const suffixes = lazy(() => openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type));

const kindsAfterAnd =
  /^(?:Commission|Administration|Department|Ministry|Bureau|Committee|Agency|Association|Council|Institute|Corporation|Authority|Fund|Act)$/;

const kindsWithOf =
  /^(?:The )?(?:Organi[sz]ation|Department|Ministry|Association|Cent(?:er|re)|Institute|Office|Committee|Council|Agency|Bureau|School|College) (?:of|for) /;

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}

/** Whether the word stands between names: an opening word, a title, a people, or an `and` or `of` that joins two things. */
function parts(pieces: readonly Piece[], at: number): boolean {
  const text = pieces[at]?.text ?? '';
  const bare = text.replace(/[.'’]s?$/, '').toLowerCase();
  if (text === 'and' || text === 'for')
    return !pieces.slice(at).some((piece) => kindsAfterAnd.test(piece.text)) && !kindsWithOf.test(joined(pieces));
  if (text === 'AI' && at > 0) return false;
  if (text === 'of') return !startsKind(pieces, at);
  if (/^-[a-z]/.test(text)) return true;
  if (/^[a-z]/.test(text) && !/^[a-z]{1,2}[A-Z]/.test(text)) return false;
  if (isTitle(text) && pieces[at - 1]?.text !== 'of')
    return !startsKind(pieces, at + 1) || pieces[at + 1]?.text !== 'of';
  if (demonyms().has(bare) && at + 1 < pieces.length) return at === 0 && !isKind(pieces.at(-1)?.text ?? '');
  return openWords('no-names-en').has(bare) &&
    (at === 0 || /^[A-Z]/.test(text)) &&
    !/^(?:The|May|March|April|June|July|August|Will|New|St|Post|Times)$/.test(text.replace(/\.$/, ''))
    ? true
    : at === 0 && /^(?:The|In|At|By|On|But|And)$/.test(text);
}

function isTitle(text: string): boolean {
  return openWords('person-titles-en').has(text.replace(/\.$/, '').toLowerCase()) && /^[A-Z]/.test(text);
}

function isKind(text: string): boolean {
  return suffixes().has(text.replace(/\.$/, '').toLowerCase());
}

function startsKind(pieces: readonly Piece[], of: number): boolean {
  return isKind(pieces[of - 1]?.text ?? '');
}

function toPhrase(folded: string, group: readonly Piece[], titled: boolean, limit: number): Phrase[] {
  const kept = [...group];
  while (kept.length > 0 && /^[a-z]+$|^&$/.test(kept[0]?.text ?? '')) kept.shift();
  while (kept.length > 0 && /^[a-z]+$|^&$/.test(kept.at(-1)?.text ?? '')) kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = last.text.replace(/['’]s?$/, '');
  // A full stop belongs to Corp. and initials, not to the end of a sentence.
  const abbreviated = /^(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros)\.$/.test(text) || /^(?:[A-Z]\.)+$/.test(text);
  const end = last.start + (text.endsWith('.') && (!abbreviated || last.end > limit) ? text.length - 1 : text.length);
  if (/^\d/.test(folded.slice(first.start, end))) return [];
  return [{ start: first.start, end, titled, words: folded.slice(first.start, end).split(' ') }];
}
