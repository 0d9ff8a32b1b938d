import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { Clause } from '../clauses.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { describeSource } from '../nouns.js';
import type { NumberedSentence, Reading } from '../reading.js';
import { endOfContent, hasVerb, holdsQuote, type Scene, skipSpaces } from '../scene.js';
import { clauseBehind, riseBehind } from './behind.js';
import { opensName, opensWithParticiple } from './parenthetical-frames.js';
import { clausesOf, endOfReport, type Frame, type Report } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn } from './sources.js';
import { isBarred, isNominal } from './verb-groups.js';
import { firstWordIn, hasRole, wordsIn } from './words.js';

/** `content-speaker-cue`: …, she warned. …, May Chen said on Tuesday. */
export const closingSpeaker: Frame = {
  rule: 'content-speaker-cue',
  find: (scene, sentence) => partsOf(clausesOf(scene, sentence)).flatMap((part) => closingTag(scene, sentence, part)),
};

/** The parts of a sentence between its semicolons: each may have a tag of its own. */
function partsOf(clauses: readonly Clause[]): Clause[][] {
  const parts: Clause[][] = [[]];
  for (const clause of clauses) {
    parts.at(-1)?.push(clause);
    if (clause.mark === ';') parts.push([]);
  }
  return parts.filter(({ length }) => length > 1);
}

function closingTag(scene: Scene, sentence: NumberedSentence, clauses: readonly Clause[]): Report[] {
  const { reading } = scene;
  if (clauses.every((clause) => findCues(reading, clause).length === 0)) return [];
  const start = clauses[0]?.start ?? sentence.start;
  const at = tagClause(scene, clauses);
  const last = clauses[at];
  const before = clauses[at - 1];
  if (last === undefined || before === undefined || before.mark !== ',' || holdsQuote(scene, last)) return [];
  const cues = findCues(reading, last);
  if (cues.length === 0 || hasRole(firstWordIn(reading.lower, last)?.text, 'lead') || isRelative(reading.folded, last))
    return [];
  const cue = cues.findLast(
    (candidate) =>
      !/ing$/.test(candidate.word) &&
      closes(scene, candidate, last) &&
      !isNominal(reading, candidate) &&
      !isBarred(scene, last.start, candidate),
  );
  if (cue === undefined) return [];
  if (findCues(reading, { start: last.start, end: cue.start }).some(({ frame }) => frame === 'clause')) return [];
  const isInverted = cue.start === last.start;
  if (isInverted && !opensName(scene, cue, last)) return [];
  const named = isInverted
    ? { start: cue.end, end: Math.min(last.end, endOfContent(reading.folded, sentence)) }
    : { start: last.start, end: cue.start };
  const subject = nounPhraseEn(reading, named);
  if (subject === null || wordsIn(reading.lower, named).length > 9) return [];
  if (!isInverted && endsInRelative(scene, named)) return [];
  // official |figures| show: the tagger may take the noun before a verb for one.
  const words = wordsIn(reading.lower, subject);
  const head = words.some(({ text }) => hasRole(text, 'joint')) ? subject.end : (words.at(-1)?.start ?? subject.end);
  if (
    !isInverted &&
    (hasVerb(scene, { start: subject.start, end: head }) ||
      holdsClause(reading.lower, named) ||
      isObject(reading, named))
  )
    return [];
  const content = { start, end: before.end };
  if (!isMain(scene, clauses.slice(0, at))) return [];
  return [{ source: describeSource(reading, subject), cue, start, content, confidence: 0.85 }];
}

/** disappointing exporters who |had hoped; an economy in which nothing |adds up: the verb before which a stretch ends is that of a relative clause in it. */
function endsInRelative(scene: Scene, { start, end }: Span): boolean {
  const relative = wordsIn(scene.reading.lower, { start, end }).findLast(
    ({ text, start: at }) => at > start && /^(?:who|which|whom|whose|where)$/.test(text),
  );
  return relative !== undefined && !holdsMainVerb(scene.reading, { start: relative.end, end });
}

function holdsMainVerb(reading: Reading, stretch: Span): boolean {
  return reading
    .tokensIn(stretch)
    .some(
      (token) =>
        isVerb(token) &&
        !/^(?:has|have|had|is|are|was|were|will|would)$/.test(reading.lower.slice(token.start, token.end)),
    );
}

/** down from the 4,200 |it had expected: a pronoun behind a noun begins a relative clause. */
function isObject({ lower }: Reading, named: Span): boolean {
  const words = wordsIn(lower, named);
  const at = words.findLastIndex(({ text }) => hasRole(text, 'subject'));
  return at > 0 && words.slice(0, at).some(({ text }) => !hasRole(text, 'adverb') && !hasRole(text, 'lead'));
}

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
      return /^(?:in|on|at|by|during|as|to)$/.test(first ?? '') && clauses.length === 1 && hasVerb(scene, clause);
    if (riseBehind(lower.slice(clause.start, clause.end))) return true;
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
      const isFirst = clauses.length > index + 1 && clauses.slice(0, index).every((before) => isLink(scene, before));
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

/** Perhaps, as Voss suggests, …: a word or two that only join. */
function isLink({ reading }: Scene, clause: Clause): boolean {
  const words = wordsIn(reading.lower, clause, 3);
  return (
    words.length < 3 &&
    words.every(
      ({ text }) => hasRole(text, 'adverb') || hasRole(text, 'lead') || /ly$|^(?:perhaps|maybe|but|and|or)$/.test(text),
    )
  );
}

/** …, which the family has demanded; … growth that they estimate at 14%; …, a charge that Chen rejected: a relative clause closes nothing. */
export function isRelative(folded: string, { start, end }: Span): boolean {
  return /^(?:which|who|whom|whose|that|where)\s|\s(?:that|which|whom)\s(?:(?:he|she|it|they|we|the)\b|\p{Lu})/u.test(
    folded.slice(start, end),
  );
}

/** a version of events the body |disputed: a second article begins a relative clause, the verb is not the sentence's. */
function holdsClause(lower: string, { start, end }: Span): boolean {
  return /[a-z](?<!\b(?:of|for|at|in|from|with|by|to|on|and|or|near|behind|against|the|an?))\s(?:the|an?)\s/.test(
    lower.slice(start, end).replace(/\s(?:who|which|whose|that)\s.*$/s, ''),
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
  return words.length <= longestTail && isAdjunct && !holdsPredicate(scene, tail);
}

/** Whether a verb stands in a tail that is no participle before a preposition (at a meeting |attended by| parents). */
function holdsPredicate({ reading }: Scene, tail: Span): boolean {
  return reading.tokensIn(tail).some((token, index, tokens) => {
    const next = tokens[index + 1];
    const isParticiple =
      /(?:ed|ing|en)$/.test(reading.lower.slice(token.start, token.end)) &&
      next !== undefined &&
      hasRole(reading.lower.slice(next.start, next.end), 'joint');
    return isVerb(token) && !isParticiple;
  });
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
