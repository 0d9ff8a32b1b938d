import type { Span } from '../../document/span.js';
import { carry, type SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import { findCues } from '../cue-search.js';
import { marksEvent } from '../kinds/features.js';
import { describeSource, nounBefore, sourceNouns } from '../nouns.js';
import { type Reading, sentenceAt } from '../reading.js';
import { lastSourced, type Scene } from '../scene.js';
import { findSubject } from './sources.js';
import { speakerIn } from './speakers.js';

const passive = /(?:受到|遭到|遭受|遭|获得|获|得到|引来|引发|招致|赢得)(?:了)?(.{2,40}?)的?(?:[^的]{2,4})$/;

/**
 * Whose words they are where a cue has no subject of its own (並稱, 還表示, 認為). `lead` is what stands before the cue in
 * its clause. In order: who praised or blamed in the clause before; the last source or the subject of the same
 * sentence; with a word that goes on (還, 並) the last source of the paragraph.
 */
export function omittedSource(scene: Scene, lead: Span): SourcePhrase | null {
  const sentence = sentenceAt(scene.paragraph, lead.start);
  if (sentence === undefined) return null;
  const earlier = scene.clauses.filter((clause) => clause.start >= sentence.start && clause.end <= lead.start);
  const judge = judgeIn(scene, earlier.at(-1));
  if (judge !== null) return judge;
  const last = lastSourced(scene, lead.start);
  const since = earlier.filter((clause) => last !== undefined && clause.start > last.end).at(-1);
  const anew = since === undefined ? null : mainSubject(scene, since);
  if (anew !== null && isKnown(scene.reading, anew)) return carry(anew);

  if (last !== undefined && last.start >= sentence.start) return carry(last.source);
  const reporting = earlier.filter((clause) => reports(scene, clause)).reverse();
  const others = earlier.filter((clause) => !reporting.includes(clause));
  for (const clause of others.toReversed()) {
    const subject = mainSubject(scene, clause);
    if (subject !== null && subject.start === clause.start && reporting.length === 0 && isKnown(scene.reading, subject))
      return carry(subject);
  }
  const pronoun = pronounAt(scene, earlier.at(-1));
  if (pronoun !== null) return carry(pronoun);
  for (const clause of [...reporting, ...others]) {
    const subject = mainSubject(scene, clause);
    if (subject !== null) return carry(subject);
  }
  return goesOn(scene, lead) ? carry(last?.source ?? null) : null;
}

/** 問她怕不怕,她想了想,答道: he or she opens the clause before. */
function pronounAt(scene: Scene, clause: Span | undefined): SourcePhrase | null {
  if (clause === undefined || !/^[他她](?!们)[^的]*$/.test(scene.reading.folded.slice(clause.start, clause.end)))
    return null;
  return describeSource(scene.reading, { start: clause.start, end: clause.start + 1 });
}

/** Whether a name or a noun of persons or bodies closes a subject. */
function isKnown({ lower, mentionsIn }: Reading, subject: Span): boolean {
  const noun = nounBefore(lower, subject.start, subject.end);
  return (noun !== null && noun.role !== 'report') || mentionsIn(subject).some(({ end }) => end === subject.end);
}

/** Whether a clause has a cue of its own, so that whoever opens it spoke last. */
function reports({ reading }: Scene, clause: Span): boolean {
  return findCues(reading, clause).some(({ frame }) => frame === 'clause' || frame === 'mark');
}

/** `passive-judge`: 受到許多學者的批評,認為…: the agent of the passive holds the view. */
function judgeIn(scene: Scene, clause: Clause | undefined): SourcePhrase | null {
  if (clause === undefined) return null;
  const from = Math.max(clause.start, clause.end - 60);
  const match = passive.exec(scene.reading.folded.slice(from, clause.end));
  if (match?.[1] === undefined) return null;
  const start = from + match.index + match[0].indexOf(match[1]);
  const subject = findSubject(scene.reading, { start, end: start + match[1].length });
  return subject === null ? null : describeSource(scene.reading, subject);
}

function goesOn(scene: Scene, lead: Span): boolean {
  return /(?:还|并|也|又|同时|此外|另外|随后|进一步|补充|接着|续)/.test(
    scene.reading.folded.slice(Math.max(lead.start, lead.end - 12), lead.end + 2),
  );
}

/** The subject of a clause: what stands before its first verb of action or cue, if it looks like somebody. */
export function mainSubject(scene: Scene, clause: Span): SourcePhrase | null {
  if (topic.test(scene.reading.folded.slice(clause.start, clause.end))) return null;
  const speaker = speakerIn(scene.reading, clause);
  return speaker === null ? subjectOfVerb(scene, clause) : describeSource(scene.reading, speaker.subject);
}

/** 至於客戶是誰: what it is about is no subject. */
const topic = /^(?:至于|关于|对于|对此|谈到|谈及|问及|被问到|被问及|面对|针对|有关)/;

function subjectOfVerb(scene: Scene, clause: Span): SourcePhrase | null {
  const { reading } = scene;
  const verb = firstVerb(scene, clause);
  if (verb === null) return null;
  const subject = findSubject(reading, { start: clause.start, end: verb });
  if (subject === null) return null;
  const source = describeSource(reading, subject);
  return isSomebody(scene, subject) ? source : null;
}

function firstVerb(scene: Scene, clause: Span): number | null {
  const { reading } = scene;
  const cue = findCues(reading, clause)[0]?.start ?? Infinity;
  const action = reading
    .tokensIn(clause)
    .find((token, index) => index > 0 && marksEvent(reading.folded.slice(token.start, token.end)));
  const denial = reading
    .tokensIn(clause)
    .find(({ start, end }, index) => index > 0 && /^[不没未]/.test(reading.folded.slice(start, end)));
  const first = Math.min(cue, denial?.start ?? Infinity, action?.start ?? firstPredicate(scene, clause));
  return first === Infinity ? null : first;
}

/** Where the first verb or adverb behind another word begins. */
function firstPredicate({ reading }: Scene, clause: Span): number {
  return (
    reading
      .tokensIn(clause)
      .find(
        ({ pos, start, end }, index) =>
          index > 0 && /^(?:[vdpail]$|zg|vd|ad)/.test(pos) && !sourceNouns().has(reading.folded.slice(start, end)),
      )?.start ?? Infinity
  );
}

function isSomebody(scene: Scene, subject: Span): boolean {
  const { reading } = scene;
  if (reading.mentionsIn(subject).some((mention) => mention.end === subject.end)) return true;
  if (nounBefore(reading.lower, subject.start, subject.end) !== null) return true;
  const pos = reading.tokensIn(subject).at(-1)?.pos ?? '';
  return /^(?:nr|nt|nz|eng|x|ng|n)/.test(pos) && subject.end - subject.start <= 10;
}
