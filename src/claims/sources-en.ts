import type { Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { isSomebody, nounBefore, sourceNouns } from './nouns.js';
import type { Reading } from './reading.js';

type Role =
  | 'lead'
  | 'adverb'
  | 'bar'
  | 'determiner'
  | 'paper'
  | 'subject'
  | 'deed'
  | 'refuted'
  | 'made'
  | 'seen'
  | 'issue'
  | 'aside';

const roles = lazy(() =>
  openLexicon('claim-words-en', ['word', 'roles'], (row): ReadonlySet<string> => new Set(row.roles.split(' '))),
);

/** A word of the fold, in lower case. */
export interface Word extends Span {
  readonly text: string;
}

/** Whether the lexicon gives an English word the role. */
export function hasRole(word: string | undefined, role: Role): boolean {
  return word !== undefined && roles().get(word)?.has(role) === true;
}

const wordHere = /[\p{L}\p{N}$]+(?:[-'’.&][\p{L}\p{N}]+)*/uy;

/** The words of a stretch, or the first `most` of them; hyphens and apostrophes belong to them. */
export function wordsIn(lower: string, { start, end }: Span, most = Infinity): Word[] {
  const text = lower.slice(start, end);
  const words: Word[] = [];
  for (let at = 0; at < text.length && words.length < most; ) {
    wordHere.lastIndex = at;
    if (text[at] === ' ' || !wordHere.test(text)) {
      at++;
      continue;
    }
    const behind = wordHere.lastIndex;
    words.push({ start: start + at, end: start + behind, text: text.slice(at, behind) });
    at = behind;
  }
  return words;
}

/** The first word of a stretch, if it has one. */
export function firstWordIn(lower: string, stretch: Span): Word | undefined {
  return wordsIn(lower, stretch, 1)[0];
}

const farthest = 200;

/**
 * The subject before a reporting verb, cut to the shortest name or noun phrase: `May Chen` of `May Chen, an analyst at
 * Bernstein, ` and `Li Yanhong` of `Baidu founder Li Yanhong `. Null where there is none.
 */
export function findSubjectEn(reading: Reading, region: Span): Span | null {
  const start = behindJoin(reading, { start: Math.max(region.start, region.end - farthest), end: region.end });
  const first = goesOnAfter.test(reading.lower.slice(start, region.end))
    ? firstVerbEn(reading, { start, end: region.end })
    : null;
  if (first !== null) return findSubjectEn(reading, { start, end: first });
  const segments = segmentsOf(reading, { start, end: region.end });
  const last = segments.at(-1);
  const direct = last === undefined ? null : nounPhraseEn(reading, last);
  if (direct !== null) return direct;
  // An apposition stands between subject and verb: the subject is the first segment that leads nothing else in.
  const named = segments.at(-2);
  const apposed = segments.at(-3);
  if (named !== undefined && apposed !== undefined && isNamed(reading, named) && !speaksFor(reading, apposed, named))
    return nounPhraseEn(reading, named);
  for (const segment of segments.slice(0, -1)) {
    const first = firstWordIn(reading.lower, segment);
    if (first === undefined || (hasRole(first.text, 'lead') && !isName(reading, first))) continue;
    const phrase = nounPhraseEn(reading, segment);
    if (phrase !== null) return phrase;
  }
  return null;
}

const joins =
  /\s(?:after|before|because|when|since|while|although|though|until|unless|once|whereas|and|but|as|if)\s(?=[^,;:“”"]*$)/g;

/** Shares fell 6% after |it reported; prices rose and |the bank said: where the last clause before the cue begins. */
function behindJoin(reading: Reading, { start, end }: Span): number {
  const match = [...reading.lower.slice(start, end).matchAll(joins)].at(-1);
  if (match === undefined) return start;
  const at = start + match.index + match[0].length;
  const comma = start + reading.lower.slice(start, at).lastIndexOf(',') + 1;
  const before = firstVerbEn(reading, { start: Math.max(start, comma), end: start + match.index });
  const rest = { start: at, end };
  if (before === null || firstVerbEn(reading, rest) !== null) return start;
  const words = wordsIn(reading.lower, rest).filter(({ text }) => !hasRole(text, 'adverb'));
  const last = words.at(-1);
  const isSource =
    last !== undefined &&
    (/^(?:it|he|she|they|we|i)$/.test(last.text) || isSomebody(reading, { start: at, end: last.end }));
  return isSource ? at : start;
}

/** A spokeswoman for the new owners, Fernbrook, said: the name in apposition is of those for whom somebody speaks. */
function speaksFor(reading: Reading, apposed: Span, named: Span): boolean {
  const isBearer = /\s(?:for|of|at|from|with)\s(?:the|its|his|her|their|an?)\s[^,]*$/.test(
    reading.lower.slice(apposed.start, apposed.end),
  );
  if (!isBearer || reading.mentionsIn(named).some(({ type }) => type === 'PERSON')) return false;
  const head = /^.*?(?=\s(?:for|of|at|from|with)\s)/.exec(reading.lower.slice(apposed.start, apposed.end))?.[0] ?? '';
  return nounBefore(reading.lower, apposed.start, apposed.start + head.length)?.role === 'title';
}

function isNamed(reading: Reading, segment: Span): boolean {
  return isFullName(reading, segment) || isPerson(reading, segment);
}

/** The farmer wiped his hands and |said: the subject stands before the first of two verbs. */
const goesOnAfter = /\s(?:and|but|then)\s(?:\w+ly\s|also\s|later\s|then\s)?$/;

/** Where the first finite verb of a stretch begins, behind at least one word; null where it has none. */
export function firstVerbEn({ tokensIn }: Reading, stretch: Span): number | null {
  const verb = tokensIn(stretch).find((token) => token.start > stretch.start && isVerb(token));
  return verb?.start ?? null;
}

/** His brother, Sean, said: one name may do. */
function isPerson(reading: Reading, segment: Span): boolean {
  const [only, ...others] = wordsIn(reading.lower, segment);
  const isOne = only !== undefined && others.length === 0;
  return (
    isOne &&
    reading
      .mentionsIn(segment)
      .some(({ type, start, end }) => type === 'PERSON' && start === only.start && end === only.end)
  );
}

/** The team's coach, Ana Ruiz, said: the apposition is the name. */
export function isFullName(reading: Reading, segment: Span): boolean {
  const words = wordsIn(reading.lower, segment);
  return (
    words.length >= 2 && words.length <= 4 && words.every(({ start }) => /\p{Lu}/u.test(reading.folded[start] ?? ''))
  );
}

/** 1,200 voters: a comma inside a number cuts nothing. */
function isInNumber(folded: string, at: number): boolean {
  return folded[at] === ',' && /^\d,\d{3}/.test(folded.slice(at - 1, at + 4));
}

/** The stretches between commas. A name with a comma inside its mention is not cut. */
function segmentsOf(reading: Reading, region: Span): Span[] {
  const segments: Span[] = [];
  let start = region.start;
  for (let at = region.start; at < region.end; at++) {
    if (!/[,;:"“”—]/.test(reading.folded[at] ?? '') || isInNumber(reading.folded, at)) continue;
    segments.push({ start, end: at });
    start = at + 1;
  }
  segments.push({ start, end: region.end });
  return segments;
}

/** Cuts a noun phrase to what says who; null where only adverbs or nothing is left. */
export function nounPhraseEn(reading: Reading, segment: Span): Span | null {
  const bracket = /(?<!\s)\s*\([^()]*\)\s*$/.exec(reading.lower.slice(segment.start, segment.end))?.[0].length ?? 0;
  let words: readonly Word[] = withoutTimes(
    reading,
    wordsIn(reading.lower, { start: segment.start, end: segment.end - bracket }),
  );
  words = makersOf(reading, withoutRelative(words));
  while (
    words.length > 0 &&
    (hasRole(words.at(-1)?.text, 'adverb') || dangling.test(words.at(-1)?.text ?? '')) &&
    !isPronoun(words.at(-1))
  )
    words = words.slice(0, -1);
  while (words.length > 1 && isLead(reading, words)) words = words.slice(1);
  // In her memoir |she| writes: a phrase stands before the pronoun; one of them stays whole.
  if (words.length > 1 && hasRole(words.at(-1)?.text, 'subject')) words = words.slice(-1);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length > 14) return null;
  if (words.length === 1 && (isLead(reading, words) || hasRole(first.text, 'bar'))) return null;
  return shortenEn(reading, words);
}

/** Tallywise |on| (Monday): what a time leaves behind that stood before the verb. */
const dangling = /^(?:on|in|at|by|since|during|late|earlier|early)$/;

/** Figures compiled by the lobby group |Afya|; a |report| delivered in May; a |report| the firm filed: a plain report is cut to who made it, else to itself. */
function makersOf(reading: Reading, words: readonly Word[]): readonly Word[] {
  const noun = words.findIndex(({ text }, index) => hasRole(text, 'paper') && index + 1 < words.length);
  const [head, next, third] = [words[noun], words[noun + 1], words[noun + 2]];
  if (noun < 0 || head === undefined || next === undefined) return words;
  const paper = words.slice(0, noun + 1);
  if (/^(?:the|it|he|she|they|its)$/.test(next.text)) return paper;
  // a survey of 1,200 voters, an analysis of rivers: the paper, not what it is of.
  if (next.text === 'of' && third !== undefined) {
    const isCommon = !/^(?:the|its|his|her|their)$|^\p{Lu}/u.test(reading.folded.slice(third.start, third.end));
    return isCommon ? paper : words;
  }
  if (next.text === 'from' && plain.test(head.text) && third !== undefined) return words.slice(noun + 2);
  if (!hasRole(next.text, 'made')) return words;
  const agent = words.findIndex(
    ({ text }, index) => index > noun + 1 && index < noun + 5 && /^(?:by|from)$/.test(text),
  );
  return agent > 0 && !hasRole(next.text, 'seen') && agent + 1 < words.length ? words.slice(agent + 1) : paper;
}

/** Figures that say nothing without whose they are. */
const plain = /^(?:data|figures|statistics|numbers|estimates)$/;

/** A diplomat |who follows the region; those who know it, and who asked not to be named, stay whole. */
function withoutRelative(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ text }, index) => index > 0 && /^(?:who|which|whose|whom)$/.test(text));
  const head = words[at - 1]?.text ?? '';
  const verb = words[at + 1]?.text ?? '';
  if (at < 1 || /^(?:those|anyone|anybody|someone|somebody|everyone|people|person|one)$/.test(head)) return words;
  return /^(?:asked|declined|requested|spoke|refused|insisted|wished|wanted|did)$/.test(verb)
    ? words
    : words.slice(0, at);
}

function isLead(reading: Reading, words: readonly Word[]): boolean {
  const first = words[0];
  if (first === undefined || isName(reading, first)) return false;
  return hasRole(first.text, 'lead') || (hasRole(first.text, 'adverb') && !isPronoun(first));
}

/** Whether a word is a pronoun that names a source. */
export function isPronoun(word: Word | undefined): boolean {
  return (
    word !== undefined && sourceNouns().get(word.text) === 'pronoun' && word.text !== 'who' && word.text !== 'this'
  );
}

function isName(reading: Reading, word: Span): boolean {
  return reading
    .mentionsIn({ start: word.start - 40, end: word.end + 40 })
    .some((mention) => mention.start <= word.start && mention.end >= word.end);
}

function withoutTimes(reading: Reading, words: readonly Word[]): Word[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const times = reading.timesIn({ start: first.start - 1, end: last.end + 1 });
  return words.filter(
    (word) =>
      !times.some((time) => time.start <= word.start && word.end <= time.end) &&
      !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word.text),
  );
}

function shortenEn(reading: Reading, words: readonly Word[]): Span | null {
  const last = words.at(-1);
  const whole = { start: words[0]?.start ?? 0, end: last?.end ?? 0 };
  const name = reading
    .mentionsIn(whole)
    .findLast((mention) => mention.end === whole.end || reading.folded.slice(mention.end, whole.end) === "'s");
  if (name !== undefined && !isPartOf(reading, name)) return { start: name.start, end: name.end };
  const owner = publisherEn(reading, words);
  if (owner !== null) return shortenEn(reading, owner);
  const counted = words.findIndex(
    (word, index) => !hasRole(word.text, 'determiner') || isCapital(reading, word, index),
  );
  const kept = counted > 0 ? words.slice(counted) : words;
  const bearer = bearerOf(reading, kept);
  if (bearer !== null) return bearer;
  const run = capitalRun(reading, kept);
  const chosen =
    run.length > 0 &&
    run.length < kept.length &&
    !/^(?:at|of|for|from|in|with|by)$/.test(kept.at(-run.length - 1)?.text ?? '')
      ? run
      : beforeOf(reading, kept);
  const [first, end] = [chosen[0], chosen.at(-1)];
  return first === undefined || end === undefined ? null : { start: first.start, end: end.end };
}

/** May Chen of the Calder Institute: a person's name before what she belongs to. */
function bearerOf(reading: Reading, words: readonly Word[]): Span | null {
  const of = words.findIndex((word, index) => index > 0 && /^(?:of|at|from|for|with|in)$/.test(word.text));
  const last = words[of - 1];
  if (last === undefined) return null;
  const name = reading
    .mentionsIn({ start: words[0]?.start ?? 0, end: last.end })
    .findLast(({ type, end }) => type === 'PERSON' && end === last.end);
  return name === undefined ? null : { start: name.start, end: name.end };
}

/** the institute's annual survey → institute; ministry data → ministry: whoever made a plain report is its source. */
function publisherEn(reading: Reading, words: readonly Word[]): readonly Word[] | null {
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !hasRole(last.text, 'paper')) return null;
  const owned = words.findIndex(({ text }) => /['’]s?$/.test(text));
  if (owned >= 0)
    return words.slice(0, owned + 1).map((word, index) => (index < owned ? word : withoutPossessive(word)));
  const before = words.at(-2);
  if (before === undefined) return null;
  const isName = reading
    .mentionsIn({ start: before.start - 40, end: before.end + 1 })
    .some(({ end }) => end === before.end);
  return isName || sourceNouns().get(before.text) === 'organization' ? words.slice(0, -1) : null;
}

function withoutPossessive(word: Word): Word {
  const text = word.text.replace(/['’]s?$/, '');
  return { ...word, text, end: word.start + text.length };
}

/** Whether a name only says where somebody belongs: an analyst at Bernstein, a spokeswoman for the retailer Brightway. */
function isPartOf(reading: Reading, name: Span): boolean {
  return /\b(?:at|of|for|from|in|with|to|by)\s+(?:the\s+)?$|\bfor\s+the\s+[a-z]+\s+$/.test(
    reading.lower.slice(Math.max(0, name.start - 28), name.start),
  );
}

function isCapital(reading: Reading, word: Span, index: number): boolean {
  return index > 0 && /\p{Lu}/u.test(reading.folded[word.start] ?? '');
}

/** The capitalised words at the end of a phrase, without a title before them. */
function capitalRun(reading: Reading, words: readonly Word[]): Word[] {
  const until = words.findLastIndex((word) => !/[\p{Lu}]/u.test(reading.folded[word.start] ?? ''));
  let run = words.slice(until + 1);
  while (run.length > 1 && ['title', 'anonymous'].includes(sourceNouns().get(run[0]?.text ?? '') ?? ''))
    run = run.slice(1);
  return run;
}

/** Craig Federighi of Apple is Craig Federighi; people familiar with the matter stay whole. */
function beforeOf(reading: Reading, words: readonly Word[]): readonly Word[] {
  const of = words.findIndex((word, index) => index > 0 && /^(?:of|at|from|for)$/.test(word.text));
  // The Ministry of Transport is one name.
  if (sourceNouns().get(words[of - 1]?.text ?? '') === 'organization') return words;
  return of > 0 && words.slice(0, of).every((word) => /\p{Lu}/u.test(reading.folded[word.start] ?? ''))
    ? words.slice(0, of)
    : words;
}
