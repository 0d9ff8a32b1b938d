import type { Span } from '../document/span.js';
import type { Quantity } from '../document/types.js';
import { gluedAdverb } from './chinese-nouns.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt } from './verbs.js';
import { hasRole } from './words.js';

/** Roles of what may stand in a noun phrase, whatever its tag. */
export const nominalRoles = ['noun', 'figure', 'modifier'] as const;

/** 完成|审查的法案只有7件, 逆转|击败来访的球队: a predicate of its own within the object, or an act that opens it. */
export function holdsPredicate(reading: FactReading, span: Span): boolean {
  const { folded, lower } = reading;
  const tokens = reading.tokensIn(span);
  const [first] = tokens;
  const head = span.start + folded.slice(span.start, span.end).lastIndexOf('的') + 1;
  const isAct =
    first?.pos === 'v' &&
    head > first.end + 1 &&
    // 通过了|建立学校的法律.
    folded[span.start - 1] !== '了' &&
    !nominalRoles.some((role) => hasRole(folded.slice(first.start, first.end), role)) &&
    verbAt(lower, first.start, first.end, (type) => type === 'act')?.end === first.end;
  // 播放|量1亿次: the verb is a part of the noun.
  const isTail =
    first !== undefined && first.end - first.start === 1 && hasRole(folded.slice(first.start, first.end), 'figure');
  return (
    isAct ||
    isTail ||
    tokens.some(
      ({ start, end }) =>
        folded.slice(start, end) === '是' ||
        gluedAdverb(reading, end - 1) >= 0 ||
        (start >= head && start > span.start && measures(reading, { start, end }, span.end)),
    )
  );
}

/** 困局|归咎于|前两年, 收入比例|高出|近5个百分点: a predicate within what is taken for an object or an amount, however that was found. */
export function isBroken({ folded, tokensIn }: FactReading, object: Span | null): boolean {
  if (object === null) return false;
  return tokensIn(object).some(({ start, end, pos }) => {
    const word = folded.slice(start, end);
    return hasRole(word, 'exceeds') || (/^[vlx]/.test(pos) && /^.{2,}于$/.test(word));
  });
}

const nearness = /^(?:超过?|逾|近|约|接近|将近)?$/;

/** 法案|只有|7件, 工程|总投资|4亿元: a verb of the lexicon before an amount. */
function measures({ lower, folded, quantitiesIn }: FactReading, { start, end }: Span, limit: number): boolean {
  // 投诉|逾|9万件: how near it is.
  if (end > start && nearness.test(folded.slice(start, end))) return false;
  const verb = verbAt(lower, start, limit, (type) => type === 'total' || type === 'measure');
  return (
    verb !== null &&
    quantitiesIn({ start: verb.end, end: limit }).some(({ start: at }) => nearness.test(folded.slice(verb.end, at)))
  );
}

/** 每辆|购置|成本3万元: the first part of a noun of what is measured, taken for the verb (转移|上岸人数3人; not 实现|营业收入3万元). */
export function isPricedNoun(
  { folded, tokensIn }: FactReading,
  verb: VerbMatch,
  object: Span | null,
  inside: readonly Quantity[],
): boolean {
  const [amount] = inside;
  if (object === null || amount?.end !== object.end || folded[verb.end] === '了') return false;
  const nouns = tokensIn({ start: object.start, end: amount.start });
  const noun = nouns.at(-1);
  return (
    noun !== undefined &&
    !folded.slice(object.start, amount.start).includes('的') &&
    hasRole(folded.slice(noun.start, noun.end), 'figure') &&
    !hasRole(verb.predicate, 'earns') &&
    !/.[走到得回出入下掉]$/.test(verb.predicate)
  );
}
