import { knownNames } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';

/** A name in brackets behind a name: 中文名(Latin Name), Name(中文名), 全称(简称), Name, or ABC,. */
export function recognizeGlosses(reading: Reading, found: readonly Candidate[]): Candidate[] {
  const ends = new Map(found.map((candidate) => [candidate.end, candidate]));
  return [...bracketed(reading, ends), ...renamed(reading, ends)];
}

function bracketed({ folded }: Reading, ends: ReadonlyMap<number, Candidate>): Candidate[] {
  return [
    ...folded.matchAll(/ ?\((?:以下)?(?:简称|下称|又称|即)?[:“"]?([^()“”"\n]{2,50})[”"]?(?:,[^()\n]{1,30})?\)/g),
  ].flatMap((match) => {
    const full = ends.get(match.index);
    const inside = match[1] ?? '';
    const start = match.index + match[0].indexOf(inside);
    if (full === undefined || !glosses(folded.slice(full.start, full.end), inside, full.type)) return [];
    // Two or three words in capitals behind a Chinese person are the same person, whatever they look like.
    const person = full.type === 'PERSON' && /^[A-ZÀ-Þ][\p{L}'’.-]+(?: [A-ZÀ-Þ][\p{L}'’.-]*){1,3}$/u.test(inside);
    return [{ start, end: start + inside.length, type: full.type, score: person ? 0.99 : 0.93, by: 'gloss' }];
  });
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
