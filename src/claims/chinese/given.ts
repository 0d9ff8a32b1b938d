import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import type { SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import { cueAt, type Frame, hasNext, regionStart } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { Scene } from '../scene.js';
import { firstFitting } from './fitting.js';
import { opinionNouns } from './opinions.js';
import { findSubject } from './sources.js';
import { omittedSource } from './subjects.js';

/** `speaker-gives`: 公司隨後給出時間表:…; 左鄰右舍還有另一種說法:…: whoever gives, lists or has what can be told before a colon. */
export const speakerGives: Frame = {
  rule: 'speaker-gives',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined || !hasNext(scene, index)) return null;
    const text = scene.reading.folded.slice(clause.start, clause.end);
    if (clause.mark !== ':' && !(clause.mark === ',' && rumour.test(text))) return null;
    if (reportsItself(scene, index + 1)) return null;
    const given = givenIn(scene.reading.folded, clause);
    if (given === null) return null;
    const source = giver(scene, { start: regionStart(scene, clause, given.start), end: given.start });
    if (source === null) return null;
    const cue = cueAt(scene.reading.folded, given, 'say');
    return { source, cue, start: clause.start, content: clause.end + 1, confidence: 0.75 };
  },
};

/** 民間|有一種傳說,…: with a comma only what goes round is told. */
const rumour = /(?:有|流传)着?一[种个](?:传说|说法|看法|传闻|流言|谣言|观点|意见)$/;

/** 另一重憂慮:某某認為…: the clause behind the colon has a speaker of its own. */
function reportsItself(scene: Scene, index: number): boolean {
  const clause = scene.clauses[index];
  const cue = clause === undefined ? undefined : firstFitting(scene, clause, index);
  if (clause === undefined || cue === undefined) return false;
  return findSubject(scene.reading, { start: clause.start, end: cue.start }) !== null;
}

const longestNoun = 5;
const longestVerb = 3;
const longestBetween = 8;

/** From the verb of giving to the noun with which the clause closes. */
function givenIn(folded: string, { start, end }: Clause): Span | null {
  for (let at = Math.max(start + 2, end - longestNoun); at < end; at++) {
    const noun = folded.slice(at, end);
    if (!openWords('given-nouns').has(noun) && !opinionNouns().has(noun)) continue;
    const verb = verbBefore(folded, start, at);
    if (verb !== null) return { start: verb, end };
  }
  return null;
}

/** Where the longest noun of what is given or thought ends that begins at an offset, or null. */
export function givenNounAt(folded: string, at: number): number | null {
  const ends = [openWords('given-nouns').longestAt(folded, at), opinionNouns().longestAt(folded, at)];
  return ends.reduce<number | null>((last, noun) => (noun === null ? last : Math.max(last ?? 0, noun.end)), null);
}

/** Where the verb of giving begins that stands before a noun, or before words that a noun closes; or null. */
export function verbBefore(folded: string, start: number, noun: number): number | null {
  for (let from = Math.max(start + 1, noun - longestBetween - longestVerb); from < noun; from++)
    for (let length = longestVerb; length >= 1; length--)
      if (
        from + length <= noun &&
        openWords('giving-verbs').has(folded.slice(from, from + length)) &&
        /^(?:了|过|出|着)?[^,的]*(?:的)?$/.test(folded.slice(from + length, noun))
      )
        return from;
  return null;
}

function giver(scene: Scene, region: Span): SourcePhrase | null {
  const { reading } = scene;
  const subject = findSubject(reading, region);
  if (subject === null) return region.end - region.start <= 3 ? omittedSource(scene, region) : null;
  const source = describeSource(reading, subject);
  const isPaper = nounBefore(reading.lower, subject.start, subject.end)?.role === 'report';
  return isPaper || isSomebody(reading, source) ? source : null;
}
