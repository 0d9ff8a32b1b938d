import type { Span } from '../document/span.js';
import { beforeVerb } from './chinese-subjects.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt } from './verbs.js';
import { hasRole } from './words.js';

/** Who does what to what is named first: 会议|由论坛|召集, 论文|被期刊|接收. */
export interface Passive {
  readonly patient: Span;
  readonly agent: Span;
  readonly verb: VerbMatch;
  readonly time: number | null;
}

/** Roles of verbs that have more than an object. */
const refused = ['governs', 'almost', 'relates'] as const;

/** The passive that fills a clause up to its end, with somebody who acts; null where the clause is none. */
export function passiveIn(reading: FactReading, clause: Span): Passive | null {
  const { folded, lower } = reading;
  if (!/[被由]/.test(folded.slice(clause.start, clause.end))) return null;
  const tokens = reading.tokensIn(clause);
  const mark = tokens.find((token) => /^[被由]$/.test(folded.slice(token.start, token.end)));
  const isDone = folded[clause.end - 1] === '了';
  const last = tokens.at(isDone ? -2 : -1);
  if (mark === undefined || last === undefined || reading.nameAround(mark) !== undefined) return null;
  // 光会|被散射: what may be.
  if (/[会将应可能须要]$/.test(folded.slice(clause.start, mark.start))) return null;
  const word = folded.slice(last.start, last.end);
  const known = verbAt(lower, last.start, last.end, (type) => /^(?:act|done|either)$/.test(type));
  const isPlain = /^v/.test(last.pos) && word.length === 2 && !refused.some((role) => hasRole(word, role));
  const verb =
    known?.end === last.end
      ? known
      : isPlain && folded[mark.start] === '被'
        ? { start: last.start, end: last.end, predicate: word, type: 'act' as const }
        : null;
  if (verb === null || last.start < mark.end + 2) return null;
  const before = beforeVerb(reading, { start: clause.start, end: mark.start });
  // 由金先生2016年|出资|设立: what leads the verb is no part of who did it.
  const leading = reading.tokensIn({ start: mark.end, end: last.start }).at(-1);
  const isLed = leading !== undefined && hasRole(folded.slice(leading.start, leading.end), 'spends');
  const by = beforeVerb(reading, { start: mark.end, end: isLed ? leading.start : last.start });
  const agent = by.subject;
  // 由某某代理|发行: two verbs.
  // 由外援|射入|罚球|领先: another verb within it, whatever its tag.
  const isCut =
    agent !== null &&
    reading.tokensIn(agent).some((token, index, { length }) => {
      if (reading.nameAround(token) !== undefined || folded.slice(token.end, agent.end).includes('的')) return false;
      const isListed = verbAt(lower, token.start, token.end)?.end === token.end;
      if (index === length - 1) return isListed || /^v/.test(token.pos);
      return (
        index > 0 && token.end - token.start > 1 && isListed && !hasRole(folded.slice(token.start, token.end), 'noun')
      );
    });
  return before.subject === null || agent === null || isCut
    ? null
    : { patient: before.subject, agent, verb, time: before.time ?? by.time };
}
