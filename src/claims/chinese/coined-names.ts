import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { adverbRoles } from '../source-words.js';
import type { Unit } from './units.js';

/** Surnames, by how surely a character is one. */
export const surnames = lazy(() => openLexicon('surnames', ['surname', 'kind'], ({ kind }) => kind));

/**
 * The units of a stretch with each name that the recogniser has missed as one unit: a surname of one character and one or two characters more,
 * cut apart, at the head of the stretch or behind 的, with an adverb, a time or nothing behind (在安順務農的|關金水|受詢時).
 */
export function withCoinedNames({ folded }: Reading, units: readonly Unit[]): readonly Unit[] {
  const index = units.findIndex((unit, at) => {
    const next = units[at + 1];
    if (next === undefined || next.start !== unit.end || !isSurname(folded.slice(unit.start, unit.end))) return false;
    if (at > 0 && units[at - 1]?.kind !== 'de') return false;
    const behind = units[at + 2];
    const isScene = folded.slice(units[at + 3]?.start, units[at + 3]?.end) === '时';
    if (behind !== undefined && !isScene && !/^(?:adverb|time|conjunction|preposition)$/.test(behind.kind))
      return false;
    return looksGiven(folded.slice(next.start, next.end), next);
  });
  const [first, second] = [units[index], units[index + 1]];
  if (first === undefined || second === undefined) return units;
  const name: Unit = { start: first.start, end: second.end, kind: 'word' };
  const last = units.at(-1);
  // 關金水|受詢時: what he did at the time ends the stretch.
  const endsInScene = units.length === index + 4 && last !== undefined && folded.slice(last.start, last.end) === '时';
  return [...units.slice(0, index), name, ...(endsInScene ? [] : units.slice(index + 2))];
}

/** Whether a text looks like the name of a person: a surname and two characters, no noun of its own. */
export function looksNamed(text: string): boolean {
  return (
    text.length === 3 &&
    isSurname(text[0] ?? '') &&
    /^\p{Script=Han}{3}$/u.test(text) &&
    sourceNouns().get(text) === undefined
  );
}

/** Whether a character is a surname and no word of grammar. */
export function isSurname(text: string): boolean {
  return (
    text.length === 1 &&
    /^(?:common|weak)$/.test(surnames().get(text) ?? '') &&
    !/[于向和从连时以由任应可而则又及同对把被给在]/.test(text)
  );
}

function looksGiven(text: string, { kind }: Unit): boolean {
  return (
    text.length <= 2 &&
    /^\p{Script=Han}+$/u.test(text) &&
    !/^(?:time|mark|de|name|title|bracket)$/.test(kind) &&
    !adverbRoles().has(text)
  );
}
