import { isEnglish, wordFrom } from './english-words.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt } from './verbs.js';

/** *was sold*, *have been shut*: the passive; *has sold*: the perfect. An adverb may stand before the participle. */
const auxiliary =
  /^(?:(was|were|(?:has|have|had) been)|has|have|had)\s(?:(?:also|since|now|already|later|just|recently|[a-z]+ly)\s)?(?=[a-z])/;

/** The verb of the lexicon that stands at a place: finite, in the perfect, or in the passive, which takes no object. */
export function englishVerbAt(reading: FactReading, at: number, limit: number): VerbMatch | null {
  const { lower } = reading;
  const plain = verbAt(lower, at, limit);
  if (plain !== null && plain.type !== 'participle')
    return plain.type === 'event' && !isWhole(reading, plain.end) && !goesOn(lower, plain) ? null : plain;
  const helper = auxiliary.exec(lower.slice(at, Math.min(limit, at + 40)));
  if (helper === null) return null;
  const verb = verbAt(lower, at + helper[0].length, limit);
  if (verb === null || !isPast(lower, verb)) return null;
  if (helper[1] === undefined) {
    if (verb.type !== 'participle') return { ...verb, start: at };
    // have |broken ribs|: may be what they are like.
    return /^\s(?:an?|the|his|her|its|their|\d|all|[a-z]+ly)\b|^\s\S*\d/.test(lower.slice(verb.end, verb.end + 8)) ||
      isWhole(reading, verb.end)
      ? { ...verb, start: at, type: 'act' }
      : null;
  }
  return asPassive(reading, verb, at);
}

/** The passive of a verb of the lexicon whose participle stands there; null where it does not say it all (was ordered |to pay|, was elected |president|). */
export function asPassive(reading: FactReading, verb: VerbMatch, at = verb.start): VerbMatch | null {
  const { lower } = reading;
  if (!/^(?:act|participle|either)$/.test(verb.type)) return null;
  const word = lower.slice(verb.start, verb.end);
  // was ordered |into| liquidation: what became of it.
  if (lower.startsWith(' into ', verb.end) || needsMore(lower, verb, verb.end)) return null;
  if (needsMore(lower, { predicate: `be ${word}` }, verb.end)) return null;
  const particle = passiveParticle.exec(lower.slice(verb.end))?.[0] ?? '';
  const end = verb.end + particle.length;
  return isWhole(reading, end) ? { start: at, end, predicate: `be ${word}${particle}`, type: 'event' } : null;
}

/** banned |from| flying, designed |for| 40: what is done is not told without what stands behind the preposition. */
export function needsMore(lower: string, { predicate }: Pick<VerbMatch, 'predicate'>, end: number): boolean {
  return isEnglish(`${predicate} ${wordFrom(lower, end + 1)}`, 'completing');
}

/** was paid |for| by the state: a preposition with nothing of its own behind it belongs to the participle. */
const passiveParticle =
  /^\s(?:for|with|into|upon|on|at)(?=\s(?:by|in|on|at|after|before|during|last|yesterday|when)\s|[,;.]|$)/;

/**
 * The end of a participle without its auxiliary and of the preposition behind it: a man |arrested| on Monday, the year |ended| June
 * 30. Null where an object follows, or nothing that tells when, where or by whom.
 */
export function reducedEnd(reading: FactReading, at: number): number | null {
  const { lower } = reading;
  const verb = verbAt(lower, at, at + longestParticiple, (type) => type === 'act' || type === 'participle');
  if (verb === null || lower[verb.end] !== ' ' || !isPast(lower, verb)) return null;
  if (reading.timesIn({ start: verb.end, end: verb.end + 40 }).some(({ start }) => start === verb.end + 1))
    return verb.end;
  const word = wordFrom(lower, verb.end + 1);
  return isEnglish(word, 'ending') && isEnglish(word, 'preposition') ? verb.end + 1 + word.length : null;
}

const longestParticiple = 24;

/** Whether the verb says it all: a mark follows, or what tells where, when or how. */
export function isWhole(reading: FactReading, end: number): boolean {
  const { lower } = reading;
  if (/^(?:[,;.)]|$|\s[(—–])/.test(lower.slice(end))) return true;
  const time = reading.timesIn({ start: end, end: end + 40 }).find(({ start }) => start === end + 1);
  // opened |two days of talks|
  if (time !== undefined) return !(time.type === 'DURATION' && lower.startsWith(' of ', time.end));
  const word = lower[end] === ' ' ? wordFrom(lower, end + 1) : '';
  // closed |around|: no preposition.
  if (isEnglish(word, 'particle') && !/^\s[a-z\d]/.test(lower.slice(end + 1 + word.length))) return false;
  // paid |in at| machines: the first of two belongs to the verb.
  const second = wordFrom(lower, end + 1 + word.length + 1);
  if (/^(?:in|on|out|up|off|over)$/.test(word) && /^(?:at|to|by|with|from|into)$/.test(second))
    return /^\s(?:at (?:least|most)|by far)\b/.test(lower.slice(end + 1 + word.length));
  return isEnglish(word, 'ending') || /[a-z]ly$/.test(word);
}

/** died |of| hunger, pleaded guilty |to| fraud, stepped down |as| mayor: more than where and when, and it happened nonetheless. */
function goesOn(lower: string, { start, end }: VerbMatch): boolean {
  const word = wordFrom(lower, end + 1);
  return word === 'of' || (isEnglish(word, 'goal') && lower.slice(start, end).includes(' '));
}

/** Whether a form may be one of the past: none in -s is (employs). */
function isPast(lower: string, { start, end }: VerbMatch): boolean {
  return !/^[a-z]+s(?:\s|$)/.test(lower.slice(start, end));
}
