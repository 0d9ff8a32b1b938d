import { knownNames } from '../lexicons/names.js';
import { inBracket } from '../lexicons/renaming.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { nameStart } from './name-start.js';

/** A name in brackets behind a name: 中文名(Latin Name), Name(中文名), 全称(简称), Name, or ABC,; and the place within the name of a company. */
export function recognizeGlosses(reading: Reading, found: readonly Candidate[]): Candidate[] {
  const ends = new Map(found.map((candidate) => [candidate.end, candidate]));
  return [...bracketed(reading, ends), ...renamed(reading, ends), ...seated(reading, ends)];
}

/** 凌图汽车(合肥)有限公司: one name over the bracket with its seat. */
function seated(reading: Reading, ends: ReadonlyMap<number, Candidate>): Candidate[] {
  const { folded } = reading;
  return [...folded.matchAll(/\((\p{Script=Han}{2,6})\)(?:\p{Script=Han}{0,6}?公司|集团)/gu)].flatMap((match) => {
    const { index, 0: rest, 1: seat = '' } = match;
    const start = ends.get(index)?.start ?? nameStart(reading, index, longestBrand);
    const isPlace = reading.tokenAt(index + 1)?.pos === 'ns' || knownNames(seat).some(({ type }) => type === 'GPE');
    if (index - start < 2 || !isPlace) return [];
    return [{ start, end: index + rest.length, type: 'ORG' as const, score: 0.96, by: 'gloss' }];
  });
}

const longestBrand = 10;

/** 全称(简称), 全称(以下简称“简称”或“公司”), Name (Short, …). */
const bracket = lazy(
  () =>
    new RegExp(
      String.raw` ?\((?:${inBracket()})?[:“"]?([^()“”"\n]{2,50})[”"]?(?:或[“"]?[^()“”"\n]{1,12}[”"]?|,[^()\n]{1,30})?\)`,
      'g',
    ),
);

function bracketed({ folded }: Reading, ends: ReadonlyMap<number, Candidate>): Candidate[] {
  return [...folded.matchAll(bracket())].flatMap((match) => {
    const found = ends.get(match.index);
    const inside = match[1] ?? '';
    const start = match.index + match[0].indexOf(inside);
    const whole = found === undefined ? null : wholeName(folded, found, inside, ends);
    const full = whole ?? found;
    if (full === undefined || !glosses(folded.slice(full.start, full.end), inside, full.type)) return [];
    // Two or three words in capitals behind a Chinese person are the same person, whatever they look like.
    const isPerson = full.type === 'PERSON' && /^[A-ZÀ-Þ][\p{L}'’.-]+(?: [A-ZÀ-Þ][\p{L}'’.-]*){1,3}$/u.test(inside);
    const short = { start, end: start + inside.length, type: full.type, score: isPerson ? 0.99 : 0.93, by: 'gloss' };
    return whole === null ? [short] : [whole, short];
  });
}

const longestName = 30;

/** 称心到|家智能公司(下称“称心到家”): the name from where its short form begins, and a place before that, where only its end was found; else null. */
function wholeName(
  folded: string,
  found: Candidate,
  short: string,
  ends: ReadonlyMap<number, Candidate>,
): Candidate | null {
  if (found.type !== 'ORG' || !/^\p{Script=Han}{2,12}$/u.test(short)) return null;
  const at = folded.lastIndexOf(short, found.start - 1);
  const isNear = at >= 0 && at + short.length >= found.start && found.end - at <= longestName;
  if (!isNear || /[^\p{Script=Han}]/u.test(folded.slice(at, found.end))) return null;
  const place = ends.get(at);
  return { ...found, start: place?.type === 'GPE' ? place.start : at, score: 0.95, by: 'gloss' };
}

/** Whether a bracket's content names the thing before it: Latin capitals, its other script, or characters out of it. */
function glosses(full: string, inside: string, type: string): boolean {
  const known = knownNames(inside);
  if (known.length > 0 && !known.some((name) => name.type === type)) return false;
  const han = /^\p{Script=Han}+$/u.test(inside);
  if (han && /\p{Script=Han}/u.test(full)) return isAbbreviation(full, inside);
  if (han) return inside.length >= 2 && inside.length <= 12;
  if (/^\d/.test(inside) || /[,;。]/.test(inside)) return false;
  return /^[A-Z]/.test(inside) && inside.split(' ').length <= 8 && !/^(?:CEO|CFO|CTO|COO|AI|IPO)$/.test(inside);
}

/** Whether the characters of `short` stand in `full` in the same order. */
export function isAbbreviation(full: string, short: string): boolean {
  if (short.length < 2 || short.length >= full.length) return false;
  let at = -1;
  return [...short].every((character) => {
    at = full.indexOf(character, at + 1);
    return at >= 0;
  });
}

/** English: `Full Name Corp., or FNC,` */
function renamed({ folded }: Reading, ends: ReadonlyMap<number, Candidate>): Candidate[] {
  return [
    ...folded.matchAll(/, (?:or|known as|also known as|called) ([A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,3})(?=[,.;)])/g),
  ].flatMap((match) => {
    const full = ends.get(match.index);
    const inside = (match[1] ?? '').replace(/\.$/, '');
    if (full === undefined) return [];
    const start = match.index + match[0].indexOf(inside);
    return [{ start, end: start + inside.length, type: full.type, score: 0.93, by: 'gloss' }];
  });
}
