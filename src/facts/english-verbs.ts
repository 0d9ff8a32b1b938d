import type { Span } from '../document/span.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt } from './verbs.js';

const longestSubject = 70;

/** *was sold*, *have been shut*: the passive; *has sold*: the perfect. An adverb may stand before the participle. */
const auxiliary =
  /^(?:(was|were|(?:has|have|had) been)|has|have|had)\s(?:(?:also|since|now|already|later|just|recently|[a-z]+ly)\s)?(?=[a-z])/;

/** The verb of the lexicon that stands at a place: finite, in the perfect, or in the passive, which takes no object. */
export function englishVerbAt({ lower }: FactReading, at: number, limit: number): VerbMatch | null {
  const plain = verbAt(lower, at, limit);
  if (plain !== null && plain.type !== 'participle') return plain;
  const helper = auxiliary.exec(lower.slice(at, Math.min(limit, at + 40)));
  if (helper === null) return null;
  const verb = verbAt(lower, at + helper[0].length, limit);
  if (verb === null) return null;
  if (helper[1] === undefined)
    return isPast(lower, verb) ? { ...verb, start: at, type: verb.type === 'participle' ? 'act' : verb.type } : null;
  const word = lower.slice(verb.start, verb.end);
  // was ordered to pay: what was ordered is not told by the verb alone.
  if (
    !/^(?:act|participle)$/.test(verb.type) ||
    !isPast(lower, verb) ||
    / /.test(word) ||
    !(endsPassive.test(lower.slice(verb.end)) || passiveParticle.test(lower.slice(verb.end)))
  )
    return null;
  const particle = passiveParticle.exec(lower.slice(verb.end))?.[0] ?? '';
  return { start: at, end: verb.end + particle.length, predicate: `be ${word}${particle}`, type: 'event' };
}

/** was paid |for| by the state: a preposition with nothing of its own behind it belongs to the participle. */
const passiveParticle =
  /^\s(?:for|with|into|upon|on|at)(?=\s(?:by|in|on|at|after|before|during|last|yesterday|when)\s|[,;.]|$)/;

/** Behind a passive that says it all: not *was elected president*, *was ordered to pay*, *was found wet*. */
const endsPassive =
  /^(?:[,;.)]|$|\s(?:in|on|at|by|from|after|before|during|for|near|into|under|last|yesterday|today|this|while|when|and|but|because|since|until|between|across|around|along|outside|inside|within|[a-z]+ly|\(|—|–))/;

/** Whether a form may be a participle: none in -s is (employs). */
function isPast(lower: string, { start, end }: Span): boolean {
  return !/^[a-z]+s(?:\s|$)/.test(lower.slice(start, end));
}

/** The first verb of the lexicon behind something that may be a subject; null where another verb or a clause comes first. */
export function firstEnglishVerb(reading: FactReading, stretch: Span): VerbMatch | null {
  const { folded } = reading;
  const names = reading.mentionsIn(stretch);
  for (const token of reading.tokensIn({
    start: stretch.start,
    end: Math.min(stretch.end, stretch.start + longestSubject),
  })) {
    if (names.some(({ start, end }) => token.start >= start && token.end <= end)) continue;
    const verb = token.start > stretch.start ? englishVerbAt(reading, token.start, stretch.end) : null;
    if (verb !== null) return folded[verb.end] === '-' || folded[verb.start - 1] === '-' ? null : verb;
    // Global shares |slipped: a plural that is taken for a verb.
    if (
      token.pos === 'Verb' &&
      /s$/.test(folded.slice(token.start, token.end)) &&
      englishVerbAt(reading, token.end + 1, stretch.end) !== null
    )
      continue;
    if (token.start === stretch.start && token.pos === 'Verb') continue;
    if (
      /^(?:Verb|Modal|Copula|Auxiliary|Preposition|Conjunction)$/.test(token.pos) &&
      folded.slice(token.start, token.end) !== 'of' &&
      !isBeforeName(reading, token)
    )
      return null;
  }
  return null;
}

/** Shares |in Harlan & Boothe| rose …: a preposition with nothing but a name or a time behind it belongs to the noun before it. */
function isBeforeName(reading: FactReading, { start, end }: Span): boolean {
  return (
    /^(?:in|at|from|to|for|on)$/.test(reading.folded.slice(start, end)) &&
    (reading.mentionsIn({ start: end, end: end + 40 }).some((name) => name.start === end + 1) ||
      reading.timesIn({ start: end, end: end + 30 }).some((time) => time.start === end + 1))
  );
}
