import { contains, type Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { endsInFigure, gluedAdverb, isPhase } from './chinese-nouns.js';
import { opensWithVerb } from './chinese-openings.js';
import type { FoundFact } from './found.js';
import type { FactReading } from './reading.js';
import { verbAt } from './verbs.js';
import { hasRole, wordAt } from './words.js';

/**
 * Whether a subject is no whole noun phrase: a word of it that jieba did not know holds a preposition or an adverb, a word of time
 * stands within it, or its end cuts a word.
 */
export function isDoubtful(reading: FactReading, { subject, rule }: Pick<FoundFact, 'subject' | 'rule'>): boolean {
  const isAct = rule !== 'subject-measure';
  const names = reading.mentionsIn(subject);
  const tokens = reading
    .tokensIn({ start: subject.start - 4, end: subject.end + 4 })
    .filter((token) => token.start < subject.end && token.end > subject.start);
  const [last] = tokens.slice(-1);
  if (last !== undefined && last.end > subject.end && cutsEnd(reading, subject)) return true;
  if (isTimed(reading, subject) || opensWithVerb(reading, subject, tokens)) return true;
  const text = reading.folded.slice(subject.start, subject.end);
  // 养殖户每卖一头猪|亏损…: by what it is reckoned; 渡轮线预防性|停航: how it was done.
  if (/每\p{Script=Han}{1,3}[一1]\p{Script=Han}/u.test(text) || (isAct && /.[^可]性$/.test(text))) return true;
  if (last !== undefined && [isMayBe, foretellsNext, isAim, isRate].some((doubts) => doubts(reading, last)))
    return true;
  return tokens.some(
    (token, index) =>
      !names.some((name) => contains(name, token)) &&
      (isMark(reading, token) ||
        isClauseEnd(reading, token, tokens[index + 1], index) ||
        (isAct && index > 0 && isOfAct(reading, token)) ||
        isOfVerb(reading, token, index, subject.end) ||
        isGlued(reading, token, index, subject.end) ||
        isReport(reading, token, tokens[index + 1], index) ||
        isSaying(reading, token, subject.end) ||
        (index > 0 && token.end < subject.end && isAim(reading, token) && isVerbal(reading, tokens[index + 1])) ||
        (isAct && index > 0 && isBeforeName(token, names)) ||
        cutsAmount(reading, token, subject)),
  );
}

/** 财政赤字料|达: what is left of a word behind whose start the verb is read, if it is neither a figure nor an adverb. */
function cutsEnd(reading: FactReading, subject: Span): boolean {
  const isNamed = reading.mentionsIn(subject).some(({ end }) => end === subject.end);
  return !isNamed && !endsInFigure(reading.folded, subject) && gluedAdverb(reading, subject.end) < 0;
}

/** 集团两年间…, 传媒节后首个交易日: a time within the subject of an act; 过去12小时|降雨量 is one of what is measured. */
function isTimed(reading: FactReading, subject: Span): boolean {
  // 图书馆统计|今年的票房: what somebody does with what is measured.
  const isActedOn = reading.timesIn(subject).some(({ start }) => {
    const before = reading.tokensIn({ start: subject.start, end: start }).at(-1);
    return (
      before?.end === start && before.end - before.start > 1 && before.start > subject.start && /^vn?$/.test(before.pos)
    );
  });
  if (isActedOn) return true;
  if (endsInFigure(reading.folded, subject)) return false;
  const isInside = ({ start, end }: Span): boolean =>
    start > subject.start &&
    end < subject.end &&
    !/^[的届期]/.test(reading.folded.slice(end)) &&
    wordAt(reading.folded, end, 'foreseen') === '';
  return (
    reading.timesIn(subject).some(isInside) ||
    reading
      .tokensIn(subject)
      .some(
        (token) =>
          token.pos === 't' &&
          isInside(token) &&
          /^[今昨去当同次]|[前后间内里中]$/.test(reading.folded.slice(token.start, token.end)) &&
          reading.nameAround(token) === undefined,
      )
  );
}

/** 沿冰川路: a preposition, whatever jieba takes it for. */
function isMark({ folded }: FactReading, { start, end }: Token): boolean {
  return end - start === 1 && hasRole(folded.slice(start, end), 'mark');
}

/** 霜冻会|留下…: what may be, taken for the end of a noun. */
function isMayBe({ folded }: FactReading, { start, end, pos }: Token): boolean {
  return pos === 'v' && folded.slice(start, end) === '会';
}

/** 销量|估|达到…, 公司冀|收购…: what foretells the verb behind it, at the end of the subject. */
function foretellsNext(reading: FactReading, { start, end, pos }: Token): boolean {
  const isOwn = end - start === 1 && !(pos === 'n' && reading.folded[start] === '会');
  const isNamed = reading.mentionsIn({ start, end }).some((name) => name.end === end && name.end - name.start < 4);
  return (isOwn || (pos === 'x' && !isNamed)) && hasRole(reading.folded.charAt(end - 1), 'foretells');
}

/** 目标|夺冠, 盈利预测|上升…: what is aimed at or foreseen, not what was reached. */
function isAim({ folded }: FactReading, { start, end }: Token): boolean {
  return hasRole(folded.slice(start, end), 'aim');
}

/** 人均|持有…: a day or a head is who nobody is. */
function isRate({ folded }: FactReading, { start, end }: Token): boolean {
  return hasRole(folded.slice(start, end), 'rate');
}

function isVerbal({ lower }: FactReading, token: Token | undefined): boolean {
  return token !== undefined && (/^v/.test(token.pos) || verbAt(lower, token.start, token.end)?.end === token.end);
}

/** 全国累计报告|接种…: a word that may be an adverb before another verb. */
function isOfAct({ folded }: FactReading, { start, end }: Token): boolean {
  const word = folded.slice(start, end);
  return hasRole(word, 'adverb') && hasRole(word, 'modifier');
}

/** |光是|顾问费, 信托|正在|物色买家: an adverb that opens the subject or stands in it before a verb, unless 的 makes it a modifier. */
function isOfVerb({ folded }: FactReading, { start, end, pos }: Token, index: number, limit: number): boolean {
  const word = folded.slice(start, end);
  if ((end - start < 2 && !hasRole(word, 'ongoing')) || isPhase(word)) return false;
  // 抗议资方|削减…: what somebody reacts to.
  const reacts = hasRole(word, 'reacts') && end < limit;
  if (index === 0) return hasRole(word, 'singles') || reacts;
  return (pos === 'd' || hasRole(word, 'ongoing') || reacts) && !folded.slice(end, limit).includes('的');
}

/** 送院|后|证实: the end of what was done before, within the subject. */
function isClauseEnd(
  { folded }: FactReading,
  { start, end, pos }: Token,
  next: Token | undefined,
  index: number,
): boolean {
  return (
    index > 0 &&
    next !== undefined &&
    pos === 'f' &&
    /^(?:[之以]?[前后]|时|中)$/.test(folded.slice(start, end)) &&
    folded.slice(next.start, next.end) !== '的'
  );
}

/** 车沿|…, 令某某|…, 县府|初估|…: a word that jieba did not know with a preposition at an end, or an adverb at its start. */
function isGlued({ folded }: FactReading, { start, end, pos }: Token, index: number, limit: number): boolean {
  // What jieba takes for a name and no mention is, is a word that it did not know.
  if (!/^(?:x|n[rstz])$/.test(pos) || end - start < 2) return false;
  const [first, last] = [folded.charAt(start), folded.charAt(end - 1)];
  return (
    (/[比跟]/.test(last) && end < limit) ||
    hasRole(first, 'mark') ||
    hasRole(last, 'mark') ||
    (hasRole(first, 'leads') && (index > 0 || end - start === 2))
  );
}

/** 媒体报道|一座起重机…: somebody's report stands before what it is about. */
function isReport({ folded }: FactReading, { start, end }: Token, next: Token | undefined, index: number): boolean {
  if (next?.pos !== 'm' || end - start < (index === 0 ? 3 : 2)) return false;
  return hasRole(folded.slice(end - 2, end), 'relates');
}

/** 报道|指|集团…, 消息指集团…: a verb of saying of one character with what is said behind it (not 沪指). */
function isSaying({ folded }: FactReading, { start, end, pos }: Token, limit: number): boolean {
  return end < limit && (end === start + 1 || pos === 'x') && hasRole(folded.charAt(start), 'says');
}

/** 检方|搜索|颐岚建设: a verb before the name of whom it is done to. */
function isBeforeName({ pos, end, start }: Token, names: readonly Span[]): boolean {
  return pos === 'v' && end - start === 2 && names.some((name) => name.start === end);
}

/** 九十七户|里会: an amount that ends within a word that jieba did not know. */
function cutsAmount(reading: FactReading, { start, end, pos }: Token, subject: Span): boolean {
  return pos === 'x' && reading.quantitiesIn(subject).some((amount) => amount.end > start && amount.end < end);
}
