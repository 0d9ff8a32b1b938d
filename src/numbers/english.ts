import { openLexicon } from '../lexicons/lexicon.js';
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

/** The number word that starts at `index` and is a whole word, or null. */
function wordAt(text: string, index: number, end: number): Word | null {
  const written = /^[A-Za-z]+/.exec(text.slice(index, Math.min(end, index + 20)))?.[0];
  if (written === undefined || /[A-Za-z0-9]/.test(text[index - 1] ?? '')) return null;
  const row = numberWords().get(written.toLowerCase());
  const stop = index + written.length;
  return row === undefined || /[A-Za-z0-9]/.test(text[stop] ?? '') ? null : { ...row, end: stop };
}

/** The number word after one space or hyphen, or after `and`. */
function nextWord(text: string, index: number, end: number): Word | null {
  if (text[index] !== ' ' && text[index] !== '-') return null;
  const skip = text.startsWith(' and ', index) ? 5 : 1;
  const word = wordAt(text, index + skip, end);
  return skip === 5 && (word === null || !isSmall(word)) ? null : word;
}

const isSmall = (word: NumberWord): boolean => ['digit', 'teen', 'ten'].includes(word.role);

interface Sum {
  total: number;
  section: number;
  /** What may follow: after forty a digit, after a digit or a teen only a scale. */
  last: 'none' | 'digit' | 'ten' | 'scale';
  end: number;
}

/** English number words: twenty-five, two hundred and five, a dozen, two-thirds, twenty-first, hundreds. */
export function englishNumberAt(text: string, index: number, end: number): NumberMatch | null {
  const first = wordAt(text, index, end);
  if (first === null) return withArticle(text, index, end);
  if (first.role === 'vague') return between({ start: index, end: first.end }, null, null, 'english', true);
  if (first.role === 'ordinal')
    return exactly({ start: index, end: first.end }, first.value, 'english', { role: 'ordinal' });
  return isSmall(first) ? readWords(text, index, first, end) : null;
}

/** a dozen, a hundred, a million, a third. */
function withArticle(text: string, index: number, end: number): NumberMatch | null {
  const article = /^an? /i.exec(text.slice(index, index + 3))?.[0];
  if (article === undefined || /[A-Za-z0-9'’]/.test(text[index - 1] ?? '')) return null;
  const word = wordAt(text, index + article.length, end);
  if (word === null) return null;
  if (['hundred', 'scale', 'dozen'].includes(word.role)) return readWords(text, index, word, end);
  const isThird = word.role === 'ordinal' && word.value > 2 && text.startsWith(' of ', word.end);
  const isQuarter = word.role === 'fraction' && text.startsWith(' of ', word.end);
  return isThird || isQuarter
    ? exactly({ start: index, end: word.end }, 1 / word.value, 'english', { role: 'fraction' })
    : null;
}

function readWords(text: string, start: number, first: Word, end: number): NumberMatch {
  const sum: Sum = { total: 0, section: 0, last: 'none', end: start };
  let word: Word | null = first;
  while (word !== null && add(sum, word)) {
    sum.end = word.end;
    word = nextWord(text, sum.end, end);
  }
  const value = sum.total + sum.section;
  if (word?.role === 'ordinal' && value >= 20 && word.value < 10)
    return exactly({ start, end: word.end }, value + word.value, 'english', { role: 'ordinal' });
  return fractionOf(sum, word, start) ?? exactly({ start, end: sum.end }, value, 'english');
}

/** two-thirds, three quarters, one third. */
function fractionOf(sum: Sum, word: Word | null, start: number): NumberMatch | null {
  const value = sum.total + sum.section;
  if (word === null || value === 0 || value >= word.value) return null;
  const one = word.role === 'ordinal' && value === 1 && word.value > 2;
  if (!one && word.role !== 'fraction') return null;
  return exactly({ start, end: word.end }, value / word.value, 'english', { role: 'fraction' });
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
    case 'scale':
      sum.total += (sum.section || 1) * word.value;
      sum.section = 0;
      sum.last = 'scale';
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
  if (word?.role === 'scale' || word?.role === 'hundred' || word?.role === 'suffix' || word?.role === 'dozen')
    return exactly({ start, end: stop }, times(value, word.value), 'arabic');
  return gap === '' && written === 'k' ? exactly({ start, end: stop }, value * 1000, 'arabic') : null;
}
