import type { Span } from '../../document/span.js';
import type { Reading } from '../reading.js';

/** Whether a word lies in a name. */
export function isName(reading: Reading, word: Span): boolean {
  return reading
    .mentionsIn({ start: word.start - 40, end: word.end + 40 })
    .some((mention) => mention.start <= word.start && mention.end >= word.end);
}

/** The names that and joins to the one a phrase ends in, from the first on (Acme Inc. and |Bolt Ltd.|; Mark and |Ann Sugrue|); the name alone where none is joined. */
export function joinedNames(reading: Reading, phrase: Span, name: Span): Span {
  const before = { start: phrase.start, end: name.start };
  const text = reading.folded.slice(before.start, before.end);
  const join = /\sand\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?$/.exec(text);
  if (join === null) return name;
  const at = before.start + join.index;
  const other = reading
    .mentionsIn(before)
    .find(({ end, type }) => (type === 'PERSON' || type === 'ORG') && /^\.?$/.test(reading.folded.slice(end, at)));
  if (other !== undefined) return { start: other.start, end: name.end };
  return /^\p{Lu}\p{Ll}+$/u.test(text.slice(0, join.index)) ? { start: phrase.start, end: name.end } : name;
}
