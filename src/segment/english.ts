import type { Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { matchesOf } from '../text/matches.js';
import { tagTexts } from './compromise.js';
import type { Term } from './compromise-types.js';

/** The tags that a token may carry, the more telling first; a term gets the first one that compromise gave it. */
const telling = [
  'Person',
  'Place',
  'Organization',
  'Date',
  'Value',
  'Pronoun',
  'Modal',
  'Auxiliary',
  'Copula',
  'Verb',
  'ProperNoun',
  'Noun',
  'Adjective',
  'Adverb',
  'Conjunction',
  'Preposition',
  'Determiner',
  'QuestionWord',
  'Acronym',
] as const;

/**
 * Words and punctuation marks of each English sentence, tagged by compromise. compromise's own offsets can run past the
 * text and its terms can swallow a final full stop, so each term is looked up again in the text.
 */
export function scanEnglish(folded: string, sentences: readonly Span[]): Token[][] {
  const pieces = sentences.map((sentence) => piecesOf(folded, sentence));
  const terms = tagTexts(pieces.flat().map(({ start, end }) => folded.slice(start, end))).values();
  return pieces.map((own) => own.flatMap((piece) => scanPiece(folded, piece, terms.next().value ?? [])));
}

function scanPiece(folded: string, { start, end }: Span, terms: readonly Term[]): Token[] {
  const text = folded.slice(start, end);
  const tokens: Token[] = [];
  let at = 0;
  for (const { text: word, tags } of terms) {
    const found = word === '' ? -1 : text.indexOf(word, at);
    if (found < 0) continue;
    for (const mark of marks(text, at, found, start)) tokens.push(mark);
    const tag = tagOfWord(word, tags);
    const pos = tag === 'Verb' && isArticle(tokens.at(-1), folded) ? nominal(word) : tag;
    tokens.push({ start: start + found, end: start + found + word.length, pos });
    at = found + word.length;
  }
  for (const mark of marks(text, at, text.length, start)) tokens.push(mark);
  return tokens;
}

/** Beyond this, compromise takes more time for each word the longer the sentence is. */
const longestPiece = 2000;

/** A sentence, or where it is too long for compromise, its pieces, which are cut at spaces. */
function piecesOf(folded: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longestPiece) {
    const space = folded.slice(from, from + longestPiece).lastIndexOf(' ');
    const to = from + (space > 0 ? space : longestPiece);
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

const ranks = new Map<string, number>(telling.map((tag, rank) => [tag, rank]));

function tagOf(tags: ReadonlySet<string>): string {
  let best: number = telling.length;
  for (const tag of tags) best = Math.min(best, ranks.get(tag) ?? best);
  return telling[best] ?? 'Noun';
}

/** Words that are never nouns, whatever stands before them (that he is leaving |is| false). */
const neverNouns: ReadonlyMap<string, string> = new Map([
  ...['is', 'are', 'was', 'were'].map((word) => [word, 'Copula'] as const),
  ...['has', 'have', 'had'].map((word) => [word, 'Auxiliary'] as const),
]);

function tagOfWord(word: string, tags: ReadonlySet<string>): string {
  const tag = tagOf(tags);
  // the UN says
  if (tag === 'Verb' && word.length > 1 && /^\p{Lu}+$/u.test(word)) return 'Acronym';
  return tag === 'Noun' && word.length < 5 ? (neverNouns.get(word) ?? tag) : tag;
}

/** the |meeting|, their |proposed| plan: behind an article or an owner compromise takes nouns and participles for verbs. */
function isArticle(token: Token | undefined, folded: string): boolean {
  return token !== undefined && /^(?:an?|the|its|his|their|my|our|your)$/i.test(folded.slice(token.start, token.end));
}

function nominal(word: string): string {
  return /(?:ed|en)$/.test(word) ? 'Adjective' : 'Noun';
}

const commonMarks = ',.:;!?()“”‘’"';

/** Whatever stands between two words: one token a run of letters or digits, one a mark. */
function marks(text: string, from: number, to: number, offset: number): Token[] {
  if (from === to || (to === from + 1 && text.charAt(from) === ' ')) return [];
  // Most often one mark and a space.
  const isAlone = to === from + 1 || (to === from + 2 && text.charAt(from + 1) === ' ');
  if (isAlone && commonMarks.includes(text.charAt(from)))
    return [{ start: offset + from, end: offset + from + 1, pos: 'x' }];
  return matchesOf(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu, text.slice(from, to)).map((match) => ({
    start: offset + from + match.index,
    end: offset + from + match.index + match[0].length,
    pos: 'x',
  }));
}
