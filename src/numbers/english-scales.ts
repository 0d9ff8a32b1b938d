import { englishNumberAt } from './english.js';
import { mixedAfter } from './english-fractions.js';
import { nextAt, numberWords } from './english-words.js';
import { exactly, type NumberMatch, times } from './match.js';

/** Digits with an English scale word or suffix: 1.2 billion, 1.2bn, 30 thousand; ordinals: 21st. Null where none follows. */
export function scaleAfter(text: string, number: NumberMatch, end: number): NumberMatch | null {
  const { start, value } = number;
  const after = text.slice(number.end, Math.min(end, number.end + 16));
  const match = /^([ -]?)([A-Za-z]+)(?![A-Za-z0-9])/.exec(after);
  if (match === null || value === null) return null;
  const [whole, gap, written = ''] = match;
  const stop = number.end + whole.length;
  if (gap === '' && /^(?:st|nd|rd|th)$/i.test(written))
    return number.digits === null ? null : exactly({ start, end: stop }, value, 'arabic', { role: 'ordinal' });
  const word = numberWords().get(written.toLowerCase());
  if (word === undefined)
    return gap === '' && written === 'k' ? exactly({ start, end: stop }, value * 1000, 'arabic') : null;
  if (!['scale', 'hundred', 'suffix', 'dozen'].includes(word.role) && written.toLowerCase() !== 'dozens') return null;
  const scaled = exactly({ start, end: stop }, times(value, word.value), 'arabic');
  return (
    mixedAfter(text, scaled, { total: scaled.value ?? 0, section: 0, scale: word.value }, end) ??
    stepAfter(text, scaled, word.value, end) ??
    scaled
  );
}

/** 4 thousand 3 hundred and 21, 3 hundred and one: the lower steps of one number. */
function stepAfter(text: string, upper: NumberMatch, factor: number, end: number): NumberMatch | null {
  const next = nextAt(text, upper.end);
  if (next === null || upper.value === null) return null;
  const sum = (rest: NumberMatch): NumberMatch => ({
    ...upper,
    end: rest.end,
    value: (upper.value ?? 0) + (rest.value ?? 0),
  });
  if (next.isAnd && factor !== 100) return null;
  const digits = /^\d{1,3}(?![\d.,%]*\d)/.exec(text.slice(next.at, Math.min(end, next.at + 6)))?.[0];
  if (digits === undefined) {
    const words = next.isAnd ? englishNumberAt(text, next.at, end) : null;
    return words?.value != null && words.role === 'cardinal' && words.value < factor ? sum(words) : null;
  }
  const plain = exactly({ start: next.at, end: next.at + digits.length }, Number(digits), 'arabic', { digits });
  if (next.isAnd) return Number(digits) < factor ? sum(plain) : null;
  const scaled = scaleAfter(text, plain, end);
  return scaled?.value != null && scaled.role === 'cardinal' && scaled.value < factor ? sum(scaled) : null;
}
