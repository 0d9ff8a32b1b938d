import type { Span } from '../document/span.js';
import type { Claim } from '../document/types.js';
import { type Found, isToCome } from './chinese.js';
import { clausesIn } from './clauses.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt } from './verbs.js';

/** The facts of an English claim: clauses that open with their subject, followed at once by a verb of the lexicon. */
export function factsInEnglish(reading: FactReading, claim: Claim): Found[] {
  return clausesIn(reading.folded, claim).flatMap((clause) => {
    const fact = factIn(reading, clause);
    return fact === null ? [] : [fact];
  });
}

const unsure =
  /\b(?:if|unless|would|will|could|may|might|should|must|not|no|never|whether|plans?|expects?|hopes?|denied|allegedly|reportedly|who|which|that|i|it|he|she|they|we|you|this|these|those)\b/;

function factIn(reading: FactReading, clause: Span): Found | null {
  const { lower } = reading;
  if (unsure.test(lower.slice(clause.start, clause.end))) return null;
  const start = pastLead(reading, clause);
  const verb = firstVerb(reading, { start, end: clause.end });
  const subject = verb === null ? null : subjectIn(reading, { start, end: verb.start });
  if (verb === null || subject === null) return null;
  const time = reading.timesIn(clause).find(({ type }) => type === 'DATE' || type === 'TIME')?.index ?? null;
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
    quantity: inside.length === 1 ? (inside[0]?.index ?? null) : null,
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
      reading.folded.slice(token.start, token.end) !== 'of'
    )
      return null;
  }
  return null;
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

/** Particles and times where an object would stand, and articles at its end. */
const unfit =
  /^(?:-|(?:within|among|between|around|off|behind|up|down|out|away|back|over|here|there|together|\d+)\b)|\b(?:ago|last|next|the|a|an|of|twice|once|online|overnight)$/;

/** bought |his son a drum|: two objects; legislation |allowing| the college …: what the object does. */
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
    twoObjects.test(reading.folded.slice(from, from + words.length))
  )
    return null;
  const last = reading.tokensIn({ start: from, end: from + words.length }).at(-1);
  if (last === undefined || /^(?:Verb|Adjective|Adverb|Preposition|Determiner|Conjunction|Copula)$/.test(last.pos))
    return null;
  return { start: from, end: from + words.length };
}
