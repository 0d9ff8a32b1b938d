import type { EntityType } from '../document/types.js';
import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { matchesOf } from '../text/matches.js';
import { type Candidate, type Reading, sentencesIn, signs } from './candidate.js';
import { companyEvidence, hasProductCue } from './context.js';

const word = String.raw`[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-.·&'’/_+][A-Za-zÀ-ɏ0-9]+)*\+*`;
const number = String.raw`[vV]?\d+(?:\.\d+)*[A-Za-z]{0,5}(?:-\d+[A-Za-z]?)?`;
const sequence = new RegExp(String.raw`${word}(?:[ \u00a0](?:${word}|${number}))*`, 'g');

/** Latin names in Chinese text: models with versions, companies, people; what they are, their words and context tell. */
export function recognizeLatin(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    if (!reading.holds(sentence, signs.latin)) return [];
    const text = reading.text(sentence);
    return matchesOf(sequence, text).flatMap((match) => {
      const start = sentence.start + match.index;
      const span = trimNumber(reading.folded, start, start + match[0].length);
      const line = productBefore(reading.folded, span.start);
      if (line !== null && /\d/.test(reading.text(span)))
        return [{ start: line, end: span.end, type: 'PRODUCT' as const, score: 0.95, by: 'product-line' }];
      return classify(reading, span);
    });
  });
}

/** Where a well-known product line begins that ends right here: 骁龙|W5. */
export function productBefore(folded: string, end: number): number | null {
  for (let start = Math.max(0, end - 6); start <= end - 2; start++) {
    const form = folded.slice(start, end);
    if (/^\p{Script=Han}+$/u.test(form) && knownNames(form).some((name) => name.type === 'PRODUCT')) return start;
  }
  return null;
}

/** A number that a Han measure follows (Meta 2024年) is not part of the name. */
function trimNumber(folded: string, start: number, end: number): { start: number; end: number } {
  const tail = / (\d+(?:\.\d+)*)$/.exec(folded.slice(start, end));
  if (tail === null) return { start, end };
  const next = folded.slice(end, end + 2).trimStart()[0] ?? '';
  const isMeasured =
    /[年月日时分秒号万亿千百十多余个家名人倍元美%张台部款岁次位条股万]/.test(next) || (tail[1] ?? '').length >= 4;
  return isMeasured ? { start, end: end - tail[0].length } : { start, end };
}

function classify(reading: Reading, span: { start: number; end: number }): Candidate[] {
  const name = reading.text(span);
  if (/ OS$/.test(name)) return [{ ...span, type: 'PRODUCT', score: 0.85, by: 'latin-system' }];
  if (/^[A-Z]$/.test(name) && reading.folded.startsWith('平台', span.end))
    return [{ ...span, type: 'PRODUCT', score: 0.85, by: 'latin-platform' }];
  if (name.replace(/[^A-Za-z]/g, '').length < 2 && !/\d/.test(name)) return [];
  if (name.length < 2 || isCommon(name)) return [];
  if (knownNames(name).length > 0) return [];
  if (/[\p{Script=Han}]/u.test(reading.folded[span.start - 1] ?? '') && /^-/.test(name)) return [];
  const judged = judge(reading, span, name);
  return judged === null ? [] : [{ ...span, ...judged }];
}

/** Whether every word of it is a common abbreviation or a lower-case word. */
function isCommon(name: string): boolean {
  const common = openWords('latin-common');
  const words = name.split(/[ ]/).filter((part) => part !== '');
  return words.every((part) => common.has(part.toLowerCase()) || /^[a-z]+$/.test(part) || /^\d/.test(part));
}

function judge(
  reading: Reading,
  span: { start: number; end: number },
  name: string,
): { type: EntityType; score: number; by: string } | null {
  const words = name.split(' ');
  if (isSpeech(words)) return null;
  const suffix = suffixes().get((words.at(-1) ?? '').toLowerCase().replace(/\.$/, ''));
  if (suffix !== undefined && words.length > 1) return { type: suffix, score: 0.85, by: 'latin-suffix' };
  if (looksLikePerson(reading, span, words)) return { type: 'PERSON', score: 0.85, by: 'latin-person' };
  const base = knownNames(words[0] ?? '')[0] ?? knownNames((words[0] ?? '').split('-')[0] ?? '')[0];
  if (/\d/.test(name)) return { type: 'PRODUCT', score: base?.type === 'PRODUCT' ? 0.95 : 0.8, by: 'latin-version' };
  const lone = words.length === 1;
  if (lone && /^[A-Z]{1,5}s?$/.test(name)) return acronym(reading, span);
  if (!/[A-Z]/.test(name))
    return hasProductCue(reading, span) ? { type: 'PRODUCT', score: 0.55, by: 'latin-word' } : null;
  if (base?.type === 'PRODUCT') return { type: 'PRODUCT', score: 0.8, by: 'latin-product' };
  const company = companyEvidence(reading, span);
  if (hasProductCue(reading, span) && !company.strong) return { type: 'PRODUCT', score: 0.75, by: 'latin-product' };
  if (company.strong) return { type: 'ORG', score: 0.72, by: 'latin-company' };
  return { type: !lone ? 'PRODUCT' : 'ORG', score: 0.56, by: 'latin-word' };
}

/** Whether it reads as a piece of an English sentence: most words behind the first in small letters. */
function isSpeech(words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const small = words
    .slice(1)
    .filter((part) => /^[a-z]/.test(part) && !/^(?:of|the|and|for|de|la|van|von|der|bin|al)$/.test(part));
  return (
    small.length * 2 > words.length - 1 ||
    (small.length > 0 && openWords('no-names-en').has((words[0] ?? '').toLowerCase()))
  );
}

/** Capitals alone name something only if a word beside them says what. */
function acronym(
  reading: Reading,
  span: { start: number; end: number },
): { type: EntityType; score: number; by: string } | null {
  if (companyEvidence(reading, span).strong) return { type: 'ORG', score: 0.6, by: 'latin-acronym' };
  return hasProductCue(reading, span) ? { type: 'PRODUCT', score: 0.55, by: 'latin-acronym' } : null;
}

const suffixes = (): Lexicon<EntityType> =>
  openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as EntityType);

const personWord =
  /^(?:[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?|[A-Z]\.|van|von|der|de|da|la|bin|al|el|Mc[A-Z][a-z]+)$/;

/** Two to five capitalised words with a given name, or in brackets behind a Chinese name that is written by sound. */
function looksLikePerson(
  reading: Reading,
  { start, end }: { start: number; end: number },
  words: readonly string[],
): boolean {
  if (words.length < 2 || words.length > 5 || !words.every((part) => personWord.test(part))) return false;
  if (openWords('given-names-en').has((words[0] ?? '').toLowerCase())) return true;
  const { folded } = reading;
  const glossed = folded[start - 1] === '(' && folded[end] === ')';
  const sounds = openWords('transliteration-characters');
  return (
    glossed &&
    [...folded.slice(Math.max(0, start - 4), start - 1)].every(
      (character) => sounds.has(character) || character === '·',
    )
  );
}
