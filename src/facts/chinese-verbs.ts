import { contains, type Span } from '../document/span.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, type VerbType, verbAt } from './verbs.js';
import { hasRole } from './words.js';

/** The first verb of the lexicon that is a whole word and stands in no modifier (發布|的模型). */
export function firstVerb(reading: FactReading, stretch: Span): VerbMatch | null {
  const { lower, folded } = reading;
  const names = reading.mentionsIn(stretch);
  for (const token of reading.tokensIn(stretch)) {
    if (names.some((name) => contains(name, token))) continue;
    const word = folded.slice(token.start, token.end);
    if (/^[被把将让使令给]$/.test(word)) return null;
    if (hasRole(word, 'spends')) continue;
    const verb = verbAt(lower, token.start, stretch.end, takesObject) ?? doneVerb(reading, token);
    if (verb === null || !endsToken(reading, verb)) {
      if (/^v/.test(token.pos) && token.pos !== 'vn' && !hasRole(word, 'noun') && !hasRole(word, 'adverb')) return null;
      continue;
    }
    if (hasRole(word, 'noun') && token.start === stretch.start) continue;
    if (folded[verb.end] === '的') return null;
    // 鲍维出|生于…: a name that swallowed a part of the verb.
    if (token.start > stretch.start && verbAt(lower, verb.start - 1, verb.end) !== null) return null;
    return verb;
  }
  return null;
}

function takesObject(type: VerbType): boolean {
  return type !== 'measure' && type !== 'total';
}

/** Any verb of two characters that 了 marks as done. */
function doneVerb({ folded }: FactReading, { start, end, pos }: Span & { pos: string }): VerbMatch | null {
  const word = folded.slice(start, end);
  return pos === 'v' &&
    end - start === 2 &&
    folded[end] === '了' &&
    !hasRole(word, 'governs') &&
    !/[为是有成到]/.test(word)
    ? { start, end, predicate: word, type: 'act' }
    : null;
}

function endsToken(reading: FactReading, verb: Span): boolean {
  return reading.tokensIn({ start: verb.start, end: verb.end + 8 }).some(({ end }) => end === verb.end);
}
