import type { Span } from '../document/span.js';
import type { FactReading } from './reading.js';
import { hasRole, opensWith } from './words.js';

/** Passes times and the words that open a clause before its subject. */
export function passLead(reading: FactReading, clause: Span): number {
  let at = clause.start;
  for (;;) {
    const time = reading.timesIn({ start: at, end: clause.end }).find(({ start }) => start === at);
    const lead = /^(?:\s|(?:and|but|in|on|by|last|also|meanwhile|while)\s)/.exec(reading.lower.slice(at, clause.end));
    // In the monsoon of 2021 a wall …: a phrase that is no time alone stays, and is no subject.
    const opensPhrase = lead !== null && /^(?:in|on|by)/.test(lead[0]) && !opensTime(reading, at + lead[0].length);
    if (time !== undefined && !/^[-'’]/.test(reading.lower.slice(time.end))) at = time.end;
    else if (lead !== null && !opensPhrase) at += lead[0].length;
    else return at;
  }
}

function opensTime({ lower, timesIn }: FactReading, at: number): boolean {
  const filler = /^(?:the|early|late|mid|about|around)[\s-]/.exec(lower.slice(at, at + 8))?.[0].length ?? 0;
  return timesIn({ start: at, end: at + 40 }).some(({ start }) => start === at || start === at + filler);
}

/** the monsoon of 2021 |a wall|: a second noun phrase that nothing joins to the first; so is one behind a time. */
const secondPhrase =
  /[\p{L}\d](?<!\b(?:of|and|or|for|in|on|at|from|to|with|by|near|between|under|over|behind|off|across|around|along|inside|outside|beside|against|both|all|half|than|as))\s(?:a|an|the)\s/u;

/** The noun phrase before the verb, without the adverbs at its end: a name, or an article or capital and at most nine words. */
export function subjectIn(reading: FactReading, stretch: Span): Span | null {
  const span = withoutAdverbs(reading, stretch);
  const text = reading.folded.slice(span.start, span.end);
  const name = reading.mentionsIn(span).find(({ start, end }) => start === span.start && end === span.end);
  if (name !== undefined) return opensWith(text, 'opener') ? null : name;
  const words = text.split(/\s+/);
  if (
    words.length > 9 ||
    (words.length < 2 && /^(?:the|an?|its|then|\d.*)$/i.test(text)) ||
    !(/^(?:\p{Lu}|the\s|an?\s|its\s|\d[\d,]*\s[a-z]+)/u.test(text) || endsInName(reading, span)) ||
    /[“”"():—–%£$€]/.test(text) ||
    opensWith(text, 'opener') ||
    secondPhrase.test(text) ||
    /^\d+ out of /.test(text) ||
    reading.cutsName(span)
  )
    return null;
  const inside = reading.tokensIn(span);
  const last = inside.at(-1);
  const isLoose = inside.slice(0, -1).some(({ pos, start }) => pos === 'Adverb' && start > span.start);
  return isLoose || last === undefined || /^(?:Preposition|Conjunction|Determiner|Adverb|Pronoun)$/.test(last.pos)
    ? null
    : span;
}

/** smaller rival |Tekno Sutra|: adjectives and nouns before a name. */
function endsInName(reading: FactReading, { start, end }: Span): boolean {
  const name = reading.mentionsIn({ start, end }).find((mention) => mention.end === end);
  return (
    name !== undefined &&
    reading.tokensIn({ start, end: name.start }).every(({ pos }) => /^(?:Noun|Adjective|ProperNoun)$/.test(pos))
  );
}

function withoutAdverbs(reading: FactReading, { start, end }: Span): Span {
  const { lower } = reading;
  let to = end;
  for (;;) {
    while (to > start && /\s/.test(lower[to - 1] ?? '')) to--;
    const last = reading.tokensIn({ start, end: to }).at(-1);
    const time = reading.timesIn({ start, end: to }).at(-1);
    if (last === undefined || last.start <= start) return { start, end: to };
    if (time?.end === to && !/\s(?:in|of|for)\s$/.test(lower.slice(start, time.start)) && time.start > start)
      to = lower.slice(start, time.start).replace(/\son\s$/, ' ').length + start;
    else if (
      hasRole(lower.slice(last.start, last.end), 'adverb') ||
      (last.pos === 'Adverb' && /ly$/.test(lower.slice(last.start, last.end)))
    )
      to = last.start;
    else return { start, end: to };
  }
}
