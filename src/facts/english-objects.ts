import type { Span } from '../document/span.js';
import { type NounPhrase, nounPhraseAt, opensPredicate } from './english-phrases.js';
import { englishAt, isEnglish, wordFrom, wordUpTo } from './english-words.js';
import type { FactReading } from './reading.js';
import { isAbout } from './words.js';

/** The noun phrase behind the verb, with what an amount in it is reckoned by (a year); null where there is none, or more than one. */
export function objectIn(reading: FactReading, stretch: Span): NounPhrase | null {
  const { lower } = reading;
  const from = stretch.start + (/^\s*/.exec(lower.slice(stretch.start, stretch.end))?.[0].length ?? 0);
  if (opensOtherwise(reading, from)) return null;
  const phrase = nounPhraseAt(reading, from, stretch.end);
  if (phrase === null || isTwo(reading, phrase) || isBare(reading, phrase)) return null;
  const listed = lower[phrase.end] === ',' ? listEnd(reading, phrase) : phrase.end;
  if (listed === null) return null;
  const end = withRate(reading, listed);
  const isCut = isAttribute(reading, from, end) || endsOpen(lower, end);
  const isWhole = endsObject(reading, end) || isDescribed(reading, from, end);
  return isWhole && !isRestricted(lower, from, end) && !isCut ? { start: from, end, headEnd: phrase.headEnd } : null;
}

/** it, down, last week, 2-1, “…”: no noun phrase of the verb. */
function opensOtherwise(reading: FactReading, from: number): boolean {
  const { lower } = reading;
  return (
    reading.timesIn({ start: from, end: from + 40 }).some(({ start }) => start === from) ||
    englishAt(lower, from, 'pronoun') !== '' ||
    englishAt(lower, from, 'particle') !== '' ||
    reading
      .quantitiesIn({ start: from, end: from + 40 })
      .some(({ start, unit }) => unit === 'times' && isAbout(lower, from, start)) ||
    /^(?:\d+\s?[-–]\s?[\da-z]|[a-z]+wards?\b|more\s(?!than\s\d)|(?:this|these|those|that)\s|-|[“"‘])/.test(
      lower.slice(from, from + 24),
    )
  );
}

/** From this number on it says what it counts (its population passed |400,000|). */
const readable = 100;

/** one, home, seven: no object that could be read alone. */
function isBare({ lower, quantitiesIn }: FactReading, { start, end }: Span): boolean {
  return (
    isEnglish(lower.slice(start, end), 'bare') ||
    isEnglish(lower.slice(start, end), 'rate') ||
    quantitiesIn({ start, end }).some(
      (amount) =>
        amount.type === 'CARDINAL' &&
        amount.unit === null &&
        (amount.value ?? 0) < readable &&
        amount.end === end &&
        isAbout(lower, start, amount.start),
    )
  );
}

/** a £640m (…) contract: an amount behind *a* says of what kind the thing is that follows. */
function isAttribute(reading: FactReading, start: number, end: number): boolean {
  const amount = /^an?\s/.exec(reading.lower.slice(start, end))?.[0].length;
  if (amount === undefined) return false;
  return reading
    .quantitiesIn({ start, end })
    .some((one) => one.type !== 'CARDINAL' && one.start === start + amount && one.end === end);
}

/** powder |worth|: what it is worth stands behind. */
function endsOpen(lower: string, end: number): boolean {
  return isEnglish(wordUpTo(lower, end), 'open');
}

/** named |Smith president|: a person and what follows at once. */
function isTwo(reading: FactReading, { start, headEnd }: NounPhrase): boolean {
  return reading
    .mentionsIn({ start, end: headEnd })
    .some(({ type, end }) => type === 'PERSON' && end < headEnd && /^\s[a-z]/.test(reading.folded.slice(end)));
}

/** The end of a list (oaks|, beeches and elms|); null where it may be one or a second name of the same (Harlan, a baker and grocer). */
function listEnd(reading: FactReading, { end }: Span): number | null {
  const { lower } = reading;
  for (let at = end, items = 0; items < 6; items++) {
    const joint = /^(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)/.exec(lower.slice(at, at + 6))?.[0] ?? '';
    const item = joint === '' ? null : nounPhraseAt(reading, at + joint.length, at + 120);
    if (item === null || opensPredicate(reading, at + joint.length, item.end)) return end;
    // An item that joins two ends the list, as one behind and does.
    const isLast = /and|or/.test(joint) || /\s(?:and|or)\s/.test(lower.slice(item.headEnd, item.end));
    at = item.end;
    // the owners of the mill, Harlan, |a father and two sons|: who they are.
    if (items > 0 && isSecondName(lower.slice(item.start, item.end))) return null;
    if (!isLast) continue;
    if (lower[at] === ' ' && opensPredicate(reading, at + 1, at + 40) && !isReduced(reading, at + 1)) return end;
    return isSecondName(lower.slice(end + 2, end + 10)) ? null : at;
  }
  return end;
}

/** Whether an item of a list may be the first one again. */
function isSecondName(item: string): boolean {
  return /^(?:an?|the|its|his|her|their)\s/.test(item);
}

/** tablets |valued| at £40: a participle with its preposition. */
function isReduced({ lower }: FactReading, at: number): boolean {
  const word = wordFrom(lower, at);
  return /ed$/.test(word) && isEnglish(wordFrom(lower, at + word.length + 1), 'preposition');
}

/** two million tonnes |annually|, £40 |a head|, 150.3 |to the dollar|: an amount is not right without what it is reckoned by. */
export function withRate({ lower }: FactReading, end: number): number {
  const rate =
    lower[end] === ' '
      ? (/^per\s(?:\d[\da-z-]*\s)?[a-z]+/.exec(lower.slice(end + 1, end + 40))?.[0] ??
        englishAt(lower, end + 1, 'rate'))
      : '';
  return rate === '' ? end : end + 1 + rate.length;
}

/** the locations |that| would get the shuttles: which they are is told by the clause behind them. */
function isRestricted(lower: string, from: number, end: number): boolean {
  return lower.startsWith('the ', from) && /^\s(?:that|who|whose|which|where)\s/.test(lower.slice(end, end + 8));
}

/** signed a treaty |dividing| the seabed: what is first named here is described, not picked out of others. */
function isDescribed({ lower, tokensIn }: FactReading, from: number, end: number): boolean {
  const [participle] = tokensIn({ start: end + 1, end: end + 30 });
  return (
    /^(?:an?\s|\d)/.test(lower.slice(from, end)) &&
    participle?.pos === 'Verb' &&
    participle.start === end + 1 &&
    /ing$/.test(lower.slice(participle.start, participle.end))
  );
}

/** Whether what follows leaves the object whole: a mark, a preposition, a time, an adverb, a clause that describes it. */
export function endsObject(reading: FactReading, end: number): boolean {
  const { lower, folded } = reading;
  if (/^\s?["“‘]/.test(folded.slice(end))) return false;
  if (lower[end] !== ' ') return lower[end] !== '-' && lower[end] !== '’' && lower[end] !== "'";
  const word = wordFrom(lower, end + 1);
  // awarded the cleaner |£12,000|: a second object.
  if (/^\p{Sc}/u.test(folded.slice(end + 1, end + 3))) return false;
  if (word === '' || /^\d+\s?[-–]\s?\d/.test(lower.slice(end + 1, end + 10))) return true;
  const after = lower.slice(end + 1 + word.length, end + 6 + word.length);
  // took 40 billion yen |off| the result, costs 8% |more| to build, three units |in ten|
  if (/^(?:of|off|more|less|fewer)$/.test(word) || isShareOf(reading, end)) return false;
  if (word === 'to') return !isInfinitive(reading, end + 4);
  if (isEnglish(word, 'particle'))
    return after.startsWith(' of ') || (isEnglish(word, 'preposition') && /^ [a-z\d]/.test(after));
  if (isEnglish(word, 'preposition')) return !/^(?:than|without|except|besides|like|unlike)$/.test(word);
  const [token, next] = reading.tokensIn({ start: end + 1, end: end + 60 });
  if (token === undefined || reading.timesIn({ start: end + 1, end: end + 40 }).some(({ start }) => start === end + 1))
    return true;
  if (isEnglish(word, 'pronoun') && !isEnglish(word, 'subordinate')) return false;
  if (token.pos === 'Verb') return /ed$/.test(word);
  if (isEnglish(word, 'ending')) return true;
  if (token.pos === 'Adverb' && !isEnglish(word, 'subordinate'))
    return !/^(?:Noun|Adjective|Value|Determiner)$/.test(next?.pos ?? '');
  return /^(?:Conjunction|Preposition|QuestionWord)$/.test(token.pos) || isEnglish(word, 'subordinate');
}

/** three |in ten|: a part of so many. */
function isShareOf({ lower, quantitiesIn }: FactReading, end: number): boolean {
  const from = end + (/^ in (?:every )?/.exec(lower.slice(end, end + 10))?.[0].length ?? 0);
  return (
    from > end &&
    quantitiesIn({ start: from, end: from + 20 }).some(
      (whole) =>
        whole.start === from &&
        whole.unit === null &&
        !/^(?: [a-z]|\d)/.test(lower.slice(whole.end)) &&
        !/^\d{4}$/.test(lower.slice(from, whole.end)),
    )
  );
}

function isInfinitive(reading: FactReading, at: number): boolean {
  const [token] = reading.tokensIn({ start: at, end: at + 24 });
  return token !== undefined && token.pos === 'Verb';
}
