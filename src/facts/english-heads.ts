import type { Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { englishAt, isEnglish } from './english-words.js';
import type { FactReading } from './reading.js';
import { isAbout, wordAt } from './words.js';

const longestPhrase = 160;

const nominal = /^(?:Noun|ProperNoun|Person|Place|Organization|Acronym|Value|Date)$/;

/** How far a phrase has been read, whether it may end there, and whether a noun was among it. */
interface Progress {
  readonly start: number;
  readonly end: number;
  readonly mayEnd: boolean;
  readonly hasNoun: boolean;
}

/** The head of a noun phrase with what stands before it: *the 312 newly built* houses. */
export function headAt(reading: FactReading, at: number, limit: number, isSubject = false): Span | null {
  const tokens = reading.tokensIn({ start: at, end: Math.min(limit, at + longestPhrase) });
  if (tokens[0]?.start !== at) return null;
  const start = leadEnd(reading, at);
  let read: Progress = { start, end: at, mayEnd: false, hasNoun: false };
  for (const [index, token] of tokens.entries()) {
    if (token.start < Math.max(start, read.end)) continue;
    if (token.start > Math.max(start, read.end) + 1) break;
    const next = tokens[index + 1];
    const step =
      unitStep(reading, token, read, isSubject) ??
      (token.start === read.end && read.end > start
        ? joinedStep(reading, token, read)
        : wordStep(reading, token, next, { ...read, isBare: start === at && read.end === at && !isSubject }));
    if (step === null) break;
    read = step;
  }
  return read.mayEnd && !reading.cutsName({ start: at, end: read.end }) ? { start: at, end: read.end } : null;
}

/** Over a name, a time or an amount; null where none begins. A time is no part of a phrase but before its noun, or in a subject. */
function unitStep(reading: FactReading, token: Token, read: Progress, isSubject: boolean): Progress | null {
  const { lower } = reading;
  const name = reading
    .mentionsIn({ start: token.start, end: token.start + longestPhrase })
    .find(({ start }) => start === token.start);
  // Wayanad |119| mm: what was taken for the end of the name.
  const isCut =
    name !== undefined &&
    reading
      .quantitiesIn({ start: name.start, end: name.end + 20 })
      .some(({ start, end }) => start < name.end && end > name.end);
  if (name !== undefined && !isCut) {
    const owner = /^['’]s?(?=\s)/.exec(lower.slice(name.end))?.[0] ?? '';
    return { ...read, end: name.end + owner.length, mayEnd: owner === '', hasNoun: owner === '' };
  }
  const isFirst = read.end <= read.start;
  const time = reading
    .timesIn({ start: token.start, end: token.start + 40 })
    .find(({ start }) => start === token.start);
  if (time !== undefined) {
    const owner = /^['’]s?(?=\s)/.exec(lower.slice(time.end))?.[0] ?? '';
    // only |a year ago|: when, not which.
    const isModifier =
      !lower.slice(time.start, time.end).endsWith(' ago') &&
      (owner !== '' || (read.end !== read.start && !read.hasNoun && /^\s[a-z]/.test(lower.slice(time.end))));
    const isAll = isSubject && isFirst && !isModifier;
    return isModifier || isAll ? { ...read, end: time.end + owner.length, mayEnd: isAll, hasNoun: false } : null;
  }
  const amount = reading
    .quantitiesIn({ start: token.start, end: token.start + 40 })
    .find(({ start }) => start === token.start);
  if (amount === undefined || read.hasNoun) return null;
  return { ...read, end: amount.end, mayEnd: true, hasNoun: false };
}

/** Over a hyphen, an apostrophe, a sign and what follows them without a space. */
function joinedStep({ lower }: FactReading, token: Token, read: Progress): Progress | null {
  const word = lower.slice(token.start, token.end);
  if (!/^[-–'’&/%$£€.a-z\d]+$/.test(word) || (word === '.' && !/[\da-z]/.test(lower[token.end] ?? ''))) return null;
  return { ...read, end: token.end, mayEnd: read.mayEnd || /[a-z\d%]$/.test(word) };
}

function wordStep(
  reading: FactReading,
  token: Token,
  next: Token | undefined,
  { isBare, ...read }: Progress & { readonly isBare: boolean },
): Progress | null {
  const word = reading.lower.slice(token.start, token.end);
  const goesOn = next !== undefined && isNounLike(reading, next) && next.start <= token.end + 1;
  const { end } = token;
  if (
    isEnglish(word, 'start') ||
    isEnglish(word, 'preposition') ||
    isEnglish(word, 'pronoun') ||
    isTimed(reading, token)
  )
    return null;
  if (word === '&' || /^[$£€]$/.test(word)) return { ...read, end, mayEnd: false };
  switch (token.pos) {
    case 'Adverb':
      // the |only| bridge, |newly| built houses
      return !read.hasNoun && (/^(?:Adjective|Verb|Value|Adverb)$/.test(next?.pos ?? '') || (goesOn && !isBare))
        ? { ...read, end, mayEnd: false }
        : null;
    case 'Adjective':
      return read.hasNoun && !goesOn ? null : { ...read, end, mayEnd: !isBare };
    case 'Verb':
      return isNounVerb(word, { isBare, isFirst: read.end <= read.start, hasNoun: read.hasNoun, goesOn })
        ? { ...read, end, mayEnd: !/(?:ed|en)$/.test(word), hasNoun: read.hasNoun || !/(?:ed|en)$/.test(word) }
        : null;
    case 'Value':
      // fined |the dealer €150,000|: a second thing.
      return read.hasNoun && (goesOn || isAmount(reading, token) || isScore(reading.lower, token))
        ? null
        : { ...read, end, mayEnd: true };
    default:
      return nominal.test(token.pos) ? { ...read, end, mayEnd: true, hasNoun: true } : null;
  }
}

/** Norway |1 – 0|: a score behind a name. */
function isScore(lower: string, { start }: Span): boolean {
  return /^\d+\s?[-–]\s?\d/.test(lower.slice(start, start + 9));
}

function isTimed(reading: FactReading, { start }: Span): boolean {
  return reading.timesIn({ start, end: start + 40 }).some((time) => time.start === start);
}

function isAmount(reading: FactReading, { start }: Span): boolean {
  return reading
    .quantitiesIn({ start, end: start + 40 })
    .some((amount) => amount.start === start && amount.type !== 'CARDINAL');
}

/** Behind articles, possessives, numerals such as *all*, and words that say how near an amount is. */
function leadEnd(reading: FactReading, at: number): number {
  const { lower } = reading;
  let to = at;
  for (;;) {
    const near = wordAt(lower, to, 'about');
    const hasAmount = reading
      .quantitiesIn({ start: to, end: to + 40 })
      .some(({ start }) => start > to && isAbout(lower, to, start));
    const word = near !== '' && hasAmount ? near : englishAt(lower, to, 'start');
    if (word === '' || lower[to + word.length] !== ' ') return to;
    to += word.length + 1;
  }
}

/** Whether a word may be a noun or stand before one. */
export function isNounLike(reading: FactReading, token: Token): boolean {
  const word = reading.lower.slice(token.start, token.end);
  return (
    (nominal.test(token.pos) || token.pos === 'Adjective' || (token.pos === 'Verb' && /s$/.test(word))) &&
    !isEnglish(word, 'start') &&
    !isEnglish(word, 'preposition') &&
    !isTimed(reading, token)
  );
}

/** a |sealed| road, a |filing|, a flood |warning|, varsity |passes|: a word that is tagged as a verb but belongs to the noun phrase. */
function isNounVerb(
  word: string,
  { isBare, isFirst, hasNoun, goesOn }: Record<'isBare' | 'isFirst' | 'hasNoun' | 'goesOn', boolean>,
): boolean {
  if (/(?:ed|en)$/.test(word)) return goesOn && !hasNoun;
  // began |booking| slots, helped |build| houses: a verb of its own.
  if (isBare && !/s$/.test(word)) return false;
  // support |ranging| from …
  if (/ing$/.test(word)) return hasNoun ? isEnglish(word, 'deverbal') : !isFirst || goesOn;
  return /s$/.test(word) || !hasNoun;
}
