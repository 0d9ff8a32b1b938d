import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import { surnames } from './coined-names.js';

const titles = lazy(() => openLexicon('person-titles', ['word', 'side'], ({ side }) => side));

const longestTitle = 6;

/**
 * The person with whom a phrase closes (首席醫學官范書嵐|博士 → 范書嵐, 砂石車駕駛|彭男 → 彭男), or null: a name of two
 * characters or more without the title behind it, a surname with it.
 */
export function personAtEnd(reading: Reading, { start, end }: Span): Span | null {
  const name = reading.mentionsIn({ start, end }).findLast(({ type }) => type === 'PERSON');
  if (name !== undefined && name.end < end && end - name.end <= longestTitle)
    return isTitleBehind(reading.folded.slice(name.end, end))
      ? { start: name.start, end: name.end - name.start >= 2 ? name.end : end }
      : null;
  return suspectAtEnd(reading, { start, end });
}

function isTitleBehind(word: string): boolean {
  return titles().get(word)?.includes('after') ?? false;
}

/** 44歲|周男, 店主|賈某: a surname with 男, 女, 嫌 or 某, behind whoever he is. */
function suspectAtEnd({ folded, lower, tokensIn }: Reading, { start, end }: Span): Span | null {
  const match = /[男女嫌某]某?$/.exec(folded.slice(Math.max(start, end - 3), end));
  if (match === null) return null;
  const at = end - match[0].length - 1;
  if (at <= start || !surnames().has(folded[at] ?? '')) return null;
  const isWord = tokensIn({ start: at, end }).some((token) => token.start === at);
  return isWord || nounBefore(lower, start, at) !== null || /[岁姓]$/.test(folded.slice(start, at))
    ? { start: at, end }
    : null;
}

/** 基礎教育科|負責人, 中央氣象署|預報員: where the role of a person begins behind the body that he speaks for; `start` where no body stands before it. */
export function roleBehindBody({ lower, mentionsIn }: Reading, start: number, end: number): number {
  const role = nounBefore(lower, start, end);
  if (role === null || role.role !== 'title' || role.start <= start || end - role.start < 2) return start;
  // 小園主公會|會長: the head of a body is known by it.
  if (/[长席任裁记理监]/.test(lower[end - 1] ?? '')) return start;
  const body = nounBefore(lower, start, role.start);
  const isBody =
    mentionsIn({ start, end: role.start }).some((mention) => mention.type === 'ORG' && mention.end === role.start) ||
    (body?.role === 'organization' && (body.start > start || role.start - body.start > 2));
  return isBody ? role.start : start;
}
