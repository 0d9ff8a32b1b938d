import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { openUnits } from '../numbers/units.js';
import { isHanUnit } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { isClause } from './company-kinds.js';
import { wordEndingAt } from './context.js';
import { titleBefore } from './person-zh.js';
import { isCalled } from './surname-titles.js';
import { isBySound } from './transliteration.js';

interface Collision {
  readonly before: string;
  readonly behind: string;
}

const collisions = lazy(
  (): Lexicon<Collision> => openLexicon('name-collisions', ['ending', 'before', 'behind'], (row) => row),
);
const surnames = lazy(() => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind));

/** Whether what a model took for a name is none: 第10局, a word that a title stands before (老師|公平), what a reporter is (Tech Correspondent). */
export function isNoName(reading: Reading, candidate: Candidate): boolean {
  const form = reading.text(candidate);
  if (numbered.test(form) || ticker.test(form) || isOffice(form) || isMoney(form) || isLetters(reading, candidate))
    return true;
  if (candidate.type === 'ORG') return isClause(reading, candidate) || isConcept(reading, candidate);
  if (candidate.type === 'PRODUCT') return /\d$/.test(form) && isMeasured(reading, candidate.end);
  if (candidate.type === 'GPE') return isPlain(reading, candidate);
  return candidate.type === 'PERSON' && (isOrdinary(reading, candidate) || isUnlikely(reading, candidate));
}

/** Philippa Raistrick |QC|, the |OBE|: an office, an order or a degree by its letters. */
function isLetters({ folded }: Reading, { start, end }: Candidate): boolean {
  const rank = postnominals().get(folded.slice(start, end).toLowerCase());
  if (rank === undefined || !/^[A-Z]/.test(folded.slice(start, end))) return false;
  return rank === 'alone' || /[A-Z][a-zÀ-ɏ’'-]+,? $/.test(folded.slice(Math.max(0, start - longestBefore), start));
}

const longestBefore = 24;
const postnominals = lazy(() => openLexicon('postnominals-en', ['word', 'use'], (row) => row.use));

/** 令吉, 万令吉, 雷亚尔: a currency. */
function isMoney(form: string): boolean {
  return openUnits().get(form.replace(/^[百千万亿]+/, ''))?.kind === 'money';
}

/** Below this a model guesses: of the people that begin with no surname and are not written by sound hardly any is one. */
const guessed = 0.61;

/** 敬老卡, 猫山王: a guess at a person that neither its form nor a title speaks for. */
function isUnlikely(reading: Reading, { start, end, score }: Candidate): boolean {
  if (score >= guessed || !isHanUnit(reading.folded.charCodeAt(start))) return false;
  const form = reading.folded.slice(start, end);
  if (form.length === 1) return !isCalled(reading, { start, end });
  if (knownNames(form).length > 0) return false;
  const kind = surnames().longestAt(form, 0)?.value ?? 'weak';
  return kind === 'weak' && !/^[阿老小]|[·.・‧]/.test(form) && !isBySound(form) && !titleBefore(reading, start, 0);
}

/** Parts of speech that jieba gives to names and to what it does not know. */
const namesOrUnknown = /^(?:n[rstz]|x|eng|j)/;

/** 柚子园, 峡谷口: a guess at a town made of several words that name nothing. */
function isPlain(reading: Reading, { start, end, score }: Candidate): boolean {
  const [form, first] = [reading.folded.slice(start, end), reading.tokenAt(start)];
  if (score >= guessed || first === undefined || first.end >= end || !reading.isBoundary(end)) return false;
  if (form.length < 3 || /[县市镇乡村洲]$/.test(form) || listedEnglish(form, 'GPE') !== null) return false;
  for (let at = start; at < end; ) {
    const token = reading.tokenAt(at);
    if (token === undefined || namesOrUnknown.test(token.pos) || knownNames(reading.text(token)).length > 0)
      return false;
    at = token.end;
  }
  return knownNames(form).length === 0;
}

/** 电池管理系统(BMS): capitals for the idea or kind of thing before the bracket. */
function isConcept({ folded }: Reading, { start, end }: Candidate): boolean {
  if (!/^\([A-Z]{2,6}\)/.test(folded.slice(start - 1, end + 1)) || knownNames(folded.slice(start, end)).length > 0)
    return false;
  const bodies = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  const concept = wordEndingAt(openWords('concept-endings'), folded, start - 1);
  return concept !== null && wordEndingAt(bodies, folded, start - 1)?.value.type !== 'ORG';
}

/** 直径9.8|米: whether a unit of measure stands there, as a word. */
export function isMeasured(reading: Reading, at: number): boolean {
  const from = reading.folded[at] === ' ' ? at + 1 : at;
  const unit = openUnits().longestAt(reading.folded, from);
  return (
    unit !== null &&
    unit.value.kind === 'measure' &&
    isHanUnit(reading.folded.charCodeAt(from)) &&
    reading.tokenAt(from)?.end === unit.end
  );
}

/** 300750.SZ/03750.HK: where a share is listed. */
const ticker = /(?:^|\/)\d{3,6}\.[A-Z]{1,2}$/;

/** Tech Correspondent, Cllr, County: words of which the last tells an office, or one that only stands beside a name. */
function isOffice(form: string): boolean {
  const last = /^(?:[A-Z][a-z]+ ){0,3}([A-Z][a-z]+)$/.exec(form)?.[1]?.toLowerCase();
  if (last === undefined) return false;
  if (form.length > last.length) return openWords('reporters-en').has(last);
  return openWords('place-kinds-en').has(last) || openWords('honorifics-en').has(last);
}

/** Innings, rounds and ends of a game; a number of stations. */
const numbered = /第[\d一二三四五六七八九十]+[局回节盘]$|(?:^|\p{Script=Han})\d+站$/u;

/** Whether the characters of a name are parts of other words: 教育部|门, 一两成|都. */
export function collides({ folded }: Reading, { start, end }: Candidate): boolean {
  const word = wordEndingAt(collisions(), folded, end);
  if (word === null || word.start < start) return false;
  const { before, behind } = word.value;
  return before.includes(folded[start - 1] || ' ') || behind.includes(folded[end] || ' ');
}

/** A word of the dictionary whose first character is hardly ever a surname. */
function isOrdinary(reading: Reading, { start, end }: Candidate): boolean {
  const token = reading.tokenAt(start);
  if (end - start !== 2 || token?.end !== end || /^(?:n[rsz]|x)/.test(token.pos)) return false;
  return surnames().get(reading.folded.charAt(start)) === 'weak';
}
