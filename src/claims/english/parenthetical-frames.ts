import type { Span } from '../../document/span.js';
import type { Clause } from '../clauses.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { cueAt } from '../leads.js';
import { describeSource, nounBefore } from '../nouns.js';
import type { NumberedSentence, Reading } from '../reading.js';
import { hasVerb, holdsQuote, type Scene, skipSpaces } from '../scene.js';
import { clausesOf, endOfReport, type Frame, type Report } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { isBareNoun, isBarred } from './verb-groups.js';
import { viewBefore } from './view-nouns.js';
import { firstWordIn, hasRole, wordsIn } from './words.js';

/** `parenthetical-speaker`: Ten years ago, she noted, …. */
export const parenthetical: Frame = {
  rule: 'parenthetical-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    return clauses.slice(1, -1).flatMap((clause, index): Report[] => {
      if (clauses[index]?.mark !== ',' || holdsQuote(scene, clause)) return [];
      const inverted = invertedTag(scene, clauses, index + 1);
      if (inverted !== null) return [inverted];
      if (clause.mark !== ',') return [];
      const runs = theoryRuns(scene, clause);
      if (
        runs !== null &&
        !scene.found.some(({ cue }) => cue !== null && cue.start >= clause.start && cue.end <= clause.end)
      ) {
        const from = partStart(clauses, index, sentence);
        const content = { start: from, end: endOfReport(scene, sentence, clause.end) };
        return [{ ...runs, start: from, content, confidence: 0.75 }];
      }
      const cue = findCues(reading, clause).find(
        (candidate) =>
          candidate.end === clause.end ||
          isPlaceOnly(scene, { start: candidate.end, end: clause.end }) ||
          (hasRole(candidate.word, 'hearer') && isHearer(scene, { start: candidate.end, end: clause.end })),
      );
      if (cue === undefined || !['clause', 'that'].includes(cue.frame) || isBarred(scene, clause.start, cue)) return [];
      if (isBareNoun(reading, cue) || opensWithParticiple(reading, clause)) return [];
      if (wordsIn(reading.lower, { start: clause.start, end: cue.end }).length > 6) return [];
      if (hasRole(firstWordIn(reading.lower, clause)?.text, 'lead')) return [];
      const subject = nounPhraseEn(reading, { start: clause.start, end: cue.start });
      if (subject === null) return [];
      const from = partStart(clauses, index, sentence);
      const source = describeSource(reading, subject);
      const [first, ...more] = partsAround(scene, sentence, clauses[index], clause);
      if (first !== undefined) return [{ source, cue, start: sentence.start, content: first, confidence: 0.8, more }];
      const next = clauses[index + 2];
      const isTag = next !== undefined && (opensWithParticiple(reading, next) || opensWithOther(scene, next));
      const end = isTag ? (clauses[index]?.end ?? clause.start) : endOfReport(scene, sentence, clause.end);
      // …, which, he claims, ministers have had: what stands behind a mere connective.
      const joint = clauses[index];
      const isJoint =
        joint !== undefined &&
        /^(?:which|who|when|where|that|(?:[Aa]nd|[Bb]ut|[Bb]ecause))$/.test(
          reading.folded.slice(joint.start, joint.end),
        );
      const content = isJoint
        ? { start: skipSpaces(reading.folded, clause.end + 1, sentence.end), end }
        : { start: from, end };
      return [{ source, cue, start: from, content, confidence: 0.8 }];
    });
  },
};

/** …, with |one of them joking| that …: somebody else speaks in the clause. */
function opensWithOther({ reading }: Scene, clause: Span): boolean {
  return (
    reading.lower.startsWith('with ', clause.start) && findCues(reading, clause).some(({ word }) => /ing$/.test(word))
  );
}

/** The pumps, he told |reporters|, were idle: whoever hears it. */
function isHearer(scene: Scene, tail: Span): boolean {
  return wordsIn(scene.reading.lower, tail).length <= 4 && !hasVerb(scene, tail);
}

/** Sales, it says |in its annual report|, rose: a few words of place or occasion behind the verb of a tag. */
function isPlaceOnly(scene: Scene, tail: Span): boolean {
  const text = scene.reading.lower.slice(tail.start, tail.end);
  return /^\s(?:in|on|at|to|during|after)\s[^:]{2,40}$/.test(text) && !hasVerb(scene, tail);
}

/** Not so, |says Ellen Marr,| who farms here: …; The answer, |says the biologist,| is noise: verb and name between commas. */
function invertedTag(scene: Scene, clauses: readonly Clause[], at: number): Report | null {
  const { reading } = scene;
  const clause = clauses[at];
  const cue = clause === undefined ? undefined : invertedCue(scene, clause);
  if (clause === undefined || cue === undefined) return null;
  const subject = nounPhraseEn(reading, { start: cue.end, end: clause.end });
  if (subject === null) return null;
  const { sentence } = clause;
  const colon = colonBehind(scene, clauses, at);
  const start = colon < 0 ? partStart(clauses, at - 1, sentence) : (clauses[colon + 1]?.start ?? sentence.start);
  const content = { start, end: endOfReport(scene, sentence, Math.max(start, clause.end)) };
  return { source: describeSource(reading, subject), cue, start: sentence.start, content, confidence: 0.75 };
}

/** The index of the clause whose colon leads to what is said: the tag, or the who-clause right behind it; -1 where neither has one. */
function colonBehind({ reading }: Scene, clauses: readonly Clause[], at: number): number {
  if (clauses[at]?.mark === ':') return at;
  const next = clauses[at + 1];
  const isWho = next?.mark === ':' && /^(?:who|whose|which)\s/.test(reading.lower.slice(next.start, next.end));
  return isWho ? at + 1 : -1;
}

/** The verb of speech that a clause between commas opens with, before a name. */
export function invertedCue(scene: Scene, clause: Clause): CueMatch | undefined {
  if (!/^[,:]$/.test(clause.mark)) return undefined;
  const cue = findCues(scene.reading, clause)[0];
  const opens =
    cue !== undefined && cue.start === clause.start && /^(?:clause|that)$/.test(cue.frame) && !/ing$/.test(cue.word);
  return opens &&
    cue.type !== 'data' &&
    opensName(scene, cue, clause) &&
    !hasVerb(scene, { start: cue.end, end: clause.end })
    ? cue
    : undefined;
}

/** …, the theory goes, …; …, Haugdal's hypothesis runs, …: a noun of saying or thinking with a verb of its own. */
function theoryRuns(scene: Scene, clause: Clause): Pick<Report, 'source' | 'cue'> | null {
  const text = scene.reading.lower.slice(clause.start, clause.end);
  const verb = /\s(?:goes|runs|went|ran|holds|has it|says)$/.exec(text);
  if (verb === null || wordsIn(scene.reading.lower, clause).length > 7) return null;
  const view = viewBefore(scene, clause.sentence, clause.start + verb.index);
  if (view === null || view.cue.start < clause.start) return null;
  return { source: view.source, cue: cueAt(scene.reading.lower, view.cue, 'think') };
}

/** … to show mercy: |her client was, she said, …: where the part of a sentence begins that a tag stands in. */
function partStart(clauses: readonly Clause[], index: number, sentence: Span): number {
  const mark = clauses.slice(0, index + 1).findLastIndex(({ mark }) => /[:;]/.test(mark));
  return mark < 0 ? sentence.start : (clauses[mark + 1]?.start ?? sentence.start);
}

/** Money went on cruises, |the court heard,| while beds were closed: two clauses around a tag are two contents; else none. */
function partsAround(scene: Scene, sentence: NumberedSentence, before: Clause | undefined, tag: Clause): Span[] {
  if (before === undefined) return [];
  const first = { start: sentence.start, end: before.end };
  const start = skipSpaces(scene.reading.folded, tag.end + 1, sentence.end);
  const second = { start, end: endOfReport(scene, sentence, start) };
  const join = /^(?:and|but|while|though|although|whereas|yet)\s/.test(scene.reading.lower.slice(start, second.end));
  return join && hasVerb(scene, first) && hasVerb(scene, second) ? [first, second] : [];
}

/** …, adding that …; …, then pausing: a verb in -ing opens the clause; Boeing, Beijing, evening and nothing are none. */
export function opensWithParticiple({ lower, folded, tokensIn }: Reading, { start, end }: Span): boolean {
  const [first, second] = tokensIn({ start, end });
  const leads = first !== undefined && /^(?:then|and)$/.test(lower.slice(first.start, first.end));
  const token = leads ? second : first;
  return token?.pos === 'Verb' && token.end < end && /^\p{Ll}\w+ing$/u.test(folded.slice(token.start, token.end));
}

/** said May Chen; insists the contractor: a name, or a noun of somebody with nothing but its article before it. */
export function opensName({ reading }: Scene, cue: CueMatch, { end }: Span): boolean {
  const behind = reading.folded.slice(cue.end, end).replace(/(?<![.!\s])[.!\s]+$/, '');
  if (/^\s\p{Lu}/u.test(behind)) return true;
  // reckons county board secretary Noreen Tully
  const titled = /^\s[a-z][\w'’-]*(?:\s[a-z][\w'’-]*){0,4}(?=\s\p{Lu})/u.exec(behind);
  const name = { start: cue.end + (titled?.[0].length ?? 0) + 1, end: cue.end + behind.length };
  // known to everyone as Master Luo: a phrase of manner or place is no title.
  const isTitle =
    titled !== null &&
    !wordsIn(titled[0], { start: 0, end: titled[0].length }).some(({ text }) => hasRole(text, 'joint'));
  if (
    isTitle &&
    reading
      .mentionsIn(name)
      .some(({ type, start, end }) => type === 'PERSON' && start === name.start && end === name.end)
  )
    return true;
  const noun = /^\s(?:the|an?|its|his|her|their)\s(?:[\w'’-]+\s){0,3}?[\w'’-]+$/.exec(behind);
  return noun !== null && nounBefore(reading.lower, cue.end, cue.end + noun[0].length) !== null;
}
