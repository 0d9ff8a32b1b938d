import { decimals, fractionOf, mixedAfter, partOfScale } from './english-fractions.js';
import { add, type Sum, sumFrom } from './english-sum.js';
import { isSmall, mayBegin, nextWord, type Word, wordAt } from './english-words.js';
import { between, exactly, type NumberMatch } from './match.js';

/** English number words: twenty-five, two hundred and five, a dozen, two-thirds, twenty-first, hundreds, half a million. */
export function englishNumberAt(text: string, index: number, end: number): NumberMatch | null {
  if (!mayBegin(text, index)) return null;
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

function readWords(text: string, start: number, first: Word, end: number): NumberMatch {
  const sum = sumFrom(start);
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

/** twenty-first, one hundred thirteenth, two hundredth, three millionth. */
function ordinalOf(sum: Sum, word: Word, start: number): NumberMatch | null {
  const value = sum.total + sum.section;
  if (word.role !== 'ordinal' || value === 0) return null;
  const ordinal = (n: number): NumberMatch => exactly({ start, end: word.end }, n, 'english', { role: 'ordinal' });
  if (word.value >= 100) return sum.section > 0 ? ordinal(sum.total + sum.section * word.value) : null;
  const follows = sum.last === 'scale' || (sum.last === 'ten' && word.value < 10);
  return follows ? ordinal(value + word.value) : null;
}
