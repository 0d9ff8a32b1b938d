import type { Span } from '../../document/span.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import type { SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import type { CueMatch } from '../cues.js';
import { regionStart } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import type { Scene } from '../scene.js';
import { isAuthorsTurn, isSequel, silenceIn } from '../turns.js';
import { cuesOf, firstFitting } from './fitting.js';
import { opensOpinion } from './opinions.js';
import { findSubject } from './sources.js';
import { speakerIn } from './speakers.js';

/** Whether a clause inside a report ends it: somebody else reports, the same one goes on, or the author comments. */
export function endsReport(scene: Scene, index: number, source: SourcePhrase | null): boolean {
  const clause = scene.clauses[index];
  if (clause === undefined) return true;
  if (isSequel(scene.reading, clause, 'sequel') || opensHearsay(scene, clause)) return true;
  if (isAuthorsTurn(scene.reading, clause) || isOthersTurn(scene, clause)) return true;
  if (scene.clauses[index - 1]?.mark === ';' && (turnsAway(scene, clause) || speaksAnew(scene, index))) return true;
  if (isOthersSilence(scene, clause) || turnsToSpeaker(scene, clause) || decides(scene, clause)) return true;
  if (holdsSpeech(scene, clause) || opensOpinion(scene.reading, clause)) return true;
  const cue = firstFitting(scene, clause, index);
  if (cue === undefined) return false;
  const subject = findSubject(scene.reading, { start: regionStart(scene, clause, cue.start), end: cue.start });
  if (subject === null) return goesOn(scene, clause, cue);
  if (isWithin(scene.reading, subject, source)) return false;
  if (/^(?:另|也有|亦有|还有|更有|有的|有人)/.test(scene.reading.folded.slice(clause.start, clause.end))) return true;
  // …,工會卻認為…: somebody else, with 卻, 則 or 也.
  if (/[却则也亦]/.test(scene.reading.folded.slice(subject.end, cue.start)) && isSomebody(scene.reading, subject))
    return true;
  if (scene.clauses[index - 1]?.mark === ';') return true;
  // …,但有四成人表示不清楚標準: whoever says so in one clause, by no name, is told of within the report.
  if (cue.end < clause.end && !isNamed(scene.reading, subject)) return false;
  return /^(?:say|announce|write)$/.test(cue.type);
}

function isNamed({ mentionsIn }: Reading, subject: Span): boolean {
  return mentionsIn(subject).some(({ type, end }) => end === subject.end && /^(?:PERSON|ORG)$/.test(type));
}

/** 警方表示,嫌犯落網,他|供稱…: he is somebody in what a body or paper reports. */
export function isWithin({ folded }: Reading, subject: Span, source: SourcePhrase | null): boolean {
  if (source === null || !/^(?:organization|publication)$/.test(source.kind)) return false;
  return /^[他她]$/.test(folded.slice(subject.start, subject.end));
}

/**
 * Whether a clause ends a report that follows its cue at once, without a comma (批評新戲難看,他登報致歉): such a report is short, and ends also at
 * a semicolon, where somebody by name or he opens the next clause, and what goes round at its first clause.
 */
export function endsBareReport(scene: Scene, index: number, { type }: CueMatch): boolean {
  const [before, clause] = [scene.clauses[index - 1], scene.clauses[index]];
  if (clause === undefined || before?.mark === ';' || type === 'hearsay') return true;
  return isSequel(scene.reading, clause, 'turn') || opensWithActor(scene, clause);
}

/** 承辦法官某某|並未動氣, 他|不肯: a person or body by name, or he, and what is done. */
function opensWithActor({ reading }: Scene, clause: Clause): boolean {
  if (/^[他她](?!们|的|整|自己)/.test(reading.folded.slice(clause.start, clause.end))) return true;
  const speaker = speakerIn(reading, clause);
  if (speaker === null) return false;
  const name = reading.mentionsIn(speaker.subject).find(({ end }) => end === speaker.subject.end);
  return name !== undefined && /^(?:PERSON|ORG)$/.test(name.type);
}

/** …;據悉,…: what is heard begins. */
function opensHearsay(scene: Scene, clause: Clause): boolean {
  return cuesOf(scene, clause).some(({ frame, start }) => frame === 'lead' && start === clause.start);
}

/** 並稱, 還推估, 強調: a cue without a subject goes on with who reports; 說, 罵 at the head of its clause tell of somebody in the report. */
function goesOn({ reading }: Scene, clause: Clause, cue: CueMatch): boolean {
  if (cue.type === 'predict') return /^(?:并|且|又|也|还|同时)/.test(reading.folded.slice(clause.start, cue.start));
  if (cue.start === clause.start && openWords('inner-verbs').has(cue.word)) return false;
  // 仍在去年三月|要求各門市: when it was said is told of somebody in the report.
  if (reading.timesIn({ start: clause.start, end: cue.start }).length > 0) return false;
  return /^(?:say|announce|think|ask)$/.test(cue.type);
}

/** …;至於會否裁員,他只說…: a part behind a semicolon in which somebody reports anew. */
function speaksAnew(scene: Scene, index: number): boolean {
  for (let at = index; at < scene.clauses.length; at++) {
    const clause = scene.clauses[at];
    if (clause === undefined || clause.sentence !== scene.clauses[index]?.sentence) return false;
    const cue = firstFitting(scene, clause, at);
    if (cue !== undefined)
      return findSubject(scene.reading, { start: regionStart(scene, clause, cue.start), end: cue.start }) !== null;
    if (clause.mark === ';') return false;
  }
  return false;
}

/** …,公司未予置評; …,涉事酒店均未回應: somebody else by name or noun is silent. */
function isOthersSilence({ reading }: Scene, clause: Clause): boolean {
  const silence = silenceIn(reading.lower, clause);
  const subject = silence === null ? null : findSubject(reading, { start: clause.start, end: silence });
  return subject !== null && describeSource(reading, subject).status !== 'pronoun';
}

/** …;但…, …;海川證券則…: behind a semicolon the author goes on to another side. */
function turnsAway({ reading }: Scene, clause: Span): boolean {
  const text = reading.folded.slice(clause.start, clause.end);
  if (/^(?:然而|但|不过|可是|而|至于|对于|对此|问及|被问|谈到|谈及)/.test(text)) return true;
  const name = reading
    .mentionsIn(clause)
    .find(({ start, type }) => start === clause.start && /^(?:ORG|PERSON|GPE)$/.test(type));
  return name !== undefined && /^[^,]{0,6}[则却]/.test(reading.folded.slice(name.end, clause.end));
}

/** 議員|卻|不以為然: whether the author says of somebody else that he differs. */
function differs(text: string): boolean {
  const words = openWords('dissent-words');
  for (let at = 3; at <= Math.min(15, text.length - 2) && !text.slice(0, at).includes(','); at++)
    if (/[却则]/.test(text[at - 1] ?? '') && words.longestAt(text, at) !== null) return true;
  return false;
}

/** …,部長則回應…: somebody else by a noun of persons, with 則. */
function isOthersTurn({ reading }: Scene, { start, end }: Span): boolean {
  if (differs(reading.folded.slice(start, end))) return true;
  const text = reading.folded.slice(start, Math.min(end, start + 14));
  const at = text.indexOf('则');
  if (at < 2 || /[原规准守法总细通否]$/.test(text.slice(0, at))) return false;
  const noun = nounBefore(reading.lower, start, start + at);
  const isNamed = reading
    .mentionsIn({ start, end: start + at })
    .some(({ type, end: last }) => last === start + at && /^(?:PERSON|ORG)$/.test(type));
  return isNamed || (noun !== null && noun.role !== 'report' && noun.role !== 'pronoun');
}

const decisions = lazy(() => openLexicon('decision-words', ['word', 'role'], ({ role }) => role));

/** 法院認為…,判某某敗訴; 大行認為…,維持“買入”評級: behind what is held it is told what is done. */
function decides({ reading }: Scene, { start, end }: Clause): boolean {
  const whole = reading.folded.slice(start, end);
  const text = whole.replace(/^(?:因此|故|遂|乃|最终)/, '');
  const first = decisions().longestAt(text, 0);
  if (first?.value === 'verdict') return !text.startsWith('说', first.end);
  if (first?.value === 'keep') return holdsDecision(text, 0, text.length, 'rating');
  if (/^依[^,]{2,10}罪|^判刑[一二三四五六七八九十\d]/.test(text)) return true;
  return /^判[^,断定决]/.test(text) && holdsDecision(text, 2, firstOf(text, /[,断定决]/, 8), 'outcome');
}

/** Whether a word of a decision begins between two offsets of a text. */
function holdsDecision(text: string, from: number, to: number, role: string): boolean {
  for (let at = from; at < to; at++)
    if (
      decisions()
        .allAt(text, at)
        .some(({ value }) => value === role)
    )
      return true;
  return false;
}

/** Where one of the characters stands behind the first, at most at `limit`. */
function firstOf(text: string, characters: RegExp, limit: number): number {
  const at = text.slice(1).search(characters);
  return at < 0 ? limit : Math.min(limit, at + 2);
}

/** …,但他護航年輕投手: the author goes on about who was reported. */
function turnsToSpeaker({ reading }: Scene, { start, end }: Clause): boolean {
  return /^(?:但|不过|然而|可是)[他她](?!们|的)/.test(reading.folded.slice(start, end));
}

function holdsSpeech(scene: Scene, clause: Span): boolean {
  return scene.found.some(
    (found) => found.extent !== null && found.extent.start >= clause.start && found.extent.start < clause.end,
  );
}
