import type { Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { nominalRoles } from './chinese-object-doubts.js';
import type { FactReading } from './reading.js';
import { verbAt } from './verbs.js';
import { hasRole } from './words.js';

/** Tags of what jieba does not know, or takes for a name. */
const unknown = /^(?:x|n[rstz])/;

/**
 * 令维港航道|封闭, 也使|成交增加: a clause that opens with what makes somebody do it, or tells it of him, also where that is taken for
 * the first character of a name.
 */
export function isCaused({ folded, tokensIn }: FactReading, { start, end }: Span): boolean {
  const [first, next] = tokensIn({ start, end });
  if (first === undefined) return false;
  const isLed = first.end - first.start === 1 && hasRole(folded.charAt(start), 'inner');
  const token = isLed && next !== undefined ? next : first;
  const isInner = token.pos === 'x' && hasRole(folded.charAt(token.start), 'inner');
  const at = token.start + (isInner ? 1 : 0);
  return hasRole(folded.charAt(at), 'causes') && (token.end === at + 1 || unknown.test(token.pos));
}

/** Roles of verbs that say what others do, are to do or did. */
const governing = ['governs', 'relates', 'reacts', 'binds', 'supposes', 'due', 'contends', 'almost'] as const;

/** 允许北岸队|夺冠, 目睹三名工人|死亡: a subject that opens with a verb about somebody else, also where a name is taken to begin there. */
export function opensWithVerb(reading: FactReading, subject: Span, [first, next]: readonly Token[]): boolean {
  const { folded } = reading;
  if (first === undefined || first.start !== subject.start || first.end - first.start < 2) return false;
  const word = folded.slice(first.start, first.end);
  const rest = folded.slice(first.end, subject.end);
  if (rest === '' || rest.includes('的') || hasRole(word, 'attributive')) return false;
  const names = reading.mentionsIn(subject);
  const isNamed = names.some(({ start }) => start === subject.start);
  // 抗议|三家企业…, not 抗议活动.
  const isBeforeSomebody = next?.pos === 'm' || names.some(({ start }) => start === first.end);
  const isNoun = /^(?:n|vn)/.test(first.pos) || nominalRoles.some((role) => hasRole(word, role));
  if (!isBeforeSomebody && isNoun) return false;
  // 排队长度: how long it is.
  if (next !== undefined && next.end === subject.end && hasRole(rest, 'figure')) return false;
  return governing.some((role) => hasRole(word, role)) || (isNamed && takesObject(reading, first));
}

function takesObject({ folded, lower }: FactReading, { start, end, pos }: Token): boolean {
  if (pos !== 'v') return false;
  const isListed = verbAt(lower, start, end, (type) => /^(?:act|done|either)$/.test(type))?.end === end;
  return isListed || hasRole(folded.slice(start, end), 'light') || hasRole(folded.slice(start, end), 'pivot');
}
