import { knownNames } from '../lexicons/names.js';
import { matchesOf } from '../text/matches.js';
import { type Candidate, type Reading, sentencesIn, signs } from './candidate.js';
import { hasProductCue } from './context.js';
import { productBefore } from './latin.js';
import { isMeasured } from './no-names.js';

const dashed =
  /(?:-[A-Za-z0-9]+(?:\.[0-9]+)*)+(?: \d+(?:\.\d+)*(?![\d年月日万亿%]))?(?: ?(?:Pro|Max|Plus|Ultra|mini|Mini|Lite|Turbo|Nano))?(?:(?:至尊|旗舰|专业|青春|标准)版)?/g;
const decimal = /\d+(?:\.\d+)?[A-Z]?(?: ?(?:Pro|Max|Plus|Ultra|mini|Turbo))?(?:(?:至尊|旗舰|专业|青春|标准)版)?/g;
const ordinal = /(?<![一二三四五六七八九十])[一二三四五六七八九十]+号/g;

/** Chinese names with a version: 甲乙-7B-v2, 甲乙·丙2.0, 甲乙8至尊版, “甲乙一号”. */
export function recognizeVersioned(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const [hasDash, hasDigit] = [reading.holds(sentence, signs.dash), reading.holds(sentence, signs.digit)];
    const text = reading.text(sentence);
    const hasNumber = text.includes('号');
    if (!hasDash && !hasDigit && !hasNumber) return [];
    const at = (match: RegExpExecArray) => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    });
    return [
      ...(hasDash ? matchesOf(dashed, text) : []).flatMap((match) => withDash(reading, at(match))),
      ...(hasDigit ? matchesOf(decimal, text) : []).flatMap((match) => withNumber(reading, at(match))),
      ...(hasNumber ? matchesOf(ordinal, text) : []).flatMap((match) => withOrdinal(reading, at(match))),
    ];
  });
}

interface Tail {
  readonly start: number;
  readonly end: number;
}

function withDash(reading: Reading, tail: Tail): Candidate[] {
  const start = brandStart(reading, tail.start, true);
  return start === null ? [] : [{ start, end: tail.end, type: 'PRODUCT', score: 0.92, by: 'version-dash' }];
}

function withNumber(reading: Reading, tail: Tail): Candidate[] {
  const { folded } = reading;
  if (
    /[\d.A-Za-z%-]/.test(folded[tail.start - 1] ?? '') ||
    /^[\d年月日时点分秒%％倍个万亿元美多名家岁—–-]/.test(folded.slice(tail.end))
  )
    return [];
  const start = brandStart(reading, tail.start, false);
  if (start === null || isMeasured(reading, tail.end)) return [];
  const brand = folded.slice(start, tail.start);
  const sure =
    brand.includes('·') || knownNames(brand).some((name) => name.type === 'PRODUCT') || /版$/.test(reading.text(tail));
  if (!sure && !(hasProductCue(reading, { start, end: tail.end }) && /\./.test(reading.text(tail)))) return [];
  return [{ start, end: tail.end, type: 'PRODUCT', score: sure ? 0.9 : 0.66, by: 'version-number' }];
}

function withOrdinal(reading: Reading, tail: Tail): Candidate[] {
  const start = brandStart(reading, tail.start, false);
  if (start === null || tail.start - start < 2) return [];
  const quoted = /[“”"']/.test(reading.folded[start - 1] ?? '');
  return quoted || hasProductCue(reading, { start, end: tail.end })
    ? [{ start, end: tail.end, type: 'PRODUCT', score: quoted ? 0.85 : 0.6, by: 'version-ordinal' }]
    : [];
}

const outside = new Set(['p', 'u', 'uj', 'ul', 'c', 'd', 'r', 'm', 'v', 'q', 'f', 't', 'y', 'zg']);

/** Where the Chinese brand before a version begins: at a quotation mark, a known name, or a word that cannot be in it. */
function brandStart(reading: Reading, end: number, long: boolean): number | null {
  const { folded } = reading;
  const line = productBefore(folded, end);
  if (line !== null && !/^-/.test(folded.slice(end))) return line;
  let start = end;
  while (end - start < 8) {
    const before = folded[start - 1] ?? '';
    if (before === '·') {
      start--;
      continue;
    }
    const token = reading.tokenBefore(start);
    if (token === undefined || !/^\p{Script=Han}+$/u.test(reading.text(token))) break;
    const stops =
      outside.has(token.pos) && !(long && start === end && token.end - token.start === 2 && token.pos === 'v');
    const single = token.end - token.start === 1;
    if (stops && !(single && end - start === 1 && token.pos !== 'uj' && token.pos !== 'p')) break;
    const word = reading.text(token);
    if (start !== end && knownNames(word).some((name) => name.type === 'ORG')) break;
    const isProduct = knownNames(word).some((name) => name.type === 'PRODUCT');
    if (!isProduct && folded[start] !== '·' && end - start >= 2 && !single && token.pos === 'n') break;
    start = token.start;
  }
  return end - start >= 2 ? start : null;
}
