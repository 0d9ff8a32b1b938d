import { openLexicon } from '../lexicons/lexicon.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { lazy } from '../text/lazy.js';
import { between, exactly, type NumberMatch, times } from './match.js';

interface NumberWord {
  /** digit, teen, ten, hundred, scale, suffix, dozen, ordinal, fraction or vague. */
  readonly role: string;
  readonly value: number;
}

interface Word extends NumberWord {
  readonly end: number;
}

const numberWords = lazy(() =>
  openLexicon(
    'number-words-en',
    ['word', 'role', 'value'],
    (row): NumberWord => ({ role: row.role, value: Number(row.value) }),
  ),
);

const latinWord = /[A-Za-z]+/y;
const longestWord = 20;

/** The number word that starts at `index` and is a whole word, or null. */
function wordAt(text: string, index: number, end: number): Word | null {
  if (isLetterOrDigit(text, index - 1)) return null;
  latinWord.lastIndex = index;
  const written = latinWord.exec(text)?.[0];
  if (written === undefined || written.length > longestWord || index + written.length > end) return null;
  const row = numberWords().get(written.toLowerCase());
  if (row === undefined) return null;
  const stop = index + written.length;
  return isLetterOrDigit(text, stop) ? null : { ...row, end: stop };
}

function isLetterOrDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return isLetterCode(code) || isDigitCode(code);
}

/** The first two letters of the words of numbers and of the article. */
const beginnings = lazy(() => {
  const pairs = new Set<number>([pairAt('a ', 0), pairAt('an', 0)]);
  for (const [word] of numberWords().entries()) pairs.add(pairAt(word, 0));
  return pairs;
});

/** Two UTF-16 units, the letters of ASCII in lower case. */
function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index) | 32) * 65536 + (text.charCodeAt(index + 1) | 32);
}

/** What may stand between two words of one number: a space or two, a hyphen, `and`. */
const joint = /(?: {1,2}|-)(and {1,2})?/y;

/** Where the next word of a number may begin, and whether `and` stands before it. */
function nextAt(text: string, index: number): { at: number; isAnd: boolean } | null {
  joint.lastIndex = index;
  const match = joint.exec(text);
  return match === null ? null : { at: index + match[0].length, isAnd: match[1] !== undefined };
}

/** The number word after a joint; behind `and` only a small one. */
function nextWord(text: string, index: number, end: number): Word | null {
  const next = nextAt(text, index);
  const word = next === null ? null : wordAt(text, next.at, end);
  return next?.isAnd && (word === null || !isSmall(word)) ? null : word;
}

const isSmall = (word: NumberWord): boolean => ['digit', 'teen', 'ten'].includes(word.role);

interface Sum {
  total: number;
  section: number;
  /** What may follow: after forty a digit, after a digit or a teen only a scale. */
  last: 'none' | 'digit' | 'ten' | 'scale';
  /** The last scale: what `and a half` behind it is half of. */
  scale: number;
  end: number;
}

/** English number words: twenty-five, two hundred and five, a dozen, two-thirds, twenty-first, hundreds, half a million. */
export function englishNumberAt(text: string, index: number, end: number): NumberMatch | null {
  if (isLetterOrDigit(text, index - 1) || !beginnings().has(pairAt(text, index))) return null;
  const first = wordAt(text, index, end);
  if (first === null) return withArticle(text, index, end);
  switch (first.role) {
    case 'vague':
      return between({ start: index, end: first.end }, null, null, 'english', true);
    case 'ordinal':
      return exactly({ start: index, end: first.end }, first.value, 'english', { role: 'ordinal' });
    case 'fraction':
      return partOfScale(text, index, { value: 1 / first.value, end: first.end }, end);
    default:
      return isSmall(first) ? readWords(text, index, first, end) : null;
  }
}

/** a dozen, a hundred, a million, a third, a half, a quarter million. */
function withArticle(text: string, index: number, end: number): NumberMatch | null {
  const article = /^an? {1,2}/i.exec(text.slice(index, index + 4))?.[0];
  if (article === undefined || /[A-Za-z0-9'’]/.test(text[index - 1] ?? '')) return null;
  const word = wordAt(text, index + article.length, end);
  if (word === null) return null;
  if (['hundred', 'scale', 'dozen'].includes(word.role)) return readWords(text, index, word, end);
  const isPart = word.role === 'fraction' || (word.role === 'ordinal' && word.value > 2);
  if (!isPart) return null;
  const scaled =
    word.role === 'fraction' ? partOfScale(text, index, { value: 1 / word.value, end: word.end }, end) : null;
  if (scaled !== null) return scaled;
  return text.startsWith(' of ', word.end) || endsClause(text, word.end)
    ? exactly({ start: index, end: word.end }, 1 / word.value, 'english', { role: 'fraction' })
    : null;
}

/** a fifth, in the end; a fifth term is an ordinal. */
function endsClause(text: string, index: number): boolean {
  return /^ *(?:[.,;:!?)"”’—–]|$| (?:in|from|to|less|more|as|by|and|or|on|for|since|than)\b)/.test(
    text.slice(index, index + 10),
  );
}

/** half a million, quarter million, three quarters billion, half a dozen: a part of a scale. */
function partOfScale(
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

function readWords(text: string, start: number, first: Word, end: number): NumberMatch {
  const sum: Sum = { total: 0, section: 0, last: 'none', scale: 1, end: start };
  let word: Word | null = first;
  while (word !== null && add(sum, word)) {
    sum.end = word.end;
    const mixed = mixedAfter(text, { start, end: sum.end }, sum, end);
    if (mixed !== null) return mixed;
    word = nextWord(text, sum.end, end);
  }
  const value = sum.total + sum.section;
  return (
    decimals(text, { start, end: sum.end }, value, end) ??
    (word === null ? null : (fractionOf(text, sum, word, start, end) ?? ordinalOf(sum, word, start))) ??
    exactly({ start, end: sum.end }, value, 'english')
  );
}

/** two and a half, twenty and three fifths, two million and three quarters: a proper fraction behind `and`. */
function mixedAfter(
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
  const sum: Sum = { total: 0, section: 0, last: 'none', scale: 1, end: index };
  let word = wordAt(text, index, end);
  while (word !== null && isSmall(word) && add(sum, word)) {
    const next = nextAt(text, word.end);
    word = next === null || next.isAnd ? null : wordAt(text, next.at, end);
  }
  const isPart = word?.role === 'fraction' && sum.section > 0 && sum.section < word.value;
  return word !== null && isPart ? { value: sum.section / word.value, end: word.end } : null;
}

/** two point five, nought point zero three, nought point eleven. */
function decimals(
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
function fractionOf(text: string, sum: Sum, word: Word, start: number, end: number): NumberMatch | null {
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

/** twenty-first, one hundred thirteenth, two hundredth, three millionth. */
function ordinalOf(sum: Sum, word: Word, start: number): NumberMatch | null {
  const value = sum.total + sum.section;
  if (word.role !== 'ordinal' || value === 0) return null;
  const ordinal = (n: number): NumberMatch => exactly({ start, end: word.end }, n, 'english', { role: 'ordinal' });
  if (word.value >= 100) return sum.section > 0 ? ordinal(sum.total + sum.section * word.value) : null;
  const follows = sum.last === 'scale' || (sum.last === 'ten' && word.value < 10);
  return follows ? ordinal(value + word.value) : null;
}

/** Adds one word; false where it cannot follow. */
function add(sum: Sum, word: Word): boolean {
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
