import type { Span } from '../document/span.js';
import type { Quantity } from '../document/types.js';
import { endsObject, objectIn, withRate } from './english-objects.js';
import { type Core, coreOf, type FoundFact } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { isAbout } from './words.js';

/** How much of its subject a verb measures; null where that is not plain. */
export function measureFact(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const measured = laterAmount(reading, clause, core.verb) ?? amountBehind(reading, clause, core.verb);
  const end = measured === null ? null : measuredEnd(reading, clause, measured);
  if (measured === null || end === null) return null;
  const { verb, start, quantity } = measured;
  return {
    ...coreOf(reading, clause, { ...core, verb }),
    object: { start, end, entity: null },
    quantity: isFirstOfSeveral(reading, { start: measured.amount.end, end }) ? null : quantity,
    rule: 'subject-measure',
  };
}

/** comprised seven |men, three women and a child|: whether another amount is joined to the one before. */
function isFirstOfSeveral({ lower, quantitiesIn }: FactReading, rest: Span): boolean {
  return quantitiesIn(rest).some(({ start }) => /,\s|\s(?:and|or)\s/.test(lower.slice(rest.start, start)));
}

/** An amount behind a verb, and where it begins with the words that say how near it is. */
interface EnglishMeasured {
  readonly verb: VerbMatch;
  readonly start: number;
  readonly amount: Quantity;
  /** The index of the amount; null where it is the end of a range. */
  readonly quantity: number | null;
}

/** rose |4%|, fell |by more than a third|, climbed |to 147 per dollar|. */
function amountBehind(reading: FactReading, clause: Span, measuring: VerbMatch): EnglishMeasured | null {
  const { lower } = reading;
  const by = /^\s(?:by|to)(?=\s)/.exec(lower.slice(measuring.end, clause.end))?.[0] ?? '';
  const verb = { ...(by === ' to' ? toGoal(measuring) : measuring), end: measuring.end + by.length };
  const [quantity] = reading.quantitiesIn({ start: verb.end, end: clause.end });
  if (quantity === undefined || quantity.type === 'ORDINAL') return null;
  if (!/\s/.test(lower[verb.end] ?? '') || !isAbout(lower, verb.end, quantity.start) || lower[quantity.end] === '-')
    return null;
  if (/^\d+\s?[-–]\s?\d+$/.test(lower.slice(quantity.start, quantity.end))) return null;
  // gained 53 cents |to| 64.73 dollars: two amounts in one.
  if (/\sto\s/.test(lower.slice(quantity.start, quantity.end))) return null;
  return { verb, start: verb.end + 1, amount: quantity, quantity: quantity.index };
}

/** rose from 2,300 shillings to |3,650 shillings|: of a change from one amount to another the later one. */
function laterAmount(reading: FactReading, clause: Span, verb: VerbMatch): EnglishMeasured | null {
  const { lower } = reading;
  if (!lower.startsWith(' from ', verb.end)) return null;
  const [earlier, later] = reading.quantitiesIn({ start: verb.end + ' from '.length, end: clause.end });
  if (earlier === undefined || !isAbout(lower, verb.end + ' from '.length, earlier.start)) return null;
  const joint = lower.slice(earlier.start, earlier.end).indexOf(' to ');
  if (joint >= 0)
    return { verb: toGoal(verb), start: earlier.start + joint + ' to '.length, amount: earlier, quantity: null };
  if (later === undefined || earlier.type !== later.type || later.type === 'ORDINAL') return null;
  const between = /^( [a-z]+)??(?: (?:in|on|at) [a-z\d ]{3,20})? to /.exec(lower.slice(earlier.end, later.start));
  const start = earlier.end + (between?.[0].length ?? 0);
  // from 46 rupees to nine, from 12 boats to four: what is counted is said only once.
  const [, counted = ''] = between ?? [];
  const isWhole = lower.startsWith(counted, later.end) && !(later.unit === null && earlier.unit !== null);
  if (between === null || !isWhole || !isAbout(lower, start, later.start)) return null;
  return { verb: toGoal(verb), start, amount: later, quantity: later.index };
}

/** The verb as one of what is come to: climb |to|. */
function toGoal(verb: VerbMatch): VerbMatch {
  return / to$/.test(verb.predicate) ? verb : { ...verb, predicate: `${verb.predicate} to` };
}

/** The end of an amount with what it counts, is a part of or is reckoned by; null where what follows is another one's. */
function measuredEnd(reading: FactReading, clause: Span, { start, amount }: EnglishMeasured): number | null {
  const { lower } = reading;
  const isPart = lower.startsWith(' of ', amount.end);
  const counted = amount.type === 'CARDINAL' || isPart ? objectIn(reading, { start, end: clause.end }) : null;
  if (counted === null && isPart) return null;
  // fell by 22 votes |to 17|: how it was voted or scored.
  if (
    counted !== null &&
    counted.end > amount.end &&
    !isPart &&
    /^ to (?:\d|[a-z]+(?:[.,;]|$))/.test(lower.slice(counted.end, clause.end))
  )
    return null;
  const end = withRate(reading, Math.max(counted?.end ?? 0, amount.end));
  return endsObject(reading, end) ? end : null;
}
