import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { openUnits } from '../numbers/units.js';
import { isHanUnit } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
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

/** Below this a model guesses at a person: of the names that begin with no surname and are not written by sound hardly any is one. */
const guessedPerson = 0.61;

/** 敬老卡, 猫山王: a guess at a person that neither its form nor a title speaks for. */
function isUnlikely(reading: Reading, { start, end, score }: Candidate): boolean {
  if (score >= guessedPerson || !isHanUnit(reading.folded.charCodeAt(start))) return false;
  const form = reading.folded.slice(start, end);
  if (form.length === 1) return !isCalled(reading, { start, end });
  if (knownNames(form).length > 0) return false;
  const kind = surnames().longestAt(form, 0)?.value ?? 'weak';
  return kind === 'weak' && !/^[阿老小]|[·.・‧]/.test(form) && !isBySound(form) && !titleBefore(reading, start, 0);
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
