import type { Span } from '../../document/span.js';
import { nounBefore, sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { isOnce } from './speaker-ends.js';
import { isMeasure, posOf, type Unit } from './units.js';

/** 她|笑着: a pronoun with a manner behind it is the subject alone; 他的|父親 and 他|父親 are not. */
export function pronounOf(reading: Reading, head: readonly Unit[]): Span | null {
  const [first, second] = head;
  if (first === undefined || second === undefined || second.kind === 'de') return null;
  const de = head.findIndex(({ kind }) => kind === 'de');
  const [before] = de > 0 ? head.slice(de - 1) : [];
  // 他供職過的|電影廠: what he did only modifies.
  if (before !== undefined && /^[vu]/.test(posOf(reading, before))) return null;
  const word = reading.folded.slice(first.start, first.end);
  if (word === '其' || sourceNouns().get(word) !== 'pronoun') return null;
  const pos = posOf(reading, second);
  // 她|與合作者 are two.
  if (/^[与和同跟及]/.test(reading.folded.slice(second.start, second.end))) return null;
  // 她|氣得|發抖: a word that no lexicon has acts by its end.
  const acts =
    /^[vdaulizp]/.test(pos) || (pos === 'x' && /[得着了过起]$/.test(reading.folded.slice(second.start, second.end)));
  return acts ? { start: first.start, end: first.end } : null;
}

/**
 * 讀者莊小姐|致電本報, 她|舉著手板, 公司昨晚|發通告: whoever the phrase opens with, where he does something on the way to the
 * cue; what a verb directly before 的 tells (他教過的學生) only modifies.
 */
export function actorOf(reading: Reading, units: readonly Unit[]): Span | null {
  for (let from = units.length - 1; from >= 0; from--) {
    if (from > 0 && units[from - 1]?.kind !== 'de') continue;
    const actor = actorFrom(reading, units.slice(from));
    if (actor !== null) return actor;
  }
  return null;
}

function actorFrom(reading: Reading, units: readonly Unit[]): Span | null {
  for (let deed = 1; deed < units.length && units[deed]?.kind !== 'de'; deed++) {
    const unit = units[deed];
    // 學者頌|猜, 發言人|頌|猜: one character at the end, or two apart, may belong to a name.
    const last = units.at(-1);
    if (
      unit === undefined ||
      !(isDoing(reading, unit) || (deed === 1 && isNounLike(reading, unit))) ||
      (unit.end - unit.start < 2 && (last?.end ?? 0) - unit.start <= 2)
    )
      continue;
    const who = whoIn(reading, units.slice(0, deed));
    if (who === null) continue;
    const de = units.findLastIndex(({ kind }) => kind === 'de');
    return de > deed && !(who.isKnown && holdsObject(reading, units, deed, de)) ? null : who;
  }
  return null;
}

/** 她|援引…: behind a pronoun alone a verb may be tagged as a noun of doing. */
function isNounLike(reading: Reading, unit: Unit): boolean {
  return posOf(reading, unit) === 'vn' && /^[他她]$/.test(reading.folded.slice(unit.start - 1, unit.start));
}

/** Whoever the units before a deed name, with times and adverbs passed over; known is a person by name or pronoun. */
function whoIn(reading: Reading, before: readonly Unit[]): (Span & { isKnown: boolean }) | null {
  const who = before.filter(({ kind }) => kind !== 'time' && kind !== 'adverb' && kind !== 'bracket');
  const [first, last] = [who[0], who.at(-1)];
  if (first === undefined || last === undefined || who.some(({ kind }) => kind !== 'word' && kind !== 'name'))
    return null;
  const word = reading.folded.slice(first.start, last.end);
  const isPronoun = who.length === 1 && word !== '其' && sourceNouns().get(word) === 'pronoun';
  const isName = reading.mentionsIn(last).some(({ type, end }) => type === 'PERSON' && end === last.end);
  const noun = nounBefore(reading.lower, first.start, last.end);
  if (!isPronoun && !isName && (noun === null || noun.role === 'report' || noun.role === 'pronoun')) return null;
  return isMeasure(reading, who) ? null : { start: first.start, end: last.end, isKnown: isPronoun || isName };
}

/** 她|援引去年走訪工廠的|記錄, 她|舉著寫有字的|手板: 的 belongs to what the verb is about, and nobody who can speak follows. */
function holdsObject(reading: Reading, units: readonly Unit[], deed: number, de: number): boolean {
  const [verb, before, last] = [units[deed], units[de - 1], units.at(-1)];
  if (verb === undefined || before === undefined || last === undefined || de === deed + 1) return false;
  // 當著|眾人的面: 着 makes it a deed.
  const isPreposition = /^p/.test(posOf(reading, verb)) && reading.folded[verb.end - 1] !== '着';
  if (isPreposition || /^(?:v|u)/.test(posOf(reading, before))) return false;
  const noun = nounBefore(reading.lower, units[de + 1]?.start ?? last.start, last.end);
  return last.kind !== 'name' && (noun === null || noun.role === 'report');
}

/** 搔著|頭, 扯著|嗓子: a verb with 着 opens what somebody does, nobody. */
export function isManner({ folded }: Reading, [first, second]: readonly Unit[]): boolean {
  if (first === undefined || second === undefined) return false;
  return first.end - first.start <= 2 && folded.slice(second.start, second.end) === '着';
}

/** Whether a verb begins with a unit: no noun made of one, and no word of a title. */
function isDoing(reading: Reading, unit: Unit): boolean {
  const word = reading.folded.slice(unit.start, unit.end);
  if (unit.kind !== 'word' || /^[兼姓]$/.test(word) || sourceNouns().has(word)) return false;
  const pos = posOf(reading, unit);
  return /^(?:v$|vd|p$)/.test(pos) || /^.着$/.test(word) || isOnce(word, pos);
}
