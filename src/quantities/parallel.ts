import type { Draft } from './draft.js';

/** What stands between two amounts of which one says the currency for both. */
const englishJoint =
  /^,? ?(?:[a-z]+ ){0,3}(?:from|to|against|versus|with|than|and|or) (?:about |around |nearly |over |more than |just )?$/;
const chineseJoint = /^[增升降减涨跌缩调提高扩大收窄飙激猛加少上下]{0,4}[至到为]$/;

/** What follows a number that counts no noun of its own. */
const englishEnd = /^(?:[,.;:)]|$| (?:a|an|the|in|last|this|from|to|for|at|on|by|and|but|previously|earlier)\b)/;

/** Longest gap between the two amounts. */
const reach = 40;

/** Reads large bare numbers beside money as money: 310 million yuan from 475 million; 由3.2亿增至5亿元. Offsets index `folded`. */
export function withParallelMoney(folded: string, drafts: readonly Draft[]): Draft[] {
  const read: Draft[] = [];
  drafts.forEach((draft, index) => {
    const before = read[index - 1];
    const after = drafts[index + 1];
    const model = [before, after].find((other) => other !== undefined && isParallel(folded, draft, other));
    read.push(
      model === undefined ? draft : { ...draft, type: 'MONEY', unit: model.unit, by: 'quantities/parallel-money' },
    );
  });
  return read;
}

function isParallel(folded: string, bare: Draft, money: Draft): boolean {
  if (bare.type !== 'CARDINAL' || money.type !== 'MONEY') return false;
  const [first, last] = bare.start < money.start ? [bare, money] : [money, bare];
  if (last.start - first.end > reach) return false;
  const gap = folded.slice(first.end, last.start);
  const written = folded.slice(bare.start, bare.end);
  if (/[万亿兆]$/.test(written)) return chineseJoint.test(gap);
  const isScaled = /(?:million|billion|trillion|bn|thousand)$/i.test(written);
  return isScaled && last === bare && englishJoint.test(gap) && englishEnd.test(folded.slice(bare.end, bare.end + 14));
}
