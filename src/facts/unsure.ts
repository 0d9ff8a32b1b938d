import { contains, type Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import type { FactReading } from './reading.js';

/**
 * Where a word leaves a clause open or denies it: anywhere; as a word of its own, since within longer words (委员会, 供应, 不锈钢)
 * its characters say nothing; or as a word with at most one character behind it. `sure` is a word that does not.
 */
type Place = 'any' | 'word' | 'head' | 'sure';

function words() {
  return openLexicon('unsure-words', ['word', 'place'], (row) => row.place as Place);
}

/** Whether an English clause in lower case denies, foresees, supposes or points: each word counts. */
export function isUnsureEnglish(clause: string): boolean {
  return (clause.match(/\w+/g) ?? []).some((word) => words().get(word) === 'word');
}

/** Whether a Chinese clause denies, foresees, supposes or asks; a name in it does not. */
export function isUnsureChinese(reading: FactReading, clause: Span): boolean {
  const { folded } = reading;
  const names = reading.mentionsIn(clause);
  const outside = (span: Span): boolean => !names.some((name) => contains(name, span));
  for (let at = clause.start; at < clause.end; at++) {
    const match = words()
      .allAt(folded, at)
      .findLast(({ value, end }) => value === 'any' && end <= clause.end);
    if (match !== undefined && outside({ start: at, end: at + 1 })) return true;
  }
  return reading
    .tokensIn(clause)
    .some((token) => isUnsureWord(folded.slice(token.start, token.end)) && !/^n/.test(token.pos) && outside(token));
}

function isUnsureWord(word: string): boolean {
  const place = words().get(word);
  if (place !== undefined) return place === 'word' || place === 'head';
  return word.length === 2 && words().get(word.charAt(0)) === 'head';
}
