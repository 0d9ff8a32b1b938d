import type { Token } from '../document/types.js';
import type { Page } from './page.js';

/** Words that a counted noun may be made of, and those that it may end with, by tag. */
const chinese = { part: /^(?:n|vn|an|b|a$|j|l$|eng|f$|s$|nz|ng|x$|m$)/, head: /^(?:n|vn|an|j|eng|l$)/ };
const english = {
  part: /^(?:Noun|Singular|Plural|Adjective|ProperNoun|Gerund)/,
  head: /^(?:Noun|Singular|Plural|ProperNoun)/,
};
const longest = 24;

/** What a quantity counts or measures, as the words behind it say: 300个 → 大语言模型, 40% of → voters. Offsets index the fold. */
export function countedBehind(page: Page, end: number): { start: number; end: number } | null {
  return page.sentence.language === 'en' ? englishNoun(page, end) : chineseNoun(page, end);
}

function chineseNoun(page: Page, end: number): { start: number; end: number } | null {
  const { folded, sentence } = page;
  const start = /^(?:的|左右的|以上的)/.exec(folded.slice(end, end + 3))?.[0].length ?? 0;
  const run = nounRun(page, end + start, sentence.end, chinese, 0);
  if (run === null || !/\p{Script=Han}|[A-Za-z]/u.test(folded[run.start] ?? '')) return null;
  return run;
}

function englishNoun(page: Page, end: number): { start: number; end: number } | null {
  const { folded, sentence } = page;
  const joint = /^ (?:of (?:(?:the|its|all|their|his|her|our) )?)?/.exec(folded.slice(end, end + 14))?.[0];
  return joint === undefined ? null : nounRun(page, end + joint.length, sentence.end, english, 1);
}

/** The longest run of words of a noun phrase that starts at `start`; null where it has no head. */
function nounRun(
  { folded, tokenAt }: Pick<Page, 'folded' | 'tokenAt'>,
  start: number,
  limit: number,
  tags: { readonly part: RegExp; readonly head: RegExp },
  gap: number,
): { start: number; end: number } | null {
  let end: number | null = null;
  for (let at = start; at < limit && at < start + longest; ) {
    const token = tokenAt(at);
    if (token === undefined || token.start !== at || !tags.part.test(token.pos) || isMark(folded, token)) break;
    if (tags.head.test(token.pos)) end = token.end;
    at = token.end + gap;
  }
  return end === null ? null : { start, end };
}

/** A comma or another mark ends the noun, whatever its tag. */
function isMark(folded: string, { start, end }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(folded.slice(start, end));
}
