import type { Span } from '../document/span.js';
import { matchesOf } from '../text/matches.js';
import { nounPhraseAt } from './english-phrases.js';
import { openingIn, passLead, subjectIn } from './english-subjects.js';
import { loneTime } from './english-times.js';
import { englishVerbAt } from './english-verbs.js';
import { isEnglish } from './english-words.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole, opensWith } from './words.js';

/** … destroyed 340 houses | and damaged the bridge; the index lost 0.7% | and the rupee fell: a clause is cut at *and* and *but*. */
export function partsOf(reading: FactReading, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: word } of matchesOf(
    /\s(?:and|but|while|after|because|as|when)\s/g,
    reading.lower.slice(start, end),
  )) {
    const next = start + index + word.length;
    if (next <= from || !opensClause(reading, { start: next, end }, /and|but/.test(word))) continue;
    const before = { start: from, end: start + index };
    // Norway and |Canada signed a treaty|: the second half of a subject.
    if (word === ' and ' && !holdsPredicate(reading, before)) continue;
    parts.push(before);
    from = next;
  }
  return [...parts, { start: from, end }];
}

/** Whether what may be a verb or its helper stands in a stretch. */
function holdsPredicate(reading: FactReading, stretch: Span): boolean {
  return reading
    .tokensIn(stretch)
    .some(
      (token) =>
        (/^(?:Verb|Copula|Modal|Auxiliary)$/.test(token.pos) ||
          englishVerbAt(reading, token.start, stretch.end) !== null) &&
        reading.nameAround(token) === undefined,
    );
}

/** … who paid for cruises, | a horsebox and a caravan was jailed: a clause is one of its own behind a clause, a time or a phrase. */
export function isFree(reading: FactReading, clause: Span, before: Span | undefined, index: number): boolean {
  if (before === undefined) return true;
  const text = reading.lower.slice(before.start, before.end);
  return (
    /^(?:while|but)\s/.test(reading.lower.slice(clause.start, clause.end)) ||
    (index === 1 && isLabel(reading, before)) ||
    opensWith(text, 'frame') ||
    loneTime(reading, before) !== null ||
    (index < 3 && isParticipial(reading, before)) ||
    (!/\b(?:who|which|that|whose|to|including)\b/.test(text) &&
      opensClause(reading, { start: passLead(reading, before), end: before.end }))
  );
}

/** PATNA: …; 3.50pm: …: what stands before the first clause of an item. */
function isLabel(reading: FactReading, { start, end }: Span): boolean {
  if (reading.folded[end] !== ':') return false;
  const isTime = reading.timesIn({ start, end }).some((time) => time.start === start && time.end === end);
  return isTime || /^[\p{Lu} ]{3,24}$/u.test(reading.folded.slice(start, end));
}

/** Founded in 1871, | Rejecting the appeal, |: what the subject of the next clause did or was. */
function isParticipial(reading: FactReading, { start, end }: Span): boolean {
  const [first] = reading.tokensIn({ start, end });
  return first?.pos === 'Verb' && /(?:ed|ing)$/.test(reading.lower.slice(first.start, first.end));
}

/** Whether a verb opens the stretch, or a subject with a verb. */
export function opensClause(reading: FactReading, stretch: Span, mayLackSubject = true): boolean {
  if (mayLackSubject && englishVerbAt(reading, stretch.start, stretch.end) !== null) return true;
  return openingIn(reading, stretch) !== null;
}

/**
 * Harlan, the furniture retailer, |bought …; the plant, owned by Harlan, Boothe and others, |supplies …: the subject that opens
 * the claim, with something between commas behind it that is no clause of its own.
 */
export function describedBy(reading: FactReading, clauses: readonly Span[], index: number): Span | null {
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

/** … says Harlan Group, |which bought …: what a relative clause is about, a name or a subject right before it. */
export function relatedSubject(
  reading: FactReading,
  clause: Span,
  before: Span | undefined,
  index: number,
): Span | null {
  if (before === undefined || reading.folded[before.end] !== ',') return null;
  const pronoun = /^(?:which|who)\s/.exec(reading.lower.slice(clause.start, clause.end))?.[0].trim();
  if (pronoun === undefined) return null;
  const name = reading
    .mentionsIn(before)
    .find((mention) => mention.end === before.end && standsAlone(reading, mention));
  const isFit = pronoun === 'who' ? name?.type === 'PERSON' : name !== undefined && !/^(?:PERSON|GPE)$/.test(name.type);
  if (name !== undefined && isFit) return name;
  if (index !== 1 || (name !== undefined && pronoun === 'which')) return null;
  const subject = subjectIn(reading, { start: passLead(reading, before), end: before.end });
  if (subject === null) return null;
  // the head of Harlan Group, |who|: no firm and no place.
  return name !== undefined || hasOneNoun(reading, subject) ? subject : null;
}

/** Whether nothing hangs on the head of a subject: of the owners of the mill, which …, either may be meant. */
function hasOneNoun(reading: FactReading, { start, end }: Span): boolean {
  return nounPhraseAt(reading, start, end, true)?.headEnd === end;
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

/** one in Kingston, |Ontario| started …: a place that tells where the one before it is. */
export function isSecondPlace(reading: FactReading, { start }: Span): boolean {
  if (reading.folded[start - 2] !== ',') return false;
  const isPlace = (at: (name: Span) => boolean): boolean =>
    reading.mentionsIn({ start: start - 40, end: start + 40 }).some((name) => name.type === 'GPE' && at(name));
  return isPlace((name) => name.end === start - 2) && isPlace((name) => name.start === start);
}

/**
 * Whether a word leaves a clause open, denies it or points elsewhere; before an amount (nearly 300) it does not, and behind `from`
 * no pronoun does.
 */
export function isUnsure(text: string, from = text.length): boolean {
  if (/n't\b/.test(text)) return true;
  for (const { 0: word, index } of text.matchAll(/\b[a-z]+\b/g)) {
    if (
      !hasRole(word, 'doubt') ||
      (index >= from && (isEnglish(word, 'pronoun') || isEnglish(word, 'start')) && word !== 'no')
    )
      continue;
    if (!/^\s+(?:\d|[£$€]|a\s|half|all)/.test(text.slice(index + word.length))) return true;
  }
  return false;
}

/** The part of a clause up to what is subordinate behind its verb; null where it is denied, foreseen or left open. */
export function mainOf(reading: FactReading, clause: Span, verb: VerbMatch | null): Span | null {
  if (verb === null) return null;
  const { lower } = reading;
  if (/\b(?:if|unless)\b/.test(lower.slice(clause.start, clause.end))) return null;
  const main = { start: clause.start, end: subordinateAt(reading, { start: verb.end, end: clause.end }) };
  return isUnsure(lower.slice(main.start, main.end), verb.end - main.start) ? null : main;
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
