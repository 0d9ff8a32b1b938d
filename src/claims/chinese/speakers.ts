import type { Span } from '../../document/span.js';
import type { Token } from '../../document/types.js';
import { openWords } from '../../lexicons/lexicon.js';
import { farthest } from '../leads.js';
import { describeSource, isSomebody, nounBefore, sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { findSubject } from './sources.js';

/** Who speaks, and where what he does begins. */
export interface Speaker {
  readonly subject: Span;
  readonly deed: number;
}

/**
 * Whoever can speak and acts in a stretch: the first person, body or pronoun with a word behind it that is no noun
 * (站務員|兩手一攤, 總教練某某|跳出來扛責); what stands before the last 的 only modifies, unless nobody follows it.
 * In a longer stretch only its first 80 characters are read.
 */
export function speakerIn(reading: Reading, whole: Span): Speaker | null {
  const region = { start: whole.start, end: Math.min(whole.end, whole.start + farthest) };
  const tokens = reading.tokensIn(region);
  const modifiers = tokens.filter(({ start, end }) => reading.folded.slice(start, end) === '的').map(({ end }) => end);
  for (const from of [...modifiers.slice(-farthestBack).reverse(), region.start]) {
    const actor = actorFrom(reading, region, tokens, from);
    if (actor !== null) return actor;
  }
  return null;
}

/** A clause has seldom more modifiers than this before its subject. */
const farthestBack = 3;

function actorFrom(reading: Reading, region: Span, tokens: readonly Token[], from: number): Speaker | null {
  for (const [index, token] of tokens.entries()) {
    if (
      token.start <= from ||
      !(
        acts(token, tokens[index + 1]) ||
        isAspectual(reading, token) ||
        isAged(reading, token) ||
        looks(reading, token)
      ) ||
      isInNoun(reading, token)
    )
      continue;
    const subject = findSubject(reading, { start: region.start, end: token.start });
    if (subject !== null && subject.start >= from && canSpeak(reading, subject) && !isPlaced(reading, subject))
      return { subject, deed: token.start };
  }
  return null;
}

/** 在|零陵: what a preposition of place stands before does not act. */
function isPlaced({ folded }: Reading, { start }: Span): boolean {
  return /[在从往到]/.test(folded[start - 1] ?? '');
}

/** 精密 in a name, 分析 in 分析師: a part of a name or of a noun of persons is no act. */
function isInNoun({ lower, mentionsIn, tokensIn }: Reading, token: Token): boolean {
  const around = { start: token.start - 16, end: token.end + 16 };
  if (mentionsIn(around).some(({ start, end }) => start < token.end && end > token.start)) return true;
  const next = tokensIn({ start: token.end, end: token.end + 3 })[0];
  // 消費者|保護|團體: a verb inside the name of a body.
  const isBody = next !== undefined && sourceNouns().get(lower.slice(next.start, next.end)) === 'organization';
  if (isBody && openWords('institution-verbs').has(lower.slice(token.start, token.end))) return true;
  return [token, next].some((last) => {
    const noun = last === undefined ? null : nounBefore(lower, token.start - 8, last.end);
    return noun !== null && noun.role !== 'report' && noun.start <= token.start;
  });
}

/** 板起|臉: a word that no lexicon has acts by its end. */
function isAspectual({ folded }: Reading, { start, end, pos }: Token): boolean {
  return pos === 'x' && end - start === 2 && /[起着出过完]/.test(folded[end - 1] ?? '');
}

/** 某某|態度軟化, 某某|餘悸猶存: how somebody looks or speaks; a phrase of four characters that is tagged as a name and is none. */
function looks({ folded }: Reading, { start, end, pos }: Token): boolean {
  return openWords('manner-nouns').has(folded.slice(start, end)) || (pos === 'nr' && end - start === 4);
}

/** 簡師傅|14歲入行: how old somebody was when he did something. */
function isAged({ folded }: Reading, { start, end }: Token): boolean {
  return /^\d{1,3}岁\p{Script=Han}/u.test(folded.slice(start, end + 2)) && /[^(,、]/.test(folded[start - 1] ?? '');
}

/** Whether a token cannot go on with the noun before it. */
function acts({ pos }: Token, next: Token | undefined): boolean {
  // 證券公司|一名|分析師: a count before a noun.
  if (/^[mq]/.test(pos) && /^(?:n|x|a|b|j|v)/.test(next?.pos ?? 'n')) return false;
  return !/^(?:n|x|eng|uj|j|b|r)/.test(pos);
}

function canSpeak(reading: Reading, subject: Span): boolean {
  const { kind } = describeSource(reading, subject);
  const isThing = kind === 'publication' || /^[它其]/.test(reading.folded.slice(subject.start, subject.end));
  return !isThing && isSomebody(reading, subject);
}
