import type { Span } from '../document/span.js';
import type { Claim } from '../document/types.js';
import { clausesIn } from './clauses.js';
import { objectIn } from './english-objects.js';
import { passLead, subjectIn } from './english-subjects.js';
import { englishVerbAt, firstEnglishVerb } from './english-verbs.js';
import { type Core, coreOf, type FoundFact, isDated, isToCome, onlyAmount } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole, isAbout, opensWith } from './words.js';

/** The facts of an English claim: clauses that open with their subject, followed at once by a verb of the lexicon. */
export function factsInEnglish(reading: FactReading, claim: Claim): FoundFact[] {
  const clauses = clausesIn(reading.folded, claim);
  return clauses.flatMap((clause, index) => {
    const described = index === 2 ? describedBy(reading, clause, clauses[0]) : null;
    const when = loneTime(reading, clauses[index - 1]);
    const found: FoundFact[] = [];
    if (index > 0 && described === null && !isFree(reading, clause, clauses[index - 1])) return [];
    for (const part of partsOf(reading, clause)) {
      const first = found[0];
      const fact =
        (first !== undefined && secondFact(reading, part, first)) ||
        factIn(reading, part, first === undefined ? described : null, when);
      if (fact) found.push(fact);
      // What follows a part that is not understood, or not said to be so, may hang on it.
      else if (
        first === undefined &&
        (!opensClause(reading, part) || isUnsure(reading.lower.slice(part.start, part.end)))
      )
        break;
    }
    return found;
  });
}

/** … destroyed 340 houses | and damaged the bridge; the index lost 0.7% | and the rupee fell: a clause is cut at *and* and *but*. */
function partsOf(reading: FactReading, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: word } of reading.lower
    .slice(start, end)
    .matchAll(/\s(?:and|but|while|after|because|as|when)\s/g)) {
    const next = start + index + word.length;
    if (next <= from || !opensClause(reading, { start: next, end }, /and|but/.test(word))) continue;
    parts.push({ start: from, end: start + index });
    from = next;
  }
  return [...parts, { start: from, end }];
}

/** … who paid for cruises, | a horsebox and a caravan was jailed: a clause is one of its own behind a clause, a time or a phrase. */
function isFree(reading: FactReading, clause: Span, before: Span | undefined): boolean {
  if (before === undefined) return true;
  const text = reading.lower.slice(before.start, before.end);
  return (
    /^(?:while|but)\s/.test(reading.lower.slice(clause.start, clause.end)) ||
    opensWith(text, 'frame') ||
    loneTime(reading, before) !== null ||
    (!/\b(?:who|which|that|whose|to|including)\b/.test(text) &&
      opensClause(reading, { start: passLead(reading, before), end: before.end }))
  );
}

/** Whether a verb opens the stretch, or a subject with a verb. */
function opensClause(reading: FactReading, stretch: Span, mayLackSubject = true): boolean {
  if (mayLackSubject && englishVerbAt(reading, stretch.start, stretch.end) !== null) return true;
  const verb = firstEnglishVerb(reading, stretch);
  return verb !== null && subjectIn(reading, { start: stretch.start, end: verb.start }) !== null;
}

/** Harlan, the furniture retailer, |bought …: a name that opens the claim, with something between commas behind it. */
function describedBy(reading: FactReading, clause: Span, name: Span | undefined): Span | null {
  if (name === undefined || englishVerbAt(reading, clause.start, clause.end) === null) return null;
  // KOCHI: Heavy showers uprooted trees, |flooded …: a place of writing, and a clause between with its own subject.
  if (reading.folded[name.end] !== ',' || /[—–]|\s-\s/.test(reading.folded.slice(name.start, clause.start)))
    return null;
  const between = { start: name.end + 1, end: clause.start };
  const isRelative = /^\s*(?:which|who|whose|where|whom)\s/.test(reading.lower.slice(between.start, between.end));
  if (!isRelative && firstEnglishVerb(reading, { ...between, start: passLead(reading, between) }) !== null) return null;
  return subjectIn(reading, name);
}

/** On Monday, | the firm …: the time that fills the clause before. */
function loneTime(reading: FactReading, clause: Span | undefined): number | null {
  if (clause === undefined) return null;
  const [time] = reading.timesIn(clause);
  const isLone = time !== undefined && isDated(time) && time.end === clause.end;
  return isLone && /^(?:(?:on|in|at|late|early|during)\s)*$/.test(reading.lower.slice(clause.start, time.start))
    ? time.index
    : null;
}

/** What a later verb says of the subject of the first; a time before the first verb holds for both. */
function secondFact(reading: FactReading, part: Span, { subject, predicate, time }: FoundFact): FoundFact | null {
  const verb = englishVerbAt(reading, part.start, part.end);
  const main = mainOf(reading, part, verb);
  if (verb === null || main === null) return null;
  const leading = time === null ? undefined : reading.timeAt(time);
  const shared = leading !== undefined && leading.start < predicate.start ? time : null;
  return completed(reading, main, { subject, verb, time: shared });
}

/** Whether a word leaves a clause open, denies it or points elsewhere; before an amount (nearly 300) it does not. */
function isUnsure(text: string): boolean {
  if (/n't\b/.test(text)) return true;
  for (const { 0: word, index } of text.matchAll(/\b[a-z]+\b/g))
    if (hasRole(word, 'doubt') && !/^\s+(?:\d|[£$€]|a\s|half|all)/.test(text.slice(index + word.length))) return true;
  return false;
}

/** Words that open a clause of its own behind the main one. */
const subordinate =
  /(?<!\b(?:much|many|little|few))\s(?:as(?!\s(?:much|many|little|few)\s)|after|when|while|because|before|although|though|which|who|whose|that|until|since|despite|amid|following|where|so)\s/;

/** The part of a clause up to what is subordinate behind its verb; null where it is denied, foreseen or left open. */
function mainOf({ lower }: FactReading, clause: Span, verb: VerbMatch | null): Span | null {
  if (verb === null) return null;
  if (/\b(?:if|unless)\b/.test(lower.slice(clause.start, clause.end))) return null;
  const stop = subordinate.exec(lower.slice(verb.end, clause.end));
  const main = { start: clause.start, end: stop === null ? clause.end : verb.end + stop.index };
  return isUnsure(lower.slice(main.start, main.end)) ? null : main;
}

function factIn(reading: FactReading, clause: Span, described: Span | null, when: number | null): FoundFact | null {
  const start = passLead(reading, clause);
  const own = described === null ? null : englishVerbAt(reading, clause.start, clause.end);
  const verb = own ?? firstEnglishVerb(reading, { start, end: clause.end });
  const main = mainOf(reading, clause, verb);
  if (verb === null || main === null) return null;
  const subject = own === null ? subjectIn(reading, { start, end: verb.start }) : described;
  return subject === null ? null : completed(reading, main, { subject, verb, time: when });
}

function completed(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const { verb, subject } = core;
  const fact = verb.type === 'measure' ? measureFact(reading, clause, core) : actFact(reading, clause, core);
  if (fact === null) return null;
  const time =
    timeIn(reading, clause, {
      subject,
      object: fact.object,
      verbEnd: verb.end,
      isMeasure: verb.type === 'measure',
    }) ?? core.time;
  return isToCome(reading, time) ? null : { ...fact, time };
}

function measureFact(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const { lower } = reading;
  const by = /^\s(?:by|to)(?=\s)/.exec(lower.slice(core.verb.end, clause.end))?.[0] ?? '';
  const goal = by === ' to' && !/\sto$/.test(core.verb.predicate) ? ' to' : '';
  const verb = { ...core.verb, end: core.verb.end + by.length, predicate: core.verb.predicate + goal };
  const [quantity] = reading.quantitiesIn({ start: verb.end, end: clause.end });
  if (quantity === undefined || quantity.type === 'ORDINAL') return null;
  if (!/\s/.test(lower[verb.end] ?? '') || !isAbout(lower, verb.end, quantity.start) || lower[quantity.end] === '-')
    return null;
  if (/^\d+\s?[-–]\s?\d+$/.test(lower.slice(quantity.start, quantity.end))) return null;
  const counted = quantity.type === 'CARDINAL' ? objectIn(reading, { start: verb.end, end: clause.end }) : null;
  const end = counted === null ? quantity.end : Math.max(counted.end, quantity.end);
  return {
    ...coreOf(reading, clause, { ...core, verb }),
    object: { start: verb.end + 1, end, entity: null },
    quantity: quantity.index,
    rule: 'subject-measure',
  };
}

function actFact(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const { verb } = core;
  const object = verb.type === 'event' ? null : objectIn(reading, { start: verb.end, end: clause.end });
  if (object === null && verb.type !== 'event') return null;
  if (object !== null && leadsOn(reading, object)) return null;
  // The team followed 6,300 adults: a verb of many senses is one of facts where it counts.
  if (verb.type === 'done' && !reading.quantitiesIn(object ?? verb).some(({ start }) => start === object?.start))
    return null;
  return {
    ...coreOf(reading, clause, core),
    object: object === null ? null : reading.part(object),
    quantity: object === null ? null : onlyAmount(reading, reading.quantitiesIn(object)),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

/** ordered all parties |to assemble; won the 2011 |“Contest”: the object is not all of it. */
function leadsOn(reading: FactReading, { end }: Span): boolean {
  if (/^\s?["“‘]/.test(reading.folded.slice(end))) return true;
  if (!/^\sto\s/.test(reading.lower.slice(end))) return false;
  const [, next] = reading.tokensIn({ start: end, end: end + 24 });
  return next !== undefined && next.pos === 'Verb';
}

/** Before a time that is not when it happened: an end, a start, something compared. */
const elsewhere =
  /(?:^|\s)(?:through|until|till|to|ended|ending|ends|end|from|since|before|after|for|of|by|between|and|the|than|against|versus|compared (?:with|to)|than (?:in|on|at)|from (?:in|on)|a|an|next|per|its|their|his|her)\s$/;

/** From Monday to Friday: the first of two times. */
function isRange({ lower, timesIn }: FactReading, { end }: Span): boolean {
  const joint = /^\s(?:and|to|through|until)\s/.exec(lower.slice(end, end + 12))?.[0].length ?? 0;
  return joint > 0 && timesIn({ start: end, end: end + 40 }).some(({ start }) => start === end + joint);
}

/** The time of the clause outside subject and object; that of a measured subject may stand in it (exports in March). */
function timeIn(
  reading: FactReading,
  clause: Span,
  { subject, object, verbEnd, isMeasure }: { subject: Span; object: Span | null; verbEnd: number; isMeasure: boolean },
): number | null {
  const { lower } = reading;
  const within = (span: Span | null, at: number): boolean => span !== null && at >= span.start && at < span.end;
  const time = reading.timesIn(clause).find((candidate) => {
    const before = lower.slice(Math.max(clause.start, candidate.start - 16), candidate.start);
    if (/\b(?:earlier|later|before|after)$/.test(lower.slice(candidate.start, candidate.end))) return false;
    if (/\s(?:from|than|against|versus|compared)\s/.test(lower.slice(verbEnd, candidate.start))) return false;
    if (
      !isDated(candidate) ||
      elsewhere.test(before) ||
      /^(?:-|['’]s)/.test(lower.slice(candidate.end)) ||
      isRange(reading, candidate)
    )
      return false;
    if (within(object, candidate.start)) return false;
    return !within(subject, candidate.start) || (isMeasure && /\s(?:in|on)\s$/.test(before));
  });
  return time?.index ?? null;
}
