import type { Span } from '../document/span.js';
import type { Claim, Quantity } from '../document/types.js';
import { clausesIn } from './clauses.js';
import { endsObject, objectIn, withRate } from './english-objects.js';
import type { NounPhrase } from './english-phrases.js';
import { openingIn, passLead, subjectIn } from './english-subjects.js';
import { asPassive, englishVerbAt, isWhole } from './english-verbs.js';
import { isEnglish } from './english-words.js';
import { type Core, coreOf, type FoundFact, isDated, isToCome, onlyAmount } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole, isAbout, opensWith } from './words.js';

/** The facts of an English claim: clauses that open with their subject, followed at once by a verb of the lexicon. */
export function factsInEnglish(reading: FactReading, claim: Claim): FoundFact[] {
  const clauses = clausesIn(reading.folded, claim);
  return clauses.flatMap((clause, index) => {
    const related = relatedFact(reading, clause, clauses[index - 1], index);
    if (related !== null) return [related];
    const described = describedBy(reading, clauses, index);
    const when = loneTime(reading, clauses[index - 1]);
    const found: FoundFact[] = [];
    if (index > 0 && described === null && !isFree(reading, clause, clauses[index - 1], index)) return [];
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
function isFree(reading: FactReading, clause: Span, before: Span | undefined, index: number): boolean {
  if (before === undefined) return true;
  const text = reading.lower.slice(before.start, before.end);
  return (
    /^(?:while|but)\s/.test(reading.lower.slice(clause.start, clause.end)) ||
    opensWith(text, 'frame') ||
    loneTime(reading, before) !== null ||
    (index === 1 && isParticipial(reading, before)) ||
    (!/\b(?:who|which|that|whose|to|including)\b/.test(text) &&
      opensClause(reading, { start: passLead(reading, before), end: before.end }))
  );
}

/** Founded in 1871, | Rejecting the appeal, |: what the subject of the next clause did or was. */
function isParticipial(reading: FactReading, { start, end }: Span): boolean {
  const [first] = reading.tokensIn({ start, end });
  return first?.pos === 'Verb' && /(?:ed|ing)$/.test(reading.lower.slice(first.start, first.end));
}

/** Whether a verb opens the stretch, or a subject with a verb. */
function opensClause(reading: FactReading, stretch: Span, mayLackSubject = true): boolean {
  if (mayLackSubject && englishVerbAt(reading, stretch.start, stretch.end) !== null) return true;
  return openingIn(reading, stretch) !== null;
}

/**
 * Harlan, the furniture retailer, |bought …; the plant, owned by Harlan, Boothe and others, |supplies …: the subject that opens
 * the claim, with something between commas behind it that is no clause of its own.
 */
function describedBy(reading: FactReading, clauses: readonly Span[], index: number): Span | null {
  const clause = clauses[index];
  if (clause === undefined || index < 2 || englishVerbAt(reading, clause.start, clause.end) === null) return null;
  const { folded, lower } = reading;
  const first = clauses.findIndex(
    (lead) => loneTime(reading, lead) === null && !opensWith(lower.slice(lead.start, lead.end), 'frame'),
  );
  const name = clauses[first];
  if (name === undefined || first > 1 || first > index - 2) return null;
  const asides = clauses.slice(first + 1, index);
  // KOCHI: Heavy showers uprooted trees, |flooded …: a place of writing, and a clause between with its own subject.
  if (
    /[—–;]|\s-\s/.test(folded.slice(name.start, clause.start)) ||
    asides.some(({ start }) => folded[start - 2] !== ',')
  )
    return null;
  const [aside] = asides;
  const isRelative =
    aside !== undefined && /^(?:which|who|whose|where|whom)\s/.test(lower.slice(aside.start, aside.end));
  const asideOpens = ({ start, end }: Span): boolean =>
    opensClause(reading, { start: passLead(reading, { start, end }), end }, false);
  if (!isRelative && asides.some(asideOpens)) return null;
  if (isRelative && asides.slice(1).some(asideOpens)) return null;
  return subjectIn(reading, { start: passLead(reading, name), end: name.end });
}

/** … says Harlan Group, |which bought …: what a relative clause says of the name or subject right before it. */
function relatedFact(reading: FactReading, clause: Span, before: Span | undefined, index: number): FoundFact | null {
  if (before === undefined || reading.folded[before.end] !== ',') return null;
  const pronoun = /^(?:which|who)\s/.exec(reading.lower.slice(clause.start, clause.end))?.[0];
  if (pronoun === undefined) return null;
  const start = clause.start + pronoun.length;
  const isPerson = pronoun.startsWith('who');
  const verb = englishVerbAt(reading, start, clause.end);
  const name = reading
    .mentionsIn(before)
    .find((mention) => mention.end === before.end && standsAlone(reading, mention));
  const isFit = name !== undefined && (isPerson ? name.type === 'PERSON' : !/^(?:PERSON|GPE)$/.test(name.type));
  const isAll = index === 1 && name === undefined;
  const subject = isFit
    ? name
    : isAll
      ? subjectIn(reading, { start: passLead(reading, before), end: before.end })
      : null;
  if (verb === null || subject === null) return null;
  const main = mainOf(reading, { start, end: clause.end }, verb);
  return main === null ? null : completed(reading, main, { subject, verb, time: null });
}

/** On Monday, | the firm …: the time that fills the clause before. */
function loneTime(reading: FactReading, clause: Span | undefined): number | null {
  if (clause === undefined) return null;
  const [time] = reading.timesIn(clause);
  // 3.50pm: …: when it was written.
  const isLone = time !== undefined && isDated(time) && time.end === clause.end && reading.folded[clause.end] === ',';
  if (!isLone || isShift(reading.lower.slice(time.start, time.end))) return null;
  return /^(?:(?:on|in|at|late|early|during)\s)*$/.test(reading.lower.slice(clause.start, time.start))
    ? time.index
    : null;
}

/** Whether a name is all of its noun phrase: behind a mark, a verb or a preposition; not *Cheney's BlackBerry*, *the journal Science*. */
function standsAlone(reading: FactReading, name: Span): boolean {
  const start =
    name.start - (/(?:^|\s)the\s$/.exec(reading.lower.slice(name.start - 5, name.start))?.[0].trimStart().length ?? 0);
  const [before] = reading.tokensIn({ start: start - 24, end: start }).slice(-1);
  return (
    before === undefined ||
    before.end < start - 1 ||
    /^(?:Verb|Copula|x)$/.test(before.pos) ||
    isEnglish(reading.lower.slice(before.start, before.end), 'preposition')
  );
}

/** What a later verb says of the subject of the first; a time before the first verb holds for both. */
function secondFact(reading: FactReading, part: Span, { subject, predicate, time }: FoundFact): FoundFact | null {
  const own = englishVerbAt(reading, part.start, part.end);
  // was built in 1890 and |rebuilt| in 1920: the passive goes on.
  const verb = own !== null && /^be [a-z]/.test(predicate.lemma) ? asPassive(reading.lower, own) : own;
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

/** Where a clause of its own opens behind a verb; the end where none does. */
function subordinateAt({ lower }: FactReading, { start, end }: Span): number {
  for (const { 0: word, index } of lower.slice(start, end).matchAll(/[a-z]+/g)) {
    const at = start + index;
    if (at === start || !isEnglish(word, 'subordinate')) continue;
    // as much as 9%, the following day
    const isOther =
      /\b(?:much|many|little|few|the)\s$/.test(lower.slice(at - 7, at)) ||
      /^as\s(?:much|many|little|few)\b/.test(lower.slice(at, at + 10));
    if (!isOther && lower[at - 1] === ' ' && lower[at + word.length] === ' ') return at - 1;
  }
  return end;
}

/** The part of a clause up to what is subordinate behind its verb; null where it is denied, foreseen or left open. */
function mainOf(reading: FactReading, clause: Span, verb: VerbMatch | null): Span | null {
  if (verb === null) return null;
  const { lower } = reading;
  if (/\b(?:if|unless)\b/.test(lower.slice(clause.start, clause.end))) return null;
  const main = { start: clause.start, end: subordinateAt(reading, { start: verb.end, end: clause.end }) };
  return isUnsure(lower.slice(main.start, main.end)) ? null : main;
}

function factIn(reading: FactReading, clause: Span, described: Span | null, when: number | null): FoundFact | null {
  const start = passLead(reading, clause);
  const own = described === null ? null : englishVerbAt(reading, clause.start, clause.end);
  const opening =
    described !== null && own !== null
      ? { subject: described, verb: own }
      : openingIn(reading, { start, end: clause.end });
  const main = opening === null ? null : mainOf(reading, clause, opening.verb);
  if (opening !== null && isSecondPlace(reading, opening.subject)) return null;
  return opening === null || main === null ? null : completed(reading, main, { ...opening, time: when });
}

/** one in Kingston, |Ontario| started …: a place that tells where the one before it is. */
function isSecondPlace(reading: FactReading, { start }: Span): boolean {
  if (reading.folded[start - 2] !== ',') return false;
  const isPlace = (at: (name: Span) => boolean): boolean =>
    reading.mentionsIn({ start: start - 40, end: start + 40 }).some((name) => name.type === 'GPE' && at(name));
  return isPlace((name) => name.end === start - 2) && isPlace((name) => name.start === start);
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
  const end = measuredEnd(reading, clause, verb, quantity);
  if (end === null) return null;
  return {
    ...coreOf(reading, clause, { ...core, verb }),
    object: { start: verb.end + 1, end, entity: null },
    quantity: quantity.index,
    rule: 'subject-measure',
  };
}

/** The end of an amount with what it counts, is a part of or is reckoned by; null where what follows is another one's. */
function measuredEnd(reading: FactReading, clause: Span, verb: VerbMatch, quantity: Quantity): number | null {
  const isPart = reading.lower.startsWith(' of ', quantity.end);
  const counted =
    quantity.type === 'CARDINAL' || isPart ? objectIn(reading, { start: verb.end, end: clause.end }) : null;
  if (counted === null && isPart) return null;
  const end = withRate(reading, Math.max(counted?.end ?? 0, quantity.end));
  return endsObject(reading, end) ? end : null;
}

function actFact(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const { verb } = core;
  const object = verb.type === 'event' ? null : objectIn(reading, { start: verb.end, end: clause.end });
  const isEvent = verb.type === 'event' || (verb.type === 'either' && isWhole(reading.lower, verb.end));
  if (object === null && !isEvent) return null;
  // The team followed 6,300 adults: a verb of many senses is one of facts where it counts.
  if (verb.type === 'done' && !reading.quantitiesIn(object ?? verb).some(({ start }) => start === object?.start))
    return null;
  return {
    ...coreOf(reading, clause, core),
    object: object === null ? null : reading.part(object),
    quantity: object === null ? null : amountOf(reading, object),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

/** The amount of what the object names: |312| licences, a fine of |£500|; not the cancellation of 312 licences. */
function amountOf(reading: FactReading, object: NounPhrase): number | null {
  const inside = reading.quantitiesIn(object);
  const amount = onlyAmount(reading, inside);
  const quantity = inside.find(({ index }) => index === amount);
  if (quantity === undefined || quantity.start < object.headEnd) return amount;
  return quantity.type !== 'CARDINAL' && isAbout(reading.lower, object.headEnd + ' of'.length, quantity.start)
    ? amount
    : null;
}

/** Whether a time is not when it happened: what stands before it says an end, a start, or something compared. */
function isPointed(before: string): boolean {
  const word = /[a-z]+(?=\s$)/.exec(before)?.[0] ?? '';
  return isEnglish(word, 'pointed') || /\b(?:compared (?:with|to)|(?:than|from) (?:in|on|at))\s$/.test(before);
}

/** six minutes |later|: counted from another time. */
function isShift(text: string): boolean {
  return /\b(?:earlier|later|before|after)$/.test(text);
}

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
    if (isShift(lower.slice(candidate.start, candidate.end))) return false;
    if (lower.slice(verbEnd, candidate.start).includes('(')) return false;
    if (/\s(?:from|than|against|versus|compared)\s/.test(lower.slice(verbEnd, candidate.start))) return false;
    // at 2.47 am: of which day is guessed.
    if (candidate.by === 'times/english-clock') return false;
    if (
      !isDated(candidate) ||
      candidate.value?.includes('X') ||
      isPointed(before) ||
      /^(?:-|['’]s|\sof\s)/.test(lower.slice(candidate.end)) ||
      isRange(reading, candidate)
    )
      return false;
    if (within(object, candidate.start)) return false;
    if (candidate.start > verbEnd && hasVerb(reading, { start: object?.end ?? verbEnd, end: candidate.start }))
      return false;
    return !within(subject, candidate.start) || (isMeasure && /\s(?:in|on)\s$/.test(before));
  });
  return time?.index ?? null;
}

/** sold shares |bought| in 2019: the time of another verb. */
function hasVerb(reading: FactReading, between: Span): boolean {
  return reading
    .tokensIn(between)
    .some(
      (token) =>
        token.pos === 'Verb' &&
        reading.nameAround(token) === undefined &&
        !isEnglish(reading.lower.slice(token.start, token.end), 'preposition'),
    );
}
