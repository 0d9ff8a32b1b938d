import type { Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import type { Clause } from './clauses.js';
import { type CueMatch, findCues } from './cues.js';
import { cueAt } from './leads.js';
import { describeSource, nounBefore } from './nouns.js';
import type { NumberedSentence, Reading } from './reading.js';
import { clauseBehind, clausesOf, endOfReport, type Frame, type Report } from './reports-en.js';
import { endOfContent, hasVerb, holdsQuote, type Scene, skipSpaces } from './scene.js';
import { nounPhraseEn } from './shorten-en.js';
import { findSubjectEn } from './sources-en.js';
import { isBarred } from './verb-groups-en.js';
import { viewBefore } from './view-nouns-en.js';
import { firstWordIn, hasRole, wordsIn } from './words-en.js';

/** `content-speaker-cue`: …, she warned. …, May Chen said on Tuesday. */
export const closingSpeaker: Frame = {
  rule: 'content-speaker-cue',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    const at = tagClause(scene, clauses);
    const last = clauses[at];
    const before = clauses[at - 1];
    if (last === undefined || before === undefined || before.mark !== ',' || holdsQuote(scene, last)) return [];
    if (hasRole(firstWordIn(reading.lower, last)?.text, 'lead') || isRelative(reading.lower, last)) return [];
    const cue = findCues(reading, last).findLast(
      (candidate) => !/ing$/.test(candidate.word) && closes(scene, candidate, last),
    );
    if (cue === undefined || isBarred(scene, last.start, cue)) return [];
    if (findCues(reading, { start: last.start, end: cue.start }).some(({ frame }) => frame === 'clause')) return [];
    const isInverted = cue.start === last.start;
    if (isInverted && !opensName(scene, cue, last)) return [];
    const named = isInverted
      ? { start: cue.end, end: Math.min(last.end, endOfContent(reading.folded, sentence)) }
      : { start: last.start, end: cue.start };
    const subject = nounPhraseEn(reading, named);
    if (subject === null || wordsIn(reading.lower, named).length > 9) return [];
    if (!isInverted && (hasVerb(scene, subject) || holdsClause(reading.lower, subject))) return [];
    const content = { start: sentence.start, end: before.end };
    if (!isMain(scene, clauses.slice(0, at))) return [];
    return [{ source: describeSource(reading, subject), cue, start: sentence.start, content, confidence: 0.85 }];
  },
};

/** Whether one of the clauses stands for itself: not behind when or in, no apposition with an infinitive. */
function isMain(scene: Scene, clauses: readonly Clause[]): boolean {
  return clauses.some((clause) => {
    const { lower } = scene.reading;
    const first = firstWordIn(lower, clause)?.text;
    const isTime = /^(?:since|after|before|until)\s(?:then|that|this|last|\d)/.test(
      lower.slice(clause.start, clause.end),
    );
    if (
      !isTime &&
      /^(?:when|after|before|while|as|if|although|though|because|since|until|who|which|whose|where|asked|to|by|in|on|at|during)$/.test(
        first ?? '',
      )
    )
      return /^(?:in|on|at|by|during|as|to)$/.test(first ?? '') && clauses.length === 1;
    return scene.reading.tokensIn(clause).some((token, index, tokens) => {
      const before = tokens[index - 1];
      return isVerb(token) && !(before !== undefined && lower.slice(before.start, before.end) === 'to');
    });
  });
}

/** `as-speaker-said`: As Dr Otieno explains, the gene …; …, as the mayor noted. */
export const asSpeakerSaid: Frame = {
  rule: 'as-speaker-said',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    return clauses.flatMap((clause, index): Report[] => {
      const isFirst = index === 0 && clauses.length > 1;
      const isLast = index > 0 && index === clauses.length - 1;
      if (!(isFirst || isLast) || !/^(?:(?:but|and)\s)?as\s/.test(reading.lower.slice(clause.start, clause.end)))
        return [];
      const end = isLast ? endOfContent(reading.folded, sentence) : clause.end;
      const cue = findCues(reading, { start: clause.start, end }).find(
        (candidate) =>
          candidate.end === end ||
          (isLast && isTail(scene, { start: candidate.end, end }) && !hasVerb(scene, { start: candidate.end, end })),
      );
      if (
        cue === undefined ||
        !/^(?:say|think)$/.test(cue.type) ||
        !(/^(?:clause|that)$/.test(cue.frame) || /^puts? it$/.test(cue.word)) ||
        holdsQuote(scene, clause)
      )
        return [];
      const from = clause.start + reading.lower.slice(clause.start, clause.end).indexOf('as ') + 3;
      const subject = nounPhraseEn(reading, { start: from, end: cue.start });
      if (subject === null || isBarred(scene, from, cue)) return [];
      const start = isFirst ? skipSpaces(reading.folded, clause.end + 1, sentence.end) : sentence.start;
      const content = {
        start,
        end: isFirst ? endOfReport(scene, sentence, start) : (clauses[index - 1]?.end ?? start),
      };
      const stance = 'endorses';
      return [
        {
          source: describeSource(reading, subject),
          cue: { ...cue, stance },
          start: Math.min(start, clause.start),
          content,
          confidence: 0.85,
        },
      ];
    });
  },
};

/** …, which the family has demanded; … growth that they estimate at 14%: a relative clause closes nothing. */
function isRelative(lower: string, { start, end }: Span): boolean {
  return /^(?:which|who|whom|whose|that|where)\s|\s(?:that|which|whom)\s(?:he|she|it|they|we|the)\b/.test(
    lower.slice(start, end),
  );
}

/** a version of events the body |disputed: a second article begins a relative clause, the verb is not the sentence's. */
function holdsClause(lower: string, { start, end }: Span): boolean {
  return /[a-z](?<!\b(?:of|for|at|in|from|with|by|to|on|and|or|near|behind|against|the|an?))\s(?:the|an?)\s/.test(
    lower.slice(start, end),
  );
}

/** The index of the clause that closes the sentence with its speaker; an apposition to him may follow it. */
function tagClause({ reading }: Scene, clauses: readonly Clause[]): number {
  const apposed = clauses.findLastIndex(
    ({ start, end }) =>
      !/^(?:an?|the|one|who|whose|which)\s/.test(reading.lower.slice(start, Math.min(end, start + 7))),
  );
  const adding = clauses.findLastIndex((clause) => !opensWithParticiple(reading, clause));
  if (adding >= 0 && adding < clauses.length - 1) return adding;
  const tag = clauses[apposed];
  const opens = tag !== undefined && findCues(reading, tag).some(({ start }) => start === tag.start);
  return opens ? apposed : clauses.length - 1;
}

/** …, adding that …; …, then pausing: a verb in -ing opens the clause; Boeing, Beijing, evening and nothing are none. */
function opensWithParticiple({ lower, folded, tokensIn }: Reading, { start, end }: Span): boolean {
  const [first, second] = tokensIn({ start, end });
  const leads = first !== undefined && /^(?:then|and)$/.test(lower.slice(first.start, first.end));
  const token = leads ? second : first;
  return token?.pos === 'Verb' && token.end < end && /^\p{Ll}\w+ing$/u.test(folded.slice(token.start, token.end));
}

/** `content-apposed-speaker`: …, its chief executive, May Chen, told analysts. */
export const apposedSpeaker: Frame = {
  rule: 'content-apposed-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    const last = clauses.at(-1);
    const cue = last === undefined ? undefined : findCues(reading, last)[0];
    if (last === undefined || cue === undefined || cue.start !== last.start || clauses.length < 4) return [];
    if (!/^(?:said|says|told)$/.test(cue.word) || clauseBehind(scene, cue, last.end) !== null) return [];
    const [before, named, apposed] = clauses.slice(-4, -1);
    if (before === undefined || named === undefined || apposed === undefined || before.mark !== ',') return [];
    if (hasVerb(scene, named) || hasVerb(scene, apposed) || !hasVerb(scene, before)) return [];
    const subject = findSubjectEn(reading, { start: named.start, end: cue.start });
    if (subject === null) return [];
    const content = { start: sentence.start, end: before.end };
    return [{ source: describeSource(reading, subject), cue, start: sentence.start, content, confidence: 0.8 }];
  },
};

/** `parenthetical-speaker`: Ten years ago, she noted, …. */
export const parenthetical: Frame = {
  rule: 'parenthetical-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    return clauses.slice(1, -1).flatMap((clause, index): Report[] => {
      if (clause.mark !== ',' || clauses[index]?.mark !== ',' || holdsQuote(scene, clause)) return [];
      const runs = theoryRuns(scene, clause);
      if (runs !== null) {
        const from = partStart(clauses, index, sentence);
        const content = { start: from, end: endOfReport(scene, sentence, clause.end) };
        return [{ ...runs, start: from, content, confidence: 0.75 }];
      }
      const inverted = invertedTag(scene, clauses, index + 1);
      if (inverted !== null) return [inverted];
      const cue = findCues(reading, clause).find((candidate) => candidate.end === clause.end);
      if (cue === undefined || !['clause', 'that'].includes(cue.frame) || isBarred(scene, clause.start, cue)) return [];
      if (wordsIn(reading.lower, clause).length > 6) return [];
      if (hasRole(firstWordIn(reading.lower, clause)?.text, 'lead')) return [];
      const subject = nounPhraseEn(reading, { start: clause.start, end: cue.start });
      if (subject === null) return [];
      const from = partStart(clauses, index, sentence);
      const source = describeSource(reading, subject);
      const [first, ...more] = partsAround(scene, sentence, clauses[index], clause);
      if (first !== undefined) return [{ source, cue, start: sentence.start, content: first, confidence: 0.8, more }];
      const next = clauses[index + 2];
      const isTag = next !== undefined && opensWithParticiple(reading, next);
      const end = isTag ? (clauses[index]?.end ?? clause.start) : endOfReport(scene, sentence, clause.end);
      // …, which, he claims, ministers have had: what stands behind a mere connective.
      const joint = clauses[index];
      const isJoint =
        joint !== undefined && /^(?:which|who|that|and|but|because)$/.test(reading.lower.slice(joint.start, joint.end));
      const content = isJoint
        ? { start: skipSpaces(reading.folded, clause.end + 1, sentence.end), end }
        : { start: from, end };
      return [{ source, cue, start: from, content, confidence: 0.8 }];
    });
  },
};

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
  return opens && cue.type !== 'data' && opensName(scene, cue, clause) ? cue : undefined;
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

/** said May Chen; insists the contractor: a name, or a noun of somebody with nothing but its article before it. */
function opensName({ reading }: Scene, cue: CueMatch, { end }: Span): boolean {
  const behind = reading.folded.slice(cue.end, end).replace(/(?<![.!\s])[.!\s]+$/, '');
  if (/^\s\p{Lu}/u.test(behind)) return true;
  const noun = /^\s(?:the|an?|its|his|her|their)\s(?:[\w'’-]+\s){0,3}?[\w'’-]+$/.exec(behind);
  return noun !== null && nounBefore(reading.lower, cue.end, cue.end + noun[0].length) !== null;
}

const longestTag = 9;

const longestTail = 18;

/** Whether few words stand behind the verb of a tag, or more of them that only say where, when or to whom. */
function isTail(scene: Scene, tail: Span): boolean {
  const words = wordsIn(scene.reading.lower, tail, longestTail + 1);
  if (words.length <= 7) return true;
  const [first] = words;
  const isAdjunct =
    first !== undefined &&
    (hasRole(first.text, 'joint') || /^(?:here|there|this|last|late|earlier|on|reporters)$/.test(first.text));
  return words.length <= longestTail && isAdjunct && !hasVerb(scene, tail);
}

/** Whether a verb ends a closing tag: few words and no clause behind it. */
function closes(scene: Scene, cue: CueMatch, last: Clause): boolean {
  if (!['clause', 'that'].includes(cue.frame)) return false;
  // Asked if it was safe, he said yes: what is said is the answer.
  if (/^\s(?:yes|no|so|nothing|little)\b/.test(scene.reading.lower.slice(cue.end, last.end))) return false;
  if (!isTail(scene, { start: cue.end, end: last.end })) return false;
  const before = scene.reading.lower.slice(last.start, cue.start).replace(/\([^()]*\)/g, '');
  if (wordsIn(before, { start: 0, end: before.length }).length > longestTag) return false;
  return cue.start === last.start
    ? cue.type !== 'data' && /(?:ed|s|said|wrote)$/.test(cue.word)
    : clauseBehind(scene, cue, last.end) === null;
}
