import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { isSubordinate } from './chinese-doubts.js';
import { endsInFigure } from './chinese-nouns.js';
import { beforeVerb } from './chinese-subjects.js';
import type { FoundFact } from './found.js';
import type { FactReading } from './reading.js';
import { hasRole, wordBefore } from './words.js';

const titles = lazy(() => openLexicon('person-titles', ['word', 'side'], (row) => row.side));

/** Who was named last and may be the one whose figures the next clauses give. */
export interface Owner {
  readonly span: Span;
  /** Whether nothing else was named beside it, so that any figure is its own (渡轮线2009年通车,全长35公里). */
  readonly isAlone: boolean;
}

/** jieba's tags of what says which figure it is, not whose. */
const measuring = /^(?:b|s|z|m|q|t|d|f|a|ad|vn|v|r|zg|vg|p|c)$/;

/** Whether a figure is named without the thing that has it (毛利率, 平均年龄, 累计票房; not 公司营收, 全国失业率). */
function isOwnerless(reading: FactReading, span: Span): boolean {
  const { folded } = reading;
  const word = wordBefore(folded, span.end, span.start, 'relative');
  if (word.length === span.end - span.start) return true;
  if (!endsInFigure(folded, span)) return false;
  const tokens = reading.tokensIn(span);
  const names = reading.mentionsIn(span);
  if (names.length > 0) return false;
  const start = span.end - wordBefore(folded, span.end, span.start, 'figure').length;
  return tokens.every((token) => {
    const text = folded.slice(token.start, token.end);
    if (token.end > start || hasRole(text, 'figure')) return true;
    // 周|跌幅, whatever jieba takes the first for.
    if (/^[年季月周日]$/.test(text)) return true;
    return measuring.test(token.pos) && !(hasRole(text, 'noun') && text.length > 1);
  });
}

/**
 * A fact whose subject names no owner said of the one named before: of what belongs to firms and works that of anybody (港务局|营收增长),
 * of the rest only of one beside whom nothing is named; null where nobody is.
 */
export function withOwner(reading: FactReading, fact: FoundFact, owner: Owner | null): FoundFact | null {
  const { subject, predicate } = fact;
  const { folded } = reading;
  if (!isOwnerless(reading, subject)) return fact;
  if (owner === null || !(owner.isAlone || wordBefore(folded, subject.end, subject.start, 'owned') !== '')) return null;
  const figure = folded.slice(subject.start, subject.end);
  // 港务局总部|位于…,总部|设有…: the owner is named with it.
  if (folded.slice(owner.span.start, owner.span.end).endsWith(figure))
    return { ...fact, subject: reading.part(owner.span) };
  // 营收|为|3.2亿元,增长|8%: it has grown, not the firm.
  if (subject.start < fact.start || subject.end > predicate.start) return fact;
  return {
    ...fact,
    subject: reading.part(owner.span),
    predicate: {
      start: subject.start,
      end: predicate.end,
      lemma: figure + predicate.lemma,
    },
  };
}

/** Whose figures the clauses behind a fact may give. */
export function nextOwner(reading: FactReading, fact: FoundFact, owner: Owner | null): Owner | null {
  const { subject, rule } = fact;
  if (isOwnerless(reading, subject) || (owner !== null && owner.span.start === subject.start)) return owner;
  if (rule !== 'subject-measure' && !endsInFigure(reading.folded, subject))
    return { span: subject, isAlone: rule === 'subject-verb' };
  // 公司股价|跌14%,市值|蒸发30亿元: whose figure the last one was.
  const figure = wordBefore(reading.folded, subject.end, subject.start, 'figure');
  const span = { start: subject.start, end: subject.end - figure.length };
  const isNamed = reading.mentionsIn(span).some(({ start, end }) => start === span.start && end === span.end);
  const [only] = reading.tokensIn(span);
  const isWord =
    only?.start === span.start && only.end === span.end && /^n/.test(only.pos) && only.end - only.start > 1;
  return figure !== '' && (isNamed || isWord) ? { span, isAlone: true } : null;
}

/** The only name of a clause, if it opens it: what the clause says of it is not read, but its figures may follow. */
export function topicOf(reading: FactReading, clause: Span): Owner | null {
  const [name, other] = reading.mentionsIn(clause);
  if (name?.start !== clause.start || other !== undefined || !/^(?:ORG|PRODUCT|WORK)/.test(name.type)) return null;
  return /^[的、和与及]/.test(reading.folded.slice(name.end)) ? null : { span: name, isAlone: false };
}

/** Whether a source gives figures of its own: no office, institute, bank of analysts or paper. */
export function isFirm(reading: FactReading, source: Span): boolean {
  const [name] = reading.mentionsIn(source);
  const text = reading.folded.slice(source.start, source.end);
  return (
    name?.type === 'ORG' &&
    // 晶片|厂昊碁电子: a name that is cut.
    !(/^[厂商社]/.test(text) && /\p{Script=Han}/u.test(reading.folded[source.start - 1] ?? '')) &&
    name.end === source.end &&
    !/(?:[局部委院所会署厅网报社]|证券|中心|机构|大学|政府|国际)$/.test(text)
  );
}

/** 位于湾区的长桥公司,2月份接到…: somebody named in a clause of its own that opens the claim. */
export function topicOnly(reading: FactReading, clause: Span): Span | null {
  const { subject } = beforeVerb(reading, clause);
  if (subject === null || isSubordinate(reading, clause)) return null;
  const name = reading
    .mentionsIn(subject)
    .find(
      ({ end }) =>
        end === subject.end || titles().get(reading.folded.slice(end, subject.end))?.includes('after') === true,
    );
  if (name === undefined || !/^(?:ORG|PERSON)/.test(name.type)) return null;
  return name.type === 'PERSON' ? name : subject;
}
