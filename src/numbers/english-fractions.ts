import { add, type Sum, sumFrom } from './english-sum.js';
import { isSmall, nextAt, nextWord, type Word, wordAt } from './english-words.js';
import { exactly, type NumberMatch, times } from './match.js';

/** half a million, quarter million, three quarters billion, half a dozen: a part of a scale. */
export function partOfScale(
  text: string,
  start: number,
  part: { readonly value: number; readonly end: number },
  end: number,
): NumberMatch | null {
  const gap = /^ (?:of )?(?:a {1,2})?/.exec(text.slice(part.end, part.end + 7))?.[0];
  const word = gap === undefined ? null : wordAt(text, part.end + gap.length, end);
  if (word === null || !['scale', 'dozen', 'hundred'].includes(word.role)) return null;
  return exactly({ start, end: word.end }, times(part.value, word.value), 'english');
}

/** two and a half, twenty and three fifths, two million and three quarters: a proper fraction behind `and`. */
export function mixedAfter(
  text: string,
  whole: { readonly start: number; readonly end: number },
  { total, section, scale }: Pick<Sum, 'total' | 'section' | 'scale'>,
  end: number,
): NumberMatch | null {
  const next = nextAt(text, whole.end);
  if (next === null || !next.isAnd) return null;
  const part = properFraction(text, next.at, end);
  if (part === null) return null;
  const value = total + section + part.value * (section === 0 ? scale : 1);
  return exactly({ start: whole.start, end: part.end }, Number(value.toPrecision(15)), 'english');
}

/** a half, one fourth, three fifths, fifty-four hundredths. */
function properFraction(text: string, index: number, end: number): { value: number; end: number } | null {
  const article = /^(?:an?|one) {1,2}/i.exec(text.slice(index, index + 5))?.[0];
  if (article !== undefined) {
    const word = wordAt(text, index + article.length, end);
    const isPart = word !== null && (word.role === 'fraction' || (word.role === 'ordinal' && word.value > 2));
    return isPart ? { value: 1 / word.value, end: word.end } : null;
  }
  const sum = sumFrom(index);
  let word = wordAt(text, index, end);
  while (word !== null && isSmall(word) && add(sum, word)) {
    const next = nextAt(text, word.end);
    word = next === null || next.isAnd ? null : wordAt(text, next.at, end);
  }
  const isPart = word?.role === 'fraction' && sum.section > 0 && sum.section < word.value;
  return word !== null && isPart ? { value: sum.section / word.value, end: word.end } : null;
}

/** two point five, nought point zero three, nought point eleven. */
export function decimals(
  text: string,
  whole: { readonly start: number; readonly end: number },
  value: number,
  end: number,
): NumberMatch | null {
  if (!/^ {1,2}point {1,2}/.test(text.slice(whole.end, whole.end + 9))) return null;
  let digits = '';
  let stop = whole.end;
  let next = whole.end + (/^ *point */.exec(text.slice(whole.end, whole.end + 9))?.[0].length ?? 0);
  for (;;) {
    const word = wordAt(text, next, end);
    if (word === null || !isSmall(word) || (digits !== '' && word.role !== 'digit')) break;
    digits += String(word.value);
    stop = word.end;
    next = stop + 1;
  }
  if (digits === '') return null;
  const decimal = Number(`${value}.${digits}`);
  const scale = nextWord(text, stop, end);
  if (scale?.role === 'scale')
    return exactly({ start: whole.start, end: scale.end }, times(decimal, scale.value), 'english');
  return exactly({ start: whole.start, end: stop }, decimal, 'english');
}

/** two-thirds, three quarters, one third, twenty-three fifths, three quarters billion. */
export function fractionOf(text: string, sum: Sum, word: Word, start: number, end: number): NumberMatch | null {
  const value = sum.total + sum.section;
  if (value === 0) return null;
  const one = word.role === 'ordinal' && value === 1 && word.value > 2;
  if (!one && word.role !== 'fraction') return null;
  const isPlural = /s$/i.test(text.slice(start, word.end));
  if (value >= word.value && !isPlural) return null;
  const part = { value: value / word.value, end: word.end };
  return (
    partOfScale(text, start, part, end) ??
    exactly({ start, end: word.end }, part.value, 'english', { role: 'fraction' })
  );
}
