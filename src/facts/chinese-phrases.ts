import { contains, type Span } from '../document/span.js';
import { endsInFigure, isNominal } from './chinese-nouns.js';
import type { FactReading } from './reading.js';
import { hasRole } from './words.js';

/** 在广播里|祝贺一位乘客: more than a place. */
function goesOnBehindPlace(reading: FactReading, span: Span): boolean {
  const tokens = reading.tokensIn(span);
  const at = tokens.findIndex(({ start, end }) => /^[里中上下内外旁边]$/.test(reading.folded.slice(start, end)));
  return at >= 0 && at < tokens.length - 2 && reading.folded[tokens[at]?.end ?? 0] !== '的';
}

const prepositions = /^[在于从自向以较比由用]/;

/**
 * Where a phrase of a preposition begins that ends the stretch: 某某|在伦敦|逝世, 以高感光相机|录得. Behind the preposition nothing
 * but a noun phrase stands; 由 is one of amounts alone, since it may also lead who did it.
 */
export function phraseStart(reading: FactReading, { start, end }: Span): number {
  const { folded } = reading;
  const names = reading.mentionsIn({ start, end });
  const spends = (token: Span): boolean => hasRole(folded.slice(token.start, token.end), 'spends');
  const preposition = reading.tokensIn({ start, end }).findLast(
    (token) =>
      (spends(token) ||
        (prepositions.test(folded.charAt(token.start)) && (token.end - token.start === 1 || token.pos === 'x'))) &&
      !names.some((name) => contains(name, token)) &&
      // 8比6: a score.
      !/\d$/.test(folded.slice(start, token.start)),
  );
  const score = /以[\d一二三四五六七八九十]+[比:-][\d一二三四五六七八九十]+$/.exec(folded.slice(start, end));
  if (score !== null) return start + score.index;
  // 市政府上午|与厂商|签约: who else did it.
  const partner = reading.tokensIn({ start, end }).find(({ pos, end: at }) => pos === 't' && folded[at] === '与');
  if (partner !== undefined && partner.start > start) return partner.end;
  if (preposition === undefined || preposition.start + 1 >= end) return end;
  const mark = folded[preposition.start] ?? '';
  const closing = reading.quantitiesIn({ start: preposition.start + 1, end }).at(-1);
  // 斥资12亿元|买下…: the price of what is done.
  const isPrice = spends(preposition);
  if ((isPrice || /[由从]/.test(mark)) && closing?.end === end) return preposition.start;
  const inside = { start: preposition.start + 1, end };
  const isWhole = preposition.end === preposition.start + 1;
  // 用了三十年的|机器: a verb.
  if (mark === '用' && /^[了过]/.test(folded.slice(preposition.end))) return end;
  if (mark === '在' && goesOnBehindPlace(reading, inside)) return end;
  // 学院|在学人数|达2900人: no phrase of place.
  if (/[为对]/.test(mark) && preposition.pos !== 'p') return end;
  if (/[在于自向为对]/.test(mark) && endsInFigure(folded, inside)) return end;
  if (isPrice || mark === '由' || (!isWhole && !/[较比以]/.test(mark))) return end;
  return isNominal(reading, isWhole ? inside : { start: preposition.end, end }) || inside.end === preposition.end
    ? preposition.start
    : end;
}
