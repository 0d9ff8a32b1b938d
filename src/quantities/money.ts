import { openWords } from '../lexicons/lexicon.js';
import type { Amount } from './amounts.js';
import { isOpen, type LocalMoney } from './currency.js';
import { type Draft, draft } from './draft.js';
import type { Page } from './page.js';
import { signBefore } from './units.js';

/** $1.2 billion, 5亿美元, 人民币300万元, 3.8亿元. */
export function money(page: Page, amount: Amount, local: LocalMoney): Draft | null {
  const { unit, first } = amount;
  if (first.role === 'percent' || first.role === 'fraction') return null;
  const sign = signBefore(page, amount.start);
  if (unit?.text === '块' && (isPiece(page, unit.end) || followsPieces(page, amount.start)))
    return draft(page, amount, 'QUANTITY', 'classifier', { unitSpan: unit });
  const isMoney = unit?.row.kind === 'money' && !(sign !== null && isNextSign(page, unit.end));
  if (sign === null && !isMoney) return null;
  if (sign !== null && unit !== null && !isMoney && unit.row.kind !== 'classifier')
    return scaleOfMoney(page, amount, { ...sign, code: local(sign.code) });
  // $5 USD: the sign leaves open whose dollars they are, the unit does not.
  const code =
    isMoney && unit !== null && !(isOpen(unit.row.code) && sign !== null) ? unit.row.code : (sign?.code ?? 'LOCAL');
  const scale = isMoney ? scaleBehind(page, amount.end) : null;
  const end = scale?.end ?? (isMoney ? amount.end : amount.numberEnd);
  const factor = (isMoney ? unit.row.factor : 1) * (scale?.factor ?? 1);
  return draft(
    page,
    { ...amount, end },
    'MONEY',
    'money',
    { unit: local(code), start: sign?.start ?? amount.start },
    factor,
  );
}

/** rmb 10 usd 20: the code goes with the number behind it. */
function isNextSign({ folded }: Page, end: number): boolean {
  return /^ ?\d/.test(folded.slice(end, end + 2));
}

const moneyScales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** 75 USD million: the scale behind the currency. */
function scaleBehind({ folded }: Page, end: number): { factor: number; end: number } | null {
  const match = /^ (thousand|million|billion|trillion)\b/i.exec(folded.slice(end, end + 10));
  const factor = moneyScales[match?.[1]?.toLowerCase() ?? ''];
  return match === null || factor === undefined ? null : { factor, end: end + match[0].length };
}

/** 三块蛋糕 are pieces; 三块 alone and 三块钱 are money. */
function isPiece({ folded, tokenAt }: Page, end: number): boolean {
  const next = tokenAt(end);
  return next?.start === end && /^(?:n|v|a|b|d|的)/.test(next.pos) && folded[end] !== '钱';
}

const longestClause = 30;

/** 电视墙由31块|加至|74块: what is counted by 块 stands before in the clause, and nothing of a price. */
function followsPieces({ folded, sentence, tokenAt }: Page, start: number): boolean {
  const from = Math.max(sentence.start, start - longestClause);
  const clause = from + (/[^,;:。]*$/.exec(folded.slice(from, start))?.index ?? 0);
  if (/[价钱元卖买花付赚收费每]/.test(folded.slice(clause, start))) return false;
  const nouns = openWords('piece-nouns');
  for (let at = clause; at < start; at++)
    if (nouns.has(folded.charAt(at)) && tokenAt(at)?.end === at + 1 && tokenAt(at)?.pos.startsWith('n')) return true;
  return false;
}

/** $5m, £3b, $20k: a letter that scales money. */
function scaleOfMoney(page: Page, amount: Amount, sign: { code: string; start: number }): Draft {
  const factor =
    amount.unit?.start === amount.numberEnd
      ? ({ m: 1e6, b: 1e9, t: 1e12 }[amount.unit.text.toLowerCase()] ?? null)
      : null;
  const end = factor === null ? amount.numberEnd : amount.end;
  return draft(page, { ...amount, end }, 'MONEY', 'money', { unit: sign.code, start: sign.start }, factor ?? 1);
}
