import type { Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import type { CueType, Token } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { carry, type SourcePhrase } from './attribution.js';
import { firstSubject } from './carried-en.js';
import { cueAt } from './leads.js';
import { describeSource, isSomebody } from './nouns.js';
import type { NumberedSentence } from './reading.js';
import { endOfReport, type Frame, type Report } from './reports-en.js';
import { hasVerb, holdsQuote, type Scene } from './scene.js';
import { nounPhraseEn } from './shorten-en.js';
import { findSubjectEn } from './sources-en.js';
import { hasRole, type Word, wordsIn } from './words-en.js';

const viewNouns = lazy(() => openLexicon('view-nouns-en', ['word', 'type'], (row) => row.type as CueType));

/** A noun of saying or thinking, the words before it in its sentence, and those between it and its clause. */
interface ViewNoun extends Word {
  readonly type: CueType;
  readonly before: readonly Word[];
  readonly behind: readonly Word[];
  /** A copula stands before the clause: her view is that …. */
  readonly isEquated: boolean;
}

/**
 * `opinion-is`: her view is that …; the fear among growers is that …. `report-that`: a Bloomberg report that …; rumours that …; gave the
 * assurance that …; shares the view that ….
 */
export const viewThat: Frame = {
  rule: 'report-that',
  find: (scene, sentence) => reportsOf(scene, sentence),
};

function reportsOf(scene: Scene, sentence: NumberedSentence): Report[] {
  const text = scene.reading.lower.slice(sentence.start, sentence.end);
  if (!/\sthat\s|:\s/.test(text)) return [];
  return [...text.matchAll(/,?\sthat\s|:\s/g)].flatMap((match): Report[] => {
    const at = sentence.start + match.index;
    const noun = viewNounBefore(scene, sentence, at);
    if (noun === null || holdsQuote(scene, noun)) return [];
    const start = at + match[0].length;
    const isAside = match[0].startsWith(',');
    const end = isAside
      ? asideEnd(scene, sentence, start)
      : isSubject(scene, noun)
        ? clauseEnd(scene, start, endOfReport(scene, sentence, start))
        : endOfReport(scene, sentence, start);
    const content = { start, end };
    if (!hasVerb(scene, content) || opensWithVerb(scene, content)) return [];
    const source = ownerOf(scene, sentence, noun);
    // The report's conclusion: nobody was in charge.
    if (
      source === undefined ||
      (match[0] === ': ' && (possessor(scene, noun) === null || noun.behind.length > 0 || holdsQuote(scene, content)))
    )
      return [];
    const cue = cueAt(scene.reading.lower, noun, noun.type);
    return [
      {
        source,
        cue,
        start: Math.min(noun.start, source?.start ?? noun.start),
        content,
        confidence: 0.75,
        isInner: true,
        rule: noun.isEquated ? 'opinion-is' : 'report-that',
      },
    ];
  });
}

/** A noun of saying or thinking as a cue, with its owner; null where nobody is named. */
export interface View {
  readonly cue: Span;
  readonly source: SourcePhrase | null;
}

/** The noun that a colon, a copula or nothing but its owner parts from `at` (Her advice: |“…”), with whose it is. */
export function viewBefore(scene: Scene, sentence: NumberedSentence, at: number): View | null {
  const noun = viewNounBefore(scene, sentence, at);
  const source = noun === null ? undefined : ownerOf(scene, sentence, noun);
  return noun === null || source === undefined ? null : { cue: { start: noun.start, end: noun.end }, source };
}

/** The first noun of saying or thinking of a stretch behind its first word (was |her verdict), with whose it is. */
export function viewIn(scene: Scene, span: Span): View | null {
  const words = wordsIn(scene.reading.lower, span, 10);
  const index = words.findIndex(({ text }, at) => at > 0 && viewNouns().has(text));
  const word = words[index];
  if (word === undefined) return null;
  const noun = {
    ...word,
    type: viewNouns().get(word.text) ?? 'say',
    before: words.slice(1, index),
    behind: words.slice(index + 1),
    isEquated: true,
  };
  const owner = possessor(scene, noun) ?? bearer(scene, noun);
  return {
    cue: { start: word.start, end: word.end },
    source: owner === null ? null : describeSource(scene.reading, owner),
  };
}

const farthest = 120;
const copula = /^(?:is|was|are|were|remains?|remained|been|being)$/;
const between = /^(?:simple|clear|still|also|now|rather|only|always|long)$|ly$/;

/** The noun of saying or thinking that a clause at `at` belongs to, or null. */
function viewNounBefore({ reading }: Scene, sentence: Span, at: number): ViewNoun | null {
  const words = wordsIn(reading.lower, { start: Math.max(sentence.start, at - farthest), end: at });
  let last = words.length - 1;
  if (last > 0 && between.test(words[last]?.text ?? '') && copula.test(words[last - 1]?.text ?? '')) last--;
  const isEquated = copula.test(words[last]?.text ?? '');
  if (isEquated) last--;
  for (let index = last; index >= Math.max(0, last - (isEquated ? 18 : 8)); index--) {
    const word = words[index];
    if (word === undefined) return null;
    const type = viewNouns().get(word.text);
    const behind = words.slice(index + 1, last + 1);
    if (type === undefined) continue;
    if (!isNoun(reading.tokensIn(word)[0]?.pos, words[index - 1])) return null;
    if (!joins(reading.folded, word, behind, isEquated, reading.tokensIn({ start: word.end, end: at }))) return null;
    return { ...word, type, before: words.slice(0, index), behind, isEquated };
  }
  return null;
}

/** Claims is a noun behind an article, an owner, an adjective or a preposition, and where its tag says so. */
function isNoun(pos: string | undefined, before: Word | undefined): boolean {
  if (before === undefined) return true;
  if (
    /^(?:the|an?|his|her|its|their|my|our|your|this|no|any|some|every|amid|despite|over|of|with|on|in|under)$/.test(
      before.text,
    )
  )
    return true;
  return /['’]s?$/.test(before.text) || (pos !== 'Verb' && pos !== 'Modal');
}

/** Whether what stands between noun and clause belongs to the noun: nothing, whose it is or what it is of, an aside, that it spreads. */
function joins(
  folded: string,
  noun: Span,
  behind: readonly Word[],
  isEquated: boolean,
  tokens: readonly { readonly pos: string }[],
): boolean {
  const [first] = behind;
  if (first === undefined) return true;
  if (folded[noun.end] === ',') return isEquated;
  if (/^(?:of|among|amongst|from|by|for|in|within|at|on|about|to|across|with|behind)$/.test(first.text))
    return isEquated || !tokens.slice(0, behind.length).some(({ pos }) => pos === 'Verb');
  return !isEquated && behind.length <= 3 && tokens.some(isVerb) && !hasRole(first.text, 'bar');
}

/** Whether the noun stands before the verb of its clause. */
function isSubject({ reading }: Scene, { before, behind, isEquated }: ViewNoun): boolean {
  const [first, last] = [before[0], before.at(-1)];
  if (isEquated || behind.some((word) => reading.tokensIn(word).some(isVerb))) return false;
  if (first === undefined || last === undefined) return true;
  return (
    !reading.tokensIn({ start: first.start, end: last.end }).some(isVerb) &&
    !before.some(({ text }) => /^(?:amid|over|despite|on|with)$/.test(text))
  );
}

/** a report that |was made public: a relative clause. */
export function opensWithVerb({ reading }: Scene, { start, end }: Span): boolean {
  const [first, second] = reading.tokensIn({ start, end: Math.min(end, start + 40) });
  const verb = first?.pos === 'Adverb' ? second : first;
  return verb !== undefined && isVerb(verb) && !/ing$/.test(reading.lower.slice(verb.start, verb.end));
}

/** Rumours that the school was closed |are false: where the clause of a subject ends, before the second verb. */
function clauseEnd({ reading }: Scene, start: number, end: number): number {
  const tokens = reading.tokensIn({ start, end });
  const first = tokens.findIndex(isVerb);
  let index = first;
  while (index >= 0 && index < tokens.length && isGroup(tokens[index], index > first, reading.lower)) index++;
  const next = tokens.findIndex((token, at) => {
    if (at < index || at <= first || !isVerb(token)) return false;
    const word = reading.lower.slice(token.start, token.end);
    const before = reading.lower.slice(tokens[at - 1]?.start ?? token.start, token.start);
    return (
      !/ing$/.test(word) && !/\b(?:to|and|or|but|who|which|that|by|if|as|than|it|he|she|they|we)\s|[,;]/.test(before)
    );
  });
  const cut = tokens[next];
  return cut === undefined ? end : cut.start - 1;
}

/** Whether a token goes on with a group of verbs: the water is tainted |are: another be begins another one. */
function isGroup(token: Token | undefined, isLater: boolean, lower: string): boolean {
  if (token === undefined || !/^(?:Verb|Modal|Copula|Auxiliary|Adverb|Negative)$/.test(token.pos)) return false;
  return !isLater || !/^(?:is|are|was|were|has|have|had|does|do|did)$/.test(lower.slice(token.start, token.end));
}

/** The argument, that homes would flood|, is weak: the next comma closes the clause. */
function asideEnd(scene: Scene, sentence: NumberedSentence, start: number): number {
  const end = endOfReport(scene, sentence, start);
  const comma = scene.reading.folded.slice(start, end).indexOf(',');
  return comma < 0 ? end : start + comma;
}

/** Whose saying or thought a noun names; null where nobody is named, undefined where the noun attributes nothing. */
function ownerOf(scene: Scene, sentence: NumberedSentence, noun: ViewNoun): SourcePhrase | null | undefined {
  const { reading } = scene;
  const owner = possessor(scene, noun) ?? bearer(scene, noun) ?? maker(scene, noun);
  if (owner !== null) return describeSource(reading, owner);
  const opens = openingOf(noun.before);
  const words = noun.before.slice(0, opens);
  const last = words.at(-1);
  if (last === undefined) return null;
  if (/^(?:amid|amidst|despite|over)$/.test(last.text)) return null;
  if (/^(?:in|on|under|with)$/.test(last.text)) {
    const verb = words.at(-2);
    if (verb !== undefined && supports(verb.text)) return subjectOf(scene, sentence, verb);
    return carry(firstSubject(scene, sentence, last));
  }
  const verb = /^(?:of|to|by|forward|up|out)$/.test(last.text) ? words.at(-2) : last;
  if (verb === undefined || !reading.tokensIn(verb).some(isVerb))
    return noun.isEquated || isSubject(scene, noun) ? amongBefore(scene, noun) : undefined;
  if (/^(?:is|are|was|were)$/.test(verb.text) && words.at(-2)?.text === 'there') return amongBefore(scene, noun);
  if (!supports(verb.text)) return noun.type === 'say' || noun.type === 'report' ? undefined : null;
  return subjectOf(scene, sentence, verb);
}

function supports(verb: string): boolean {
  return openWords('support-verbs-en').has(verb);
}

function subjectOf(scene: Scene, sentence: NumberedSentence, verb: Word): SourcePhrase | null {
  const { reading } = scene;
  const quote = scene.quotes.findLast(({ end }) => end <= verb.start)?.end ?? 0;
  const region = { start: Math.max(sentence.start, quote), end: verb.start };
  const subject = findSubjectEn(reading, region);
  if (subject === null) return carry(firstSubject(scene, sentence, verb));
  const text = reading.lower.slice(subject.start, subject.end);
  return /^(?:there|it|here|this|that)$/.test(text) || !isSomebody(reading, subject)
    ? null
    : describeSource(reading, subject);
}

/** Among |midwives there is a worry that …: those who stand at the start of the sentence. */
function amongBefore({ reading }: Scene, { before }: ViewNoun): SourcePhrase | null {
  const [first, next] = before;
  if (first === undefined || next === undefined || !/^(?:among|amongst)$/.test(first.text)) return null;
  const there = before.findIndex(({ text }) => /^(?:there|is|are|was|were)$/.test(text));
  const owner =
    there < 2 ? null : nounPhraseEn(reading, { start: next.start, end: before[there - 1]?.end ?? next.end });
  return owner === null ? null : describeSource(reading, owner);
}

/** Where the noun phrase of a noun begins among the words before it: its article, else its adjectives. */
function openingOf(before: readonly Word[]): number {
  for (let index = before.length - 1; index >= Math.max(0, before.length - 5); index--) {
    const text = before[index]?.text ?? '';
    if (/^(?:the|an?|this|these|no|any|some|every|his|her|its|their)$/.test(text)) return index;
    if (hasRole(text, 'joint') || supports(text)) return index + 1;
  }
  return before.length;
}

/** Her |view; the |ministry's long-held position. */
function possessor({ reading }: Scene, { before }: ViewNoun): Span | null {
  for (let index = before.length - 1; index >= Math.max(0, before.length - 4); index--) {
    const word = before[index];
    if (word === undefined || hasRole(word.text, 'joint')) return null;
    if (/^(?:his|her|their|its|my|our)$/.test(word.text)) return { start: word.start, end: word.end };
    const mark =
      /['’]s?$/.exec(word.text) ?? (/^['’]\s/.test(reading.folded.slice(word.end, word.end + 2)) ? [''] : null);
    if (mark !== null)
      return nounPhraseEn(reading, { start: nounStart(reading.lower, before, index), end: word.end - mark[0].length });
    if (/^(?:the|an?|no|any)$/.test(word.text)) return null;
  }
  return null;
}

/** Where the noun phrase of an owner begins: behind the last verb, preposition or comma before it. */
function nounStart(lower: string, before: readonly Word[], index: number): number {
  let at = index;
  while (at > 0) {
    const [word, previous] = [before[at], before[at - 1]];
    if (word === undefined || previous === undefined) break;
    if (
      /[,;:]/.test(lower.slice(previous.end, word.start)) ||
      (hasRole(previous.text, 'joint') && previous.text !== 'of')
    )
      break;
    at--;
    if (/^(?:the|an?|its|his|her|their)$/.test(previous.text)) break;
  }
  return before[at]?.start ?? 0;
}

/** a |Bloomberg| report: the name between article and noun. */
function maker({ reading }: Scene, { before }: ViewNoun): Span | null {
  const last = before.at(-1);
  const opens = openingOf(before);
  if (last === undefined || opens >= before.length - 1) return null;
  const name = reading
    .mentionsIn({ start: before[opens]?.end ?? last.start, end: last.end })
    .find(({ end }) => end === last.end);
  return name === undefined || !/^(?:ORG|PERSON|GPE)$/.test(name.type) ? null : { start: name.start, end: name.end };
}

/** fear among |growers, the view of |most economists: who stands behind the noun. */
function bearer({ reading }: Scene, noun: ViewNoun): Span | null {
  const [join, next] = noun.behind;
  const last = noun.behind.at(-1);
  if (join === undefined || next === undefined || last === undefined) return null;
  if (!/^(?:of|among|amongst|from|by|within|across|in)$/.test(join.text)) return null;
  const comma = reading.folded.slice(next.start, last.end).indexOf(',');
  const owner = nounPhraseEn(reading, { start: next.start, end: comma < 0 ? last.end : next.start + comma });
  const isAny = /^(?:among|amongst|within)$/.test(join.text);
  return owner !== null && (isAny || isSomebody(reading, owner)) ? owner : null;
}
