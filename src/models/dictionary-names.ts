import { readFileSync } from 'node:fs';
import { lazy } from '../text/lazy.js';
import { modelPath } from './model.js';
import { PhraseTable } from './phrase-table.js';
import { Scratch } from './scratch.js';

/** What the dictionary calls a name, each a bit. The order is part of the models: append, never insert. */
export const dictionaryKinds = ['person', 'foreign', 'place', 'organization', 'other'] as const;

/**
 * The names of jieba's dictionary with their kinds, a set of bits, as `build-dictionary-names.ts` packs them: whatever
 * the words are that a sentence is cut into, these stand in it.
 */
export const dictionaryNames = lazy((): PhraseTable => {
  return PhraseTable.unpack(readFileSync(modelPath('dictionary-names.bin')));
});

/**
 * For each character from `start` to `end`, kinds and part of the names of `table` over it: five bits of kinds each for their
 * first characters, inner ones and last ones.
 */
export function markNames(
  table: PhraseTable,
  folded: string,
  start: number,
  end: number,
  scratch = new Scratch(),
): Int32Array {
  const marks = scratch.take(end - start);
  table.forEachIn(folded, start, end, (from, to, kinds) => {
    const first = from - start;
    const last = to - 1 - start;
    marks[first] = (marks[first] as number) | kinds;
    for (let i = first + 1; i < last; i++) marks[i] = (marks[i] as number) | (kinds << 5);
    marks[last] = (marks[last] as number) | (kinds << 10);
  });
  return marks;
}
