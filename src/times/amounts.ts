import { isKind, type Lexemes, unitAt } from './grammar.js';

/** An amount that is written before a unit: one, a range of two, or an open one. */
export interface Amount {
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  readonly next: number;
}

/** 三, half, a couple of, a few, 1/2, two and a half: the amount at `at`; null where none stands. */
export function amountAt(lexemes: Lexemes, at: number): Amount | null {
  const lexeme = lexemes[at];
  const fraction = fractionAt(lexemes, at);
  if (fraction !== null) return fraction;
  if (lexeme?.kind === 'couple')
    return { low: 2, high: 2, approx: false, next: isKind(lexemes, at + 1, 'of') ? at + 2 : at + 1 };
  if (lexeme?.kind === 'few') return { low: null, high: null, approx: true, next: moreWord(lexemes, at + 1) };
  if (lexeme?.kind === 'a' || lexeme?.word === 'another')
    return { low: 1, high: 1, approx: false, next: moreWord(lexemes, at + 1) };
  if (lexeme?.value === '个' && isKind(lexemes, at + 1, 'half-of', 'half-unit') && !isKind(lexemes, at - 1, 'number'))
    return { low: 1, high: 1, approx: false, next: at };
  const number = lexeme?.number;
  if (number == null || number.role === 'ordinal' || number.role === 'percent') return null;
  const next = isMixedOf(lexemes, at) ? at + 2 : moreWord(lexemes, isKind(lexemes, at + 1, 'more') ? at + 2 : at + 1);
  if (number.value === null && number.low !== null && number.high !== null && number.high <= number.low + 2)
    return { low: number.low, high: number.high, approx: true, next };
  // 十几年: open, though the tens are stated.
  const value = number.low === null ? number.value : null;
  return { low: value, high: value, approx: number.approx || isKind(lexemes, at + 1, 'more'), next };
}

/** one and a quarter of hour: a mixed number. */
function isMixedOf(lexemes: Lexemes, at: number): boolean {
  const number = lexemes[at]?.number;
  const isMixed = number?.form === 'english' && number.value !== null && !Number.isInteger(number.value);
  return isMixed && isKind(lexemes, at + 1, 'of') && unitAt(lexemes, at + 2, 'd') !== null;
}

/** 2 more minutes, two additional weeks. */
function moreWord(lexemes: Lexemes, at: number): number {
  return ['more', 'additional', 'extra', 'further', 'fewer', 'full', 'whole', 'long'].includes(lexemes[at]?.word ?? '')
    ? at + 1
    : at;
}

/** What part of one unit `a half`, `two quarters`, `three quarters of` is. */
export function shareAt(lexemes: Lexemes, at: number): { share: number; next: number } | null {
  const number = lexemes[at]?.number;
  // a half, a quarter, three quarters as one number
  if (number?.role === 'fraction' && number.form === 'english' && number.value !== null && number.value < 1)
    return { share: number.value, next: isKind(lexemes, at + 1, 'of') ? at + 2 : at + 1 };
  const count = isKind(lexemes, at, 'a') ? 1 : (number?.value ?? null);
  const start = count === null ? at : at + 1;
  const word = lexemes[start]?.word;
  const of = isKind(lexemes, start + 1, 'of') ? start + 2 : start + 1;
  if (word === 'half' || word === 'half a' || word === 'half an') return { share: 0.5, next: of };
  return word === 'quarter' || word === 'quarters' ? { share: (count ?? 1) / 4, next: of } : null;
}

function exact(value: number, next: number): Amount {
  return { low: value, high: value, approx: false, next };
}

/** two and a half, one and three quarters, 5 and a half; half, 1/2. */
function fractionAt(lexemes: Lexemes, at: number): Amount | null {
  const whole = lexemes[at]?.number;
  if (whole != null && whole.role === 'cardinal' && whole.value !== null && isKind(lexemes, at + 1, 'and')) {
    const share = shareAt(lexemes, at + 2);
    return share === null || unitAt(lexemes, share.next, 'd') === null
      ? null
      : exact(whole.value + share.share, share.next);
  }
  const share = lexemes[at]?.isEnglish && whole == null ? shareAt(lexemes, at) : null;
  const isCoarse = share !== null && unitAt(lexemes, share.next, 'd') !== null && lexemes[at]?.kind !== 'a';
  return isCoarse && share !== null && lexemes[at]?.word === 'half' ? exact(share.share, share.next) : null;
}
