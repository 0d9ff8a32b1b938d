import { unitAt } from '../text/units.js';
import { englishNumberAt } from './english.js';
import { scaleAfter } from './english-scales.js';
import { fractionAfter, hanNumberAt, mixedAfter } from './han.js';
import { exactly, type NumberMatch, times } from './match.js';
import { numeralOf } from './numerals.js';
import { openUnits } from './units.js';

export type { NumberMatch } from './match.js';

const arabic =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d{1,3}(?: \d{3})*(?: 000| \d{3}(?= \d{3}(?!\d)) \d{3})(?:\.\d+)?(?![\d ]\d)|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/y;

/**
 * The number that starts at `index` of the fold: digits with separators and Chinese or English scale words (3000 万,
 * 1300多万, 1.2 billion), Chinese numerals, English number words. Null where none starts. Whoever scans a text must go on
 * at the end of the match, or past the digits: a number that is entered in its middle reads wrong.
 */
export function numberAt(text: string, index: number, end: number = text.length): NumberMatch | null {
  const unit = text.charCodeAt(index);
  if (unit >= 48 && unit <= 57) return arabicNumberAt(text, index, end);
  if (unit < 0x300 && numeralOf(text[index]) === undefined) return englishNumberAt(text, index, end);
  const number = hanNumberAt(text, index, end);
  if (number === null || !isCountedScale(text, number.end) || number.end + 2 > end || number.value === null)
    return number;
  return { ...number, end: number.end + 2, value: times(number.value, 1e8), digits: null };
}

/** Digits that no one writes as one number; they are skipped as they stand. */
const longestDigits = 24;

function arabicNumberAt(text: string, index: number, end: number): NumberMatch | null {
  arabic.lastIndex = index;
  const written = arabic.exec(text)?.[0] ?? '';
  const at = index + written.length;
  if (written.length > longestDigits || at > end) return null;
  const digits = /^\d+$/.test(written) ? written : null;
  const value = Number(digits ?? written.replaceAll(/[, ]/g, ''));
  const plain = exactly({ start: index, end: at }, value, 'arabic', { digits });
  return endsHere(text, at)
    ? plain
    : (raised(text, plain, end) ??
        withVulgar(text, plain, end) ??
        withFraction(text, plain, end) ??
        fractionAfter(text, plain, end) ??
        mixedAfter(text, plain, end) ??
        slashFraction(text, plain, end) ??
        withHanScale(text, plain, end) ??
        scaleAfter(text, plain, end) ??
        plain);
}

/** Whether a Chinese character with which no number goes on stands at `at`: 2024|年, 3|名. */
function endsHere(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return (
    unit >= 0x4e00 && unit <= 0x9fff && !'分又个'.includes(text.charAt(at)) && numeralOf(text.charAt(at)) === undefined
  );
}

/** 2½: a fraction in one character behind the digits. */
function withVulgar(text: string, first: NumberMatch, end: number): NumberMatch | null {
  const vulgar = first.end < end ? numeralOf(text[first.end]) : undefined;
  if (vulgar?.role !== 'vulgar' || first.value === null) return null;
  return exactly({ start: first.start, end: first.end + 1 }, first.value + vulgar.value, 'arabic');
}

/** 10 1/2: a proper fraction behind a space. */
function withFraction(text: string, first: NumberMatch, end: number): NumberMatch | null {
  if (text[first.end] !== ' ') return null;
  const match = /^ {1,2}([1-9]\d?)\/([1-9]\d?)(?![\d/.A-Za-z])/.exec(
    text.slice(first.end, Math.min(end, first.end + 8)),
  );
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || first.value === null || first.digits === null || !(numerator < denominator)) return null;
  const value = Number((first.value + numerator / denominator).toPrecision(15));
  return exactly({ start: first.start, end: first.end + match[0].length }, value, 'arabic');
}

/** 1.2e5, 10^5, 1.3x10^6: a power behind the digits. */
function raised(text: string, first: NumberMatch, end: number): NumberMatch | null {
  if (!'eE x×*^'.includes(text.charAt(first.end))) return null;
  const match = /^(?:(?:[eE]| ?[x×*] ?10\^)([+-]?\d{1,3})|\^([+-]?\d{1,2}))(?!\w|\.\d)/.exec(
    text.slice(first.end, Math.min(end, first.end + 10)),
  );
  if (match === null || first.value === null || /[A-Za-z]/.test(text[first.start - 1] ?? '')) return null;
  const [written, exponent, power] = match;
  const value = exponent === undefined ? first.value ** Number(power) : first.value * 10 ** Number(exponent);
  if (!Number.isFinite(value)) return null;
  return exactly({ start: first.start, end: first.end + written.length }, Number(value.toPrecision(15)), 'arabic');
}

/** 1/3, 3/4: a small proper fraction that no digit, slash or letter touches. */
function slashFraction(text: string, first: NumberMatch, end: number): NumberMatch | null {
  if (text[first.end] !== '/') return null;
  const match = /^\/([1-9]\d?)(?![\d/.A-Za-z年月])/.exec(text.slice(first.end, Math.min(end, first.end + 5)));
  const denominator = Number(match?.[1]);
  const before = text[first.start - 1] ?? '';
  if (match === null || first.value === null || /[\d/]/.test(before)) return null;
  // -3/2: behind its sign it is no date.
  if (first.value >= denominator && before !== '-') return null;
  return exactly({ start: first.start, end: first.end + match[0].length }, first.value / denominator, 'arabic', {
    role: 'fraction',
  });
}

/** 1300多万, 3000 万, 20余亿, 1.2万亿, 5千; also 1200多 with nothing after 多. */
function withHanScale(text: string, number: NumberMatch, end: number): NumberMatch | null {
  let at = number.end;
  let factor = 1;
  let approx = false;
  if (numeralOf(text[at])?.role === 'more') {
    approx = true;
    at++;
  }
  const gap = isCountedScale(text, at) ? 1 : (/^ {0,2}/.exec(text.slice(at, at + 2))?.[0].length ?? 0);
  const scaleStart = gap > 0 && isScale(text, at + gap) ? at + gap : at;
  let stop = at;
  for (let i = scaleStart; i < end && isScale(text, i); i++) {
    factor *= numeralOf(text[i])?.value ?? 1;
    stop = i + 1;
  }
  if (!approx && factor > 1 && numeralOf(text[stop])?.role === 'more') {
    approx = true;
    stop++;
  }
  if (stop === number.end) return null;
  const tens = factor < 10000 && text[stop] === '零' ? myriadsAt(text, stop + 1, end) : null;
  if (tens !== null && !approx) {
    const myriads = times(number.value ?? 0, factor) + tens.value / 10000;
    return exactly({ start: number.start, end: tens.end }, times(myriads, 10000), 'arabic');
  }
  const rest = factor > 1 && !approx ? remainder(text, stop, end, factor) : null;
  const value = times(number.value ?? 0, factor) + (rest?.value ?? 0);
  return exactly({ start: number.start, end: rest?.end ?? stop }, value, 'arabic', { approx });
}

/** 2千零30万: what goes on below the thousands of 万. */
function myriadsAt(text: string, index: number, end: number): { value: number; end: number } | null {
  const written = /^\d{1,3}万/.exec(text.slice(index, Math.min(end, index + 4)))?.[0];
  return written === undefined ? null : { value: Number.parseInt(written, 10) * 10000, end: index + written.length };
}

/** 3个亿, 两个亿: 个 before the scale says nothing. */
function isCountedScale(text: string, index: number): boolean {
  return text[index] === '个' && text[index + 1] === '亿';
}

/** The lower part of a number written in steps: 3亿5000万. */
function remainder(text: string, index: number, end: number, factor: number): NumberMatch | null {
  const hasZero = text[index] === '零';
  const at = hasZero ? index + 1 : text[index] === ' ' ? index + 1 : index;
  const next = text.charCodeAt(at);
  if (!(next >= 48 && next <= 57)) return null;
  const rest = arabicNumberAt(text, at, end);
  if (rest?.value != null && text[index] === ' ' && rest.digits !== null) return null;
  if (rest?.value == null || rest.value >= factor || rest.approx) return null;
  return hasZero || rest.digits === null || rest.value * 10 >= factor ? rest : null;
}

/** Whether the character multiplies what stands before it, and does not begin a unit (千克, 百分点, 兆瓦). */
function isScale(text: string, index: number): boolean {
  const numeral = numeralOf(text[index]);
  if (numeral?.role !== 'myriad' && numeral?.value !== 100 && numeral?.value !== 1000) return false;
  const unit = openUnits().longestAt(text, index);
  return unit === null || unit.end - unit.start < 2;
}
