import type { Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import type { Claim } from '../document/types.js';
import { type Found, isToCome, onlyAmount } from './chinese.js';
import { clausesIn } from './clauses.js';
import type { FactReading } from './reading.js';
import { isUnsureEnglish } from './unsure.js';
import { type VerbMatch, verbAt } from './verbs.js';

/** The facts of an English claim: clauses that open with their subject, followed at once by a verb of the lexicon. */
export function factsInEnglish(reading: FactReading, claim: Claim): Found[] {
  const clauses = clausesIn(reading.folded, claim);
  return clauses.flatMap((clause, index) => {
    const opensWithVerb = index > 1 && verbAt(reading.lower, clause.start, clause.end) !== null;
    const described = opensWithVerb ? describedBy(reading, clauses[index - 2], clauses[index - 1]) : null;
    const parts = partsOf(reading, clause);
    const first = factIn(reading, parts[0] ?? clause, described);
    const second = parts[1] === undefined || first === null ? null : secondFact(reading, parts[1], first);
    return [first, second].filter((fact) => fact !== null);
  });
}

/** … destroyed 340 houses | and damaged the bridge: a clause is cut where a second verb of the lexicon follows *and*. */
function partsOf({ lower }: FactReading, clause: Span): Span[] {
  for (const { index } of lower.slice(clause.start, clause.end).matchAll(/\sand\s/g)) {
    const at = clause.start + index;
    if (verbAt(lower, at + 5, clause.end) !== null)
      return [
        { start: clause.start, end: at },
        { start: at + 5, end: clause.end },
      ];
  }
  return [clause];
}

/** Harlan, the furniture retailer, |bought …: a name that opens the claim, with a description between commas behind it. */
function describedBy(reading: FactReading, name: Span | undefined, description: Span | undefined): Span | null {
  if (name === undefined || description === undefined) return null;
  const mention = reading.mentionsIn(name).find(({ start, end }) => start === name.start && end === name.end);
  const text = reading.lower.slice(description.start, description.end);
  if (mention === undefined || !/^(?:an?|the|its|their|his|her)\s/.test(text) || isUnsureEnglish(text)) return null;
  const isPlain = reading
    .tokensIn(description)
    .every((token) => !isVerb(token) && !verbAt(reading.lower, token.start, token.end));
  return isPlain ? mention : null;
}

/** What the second verb says of the subject of the first; a time before the first verb holds for both. */
function secondFact(reading: FactReading, part: Span, { subject, predicate, time }: Found): Found | null {
  const verb = verbAt(reading.lower, part.start, part.end);
  if (verb === null || isUnsureEnglish(reading.lower.slice(part.start, part.end))) return null;
  const leading = time === null ? undefined : reading.timeAt(time);
  const shared = leading !== undefined && leading.start < predicate.start ? time : null;
  return completed(reading, part, { subject, verb, time: timeIn(reading, part) ?? shared });
}

function timeIn(reading: FactReading, span: Span): number | null {
  return reading.timesIn(span).find(({ type }) => type === 'DATE' || type === 'TIME')?.index ?? null;
}

function factIn(reading: FactReading, clause: Span, described: Span | null): Found | null {
  const { lower } = reading;
  if (isUnsureEnglish(lower.slice(clause.start, clause.end))) return null;
  const own = described === null ? null : verbAt(lower, clause.start, clause.end);
  const start = pastLead(reading, clause);
  const verb = own ?? firstVerb(reading, { start, end: clause.end });
  if (verb === null) return null;
  const subject = own === null ? subjectIn(reading, { start, end: verb.start }) : described;
  if (subject === null) return null;
  return completed(reading, clause, { subject, verb, time: timeIn(reading, clause) });
}

interface Core {
  readonly subject: Span;
  readonly verb: VerbMatch;
  readonly time: number | null;
}

function completed(reading: FactReading, clause: Span, { subject, verb, time }: Core): Found | null {
  const { lower } = reading;
  if (isToCome(reading, time)) return null;
  const shared = {
    ...clause,
    subject: reading.part(subject),
    predicate: { start: verb.start, end: verb.end, lemma: verb.predicate },
    time,
  };
  if (verb.type === 'measure') {
    const quantity = reading
      .quantitiesIn({ start: verb.end, end: clause.end })
      .find((candidate) =>
        /^(?:\s(?:by|to|at|about|nearly|almost|around|more than|a record|some))*\s$/.test(
          lower.slice(verb.end, candidate.start),
        ),
      );
    if (quantity === undefined || quantity.type === 'ORDINAL') return null;
    const object = { start: quantity.start, end: quantity.end, entity: null };
    return { ...shared, object, quantity: quantity.index, rule: 'subject-measure' };
  }
  const object = objectIn(reading, { start: verb.end, end: clause.end });
  if (object === null && verb.type === 'act') return null;
  const inside = object === null ? [] : reading.quantitiesIn(object);
  return {
    ...shared,
    object: object === null ? null : reading.part(object),
    quantity: onlyAmount(inside),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

function pastLead(reading: FactReading, clause: Span): number {
  let at = clause.start;
  for (;;) {
    const time = reading.timesIn({ start: at, end: clause.end }).find(({ start }) => start === at);
    const lead = /^(?:\s|(?:and|but|in|on|by|last|also|meanwhile)\s)/.exec(reading.lower.slice(at, clause.end));
    if (time !== undefined) at = time.end;
    else if (lead !== null) at += lead[0].length;
    else return at;
  }
}

const longestSubject = 60;

function firstVerb(reading: FactReading, stretch: Span): VerbMatch | null {
  for (const token of reading.tokensIn({
    start: stretch.start,
    end: Math.min(stretch.end, stretch.start + longestSubject),
  })) {
    const verb = verbAt(reading.lower, token.start, stretch.end);
    if (verb !== null && token.start > stretch.start) return reading.folded[verb.end] === '-' ? null : verb;
    if (
      /^(?:Verb|Modal|Copula|Auxiliary|Preposition|Conjunction)$/.test(token.pos) &&
      reading.folded.slice(token.start, token.end) !== 'of' &&
      !isBeforeName(reading, token)
    )
      return null;
  }
  return null;
}

/** Shares |in Harlan & Boothe| rose …: a preposition with nothing but a name behind it belongs to the noun before it. */
function isBeforeName(reading: FactReading, { start, end }: Span): boolean {
  return (
    /^(?:in|at|from|to)$/.test(reading.folded.slice(start, end)) &&
    reading.mentionsIn({ start: end, end: end + 40 }).some((name) => name.start === end + 1)
  );
}

/** The noun phrase before the verb: a name, or an article or capital and at most six words. */
function subjectIn(reading: FactReading, stretch: Span): Span | null {
  const text = reading.folded
    .slice(stretch.start, stretch.end)
    .replace(/(?<!\s)\s+(?:(?:also|later|then|recently|formally|officially)\s*)?$/, '');
  const span = { start: stretch.start, end: stretch.start + text.length };
  const name = reading.mentionsIn(span).find(({ start, end }) => start === span.start && end === span.end);
  if (name !== undefined) return name;
  const words = text.split(/\s+/);
  if (
    words.length > 7 ||
    (words.length < 2 && /^(?:the|an?|its|then)$/i.test(text)) ||
    /^then\b/i.test(text) ||
    !/^(?:\p{Lu}|the\s|an?\s|its\s)/u.test(text) ||
    /[“”"():—–]/.test(text)
  )
    return null;
  return /^(?:there|here|what|when|where|how|why|after|before|since|while|for|with|from|at|one|another|some|many)\b/i.test(
    text,
  )
    ? null
    : span;
}

/** Particles and times where an object would stand, articles at its end, and a verb within (the candidates |elected| were …). */
const unfit =
  /^(?:-|\d+-|(?:within|among|between|around|off|behind|up|down|out|away|back|over|here|there|together|it|them|him|her|us|me|itself|himself|herself|themselves|more|less|much|as|so)\b)|\b(?:ago|last|next|the|a|an|of|there|\d+-\d+|twice|once|online|overnight)$|\b(?:is|are|was|were|has|have|had|been)\b/;

/** bought |his son a drum|, fined |the dealer €150,000|: two objects; legislation |allowing| the college …: what the object does. */
const twoObjects =
  /[a-z](?<!\b(?:of|and|or|for|all|both|half|not|only))\s(?:an?|the|his|her|its|their|our|my)\s|\s[a-z]+ing\s(?:an?\s|the\s|his\s|her\s|its\s|their\s|\p{Lu})/u;

/** The words behind the verb up to a preposition, a mark or the end; null where there are none. */
function objectIn(reading: FactReading, stretch: Span): Span | null {
  const rest = reading.lower.slice(stretch.start, stretch.end);
  const stop =
    /\s(?:on|in|at|by|from|after|before|since|for|to|with|as|during|when|while|because|amid|over|under|through|into|and)\b|[“”"(—]/.exec(
      rest,
    );
  const text = rest.slice(0, stop?.index ?? rest.length);
  const from = stretch.start + (text.length - text.trimStart().length);
  const time = reading.timesIn({ start: from, end: stretch.start + text.length })[0];
  const to = Math.min(stretch.start + text.trimEnd().length, time?.start ?? Infinity);
  const words = reading.lower.slice(from, to).trimEnd();
  if (
    words.length < 2 ||
    words.split(/\s+/).length > 10 ||
    unfit.test(words) ||
    twoObjects.test(reading.folded.slice(from, from + words.length)) ||
    reading.quantitiesIn({ start: from + 1, end: from + words.length }).some(({ type }) => type === 'MONEY')
  )
    return null;
  const last = reading.tokensIn({ start: from, end: from + words.length }).at(-1);
  if (last === undefined || /^(?:Verb|Adjective|Adverb|Preposition|Determiner|Conjunction|Copula)$/.test(last.pos))
    return null;
  return { start: from, end: from + words.length };
}
