import { contains, type Span } from '../document/span.js';
import type { Claim } from '../document/types.js';
import { actIn } from './chinese-acts.js';
import { amountIn } from './chinese-amount-facts.js';
import { isCut } from './chinese-cuts.js';
import { disposalIn, markIn, passiveFact } from './chinese-disposals.js';
import { isSubordinate, isUnsure } from './chinese-doubts.js';
import { type Known, knownAtStart } from './chinese-known.js';
import { isBroken } from './chinese-object-doubts.js';
import { isCaused } from './chinese-openings.js';
import { nextOwner, topicOf, topicOnly, withOwner } from './chinese-owners.js';
import { holdsTonight, isPassing, mayBeAhead, mayBeLength, reachesAhead } from './chinese-row-doubts.js';
import { isDoubtful } from './chinese-subject-doubts.js';
import { pastLead, tellsWhen } from './chinese-subjects.js';
import { clausesIn } from './clauses.js';
import { type FoundFact, isDated, isToCome } from './found.js';
import type { FactReading } from './reading.js';
import { hasRole, wordAt, wordBefore } from './words.js';

/** Characters of denial. */
const denial = /[不没未无非否勿莫]/;

/** 以滨河线为例, 换算下来: what follows is one of many, or what somebody reckons. */
const example = /^以.+为例$|^(?:换算|折算)下来$/;

/** The facts of a Chinese claim, clause by clause. Precision before recall: a clause that is not plain gives none. */
export function factsInChinese(reading: FactReading, claim: Claim): FoundFact[] {
  const cue = claim.cue === null ? '' : reading.folded.slice(claim.cue.start, claim.cue.end);
  if (
    wordAt(cue, 0, 'due') !== '' ||
    hasRole(cue, 'binds') ||
    hasRole(cue, 'proposes') ||
    isOfCondition(reading, claim)
  )
    return [];
  const known = knownAtStart(reading, claim);
  const facts: FoundFact[] = [];
  for (const clause of clausesIn(reading.folded, claim)) {
    const words = reading.folded.slice(clause.start, clause.end);
    // 没有证据显示某某已…,某某…: what is denied may go on behind the comma.
    if (claim.polarity === 'negative' && denial.test(words)) break;
    const read = factIn(reading, clause, known);
    known.isFirst = false;
    const fact = ownedFact(reading, clause, read !== null && isSound(reading, read) ? read : null, known);
    known.isToCome = liesAhead(reading, clause, known.isToCome);
    if (passesOn(reading, clause, known.time)) known.time = null;
    if (fact !== null && !known.isToCome && !isToCome(reading, fact.time))
      facts.push(isKnown(reading, fact) ? fact : { ...fact, time: null });
    if (example.test(words) || (claim.cue === null && isOfParty(reading.folded, clause))) break;
  }
  return facts;
}

const longestSentence = 120;

/** 若获批,票价升至18元。月票|则|增至655元; 可领取2万元;三孩家庭|再|增加1万元: what goes on with a condition or with what may be. */
function isOfCondition({ folded }: FactReading, { start, end }: Span): boolean {
  if (!/^[^,]{1,12}[则亦也再另还]/.test(folded.slice(start, end))) return false;
  const before = folded.slice(Math.max(0, start - longestSentence), start);
  const [same = '', last = ''] = before.split(/[。!?\n]/).reverse();
  const sentence = (same === '' ? last : same).replace(/^[但而]/, '');
  return wordAt(sentence, 0, 'condition') !== '' || /可(?:以|获|领|享|申)/.test(same);
}

/** 一名投诉人称,…: what follows is told by a side in a dispute, though no attribution was found. */
function isOfParty(folded: string, { start, end }: Span): boolean {
  return hasRole(folded.charAt(end - 1), 'says') && wordBefore(folded, end - 1, start, 'party') !== '';
}

/** Whether a row is what its clause says, and was so for good. */
function isSound(reading: FactReading, fact: FoundFact): boolean {
  return !(
    isDoubtful(reading, fact) ||
    isCut(reading, fact) ||
    isBroken(reading, fact.object) ||
    isPassing(reading, fact) ||
    mayBeAhead(reading, fact)
  );
}

/** What a clause was found to tell, said of the owner of its figure; notes whose figures the next clauses may give. */
function ownedFact(reading: FactReading, clause: Span, found: FoundFact | null, known: Known): FoundFact | null {
  const fact = found === null ? null : withOwner(reading, found, known.owner);
  if (found !== null) known.owner = nextOwner(reading, found, known.owner);
  const { start } = known.isOpening || found === null ? pastLead(reading, clause) : clause;
  if (start >= clause.end) return fact;
  if (found === null) {
    const isNamed = reading.mentionsIn(clause).length > 0;
    known.owner = isNamed ? topicOf(reading, { start, end: clause.end }) : null;
    if (known.isOpening && isNamed) known.actor = topicOnly(reading, clause) ?? known.actor;
  }
  known.isOpening = false;
  return fact;
}

/** Whether what a clause tells is still to come: by its own time, a plan, or the time before. */
function liesAhead(reading: FactReading, clause: Span, wasAhead: boolean): boolean {
  if (holdsTonight(reading, clause)) return true;
  const own = reading.timesIn(clause).filter((time) => tellsWhen(reading, time));
  if (own.length > 0) return own.some(({ index }) => isToCome(reading, index));
  return wasAhead || isPlanned(reading.folded, clause) || isProposal(reading, clause) || bindsNext(reading, clause);
}

/** 2015年底拆除围网,三年里退出水面,…: whether a clause has a time beside the one that is known, or tells of what came later. */
function passesOn(reading: FactReading, clause: Span, known: number | null): boolean {
  const { folded, timesIn, tokensIn } = reading;
  const lead = pastLead(reading, clause).start;
  const times = timesIn(clause);
  const others = times.filter((time) => isDated(time) || (time.type === 'DURATION' && time.end <= lead));
  const isLater = ({ start, end }: Span): boolean =>
    hasRole(folded.slice(start, end), 'later') && !times.some((time) => contains(time, { start, end }));
  return (others.length > 0 && others.every(({ index }) => index !== known)) || tokensIn(clause).some(isLater);
}

/** What introduces the ground on which something is done. */
const ground = /^(?:根据|按照?|依照?|依据)/;

/** 根据重整计划,…: what is to be. */
function isPlanned(folded: string, { start, end }: Span): boolean {
  const length = ground.exec(folded.slice(start, end))?.[0].length;
  return length !== undefined && wordBefore(folded, end, start + length, 'plan') !== '';
}

/** 方案建议把公园改建,|另辟车位: what is only proposed. */
function isProposal({ folded, tokensIn }: FactReading, clause: Span): boolean {
  return tokensIn(clause).some(
    ({ start, end, pos }) => /^vn?$/.test(pos) && hasRole(folded.slice(start, end), 'proposes'),
  );
}

/** 两国同意,|设立热线: what somebody is bound to do. */
function bindsNext({ folded, tokensIn }: FactReading, clause: Span): boolean {
  const last = tokensIn(clause).at(-1);
  // 应观众要求,…: for what reason.
  if (last === undefined || /^应|[^响相]应/.test(folded.slice(clause.start, clause.end))) return false;
  return folded[clause.end] === ',' && hasRole(folded.slice(last.start, last.end), 'binds');
}

/** Whether it is known when a fact was: not 次日 of an unknown day, nor an act by a length of time or up to a time (截至8日|转移300人). */
function isKnown(reading: FactReading, { time, rule, subject }: FoundFact): boolean {
  const { folded } = reading;
  const found = time === null ? undefined : reading.timeAt(time);
  if (found === undefined) return true;
  const isUpTo = /截[至止]到?$/.test(folded.slice(Math.max(0, found.start - 3), found.start));
  const isLength = /^P(?:\d|T)/.test(found.value ?? '');
  // 长假八天,日均车流量…: a mean of days is of none of them.
  const isMean =
    /[日月]均/.test(folded.slice(subject.start, subject.end)) && /^\d{4}-\d\d-\d\d$/.test(found.value ?? '');
  return (
    !isMean &&
    !/^X/.test(found.value ?? 'X') &&
    !((isUpTo || isLength) && rule !== 'subject-measure') &&
    !mayBeLength(reading, found) &&
    !reachesAhead(reading, found)
  );
}

function factIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  if (/^(?:现|目前|如今|迄今|至今)/.test(reading.folded.slice(clause.start, clause.end))) known.time = null;
  const lead = pastLead(reading, clause);
  if (lead.times.length > 0) {
    known.time = lead.times.at(-1) ?? null;
    known.isLeading = true;
    known.isOfFigure = false;
    known.isOfAct = false;
    known.isOfStart = false;
  }
  if (
    isUnsure(reading, clause) ||
    isSubordinate(reading, clause) ||
    isCaused(reading, { start: lead.start, end: clause.end })
  ) {
    known.actor = null;
    known.figure = null;
    return null;
  }
  const disposal = disposalIn(reading, clause, known);
  // 将 that is no 把 foretells.
  if (disposal !== null || markIn(reading, clause, /^将$/) !== undefined) return disposal;
  return amountIn(reading, clause, known) ?? passiveFact(reading, clause, known) ?? actIn(reading, clause, known);
}
