import type { Word } from './english-words.js';

/** What number words add up to, read from left to right. */
export interface Sum {
  total: number;
  section: number;
  /** What may follow: after forty a digit, after a digit or a teen only a scale. */
  last: 'none' | 'digit' | 'ten' | 'scale';
  /** The last scale: what `and a half` behind it is half of. */
  scale: number;
  end: number;
}

/** The sum of no word yet, at an offset of the text. */
export function sumFrom(start: number): Sum {
  return { total: 0, section: 0, last: 'none', scale: 1, end: start };
}

/** Adds one word; false where it cannot follow. */
export function add(sum: Sum, word: Word): boolean {
  switch (word.role) {
    case 'digit':
      if (sum.last === 'digit' || (sum.last === 'ten' && word.value === 0)) return false;
      sum.section += word.value;
      sum.last = 'digit';
      return true;
    case 'teen':
    case 'ten':
      if (sum.last === 'digit' || sum.last === 'ten') return false;
      sum.section += word.value;
      sum.last = word.role === 'ten' ? 'ten' : 'digit';
      return true;
    case 'hundred':
    case 'dozen':
      sum.section = (sum.section || 1) * word.value;
      sum.last = 'scale';
      return true;
    case 'vague':
      // three dozens
      if (sum.section === 0) return false;
      sum.section *= word.value;
      sum.last = 'scale';
      return true;
    case 'scale':
      sum.total += (sum.section || 1) * word.value;
      sum.section = 0;
      sum.last = 'scale';
      sum.scale = word.value;
      return true;
    default:
      return false;
  }
}
