import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { CueType } from '../../document/types.js';
import { openWords } from '../../lexicons/lexicon.js';
import { carry, type SourcePhrase } from '../attribution.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import type { Scene } from '../scene.js';
import { firstSubject } from './carried.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn } from './sources.js';
import { hasRole, type Word } from './words.js';

/** A noun of saying or thinking, the words before it in its sentence, and those between it and its clause. */
export interface ViewNoun extends Word {
  readonly type: CueType;
  readonly before: readonly Word[];
  readonly behind: readonly Word[];
  /** A copula stands before the clause: her view is that …. */
  readonly isEquated: boolean;
}

/** Whose saying or thought a noun names; null where nobody is named, undefined where the noun attributes nothing. */
export function ownerOf(scene: Scene, sentence: NumberedSentence, noun: ViewNoun): SourcePhrase | null | undefined {
  const { reading } = scene;
  const owner = possessor(scene, noun) ?? bearer(scene, noun) ?? maker(scene, noun);
  if (owner !== null) return describeSource(reading, owner);
  const opens = openingOf(noun.before);
  const words = noun.before.slice(0, opens);
  const last = words.at(-1);
  if (last === undefined) return null;
  if (/^(?:amid|amidst|despite|over)$/.test(last.text)) return null;
  if (/^(?:in|on|under|with)$/.test(last.text)) {
    // sank on |concern that …: whose it is nobody says.
    if (last.text === 'on' && opens === noun.before.length) return null;
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
  const subject = findSubjectEn(reading, { ...region, end: beforeAuxiliary(reading.lower, region) });
  if (subject === null) return carry(firstSubject(scene, sentence, verb));
  const text = reading.lower.slice(subject.start, subject.end);
  return /^(?:there|it|here|this|that)$/.test(text) || !isSomebody(reading, subject)
    ? null
    : describeSource(reading, subject);
}

/** State media |are still| pushing: where the auxiliaries before the end of a region begin. */
function beforeAuxiliary(lower: string, { start, end }: Span): number {
  const group = /(?:\s(?:is|are|was|were|has|have|had|been|be|will|would|also|still|now|already)){1,3}\s*$/.exec(
    lower.slice(Math.max(start, end - 24), end),
  );
  return group === null ? end : end - group[0].length;
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
export function possessor({ reading }: Scene, { before }: ViewNoun): Span | null {
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
export function bearer({ reading }: Scene, noun: ViewNoun): Span | null {
  // the fear, |voiced privately by several consultants|, is that …
  const by = noun.behind.findIndex(({ text }) => text === 'by');
  const isVoiced = by > 0 && by < 4 && /(?:ed|held|put)$/.test(noun.behind[0]?.text ?? '');
  const [join, next] = isVoiced ? noun.behind.slice(by) : noun.behind;
  const last = noun.behind.at(-1);
  if (join === undefined || next === undefined || last === undefined) return null;
  if (!/^(?:of|among|amongst|from|by|within|across|in)$/.test(join.text)) return null;
  const comma = reading.folded.slice(next.start, last.end).indexOf(',');
  const owner = nounPhraseEn(reading, { start: next.start, end: comma < 0 ? last.end : next.start + comma });
  const isAny = /^(?:among|amongst|within)$/.test(join.text);
  return owner !== null && (isAny || isSomebody(reading, owner)) ? owner : null;
}

/** Whether the noun stands before the verb of its clause. */
export function isSubject({ reading }: Scene, { before, behind, isEquated }: ViewNoun): boolean {
  const [first, last] = [before[0], before.at(-1)];
  if (isEquated || behind.some((word) => reading.tokensIn(word).some(isVerb))) return false;
  if (first === undefined || last === undefined) return true;
  return (
    !reading.tokensIn({ start: first.start, end: last.end }).some(isVerb) &&
    !before.some(({ text }) => /^(?:amid|over|despite|on|with)$/.test(text))
  );
}
