import { lazy } from '../text/lazy.js';
import { listedCues } from './cues.js';

const lost = '\ufffd';
/** Shorter words of English differ in one letter too often. */
const shortestLatin = 6;
const longestHan = 4;

/**
 * A lower-cased fold of the same length in which cue words that lost a letter are whole (maint�ins, accor�ing): English ones that are like no
 * other cue, Chinese ones that close a clause, where their frames ask for a speaker before them.
 */
export function withWholeCues(lower: string): string {
  if (!lower.includes(lost)) return lower;
  return lower.replace(/\ufffd/g, (_, at: number) => letterAt(lower, at) ?? lost);
}

/** The letter that makes a cue of the word at `at`, or null. */
function letterAt(lower: string, at: number): string | null {
  const before = /[a-z]*$/.exec(lower.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  const behind = /^[a-z]*/.exec(lower.slice(at + 1, at + 20))?.[0] ?? '';
  if (before !== '' || behind !== '') {
    const word = cuesWithGaps().get(before + lost + behind);
    return word?.charAt(before.length) ?? null;
  }
  for (let size = longestHan; size > 1; size--)
    for (let start = at - size + 1; start <= at; start++) {
      if (start < 0 || !/[,:“]/.test(lower.charAt(start + size))) continue;
      const word = cuesWithGaps().get(lower.slice(start, start + size));
      if (word != null) return word.charAt(at - start);
    }
  return null;
}

/** Cue words by their forms with a gap; null where two English ones share a form. Of Chinese ones any stands for the others. */
const cuesWithGaps = lazy((): ReadonlyMap<string, string | null> => {
  const forms = new Map<string, string | null>();
  for (const [cue] of listedCues.lexicon().entries()) {
    const word = /^[a-z]+/.exec(cue)?.[0] ?? cue;
    const isLatin = /^[a-z]/.test(word);
    if (isLatin ? word.length < shortestLatin : !/^\p{Script=Han}{2,4}$/u.test(word)) continue;
    for (let i = 0; i < word.length; i++) {
      const form = word.slice(0, i) + lost + word.slice(i + 1);
      const other = forms.get(form);
      forms.set(form, isLatin && other !== undefined && other !== word ? null : word);
    }
  }
  return forms;
});
