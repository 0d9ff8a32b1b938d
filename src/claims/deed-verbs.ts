import type { Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import type { CueType, Token } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import type { Reading } from './reading.js';
import { wordList } from './words.js';

/** What follows a verb of claiming or asking in the place of a clause. */
export type Complement =
  | 'to'
  | 'object-to'
  | 'object-of'
  | 'object-at'
  | 'object-as'
  | 'object-adj'
  | 'object-a'
  | 'object-down'
  | 'doing'
  | 'noun'
  | 'object-for'
  | 'about';

/** What the lexicon says about a verb that claims or asks by a deed. */
export interface Deed {
  readonly type: CueType;
  readonly complements: readonly Complement[];
  /** Things may do it as well (the storm threatens to …): only somebody or a paper claims by it, whatever its complement. */
  readonly needsSomebody: boolean;
}

/** A complement behind its verb: its form, and how many units part the two. */
export interface FoundComplement {
  readonly form: Complement;
  readonly gap: number;
}

/** The English verbs that claim or ask without a clause. */
export const deedVerbs = wordList(() =>
  openLexicon(
    'deed-verbs-en',
    ['word', 'type', 'complements', 'subject'],
    (row): Deed => ({
      type: row.type as CueType,
      complements: row.complements.split(' ') as Complement[],
      needsSomebody: row.subject === 'somebody',
    }),
  ),
);

/** What must stand behind the verb: an infinitive; an object and an infinitive, of and a deed, at and a figure. What a check needs is caught. */
const behind: Readonly<Record<Complement, RegExp>> = {
  to: /^\s(?:(?:on|in|at)\s(?:[\w'’]+\s){1,4}?)?(?=to\s["“'‘]?(?:\w+ly\s)?[a-z]{2,})/,
  'object-to':
    /^\s(?=[^,.;:“”"]{2,70}?\s["“](?:not\s)?to\s|(?!to\b|that\b|for\b|about\b|if\b|whether\b|why\b|how\b|what\b)[^,.;:“”"]{2,70}?\s(?:not\s)?to\s[a-z]{2,})/,
  'object-as': /^\s(?=(?!as\s)[^,.;:“”"]{2,70}?\sas\s(?![a-z]{2,12}ing\b)[a-z])/,
  'object-adj': /^\s(?=((?:it|him|her|them|himself|herself|themselves|itself)\s)[a-z])/,
  'object-a': /^\s(?=((?:the|this|that|his|her|its|their|\p{Lu}[\w'’-]+)\s(?:[\w'’-]+\s){0,4}?)an?\s[a-z])/u,
  'object-down': /^\s(?=(?:[\w'’-]+\s){1,8}?down\sto\s)/,
  doing: /^\s(?=((?:(?:him|her|it|them|his|their|the\s[a-z]+)\s)?)[a-z]{2,}ing\s)/,
  noun: /^\s(?=[a-z“"‘'])/,
  'object-for':
    /^\s(?=(?!for\b|on\b|to\b)[^,.;:“”"]{2,70}?\s(?:for|on|to|with)\s(?:an?|the|its|his|her|their|\w+ing|\p{L}+)\b)/u,
  about: /^\s(?:of|about|against)\s(?=[a-z])/,
  'object-of': /^\s(?=[^,.;:“”"]{2,60}?\sof\s["“'‘]?(?:\w+ly\s)?(?:[a-z]+ing\b|an?\s|the\s))/,
  'object-at': /^\s(?=((?:[^.;:“”"]|\.(?=\s?\d)){2,90}\sat\s)["“]?[a-z\d$£€¥₹])/,
};

/** What the tags must say of a complement, given where it begins and where what its expression caught ends. */
const checks: Readonly<Partial<Record<Complement, (reading: Reading, caught: Span) => boolean>>> = {
  'object-adj': isJudged,
  'object-a': isNamed,
  doing: (reading, { end }) => tokenAt(reading, end)?.pos === 'Verb',
  'object-at': isReckoned,
};

/** Which complement of a verb stands at the start of the stretch behind it, or null where none does. */
export function complementBehind(
  reading: Reading,
  { complements }: Deed,
  { start, end }: Span,
): FoundComplement | null {
  const text = reading.folded.slice(start, end);
  for (const form of complements) {
    const match = behind[form].exec(text);
    if (match === null) continue;
    const from = start + match[0].length;
    const caught = { start: from, end: from + (match[1]?.length ?? 0) };
    if (checks[form]?.(reading, caught) ?? true) return { form, gap: match[0].length };
  }
  return null;
}

/** it |harmless, her |very brave, them |the best: what somebody is called, and not when (him |yesterday). */
function isJudged(reading: Reading, { end }: Span): boolean {
  if (beginsTime(reading, end)) return false;
  const [first, second] = reading.tokensIn({ start: end, end: end + 32 });
  if (first?.pos === 'Adverb') return second?.pos === 'Adjective';
  return first?.pos === 'Adjective' || /^(?:an?|the)\s/.test(reading.lower.slice(end, end + 4));
}

/** the head of the union |a liar: an object with no more than an owner behind it, and no time (the office |a week later). */
function isNamed(reading: Reading, object: Span): boolean {
  const tokens = reading.tokensIn(object);
  const isPlain = tokens.every(
    (token, index) =>
      !isVerb(token) &&
      token.pos !== 'Conjunction' &&
      (token.pos !== 'Preposition' ||
        (index < tokens.length - 1 && reading.lower.slice(token.start, token.end) === 'of')),
  );
  return isPlain && !beginsTime(reading, object.end);
}

/**
 * the loss at |about £4m: a figure behind at, and before it no more than words of comparison or an adjective. Things that are counted are
 * the figure of something known (the crowd at |3,000 people); others stand there (tables at |three schools).
 */
function isReckoned(reading: Reading, object: Span): boolean {
  const isOne = isKnown(reading.lower, object.start);
  return [...reading.lower.slice(object.start, object.end).matchAll(/\sat\s/g)].some(({ index }) =>
    hasFigure(reading, object.start + index + 4, isOne),
  );
}

function hasFigure(reading: Reading, at: number, isOne: boolean): boolean {
  const [figure, next] = reading.quantitiesIn({ start: at, end: at + 60 });
  if (figure === undefined || figure.type === 'ORDINAL') return false;
  const between = reading.tokensIn({ start: at, end: figure.start });
  const leads = between.every(({ pos }, index) =>
    pos === 'Noun' ? between[index - 1]?.pos === 'Determiner' : pos !== 'Verb',
  );
  if (!leads || between.length > 4) return false;
  // half |a dozen sites: two figures, one number.
  const counts = figure.type === 'CARDINAL' && (figure.of !== null || next?.start === figure.end + 1);
  return isOne || !counts;
}

function isKnown(lower: string, at: number): boolean {
  return /^(?:the|this|that|his|her|its|their|it)\s/.test(lower.slice(at, at + 6));
}

function tokenAt(reading: Reading, at: number): Token | undefined {
  return reading.tokensIn({ start: at, end: at + 30 }).find(({ start }) => start === at);
}

function beginsTime(reading: Reading, at: number): boolean {
  return reading.timesIn({ start: at, end: at + 60 }).some(({ start }) => start === at);
}

/** Whether a verb asks, promises or accuses; the others only judge. */
export function addresses({ complements }: Deed): boolean {
  return complements.some(asks);
}

/** Whether who does this asks, promises or accuses, whatever noun names him. */
export function asks(form: Complement): boolean {
  return /^(?:to|object-to|object-of)$/.test(form);
}
