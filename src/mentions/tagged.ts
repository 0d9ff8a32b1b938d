import type { EntityType, Token } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';

/** Places and institutions of jieba's dictionary (tags ns, nt): weaker than the curated names. */
export function recognizeTagged(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const tokens = reading.tokensOf(sentence).filter(({ pos }) => telling.has(pos));
    return tokens.flatMap((token) => propose(reading, reading.text(token), token));
  });
}

/** jieba's tags of names and of what it does not know. */
const telling = new Set(['x', 'nz', 'nr', 'ns', 'nt']);

function propose(reading: Reading, word: string, token: Token): Candidate[] {
  const { start, end } = token;
  if (followsPlace(reading, word, token)) return [{ start, end, type: 'GPE', score: 0.6, by: 'place-in-place' }];
  if (word.length < 2 || (token.pos !== 'ns' && token.pos !== 'nt') || isAmbiguous(word)) return [];
  const type = typeOf(word);
  if (token.pos === 'nt' && openWords('generic-words').has(word.slice(0, 2))) return [];
  if (token.pos === 'nt')
    return type === null || word.length < 4 ? [] : [{ start, end, type, score: 0.65, by: 'tagged-institution' }];
  if (openWords('generic-words').has(word.slice(0, 2)) && word.length > 2) return [];
  const shaped = word.length > 2 && (type !== null || isForeign(word));
  const score = shaped ? 0.62 : isLocated(reading, token) ? 0.6 : 0.4;
  return [{ start, end, type: type ?? 'GPE', score, by: 'tagged-place' }];
}

/** An unknown word of two characters right behind a well-known place, with nothing that it could go with: 甘肃|某地|的. */
function followsPlace(reading: Reading, word: string, token: Token): boolean {
  if (word.length !== 2 || !/^(?:x|nz|nr|ns)$/.test(token.pos) || !/^\p{Script=Han}+$/u.test(word)) return false;
  const before = reading.tokenBefore(token.start);
  if (before === undefined || !/^(?:的|、|,|。|等|当地|境内|市|县|和)/.test(reading.folded.slice(token.end)))
    return false;
  return knownNames(reading.text(before)).some((name) => name.type === 'GPE');
}

/** Whether a word is written by sound, for the most part: 格拉纳达. */
function isForeign(word: string): boolean {
  const sounds = openWords('transliteration-characters');
  return [...word].filter((character) => sounds.has(character)).length >= word.length * 0.75;
}

/** jieba calls many words places (深度, 普及): a short one must stand where a place does. */
function isLocated(reading: Reading, { start, end }: Token): boolean {
  const { folded } = reading;
  if (
    /[在于到赴往抵至自驻]/.test(folded[start - 1] ?? '') ||
    /来自|位于|扎根|落户|前往$/.test(folded.slice(Math.max(0, start - 2), start))
  )
    return true;
  if (reading.tokenBefore(start)?.pos === 'ns' && !openWords('generic-words').has(folded.slice(start, end)))
    return true;
  return /^(?:省|市|县|区|镇|乡|州|等地|一带|境内|当地|籍|人民|居民|政府|警方)/.test(folded.slice(end));
}

function typeOf(word: string): EntityType | null {
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  const row = wordEndingAt(suffixes, word, word.length)?.value;
  return row === undefined ? null : (row.type as EntityType);
}
