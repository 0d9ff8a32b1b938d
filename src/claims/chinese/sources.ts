import { type Span, spanKey } from '../../document/span.js';
import { isGesture } from '../cues.js';
import { nounBefore, sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { actorOf, isManner, pronounOf } from './actors.js';
import { withCoinedNames } from './coined-names.js';
import { issuerOf, publisherOf } from './publishers.js';
import { shorten } from './shorten.js';
import { thereIs } from './there-is.js';
import { isMeasure, posOf, spanOf, stops, type Unit, type UnitKind, unitsOf } from './units.js';

/**
 * The noun phrase that is the subject of the clause part in `region`, cut to the shortest name or noun that says who;
 * null where the part has none. Reads names where the mentions layer has them and tokens where it has not. Each stretch is
 * read once, whichever frames ask for it.
 */
export function findSubject(reading: Reading, region: Span): Span | null {
  const key = spanKey(region);
  const known = reading.subjects.get(key);
  if (known !== undefined) return known;
  const found = seekSubject(reading, region);
  reading.subjects.set(key, found);
  return found;
}

function seekSubject(reading: Reading, whole: Span): Span | null {
  const region = {
    start: whole.start + (urged.exec(reading.folded.slice(whole.start, whole.end))?.[0].length ?? 0),
    end: whole.end,
  };
  const relayed = relayedIn(reading, region);
  if (relayed !== null) return relayed;
  const agent = agentIn(reading, region);
  if (agent !== null) return seekSubject(reading, agent);
  const some = thereIs(reading, region);
  if (some !== null) return some;
  const phrase = nounPhrase(reading, region);
  const subject = phrase === null ? null : shorten(reading, phrase);
  return subject === null || isLanguage(reading, subject) || isGesture(reading.folded.slice(subject.start, subject.end))
    ? null
    : subject;
}

/** 用|閩南話: in what language somebody speaks. */
function isLanguage({ mentionsIn }: Reading, subject: Span): boolean {
  return mentionsIn(subject).some(({ type, end }) => type === 'LANGUAGE' && end === subject.end);
}

/** 經法官追問|才承認: what led to it; 是|某某說的. */
const urged =
  /^是(?=.)|^经(?:过|由)?[^,;:。]{0,10}(?:追问|询问|提醒|核实|质问|盘问|劝说|查询|追查|调查|讯问|审讯|点拨|解释)(?:之?下|之?后)?(?:才|方|终于|最终)?|^[^,;:。的]{0,20}(?:听见|听到|看见|只见|只听|传来)(?=.{2})/;

const relay =
  /(?:援引|引述|引用)了?([^引,;:。]{2,30}?)的?(?:话|消息|说法|报道|分析|讲话|内容|原话)?(?:报道|报导|也|并|则)?$/;

/** Whose words are passed on, where they are somebody's: 她援引去年的記錄|說 is her own saying. */
function relayedIn(reading: Reading, region: Span): Span | null {
  const relayed = relayedBy(reading.folded, region);
  const subject = relayed === null ? null : seekSubject(reading, relayed);
  if (relayed === null || subject === null) return null;
  const isRecord = /(?:记录|纪录|数据|资料|数字|案例|例子|经验|经历)/.test(
    reading.folded.slice(relayed.start, region.end),
  );
  return isRecord && opensWithPronoun(reading, region) ? null : subject;
}

function opensWithPronoun({ tokensIn, folded }: Reading, region: Span): boolean {
  const first = tokensIn(region)[0];
  return first !== undefined && sourceNouns().get(folded.slice(first.start, first.end)) === 'pronoun';
}

/** 媒體援引知情人士的話|稱: whose words are passed on; a law or figures that are referred to speak for the one who does so. */
function relayedBy(folded: string, { start, end }: Span): Span | null {
  const from = Math.max(start, end - 48);
  const match = relay.exec(folded.slice(from, end));
  if (match?.[1] === undefined || /(?:[》法据]|条例|规定)$/.test(match[1])) return null;
  const at = from + match.index + match[0].indexOf(match[1]);
  return { start: at, end: at + match[1].length };
}

const passive = /[^,;:。](?:遭(?![遇受])到?|被|备受|受到)([^,;:。的]{2,16})$/;

/** 這項政策遭在野黨|批評: the agent of a passive says it. */
function agentIn({ folded, tokensIn }: Reading, { start, end }: Span): Span | null {
  const match = passive.exec(folded.slice(Math.max(start, end - 40), end));
  if (match?.[1] === undefined) return null;
  const at = end - match[1].length;
  // 被捕|男子: a participle has no agent.
  return tokensIn({ start: at - 3, end: at + 3 }).some((token) => token.start < at && token.end > at)
    ? null
    : { start: at, end };
}

/** Who published the plain paper or figures that a region ends in (某部昨天公布的資料 → 某部), or null. */
export function findPublisher(reading: Reading, region: Span): Span | null {
  const units = unitsOf(reading, region);
  const rest = units.slice(skipLead(units));
  const phrase = publisherOf(reading, rest) ?? issuerOf(reading, rest);
  return phrase === null ? null : shorten(reading, phrase);
}

function nounPhrase(reading: Reading, region: Span): Span | null {
  const units = withCoinedNames(reading, unitsOf(reading, region));
  if (isListener(reading, units)) return null;
  const first = skipLead(units);
  const rest = units.slice(first);
  const until = rest.findIndex((unit, index) => stops.has(unit.kind) && !isMeasure(reading, rest.slice(0, index)));
  const head = until < 0 ? rest : rest.slice(0, until);
  const actor = actorOf(reading, rest);
  if (actor !== null) return actor;
  const pronoun = pronounOf(reading, head);
  if (pronoun !== null) return pronoun;

  const issuer = issuerOf(reading, head);
  if (issuer !== null) return issuer;
  const possessor = publisherOf(reading, untilAdverb(rest));
  if (possessor !== null) return possessor;
  const person = personBehind(reading, rest, until);
  if (person !== null) return person;
  const de = rest.findLastIndex((unit) => unit.kind === 'de');
  if (de < 0 && isManner(reading, head)) return null;
  if (until > 0 && (de < until || rest[until]?.kind === 'preposition') && endsInPerson(reading, head))
    return spanOf(head);
  // A modifier before 的 may hold verbs, times and prepositions: the noun is behind the last 的.
  if (rest[until]?.kind === 'time' && isNounOnly(rest.slice(until + 1)) && isKnown(reading, rest))
    return spanOf(rest.slice(until + 1));
  if (until >= 0 && de > until && endsInNoun(reading, rest.slice(de + 1))) return nounPhraseBehind(rest.slice(de + 1));
  return spanOf(head);
}

/** 對|本報記者: whom it is told says nothing. */
function isListener({ folded }: Reading, [first, ...rest]: readonly Unit[]): boolean {
  if (first === undefined || !/^[对向跟朝]着?$/.test(folded.slice(first.start, first.end))) return false;
  return rest.length > 0 && rest.every(({ kind }) => kind === 'word' || kind === 'name');
}

/** 主任某某|昨在記者會: a person by name before a time is the subject. */
function endsInPerson(reading: Reading, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  return last?.kind === 'name' && reading.mentionsIn(last).some(({ type }) => type === 'PERSON');
}

/** 研究所今年春天的報告|則樂觀地: up to the first adverb behind the last 的. */
function untilAdverb(units: readonly Unit[]): readonly Unit[] {
  const de = units.findLastIndex((unit) => unit.kind === 'de');
  const stop = units.findIndex(
    (unit, index) => index > de + 1 && (unit.kind === 'adverb' || unit.kind === 'conjunction'),
  );
  return stop < 0 ? units : units.slice(0, stop);
}

/** 論文第一作者某某, 夜間經濟協會會長某某: a word that looks like a time or conjunction stands inside the role of a person. */
function personBehind(reading: Reading, units: readonly Unit[], stop: number): Span | null {
  if (stop < 1 || !/^(?:time|conjunction|adverb)$/.test(units[stop]?.kind ?? '')) return null;
  const next = units.findIndex((unit, index) => index > stop && (stops.has(unit.kind) || unit.kind === 'de'));
  const run = units.slice(stop + 1, next < 0 ? units.length : next);
  const last = run.at(-1);
  if (last?.kind !== 'name' || run.slice(0, -1).some((unit) => isAct(reading, unit))) return null;
  return reading.mentionsIn(last).some(({ type }) => type === 'PERSON') ? spanOf(run) : null;
}

/** A verb, adverb or preposition that is no title (镇长 is tagged as a verb) and links none (創辦人|兼|總裁). */
function isAct(reading: Reading, unit: Span): boolean {
  const word = reading.folded.slice(unit.start, unit.end);
  return /^(?:v$|d$|p$)/.test(posOf(reading, unit)) && word !== '兼' && !sourceNouns().has(word);
}

function nounPhraseBehind(units: readonly Unit[]): Span | null {
  const until = units.findIndex((unit) => stops.has(unit.kind));
  return spanOf(until < 0 ? units : units.slice(0, until));
}

/** 公司|2023年|财报: nothing but a noun between a time and the cue is the subject itself. */
function isNounOnly(units: readonly Unit[]): boolean {
  return units.length > 0 && units.every(({ kind }) => kind === 'word' || kind === 'name' || kind === 'title');
}

/** Whether a noun of sources or a name closes the units: behind 匯策|昨日 what was done is none. */
function isKnown(reading: Reading, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  if (units.some(({ start, end }) => reading.folded.slice(start, end).includes('后'))) return false;
  return last !== undefined && (last.kind === 'name' || nounBefore(reading.lower, last.start, last.end) !== null);
}

/** Whether the subject, and no place or time (在…舉行的會上), follows the last 的. */
function endsInNoun(reading: Reading, units: readonly Unit[]): boolean {
  const stop = units.find((unit) => stops.has(unit.kind) || unit.kind === 'localizer');
  if (stop === undefined) return true;
  // …的前高管: behind 的 no place can be told by it.
  if (stop === units[0]) return stop.kind === 'localizer' && units.length > 1 && endsInNoun(reading, units.slice(1));
  // …的教師某某|對記者, 的教授某某|在電話中: a noun stands before the preposition.
  if (stop.kind === 'preposition') return true;
  return stop.kind === 'adverb' && !/[上中里时后间]$/.test(reading.folded.slice(stop.start, stop.end));
}

const leads: ReadonlySet<UnitKind> = new Set(['adverb', 'conjunction', 'time', 'mark', 'bracket', 'localizer']);

/** Passes conjunctions, adverbs, times and whole prepositional phrases (在…上) before the subject. */
function skipLead(units: readonly Unit[]): number {
  let at = 0;
  while (at < units.length) {
    const kind = units[at]?.kind ?? 'word';
    if (leads.has(kind)) at++;
    else if (kind === 'preposition') {
      const end = units.findIndex((unit, index) => index > at && unit.kind === 'localizer');
      if (end < 0) return at + 1;
      at = end + 1;
    } else break;
  }
  return at;
}
