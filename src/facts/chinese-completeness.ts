import type { Span } from '../document/span.js';
import { isNominal } from './chinese-nouns.js';
import { onlyAmount } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole, wordBefore } from './words.js';

/** Whether a verb has the object that it needs, or none where it takes none. */
export function isComplete(
  reading: FactReading,
  { type, start, end, predicate }: VerbMatch,
  object: Span | null,
): boolean {
  const { folded } = reading;
  if (type === 'event') return object === null;
  if (type === 'either') return true;
  if (type === 'done')
    return (
      object !== null &&
      (/^[了《]/.test(folded.slice(end, end + 1)) ||
        (end - start > 1 &&
          isCounted(reading, object) &&
          // 通过|一份路线图, not 通过|一个平台.
          (predicate !== '通过' || wordBefore(folded, object.end, object.start, 'resolution') !== '')))
    );
  return object !== null || /于$/.test(folded.slice(0, end).slice(-1));
}

/** 120名|志愿者, 抗旱资金|4200万元. */
function isCounted(reading: FactReading, object: Span): boolean {
  if (
    /^一[个名份项座家条只艘辆架起批场次部台套支件幢栋间所片段笔]/.test(reading.folded.slice(object.start, object.end))
  )
    return true;
  return reading
    .quantitiesIn(object)
    .some(
      ({ start, end, type }) =>
        type !== 'ORDINAL' &&
        !(type === 'PERCENT' && end === object.end) &&
        (start === object.start || (end === object.end && isCountedNoun(reading, { start: object.start, end: start }))),
    );
}

/** 抗旱资金|4200万元, not what is measured of something else (过渡|段长|3公里), nor another amount (出场8分钟贡献|10分). */
function isCountedNoun(reading: FactReading, noun: Span): boolean {
  const text = reading.folded.slice(noun.start, noun.end);
  const holdsOther = !/[、和及与]/.test(text) && reading.quantitiesIn(noun).length + reading.timesIn(noun).length > 0;
  return !holdsOther && isNominal(reading, noun) && !/[长宽高重深达为]$/.test(text);
}

/** An amount, a name or a title opens an object, not what a verb modifies. */
export function opensObject(reading: FactReading, object: Span | null): boolean {
  if (object === null) return false;
  const { start, end } = object;
  return (
    reading.folded[start] === '《' ||
    isCounted(reading, object) ||
    reading.mentionsIn({ start, end }).some((name) => name.start === start)
  );
}

/** The object behind its last 的: an amount before that counts something else (两座高炉之一的|第6号高炉). */
export function headOf({ folded }: FactReading, { start, end }: Span): Span {
  return { start: start + folded.slice(start, end).lastIndexOf('的') + 1, end };
}

/** The amount of an object: one that opens or ends its head, and no age (not 一名|32岁|男子, 最后一班|五分|车). */
export function amountOf(reading: FactReading, object: Span): number | null {
  const head = headOf(reading, object);
  const amounts = reading.quantitiesIn(head).filter(({ unit }) => !/^[岁歲]$/.test(unit ?? ''));
  const only = onlyAmount(reading, amounts);
  const amount = amounts.find(({ index }) => index === only);
  if (amount === undefined) return null;
  const opens = amount.start === head.start || hasRole(reading.folded.slice(head.start, amount.start), 'about');
  return opens || amount.end === head.end ? only : null;
}
