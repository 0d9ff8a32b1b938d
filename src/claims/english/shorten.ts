import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { headOf, isCapitalHere, isVerbHere, makersOf, withoutOwner } from './heads.js';
import { isName, joinedNames } from './names.js';
import { hasRole, type Word, wordsIn } from './words.js';

/** Cuts a noun phrase to what says who; null where only adverbs or nothing is left. */
export function nounPhraseEn(reading: Reading, segment: Span): Span | null {
  const text = reading.lower.slice(segment.start, segment.end);
  const bracket = text.includes('(') ? (/(?<!\s)\s*\([^()]*\)\s*$/.exec(text)?.[0].length ?? 0) : 0;
  let words: readonly Word[] = withoutTimes(
    reading,
    wordsIn(reading.lower, { start: segment.start, end: segment.end - bracket }),
  );
  const [joint, pronoun] = [words.at(-2)?.text ?? '', words.at(-1)];
  // apologised for what |it| called
  if (pronoun !== undefined && hasRole(pronoun.text, 'subject') && clauseWords.test(joint))
    return { start: pronoun.start, end: pronoun.end };
  words = withoutBareParticiple(
    reading,
    headOf(reading, lastClause(makersOf(reading, withoutRelative(reading, words)))),
  );
  while (
    words.length > 0 &&
    (hasRole(words.at(-1)?.text, 'adverb') ||
      dangling.test(words.at(-1)?.text ?? '') ||
      (isAuxiliary(reading, words.at(-1)) && !hasRole(words.at(-2)?.text, 'determiner'))) &&
    !isPronoun(words.at(-1))
  )
    words = words.slice(0, -1);
  words = withoutPassive(words);
  while (words.length > 1 && isLead(reading, words)) words = words.slice(1);
  // In her memoir |she| writes: a phrase stands before the pronoun; one of them stays whole.
  const before = words.at(-2);
  const isObject =
    words.at(-1)?.text === 'it' &&
    before !== undefined &&
    ((hasRole(before.text, 'joint') && !clauseWords.test(before.text)) ||
      (isVerbHere(reading, before) && sourceNouns().get(before.text) === undefined));
  if (words.length > 1 && hasRole(words.at(-1)?.text, 'subject') && !isObject) words = words.slice(-1);
  // |She| twice
  if (words.length > 1 && /^(?:he|she|they|we|i)$/.test(words[0]?.text ?? '')) words = words.slice(0, 1);
  // In the visitors' book |someone| has written
  if (words.length > 2 && /^(?:some|every|any|no)(?:one|body)$/.test(words.at(-1)?.text ?? '')) words = words.slice(-1);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length > 14) return null;
  if (words.length === 1 && (isLead(reading, words) || hasRole(first.text, 'bar') || isAdverb(reading, first)))
    return null;
  return shortenEn(reading, words);
}

function isAdverb({ tokensIn }: Reading, word: Word): boolean {
  return tokensIn(word)[0]?.pos === 'Adverb' && sourceNouns().get(word.text) === undefined;
}

/** Words that a clause begins with, so that a pronoun behind them is its subject (for |what it| called). */
const clauseWords =
  /^(?:what|which|that|as|than|because|if|when|while|although|though|before|after|until|since|and|but|or|whether|how|why|where)$/;

/** Tallywise |on| (Monday): what a time leaves behind that stood before the verb. */
const dangling = /^(?:on|in|at|by|since|during|before|after|until|not|late|earlier|early)$/;

/** May Chen |would| say only that …: what stands between the subject and its verb. */
function isAuxiliary(reading: Reading, word: Word | undefined): boolean {
  return word !== undefined && reading.tokensIn(word).some(({ pos }) => pos === 'Modal' || pos === 'Auxiliary');
}

/** A diplomat |who follows the region; those who know it, and who asked not to be named, stay whole. */
function withoutRelative(reading: Reading, words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(
    ({ text }, index) =>
      index > 0 &&
      (/^(?:who|which|whose|whom)$/.test(text) || (text === 'that' && opensRelative(reading, words[index + 1]))),
  );
  const head = words[at - 1]?.text ?? '';
  // messages, some of which |the judge| called …: behind of which the subject follows.
  if (at > 1 && at + 1 < words.length && hasRole(head, 'joint')) return words.slice(at + 1);
  const verb = words[at + 1]?.text ?? '';
  if (at < 1 || (hasRole(head, 'vague') && head !== 'official')) return words;
  return hasRole(verb, 'hidden') ? words : words.slice(0, at);
}

/** the party that |won| the election: a verb right behind that. */
function opensRelative(reading: Reading, next: Word | undefined): boolean {
  return next !== undefined && isVerbHere(reading, next);
}

/** a memo |dated| (4 March): a participle that is left alone when the time behind it is gone. */
function withoutBareParticiple(reading: Reading, words: readonly Word[]): readonly Word[] {
  const [before, last] = [words.at(-2), words.at(-1)];
  const isBare =
    before !== undefined &&
    last !== undefined &&
    /(?:ed|en)$/.test(last.text) &&
    isVerbHere(reading, last) &&
    sourceNouns().get(before.text) === 'report';
  return isBare ? words.slice(0, -1) : words;
}

function isLead(reading: Reading, words: readonly Word[]): boolean {
  const first = words[0];
  if (first === undefined || isName(reading, first)) return false;
  return (
    hasRole(first.text, 'lead') ||
    /^(?:what|how|why)$/.test(first.text) ||
    (hasRole(first.text, 'adverb') && !isPronoun(first))
  );
}

/** a figure |the union| dismissed; last fall |the mayor| promised: an article behind a noun begins the subject of a clause of its own. */
function lastClause(words: readonly Word[]): readonly Word[] {
  const at = words.findLastIndex(
    ({ text }, index) =>
      index > 0 &&
      /^(?:the|an?|its|his|her|their)$/.test(text) &&
      index + 1 < words.length &&
      !hasRole(words[index - 1]?.text, 'joint') &&
      !/['’]s?$|ly$/.test(words[index - 1]?.text ?? ''),
  );
  return at > 0 ? words.slice(at) : words;
}

/** She is |remembered as| saying: what others do with the speaker's words. */
function withoutPassive(words: readonly Word[]): readonly Word[] {
  const [be, verb] = [words.at(-2)?.text ?? '', words.at(-1)?.text ?? ''];
  const isPassive = /^(?:is|are|was|were|been|being)$/.test(be) && hasRole(verb, 'quoted');
  return isPassive && words.length > 2 ? words.slice(0, -2) : words;
}

/** Whether a word is a pronoun that names a source. */
export function isPronoun(word: Word | undefined): boolean {
  return (
    word !== undefined && sourceNouns().get(word.text) === 'pronoun' && word.text !== 'who' && word.text !== 'this'
  );
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
    .mentionsIn({ start: whole.start, end: whole.end + 1 })
    .findLast(
      (mention) =>
        mention.end === whole.end ||
        reading.folded.slice(mention.end, whole.end) === "'s" ||
        (mention.end === whole.end + 1 && reading.folded[whole.end] === '.'),
    );
  if (name !== undefined && !isPartOf(reading, name))
    return joinedNames(reading, whole, { start: name.start, end: name.end });
  const owner = publisherEn(reading, words);
  if (owner !== null) return shortenEn(reading, owner);
  const counted = words.findIndex(
    (word, index) => !(hasRole(word.text, 'determiner') || isMeasure(word.text)) || isCapital(reading, word, index),
  );
  // one |of the survivors|, one |at the bank|
  const follows = words[counted]?.text;
  const from = counted > 0 && (follows === 'of' || hasRole(follows, 'place')) ? counted - 1 : counted;
  const kept = withoutHonorific(reading, withoutOwner(reading, from > 0 ? words.slice(from) : words));
  const bearer = bearerOf(reading, kept);
  if (bearer !== null) return bearer;
  const run = capitalRun(reading, kept);
  const isBearer = run.length > 0 && run.length < kept.length && !isBelonging(kept.slice(0, -run.length));
  const chosen = isBearer ? run : beforeOf(reading, kept);
  const [first, end] = [chosen[0], chosen.at(-1)];
  return first === undefined || end === undefined ? null : { start: first.start, end: end.end };
}

/** Whether words lead to a name that only says where somebody belongs: a spokesman for |the|, an analyst at |the lender|. */
function isBelonging(words: readonly Word[]): boolean {
  const joint = words.findLastIndex(({ text }) => /^(?:at|of|for|from|in|with|by)$/.test(text));
  if (joint < 0) return false;
  const between = words.slice(joint + 1);
  // modelling by the |Calder Institute|: who made it.
  return (
    between.length === 0 ||
    (between.length <= 2 && /^(?:the|an?|its|their)$/.test(between[0]?.text ?? '') && words[joint]?.text !== 'by')
  );
}

/** the |61-page| order */
function isMeasure(word: string): boolean {
  return /^\d+-[a-z]+$/.test(word) && !word.endsWith('-old');
}

/** Ms |I. Holm|: a name that no recogniser knows, without the honorific before it. */
function withoutHonorific(reading: Reading, words: readonly Word[]): readonly Word[] {
  const [first, next] = words;
  const isHonorific = first !== undefined && next !== undefined && openWords('honorifics-en').has(first.text);
  return isHonorific && isCapitalHere(reading, first) && isCapitalHere(reading, next) ? words.slice(1) : words;
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
  const isTitle = (word = ''): boolean =>
    /^(?:title|anonymous)$/.test(sourceNouns().get(word) ?? '') || openWords('honorifics-en').has(word);
  while (run.length > 1 && isTitle(run[0]?.text)) run = run.slice(1);
  return run;
}

/** Craig Federighi of Apple is Craig Federighi; people familiar with the matter stay whole. */
function beforeOf(reading: Reading, words: readonly Word[]): readonly Word[] {
  const of = words.findIndex((word, index) => index > 0 && /^(?:of|at|from|for)$/.test(word.text));
  // The Ministry of Transport is one name.
  if (sourceNouns().get(words[of - 1]?.text ?? '') === 'organization') return words;
  const behind = words.slice(of + 1);
  const isTitle = of > 0 && sourceNouns().get(words[of - 1]?.text ?? '') === 'title';
  // Leader of Opposition Leena Thakkar: the name behind what he leads.
  if (isTitle && behind.length >= 3 && behind.every((word) => isCapitalHere(reading, word))) return behind.slice(-2);
  return of > 0 &&
    !hasRole(words[0]?.text, 'determiner') &&
    words.slice(0, of).every((word) => /\p{Lu}/u.test(reading.folded[word.start] ?? ''))
    ? words.slice(0, of)
    : words;
}
