import type { Span } from '../document/span.js';
import type { FactReading } from './reading.js';
import { isAbout } from './words.js';

/** Particles and times where an object would stand, articles at its end, and a verb within (the candidates |elected| were …). */
const unfit =
  /^(?:-|\d+-|(?:within|among|between|around|off|behind|up|down|out|away|back|over|here|there|together|it|them|him|her|us|me|itself|himself|herself|themselves|more(?!\sthan\s\d)|less|much|as|so)\b|[a-z]+wards?$)|\b(?:ago|last|next|the|a|an|its|his|her|their|our|my|of|there|\d+-\d+|twice|once|online|overnight)$|\b(?:is|are|was|were|has|have|had|been)\b/;

/** bought |his son a drum|, fined |the dealer €150,000|: two objects; legislation |allowing| the college …: what the object does. */
const twoObjects =
  /[a-z](?<!\b(?:of|and|or|for|all|both|half|not|only))\s(?:an?|the|his|her|its|their|our|my)\s|\s[a-z]+ing\s(?:an?\s|the\s|his\s|her\s|its\s|their\s|\p{Lu})/u;

/** The words behind the verb up to a preposition, a mark or the end; null where there are none. */
export function objectIn(reading: FactReading, stretch: Span): Span | null {
  const rest = reading.lower.slice(stretch.start, stretch.end);
  const stop =
    /\s(?:on|in|at|by|from|after|before|since|for|to|with|as|during|when|while|because|amid|over|under|through|into|and)\b|[“”"(—]/.exec(
      rest,
    );
  const text = rest.slice(0, stop?.index ?? rest.length);
  const from = stretch.start + (text.length - text.trimStart().length);
  const time = reading.timesIn({ start: from, end: stretch.start + text.length })[0];
  const to = Math.min(stretch.start + text.trimEnd().length, time?.start ?? Infinity);
  const words = reading.lower
    .slice(from, to)
    .replace(/\s\d+\s?[-–]\s?\d+\s*$/, '')
    .trimEnd();
  if (time?.start === from || /^(?:\d+\s?[-–]\s?\d+|both\s)/.test(words)) return null;
  if (
    words.length < 2 ||
    words.split(/\s+/).length > 10 ||
    unfit.test(words) ||
    twoObjects.test(reading.folded.slice(from, from + words.length)) ||
    reading
      .quantitiesIn({ start: from + 1, end: from + words.length })
      .some(({ type, start }) => type === 'MONEY' && !isAbout(reading.lower, from, start))
  )
    return null;
  const last = reading.tokensIn({ start: from, end: from + words.length }).at(-1);
  if (last === undefined || /^(?:Verb|Adjective|Adverb|Preposition|Determiner|Conjunction|Copula)$/.test(last.pos))
    return null;
  return { start: from, end: from + words.length };
}
