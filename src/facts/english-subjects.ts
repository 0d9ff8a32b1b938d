import type { Span } from '../document/span.js';
import { nounPhraseAt } from './english-phrases.js';
import { englishVerbAt, reducedEnd } from './english-verbs.js';
import { isEnglish, wordUpTo } from './english-words.js';
import { isDated } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole, isAbout, opensWith } from './words.js';

/** A subject and the verb behind it. */
export interface Opening {
  readonly subject: Span;
  readonly verb: VerbMatch;
}

const longestSubject = 110;

/** The subject that fills a stretch up to the first verb of the lexicon that has one; null where there is none. */
export function openingIn(reading: FactReading, stretch: Span): Opening | null {
  const { folded, lower } = reading;
  const names = reading.mentionsIn(stretch);
  const end = Math.min(stretch.end, stretch.start + longestSubject);
  let reduced: Opening | null = null;
  for (const token of reading.tokensIn({ start: stretch.start, end })) {
    if (names.some((name) => token.start >= name.start && token.end <= name.end)) continue;
    if (/^(?:that|which|who|whose|whom|if)$/.test(lower.slice(token.start, token.end))) return reduced;
    const verb = token.start > stretch.start ? englishVerbAt(reading, token.start, stretch.end) : null;
    if (verb !== null && isVerb(reading, verb, stretch.end)) {
      const subject = subjectIn(reading, { start: stretch.start, end: verb.start });
      // A man arrested on Monday |died|: the verb is the second one; where none follows, the first may be it.
      if (subject !== null && reducedEnd(reading, verb.start) !== null) reduced ??= { subject, verb };
      else if (subject !== null && (reduced === null || isSurelyFinite(reading, verb))) return { subject, verb };
    }
    if (/^(?:Modal|Copula|Auxiliary|QuestionWord)$/.test(token.pos) && folded[token.end] === ' ') return reduced;
  }
  return reduced;
}

/** Whether a verb behind what may be a participle can be none itself: not *opened* without its object, nor a plural. */
function isSurelyFinite({ lower }: FactReading, { start, end, type }: VerbMatch): boolean {
  return type !== 'either' && !/s$/.test(lower.slice(start, end));
}

/** Rice |exports| fell, the power |cut| left homes dark, the |fire-damaged| roof: what looks like a verb of the lexicon and is none. */
function isVerb(reading: FactReading, { start, end }: Span, limit: number): boolean {
  const { folded, lower } = reading;
  if (lower[end] === '-' || lower[start - 1] === '-') return false;
  // HARBOUR CLOSED: a heading or a cry.
  if (/^\p{Lu}{2}/u.test(folded.slice(start, end))) return false;
  const word = lower.slice(start, end);
  const isTwofold = isEnglish(word, 'twofold');
  if (!/s$/.test(word) && !isTwofold) return true;
  if (isTwofold && endsCompound(reading, start)) return false;
  const [next] = reading.tokensIn({ start: end + 1, end: limit });
  return (
    englishVerbAt(reading, end + 1, limit) === null &&
    !(
      next?.start === end + 1 &&
      /^(?:Verb|Modal|Copula|Auxiliary)$/.test(next.pos) &&
      !/ing$/.test(lower.slice(next.start, next.end))
    )
  );
}

/** its ban on ore |exports|: behind a preposition and a noun the plural of one. */
function endsCompound({ lower, tokensIn }: FactReading, at: number): boolean {
  const [preposition, noun] = tokensIn({ start: at - 40, end: at - 1 }).slice(-2);
  return (
    noun?.pos === 'Noun' &&
    preposition !== undefined &&
    isEnglish(lower.slice(preposition.start, preposition.end), 'preposition')
  );
}

/** Passes times and the words that open a clause before its subject. */
export function passLead(reading: FactReading, clause: Span): number {
  let at = clause.start;
  for (;;) {
    const time = reading.timesIn({ start: at, end: clause.end }).find(({ start }) => start === at);
    const lead = /^(?:\s|(?:and|but|in|on|by|since|last|alone|also|meanwhile|while)\s)/.exec(
      reading.lower.slice(at, clause.end),
    );
    // In the monsoon of 2021 a wall …: a phrase that is no time alone stays, and is no subject.
    const opensPhrase =
      lead !== null && /^(?:in|on|by|since)/.test(lead[0]) && !opensTime(reading, at + lead[0].length);
    if (time !== undefined && !/^[-'’]/.test(reading.lower.slice(time.end))) at = time.end;
    else if (lead !== null && !opensPhrase) at += lead[0].length;
    else return at;
  }
}

function opensTime({ lower, timesIn }: FactReading, at: number): boolean {
  const filler = /^(?:the|early|late|mid|about|around)[\s-]/.exec(lower.slice(at, at + 8))?.[0].length ?? 0;
  // In the Seven Years' War: no time alone.
  return timesIn({ start: at, end: at + 40 }).some(
    ({ start, end }) => (start === at || start === at + filler) && !/^['’]/.test(lower.slice(end, end + 1)),
  );
}

/** The noun phrase before the verb, without the adverbs at its end: a name, or an article, an amount or a capital and what follows. */
export function subjectIn(reading: FactReading, stretch: Span): Span | null {
  const span = withoutAdverbs(reading, stretch);
  const text = reading.folded.slice(span.start, span.end);
  const name = reading.mentionsIn(span).find(({ start, end }) => start === span.start && end === span.end);
  if (opensWith(text, 'opener') && !/^(?:about|some|many|several|few|both|all|most)\s\p{L}*\d/iu.test(text))
    return null;
  if (name !== undefined) return name;
  if (
    (/^\S*$/.test(text) && /^(?:the|an?|its|then|\d.*)$/i.test(text)) ||
    !(
      /^(?:\p{Lu}|the\s|an?\s|its\s|\d[\d,]*\s[a-z]+)/u.test(text) ||
      opensWithAmount(reading, span) ||
      endsInName(reading, span) ||
      followsTime(reading, span)
    ) ||
    /[“”"():—–%£$€]/.test(text) ||
    /^\d+ out of /.test(text) ||
    isElliptic(reading, span) ||
    reading.cutsName(span)
  )
    return null;
  // the 2,000 poorly |organized| natives
  if (span.end < stretch.end - 2 && /\d$/.test(text)) return null;
  const phrase = nounPhraseAt(reading, span.start, span.end, true);
  return phrase?.end === span.end ? span : null;
}

/** Since 2022 |commercial crews| have removed …: behind a date no capital shows where the subject begins. */
function followsTime({ timesIn, tokensIn }: FactReading, { start, end }: Span): boolean {
  const [first] = tokensIn({ start, end });
  return (
    /^(?:Noun|Adjective)$/.test(first?.pos ?? '') &&
    timesIn({ start: start - longestTime, end: start }).some((time) => isDated(time) && time.end === start - 1)
  );
}

const longestTime = 30;

/** |about 2,000| fishermen */
function opensWithAmount({ lower, quantitiesIn }: FactReading, { start, end }: Span): boolean {
  return quantitiesIn({ start, end }).some((amount) => isAbout(lower, start, amount.start));
}

/** A fourth, the others: whose noun stands elsewhere. */
function isElliptic({ lower, quantitiesIn }: FactReading, { start, end }: Span): boolean {
  return (
    quantitiesIn({ start, end }).some(
      (amount) =>
        amount.end === end &&
        (amount.type === 'ORDINAL' ||
          (amount.type === 'CARDINAL' && amount.unit === null && isAbout(lower, start, amount.start))),
    ) || isEnglish(wordUpTo(lower, end), 'elliptic')
  );
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
    if (last === undefined || last.start <= start) return { start, end: to };
    const beforeTime = withoutTime(reading, { start, end: to });
    if (beforeTime !== null) to = beforeTime;
    else if (
      hasRole(lower.slice(last.start, last.end), 'adverb') ||
      (last.pos === 'Adverb' && /ly$/.test(lower.slice(last.start, last.end)))
    )
      to = last.start;
    else return { start, end: to };
  }
}

/** Where the time at the end of a stretch begins; null where there is none, or where it belongs to what stands before it (a man arrested |on Monday|). */
function withoutTime(reading: FactReading, { start, end }: Span): number | null {
  const time = reading.timesIn({ start, end }).at(-1);
  if (time?.end !== end || time.start <= start) return null;
  const before = reading.lower.slice(start, time.start).replace(/\son\s$/, ' ');
  const ofParticiple = reducedEnd(reading, start + before.trimEnd().lastIndexOf(' ') + 1) !== null;
  return ofParticiple || /\s(?:in|of|for)\s$/.test(before) ? null : start + before.length;
}
