import type { EntityType, Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { inBracket } from '../lexicons/renaming.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, sentencesIn, signs } from './candidate.js';
import { companyEvidence, hasProductCue, wordEndingAt } from './context.js';
import { isGeneric, nameStart } from './name-start.js';

const bracket = lazy(
  () =>
    new RegExp(
      String.raw`[”"]?\(([A-Z][\w.&'’-]{0,40}(?: [\w.&'’-]{1,40}){0,7})(?:[,;] ?(?:${inBracket()})?[:“"]?([A-Z][\w.&-]{1,11})[”"]?)?\)`,
      'g',
    ),
);
const reverse =
  /([A-Z][\w.&'’-]{0,40}(?: (?:[A-Z][\w.&'’-]{0,40}|of|the|and|for|\d{1,4})){0,7}) ?\((\p{Script=Han}[\p{Script=Han}\d·]{1,15})\)/gu;

/** A name in two languages, 中文名(Latin Name,LN) or Latin Name (中文名): both sides are one thing of one type. */
export function recognizeBilingual(reading: Reading): Candidate[] {
  return [...chineseFirst(reading), ...latinFirst(reading)];
}

function chineseFirst(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) =>
    matchesOf(reading, sentence, bracket()).flatMap((match) => {
      const at = sentence.start + match.index;
      const [latin, short] = [match[1] ?? '', match[2]];
      const name = chineseSide(reading, at, latin, sentence.start);
      const type = name === null ? null : typeOf(reading, name, latin);
      if (name === null || type === null) return [];
      const found = [name, spanOf(reading, at, latin)];
      if (short !== undefined) found.push(spanOf(reading, at + match[0].indexOf(short, latin.length), short));
      return found.map((span) => ({ ...span, type, score: 0.93, by: 'bilingual' }));
    }),
  );
}

/** All matches of a pattern that has a bracket. */
function matchesOf(reading: Reading, sentence: Sentence, pattern: RegExp): RegExpExecArray[] {
  return reading.holds(sentence, signs.bracket) ? [...reading.text(sentence).matchAll(pattern)] : [];
}

type Side = { readonly start: number; readonly end: number };

function spanOf({ folded }: Reading, from: number, text: string): Side {
  const start = folded.indexOf(text, from);
  return { start, end: start + text.length };
}

/** The Chinese name before the bracket: what stands in quotation marks, or back to what cannot belong to it. */
function chineseSide(reading: Reading, at: number, latin: string, limit: number): Side | null {
  const { folded } = reading;
  if (/[”"]/.test(folded[at] ?? '')) {
    const [from, before] = [Math.max(limit, at - 16), folded.slice(Math.max(limit, at - 16), at)];
    const open = from + Math.max(before.lastIndexOf('“'), before.lastIndexOf('"'));
    return open >= from ? { start: open + 1, end: at } : null;
  }
  const start = Math.max(limit, nameStart(reading, at, 14, latin));
  return at - start >= 2 && !isGeneric(reading, start, at) ? { start, end: at } : null;
}

/** The type that the last words of either side tell, or what stands beside the name; null if it is no name or a person's. */
function typeOf(reading: Reading, name: Side, latin: string): EntityType | null {
  const chinese = reading.text(name);
  const known = [...knownNames(chinese), ...knownNames(latin)][0];
  if (known !== undefined) return null;
  const words = latin.split(' ');
  if (openWords('given-names-en').has((words[0] ?? '').toLowerCase()) && words.length > 1) return null;
  if (isPersonName(reading, name)) return null;
  const chineseType = suffixType(chinese);
  const latinType = words.length > 1 ? latinSuffix(words) : undefined;
  if (/\d$/.test(latin) && latinType === undefined && chineseType === undefined) return 'PRODUCT';
  const type = chineseType ?? latinType;
  if (type !== undefined) return type;
  const evidence = companyEvidence(reading, { start: name.start, end: name.end + bracketLength(reading, name.end) });
  if (evidence.strong || describedCompany(reading.folded, name.start)) return 'ORG';
  if (hasProductCue(reading, name)) return 'PRODUCT';
  return words.length > 1 && words.every((word) => /^[A-Z]/.test(word)) && !isPlain(reading, name) ? 'ORG' : null;
}

/** The type that the last word of a Latin name tells, passing over a year behind it. */
function latinSuffix(words: readonly string[]): EntityType | undefined {
  const last = words.filter((word) => !/^\d+$/.test(word)).at(-1) ?? '';
  return openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as EntityType).get(
    last.toLowerCase().replace(/\.$/, ''),
  );
}

function suffixType(chinese: string): EntityType | undefined {
  const bare = chinese.replace(/(?<!\d)\d+$/, '');
  const row = wordEndingAt(
    openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (value) => value),
    bare,
    bare.length,
  );
  return row === null || row.start === 0 || bare.length - row.start < 2 ? undefined : (row.value.type as EntityType);
}

function bracketLength({ folded }: Reading, at: number): number {
  return /^[”"]?\([^()\n]{1,80}\)/.exec(folded.slice(at, at + 84))?.[0].length ?? 0;
}

/** 总部位于某地的, 成立于某年的. */
function describedCompany(folded: string, start: number): boolean {
  return /(?:总部(?:位于|设于|设在|在)|成立于|创立于|创办于|注册于|上市的)[^,。;:!?\n]{0,14}的?[”“"]?$/.test(
    folded.slice(Math.max(0, start - 24), start),
  );
}

/** A name of two to four characters with a surname or a dot: the recognisers of people judge it. */
function isPersonName(reading: Reading, { start, end }: Side): boolean {
  const name = reading.folded.slice(start, end);
  if (name.includes('·')) return true;
  const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
  const sounds = openWords('transliteration-characters');
  if ([...name].every((character) => sounds.has(character))) return true;
  return suffixType(name) === undefined && name.length <= 4 && surnames.longestAt(name, 0) !== null && name.length <= 3;
}

/** Whether the name is made of words of the dictionary only: then it may be a term (检索增强生成). */
function isPlain(reading: Reading, { start, end }: Side): boolean {
  return reading.tokens.every(
    (token) =>
      token.start < start || token.end > end || (token.end - token.start >= 2 && !/^(?:x|ns|nz|nr)/.test(token.pos)),
  );
}

/** English: the Latin side must have been judged for the bracket to count, so only its own words decide. */
function latinFirst(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'en').flatMap((sentence) =>
    matchesOf(reading, sentence, reverse).flatMap((match) => {
      const [latin, chinese] = [match[1] ?? '', match[2] ?? ''];
      if (knownNames(latin).length > 0) return [];
      const type = suffixType(chinese) ?? latinSuffix(latin.split(' '));
      if (type === undefined) return [];
      const at = sentence.start + match.index;
      return [spanOf(reading, at, latin), spanOf(reading, at + latin.length, chinese)].map((span) => ({
        ...span,
        type,
        score: 0.93,
        by: 'bilingual',
      }));
    }),
  );
}
