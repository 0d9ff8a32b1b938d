import type { Span } from '../document/span.js';
import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { wordEndingAt } from './context.js';
import { titleBefore } from './person-zh.js';

const surnames = lazy(() => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind));
/** Surnames that are verbs, numbers or function words before a title: 任总理, 第五女, 但爸爸. */
const words = (): Lexicon<true> => openWords('surname-words');
const titles = (): Lexicon<true> => openWords('surname-titles');

/**
 * A surname with a title behind it, 林|先生, 欧阳|部长: the surname is the name. One that is more often a word counts only
 * where the article has a longer name with it, or at the start of a clause.
 */
export function recognizeTitledSurnames(reading: Reading): Candidate[] {
  const borne = new Map<string, boolean>();
  const hasBearer = (surname: string): boolean => {
    const known = borne.get(surname) ?? isBorne(reading.folded, surname);
    borne.set(surname, known);
    return known;
  };
  const titled = sentencesIn(reading, 'zh').flatMap((sentence) => {
    const candidates: Candidate[] = [];
    for (let start = sentence.start; ; start++) {
      start = surnames().nextStart(reading.folded, start, sentence.end);
      if (start >= sentence.end) return candidates;
      const surname = surnames().longestAt(reading.folded, start);
      if (
        surname === null ||
        !isTitled(reading, surname.end, sentence.end) ||
        words().has(reading.folded.slice(start, surname.end))
      )
        continue;
      if (isSurname(reading, start, surname.end, surname.value, hasBearer))
        candidates.push({ start, end: surname.end, type: 'PERSON', score: 0.95, by: 'surname-title' });
    }
  });
  return [...titled, ...recognizeWithheld(reading)];
}

/** 负责人|楼某: a surname whose given name is withheld; one that a word segmenter takes for another word only before a mark, a verb or a word of grammar. */
function recognizeWithheld(reading: Reading): Candidate[] {
  const { folded } = reading;
  const candidates: Candidate[] = [];
  for (let at = reading.search('某', 0); at >= 0; at = reading.search('某', at + 1)) {
    const surname = wordEndingAt(surnames(), folded, at);
    if (surname === null || words().has(folded.slice(surname.start, at))) continue;
    // 受害人|连某: a surname that is more often another word, behind what people are called.
    if (surname.value === 'weak' && !titleBefore(reading, surname.start, 0)) continue;
    const [token, next] = [reading.tokenAt(surname.start), reading.tokenAt(at + 1)];
    if (token === undefined || (!reading.isBoundary(at + 1) && token.pos !== 'x')) continue;
    if (
      /^(?:nr|x)/.test(token.pos) ||
      next === undefined ||
      !/^(?:[abfgijlmnqrsz]|x$)/.test(next.pos) ||
      opensClause.test(folded.charAt(at + 1))
    )
      candidates.push({ start: surname.start, end: at + 1, type: 'PERSON', score: 0.95, by: 'withheld-name' });
  }
  return candidates;
}

const opensClause = /[^\p{Script=Han}\w]/u;

/** Words that end where a title may end: 局长|说, not 局|长度. */
function isTitled(reading: Reading, at: number, limit: number): boolean {
  const { folded } = reading;
  return titles()
    .allAt(folded, at)
    .some(({ end }) => {
      if (end > limit) return false;
      if (end - at >= 2) return true;
      // 陈男, 黄总: one character must not begin another word.
      return (
        reading.isBoundary(end) && /^[,。、:;!?)”\s说称表示与和向在则也将已被的坦指回]/.test(folded.slice(end) || '。')
      );
    });
}

function isSurname(
  reading: Reading,
  start: number,
  end: number,
  kind: string,
  hasBearer: (surname: string) => boolean,
): boolean {
  const { folded } = reading;
  if (!reading.isBoundary(start) || folded[start - 1] === '·') return false;
  // 班主任: a word of its own.
  const token = reading.tokenAt(start);
  if (kind === 'weak' && token !== undefined && token.end > end && !/^(?:nr|x)/.test(token.pos)) return false;
  const before = folded[start - 1] ?? '';
  // 3席|议员: behind a number stands a measure.
  if (/[\d一二三四五六七八九十百千万两几]/.test(before)) return false;
  const opens = start === 0 || /[^\p{Script=Han}]/u.test(before);
  if (end - start > 1) return kind === 'compound' || opens;
  if (kind === 'japanese') return false;
  if (opens || /[的向对与和由为据请是给让]/.test(before)) return kind !== 'weak' || opens;
  return kind !== 'weak' || hasBearer(folded.slice(start, end));
}

/** Whether the surname stands elsewhere with a given name and a verb of speech or a title. */
function isBorne(folded: string, surname: string): boolean {
  return new RegExp(`${surname}\\p{Script=Han}{1,2}(?:说|表示|称|指出|先生|女士|教授)`, 'u').test(folded);
}

/** 老符, 小覃, 姜男, 周姓驾驶: a surname alone is one character of many words (机器人|应答, 公司) but beside what people are called by. */
export function isCalled(reading: Reading, { start, end }: Span): boolean {
  const { folded } = reading;
  if (/[老小阿姓]/.test(folded[start - 1] ?? '')) return reading.isBoundary(end);
  if (!reading.isBoundary(start)) return false;
  return folded[end] === '姓' || titles().longestAt(folded, end) !== null;
}
