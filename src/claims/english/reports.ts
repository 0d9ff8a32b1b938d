import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { openWords } from '../../lexicons/lexicon.js';
import { matchesOf } from '../../text/matches.js';
import type { SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { addresses, complementBehind, deedVerbs } from '../deed-verbs.js';
import type { NumberedSentence, Reading } from '../reading.js';
import { endOfContent, hasVerb, holdsQuote, type Scene } from '../scene.js';
import { isAuthorsTurn } from '../turns.js';
import { standsAlone } from '../words.js';
import { clauseBehind, contentBehind } from './behind.js';
import { isPronoun } from './shorten.js';
import { isBarred } from './verb-groups.js';
import { firstWordIn, hasRole, wordsIn } from './words.js';

/** What a frame found in a sentence: who, by which cue, and which stretch is claimed. */
export interface Report {
  readonly source: SourcePhrase | null;
  readonly cue: CueMatch;
  readonly start: number;
  readonly content: Span;
  readonly confidence: number;
  /** The name of the frame, where the report is a case of it with a name of its own. */
  readonly rule?: string;
  /** Where what names the source ends, if behind the cue. */
  readonly end?: number;
  /** What else the same words claim: the part behind a tag in the middle. */
  readonly more?: readonly Span[];
  /** It may lie inside what another one reports. */
  readonly isInner?: boolean;
  /** Another report has the same cue: its verb is left out here. */
  readonly sharesCue?: boolean;
}

/** One way to find reports in an English sentence, under the name of its rule. */
export interface Frame {
  readonly rule: string;
  find(scene: Scene, sentence: NumberedSentence): Report[];
}

/** Where a reported clause ends: at the sentence's end, a semicolon, the author's comment, or somebody else's words. */
export function endOfReport(scene: Scene, sentence: NumberedSentence, start: number): number {
  const end = endOfContent(scene.reading.folded, sentence);
  const clauses = clausesOf(scene, sentence);
  const cut = clauses.findIndex(
    (clause, index) => clause.start > start && stopsReport(scene, clause, clauses[index - 1]),
  );
  const until = beforeQuoted(scene, start, cut > 0 ? Math.min(end, clauses[cut - 1]?.end ?? end) : end);
  return nextVerb(scene, start, secondVerb(scene, start, until));
}

/** said it would appeal |and called the order “…”: where what is known to be the speaker's next report begins; `end` where none does. */
function beforeQuoted({ found, reading }: Scene, start: number, end: number): number {
  const next = found.find(
    ({ extent }) =>
      extent !== null &&
      extent.start > start &&
      extent.start < end &&
      /^,?\s(?:but|and|yet)\s/.test(reading.lower.slice(extent.start, extent.start + 6)),
  );
  return next === undefined ? end : trimBack(reading.folded, start, next.extent?.start ?? end);
}

/** sees no profit before 2027 |and has cut its target: behind a noun phrase the verb of and is the speaker's; `end` where there is none. */
function secondVerb({ reading }: Scene, start: number, end: number): number {
  const verb = reading.tokensIn({ start, end }).find(isVerb);
  const isOwn =
    verb !== undefined && (verb.pos === 'Auxiliary' || isInflected(reading.lower.slice(verb.start, verb.end)));
  const join = !isOwn ? null : /,?\s(?:and|but|yet|then)\s(?:\w+ly\s)?$/.exec(reading.lower.slice(start, verb.start));
  return join === null ? end : start + join.index;
}

/** … and promised that …: a second verb of the same speaker ends what the first one reports. */
function nextVerb(scene: Scene, start: number, end: number): number {
  const { lower, folded } = scene.reading;
  for (const cue of findCues(scene.reading, { start, end })) {
    if (!['clause', 'that'].includes(cue.frame) || /ing$/.test(cue.word)) continue;
    const isMarked = /^\s(?:that|whether)\s/.test(lower.slice(cue.end, cue.end + 9)) || isAddressed(scene, cue, end);
    if (!isMarked && !isSpeech(scene, cue, { start, end })) continue;
    const before = lower.slice(start, cue.start);
    if (!goesOn(before, cue)) continue;
    return trimBack(folded, start, start + before.search(/\s(?:but|and|yet)\s(?:\S+\s){0,1}$/));
  }
  const deed = nextDeed(scene.reading, start, end) ?? nextSilence(lower, start, end);
  if (deed !== null) return trimBack(folded, start, deed);
  return afterQuote(scene, start, end) ?? end;
}

/** … and accused him of …, … and puts it at 3m: where a deed of the same speaker begins, or null. */
function nextDeed(reading: Reading, start: number, end: number): number | null {
  const { lower } = reading;
  const text = lower.slice(start, end);
  if (!text.includes('and') && !text.includes('but')) return null;
  for (const match of matchesOf(/\s(?:and|but)\s(?:also\s|then\s|later\s)?(?=[a-z])/g, text)) {
    const at = start + match.index + match[0].length;
    const isDeed = deedVerbs
      .lexicon()
      .allAt(lower, at)
      .some(
        ({ end: last, value }) =>
          standsAlone(lower, at, last) &&
          (addresses(value) || value.complements.includes('object-at')) &&
          /(?:ed|s|put)$/.test(lower.slice(at, last)) &&
          complementBehind(reading, value, { start: last, end: Math.min(end, last + 140) }) !== null,
      );
    if (isDeed) return start + match.index;
  }
  return null;
}

/** … the talks had ended |but would not say why, … |and gave no reason: where the speaker leaves something unsaid, or null. */
function nextSilence(lower: string, start: number, end: number): number | null {
  const text = lower.slice(start, end);
  if (!text.includes('and') && !text.includes('but') && !text.includes('though')) return null;
  for (const match of matchesOf(/,?\s(?:and|but|though|although)\s(?:\w+ly\s)?(?=\w)/g, text)) {
    const words = wordsIn(lower, { start: start + match.index + match[0].length, end }, 5).map(({ text }) => text);
    if (isSilence(words)) return start + match.index;
  }
  return null;
}

/** Whether a verb phrase says that something is not said: declined to say, would not be drawn, gave no reason. */
function isSilence(words: readonly string[]): boolean {
  const [refusals, matters] = [openWords('unsaid-leads-en'), openWords('unsaid-matters-en')];
  return [1, 2, 3].some((length) => {
    const [matter = '', more = ''] = words.slice(length);
    return refusals.has(words.slice(0, length).join(' ')) && (matters.has(matter) || matters.has(`${matter} ${more}`));
  });
}

/** … the data “do not reflect this” |and pointed to …: what the speaker does next, told by a verb of speech. */
function afterQuote({ reading }: Scene, start: number, end: number): number | null {
  const next = /[”"],?\s(?:and|but)\s(?:also\s)?(?=[a-z]+\s)/.exec(reading.folded.slice(start, end));
  const verb = start + (next?.index ?? 0) + (next?.[0].length ?? 0);
  const cue = next === null ? undefined : findCues(reading, { start: verb, end })[0];
  return next !== null && cue?.start === verb && !(isPlain(cue.word) && hasModal(reading, { start, end: verb }))
    ? start + next.index + 1
    : null;
}

/** should introduce a premium |and write off| debt: a plain form behind a modal goes on with it. */
function hasModal({ tokensIn }: Reading, stretch: Span): boolean {
  return tokensIn(stretch).some(({ pos }) => pos === 'Modal');
}

function isPlain(verb: string): boolean {
  return !isInflected(verb) && !/ing$/.test(verb);
}

/** … and reminded its customers that …: somebody is told, and then what. */
function isAddressed(scene: Scene, cue: CueMatch, end: number): boolean {
  if (!hasRole(cue.word, 'hearer')) return false;
  const listener = /^(?:\s[\w'’-]+){1,4}?(?=\sthat\s)/.exec(scene.reading.lower.slice(cue.end, end))?.[0];
  return listener !== undefined && !hasVerb(scene, { start: cue.end, end: cue.end + listener.length });
}

/** … and suspects a swarm could …; … and accused him of …: the verb has a clause or somebody's deed behind it. */
function isSpeech(scene: Scene, cue: CueMatch, { start, end }: Span): boolean {
  const isBut = /\bbut\s(?:\w+\s)?$/.test(scene.reading.lower.slice(Math.max(start, cue.start - 16), cue.start));
  // The army denied it |and said it| would answer.
  const isAnd = cue.type === 'say' && ownClause.test(scene.reading.lower.slice(cue.end, end));
  return cue.frame === 'clause' && (cue.type === 'think' || isBut || isAnd) && clauseBehind(scene, cue, end) !== null;
}

const ownClause = /^\s(?:it|he|she|they|there|the|its|his|her|their|no|any)\s/;

/** The clauses of a sentence, in order. */
export function clausesOf(scene: Scene, sentence: NumberedSentence): Clause[] {
  return scene.clauses.filter((clause) => clause.sentence === sentence);
}

/** …, a claim that Manila rejects: the author's apposition to what was said; …, which the army denied: how others take it. */
function isComment({ lower }: Reading, clause: Span): boolean {
  const [first, ...words] = wordsIn(lower, clause, 9).map(({ text }) => text);
  if (first === 'which') return words.slice(1).some((word) => hasRole(word, 'taken'));
  const noun = words.findIndex((word) => hasRole(word, 'comment'));
  return /^an?$/.test(first ?? '') && noun >= 0 && noun < 2 && !/^(?:of|to|for|by|in)$/.test(words[noun + 1] ?? '');
}

function stopsReport(scene: Scene, clause: Clause, before: Clause | undefined): boolean {
  if (before?.mark === ';' || isAuthorsTurn(scene.reading, clause)) return true;
  if (findCues(scene.reading, clause).some(({ frame, start }) => frame === 'of' && start === clause.start)) return true;
  if (/^without\s(?:\w+\s)?[a-z]+ing\b/.test(scene.reading.lower.slice(clause.start, clause.end))) return true;
  if (hasRole(firstWordIn(scene.reading.lower, clause)?.text, 'aside')) return true;
  if (isComment(scene.reading, clause)) return true;
  if (
    findCues(scene.reading, clause).some(
      (cue) =>
        cue.start === clause.start &&
        /ing$/.test(cue.word) &&
        (cue.frame === 'clause' ||
          (cue.frame === 'quote' && holdsQuote(scene, clause)) ||
          (cue.frame === 'that' && clauseBehind(scene, cue, clause.end) !== null)),
    )
  )
    return true;
  if (
    /^(?:after|before|while|by|despite)\s(?:\w+\s)?[a-z]+ing\b/.test(
      scene.reading.lower.slice(clause.start, clause.end),
    )
  )
    return findCues(scene.reading, clause).some(({ start, word }) => /ing$/.test(word) && start < clause.start + 20);
  if (isOtherSpeaker(scene, clause)) return true;
  if (!/^(?:but|while|though|although|whereas)\b/.test(scene.reading.lower.slice(clause.start, clause.start + 10)))
    return false;
  return findCues(scene.reading, clause).some(
    (cue) =>
      /^(?:clause|that)$/.test(cue.frame) &&
      !isBarred(scene, clause.start, cue) &&
      (cue.frame === 'clause' || contentBehind(scene, cue, subjectIn(clause, cue), clause.end) !== null),
  );
}

/** … while |the bank| sees no risk: what stands between a conjunction and the verb of its clause. */
function subjectIn({ start }: Span, cue: Span): Span {
  return { start: Math.min(start + 6, cue.start), end: cue.start - 1 };
}

/** …, and one producer, Obi Nwachi, predicted that …: an apposition stands between the other speaker and the verb. */
function isApposed(scene: Scene, clause: Clause): boolean {
  const at = scene.clauses.indexOf(clause);
  const [name, tag] = [scene.clauses[at + 1], scene.clauses[at + 2]];
  if (name === undefined || tag === undefined || tag.sentence !== clause.sentence) return false;
  if (hasVerb(scene, clause) || hasVerb(scene, name)) return false;
  const cue = findCues(scene.reading, tag)[0];
  if (cue?.start !== tag.start) return false;
  return holdsQuote(scene, tag) || (/^(?:clause|that)$/.test(cue.frame) && clauseBehind(scene, cue, tag.end) !== null);
}

/** …, and a spokeswoman for the port said …: a subject and a verb of speech of its own, with a clause behind. */
function isOtherSpeaker(scene: Scene, clause: Clause): boolean {
  const { lower } = scene.reading;
  if (/^(?:but|while|though|although|whereas)\s/.test(lower.slice(clause.start, clause.start + 9)))
    return isApposed(scene, clause);
  if (!lower.startsWith('and ', clause.start)) return false;
  if (isApposed(scene, clause)) return true;
  return findCues(scene.reading, clause).some((cue) => {
    if (!/^(?:clause|that)$/.test(cue.frame) || /ing$/.test(cue.word) || isBarred(scene, clause.start, cue))
      return false;
    const subject = { start: clause.start + 4, end: cue.start };
    const words = wordsIn(lower, subject);
    const isPlain = words.length > 0 && words.length <= 9 && !hasVerb(scene, subject);
    return isPlain && !isPronoun(words[0]) && clauseBehind(scene, cue, clause.end) !== null;
  });
}

/** The offset behind the last character before `at` that is no space, comma or dash; not below `start`. */
export function trimBack(folded: string, start: number, at: number): number {
  let end = at;
  while (end > start && /[\s,—–-]/.test(folded[end - 1] ?? '')) end--;
  return end;
}

/** …, saying …; … fell 9% after saying …; … defended the plan by arguing …: what the subject of the sentence also says. */
const participle =
  /(?:,\s*(?:while\s|also\s|and\s)?|[”"]\s(?:and|but)\s|\s(?:after|by|before|while|despite)\s(?:also\s|first\s|previously\s)?)$/;

/** Whether a verb has the form of the past or of the third person. */
function isInflected(verb: string): boolean {
  return /(?:ed|[^s]s|said|told|wrote)$/.test(verb.split(' ', 1)[0] ?? '');
}

/** …, saying …; …, but warned that …; … and added that …: no subject of its own stands before the cue. */
export function goesOn(before: string, cue: CueMatch): boolean {
  if (/ing$/.test(cue.word)) return participle.test(before) && /^(?:clause|that)$/.test(cue.frame);
  return (
    isInflected(cue.word) && /(?:\bbut|\band|\byet)\s(?:also\s|later\s|then\s|again\s|has\s|have\s)?$/.test(before)
  );
}
