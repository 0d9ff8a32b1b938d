import type { Amount } from './amounts.js';
import type { Page } from './page.js';

const lead = /^(?:[\s=(<>≤≥+*"“\-−负]|约|大约|大概|近|至少|最少|起码|最多|不到|不足|超过|about|around)*$/i;
const tail = /^(?:[\s.,!?。，！？)"”;；+]|左右|上下|以上|以下|以内)*$/;
const longestEdge = 14;

/** Whether the sentence is nothing but the amount: a cell of a table, a caption, an answer. No guard applies then. */
export function isBare(page: Page, { start, end }: Pick<Amount, 'start' | 'end'>): boolean {
  const { folded, sentence } = page;
  if (isList(page)) return true;
  if (start - sentence.start > longestEdge || sentence.end - end > longestEdge) return false;
  return lead.test(folded.slice(sentence.start, start)) && tail.test(folded.slice(end, sentence.end));
}

const listed =
  /^[\d\s.,，。、;:!?+\-−()（）和与及零〇一二三四五六七八九十百千万亿兆两俩廿卅壹贰叁参肆伍陆柒捌玖拾佰仟点负又分之半几数多余个]+$/;
const longestList = 200;

/** A sentence of nothing but numbers. */
function isList({ folded, sentence }: Page): boolean {
  const text = folded.slice(sentence.start, sentence.end);
  return (
    text.length < longestList &&
    /[,，、。;]/.test(text) &&
    /[零一二三四五六七八九十百千]/.test(text) &&
    listed.test(text)
  );
}

/** Where a sign before `at` begins, or null: 负三, -5, minus two. A hyphen behind a word or a number is none. */
export function minusBefore({ folded, sentence }: Page, at: number): number | null {
  const head = folded.slice(Math.max(sentence.start, at - 10), at);
  const match = /(?:负|[-−]|\b(?:minus|negative)) ?$/i.exec(head)?.[0];
  if (match === undefined) return null;
  const start = at - match.length;
  if (match.startsWith('负')) return /[胜肩抱自欺辜正]/.test(folded[start - 1] ?? '') ? null : start;
  if (!/^[-−]/.test(match)) return start;
  const before = folded[start - 1] ?? '';
  return start === sentence.start || /[\s(（:：为是到至降跌零下"“]/.test(before) ? start : null;
}
