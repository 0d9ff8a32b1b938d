import type { Span } from '../document/span.js';
import type { Quantity } from '../document/types.js';
import { isActor } from './chinese-actors.js';
import { endsInFigure, endsInPeople, isAttributive, isHeadcount } from './chinese-nouns.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt, verbBefore } from './verbs.js';
import { hasRole, wordBefore } from './words.js';

/** An amount of a clause with the verb before it, and where the amount and what it counts end. */
export interface Measured {
  readonly verb: VerbMatch;
  readonly amount: Quantity & { readonly index: number };
  /** Where the object begins: the amount, or the whole of which it is a share (占|营收37%). */
  readonly start: number;
  readonly end: number;
  readonly isShare: boolean;
}

/** Verbs of share: the whole may stand between them and the amount. */
const share = /^(?:占|占据|占到|占了)$/;

/** The first amount of a clause that a verb of the lexicon stands before, or that follows what it measures at once. */
export function measuredIn(reading: FactReading, clause: Span): Measured | null {
  for (const amount of reading.quantitiesIn(clause)) {
    if (amount.type === 'ORDINAL') continue;
    const end = endOfAmount(reading, amount, clause.end);
    if (end === null) continue;
    const whole = amount.type === 'PERCENT' ? verbOfShare(reading, clause, amount.start) : null;
    if (whole !== null) return { verb: whole, amount, start: whole.end, end, isShare: true };
    const verb = verbOf(reading, amount.start, clause.start) ?? ageOf(reading, clause.start, amount);
    if (verb === null) continue;
    // 一天|涨|三次: how often.
    if (/^[次遍回趟]$/.test(amount.unit ?? '') && /^[涨跌升降增减]/.test(verb.predicate)) continue;
    const start = verb.end + (reading.folded[verb.end] === '了' ? 1 : 0);
    return { verb, amount, start, end, isShare: share.test(verb.predicate) };
  }
  return null;
}

/** The verb before an amount and the words that say how near it is (跌|逾5%); where there is none, an empty *为*. */
function verbOf(reading: FactReading, amount: number, floor: number): VerbMatch | null {
  const { folded } = reading;
  const begin = beforeUnit(folded, amount, floor);
  let at = begin;
  let weak: VerbMatch | null = null;
  for (;;) {
    while (at > floor && folded[at - 1] === ' ') at--;
    // 去|年涨: no 年涨.
    const verb = verbBefore(folded, at, floor, (start) => startsWord(reading, start));
    const about = wordBefore(folded, at, floor, 'about');
    if (verb !== null && verb.end - verb.start >= about.length && takesAmount(verb)) {
      // 每股盈利|为|0.63元: the noun of what is measured, not the verb.
      if (weak !== null && /^[为达]$/.test(weak.predicate) && hasRole(folded.slice(verb.start, verb.end), 'figure'))
        return weak;
      if (verb.end - verb.start > about.length) return verb;
      weak = verb;
    } else if (verb !== null && about === '' && weak === null && !endsInFigure(folded, { start: floor, end: at }))
      return null;
    if (about === '' || !startsWord(reading, at - about.length)) break;
    at -= about.length;
  }
  return weak ?? emptyVerb(folded, floor, { start: at, end: begin });
}

/** 每公斤|28元, 摄氏|30度: where the unit begins that stands before an amount. */
function beforeUnit(folded: string, amount: number, floor: number): number {
  const unit = /(?:每(?:(?![就要需到至加升降涨跌减增达为超仅只])\p{Script=Han}){1,3}|[摄华]氏)$/u;
  return amount - (unit.exec(folded.slice(Math.max(floor, amount - 4), amount))?.[0].length ?? 0);
}

/** 毛利率|30.7%, 参演官兵|近800人: what is measured, or people, with their amount and no verb; `gap` holds how near it is. */
function emptyVerb(folded: string, floor: number, gap: Span): VerbMatch | null {
  const before = { start: floor, end: gap.start };
  const isOfPeople = /^[\d.,万千百余多]+[人名]/.test(folded.slice(gap.end)) && endsInPeople(folded, before);
  if (!(endsInFigure(folded, before) || isOfPeople) || /^[了到至]/.test(folded.slice(gap.start, gap.end))) return null;
  return { ...gap, predicate: '为', type: 'measure' };
}

/** What is said of somebody whose age stands behind him. */
const aged = '年龄为';

/** 林先生|今年|71岁: how old somebody is, with nothing but a word of time or none before it. */
function ageOf(reading: FactReading, floor: number, { start, end }: Span): VerbMatch | null {
  const { folded } = reading;
  if (folded[end - 1] !== '岁') return null;
  const name = reading.mentionsIn({ start: floor, end: start }).at(-1);
  const gap = /^(先生|女士)?(今年|现年|年仅|享年)?$/.exec(folded.slice(name?.end ?? end, start));
  if (name?.type !== 'PERSON' || gap === null) return null;
  return {
    start: gap[2] === '今年' ? start : name.end + (gap[1] ?? '').length,
    end: start,
    predicate: aged,
    type: 'measure',
  };
}

function takesAmount({ type }: VerbMatch): boolean {
  return type === 'measure' || type === 'total';
}

/** Whether a word begins here: a token does, or jieba did not know what stands around. */
function startsWord(reading: FactReading, at: number): boolean {
  if (reading.cutsName({ start: at, end: at + 1 }) && reading.nameAround({ start: at - 1, end: at + 1 }) !== undefined)
    return false;
  const around = reading.tokensIn({ start: at - 8, end: at + 8 });
  const token = around.find(({ start, end }) => start <= at && at < end);
  return token === undefined || token.start === at || token.pos === 'x';
}

/** 水冷产品|占|营收37%. */
function verbOfShare(reading: FactReading, clause: Span, amount: number): VerbMatch | null {
  const { folded } = reading;
  const text = folded.slice(clause.start, amount);
  const at = text.lastIndexOf('占');
  if (at < 0 || !/^占(?!了)[\p{Script=Han}A-Za-z]{1,14}$/u.test(text.slice(at))) return null;
  const start = clause.start + at;
  if (
    !startsWord(reading, start) ||
    /[有用据领地位线先比例重去]/.test(text.slice(at + 1, at + 2)) ||
    /[达为超升降增减跌涨]/.test(text.slice(at))
  )
    return null;
  return { start, end: start + 1, predicate: '占', type: 'measure' };
}

const around = /^(?:以上|左右|以下|之多|上下|以内|不等|\([^()]{1,20}\))?$/;

/** Where the amount and the noun that it counts end (27家|分店); null where more than that is said. */
function endOfAmount(reading: FactReading, amount: Span, end: number): number | null {
  const { folded } = reading;
  let from = amount.end;
  while (from < end && /\s/.test(folded[from] ?? '')) from++;
  const text = folded.slice(from, end).trimEnd();
  if (around.test(text)) return amount.end;
  // 增长15%|至3.2亿元: the amount that came of it.
  const next = reading.quantitiesIn({ start: from, end })[0];
  if (
    /^[至到]/.test(text) &&
    next !== undefined &&
    next.start <= from + 2 &&
    around.test(folded.slice(next.end, end).trim())
  )
    return amount.end;
  const counted = reading.tokensIn({ start: from, end: from + text.length });
  return /^\p{Script=Han}{1,8}$/u.test(text) && counted.every(({ pos }) => /^(?:n|b|vn|j|l|an)/.test(pos))
    ? from + text.length
    : null;
}

/** 铁路|日均|开行|列车900列: whether a word before the verb makes an amount one of a day or a piece. */
export function isRated({ folded, tokensIn }: FactReading, before: Span): boolean {
  return tokensIn(before).some(({ start, end }) => hasRole(folded.slice(start, end), 'rate'));
}

/** Whether an amount without a verb, or with a weak one, can be said of the subject: it must name something measured. */
export function isMeasurable(reading: FactReading, subject: Span, measured: Measured): boolean {
  const { verb, amount, end } = measured;
  const isAge = verb.predicate === aged;
  if (isActed(reading, subject) || (!isAge && isActOn(reading, subject)) || isLevelOf(reading, subject, measured))
    return false;
  // 政府投入|800万元资金: what is counted behind the amount is the object of a verb.
  const isObject =
    verb.end === verb.start && end > amount.end && /^v/.test(reading.tokensIn(subject).at(-1)?.pos ?? '');
  if (isObject || (verb.end === verb.start && holdsAct(reading, subject))) return false;
  return (
    !/^[约仅均]?为$/.test(verb.predicate) ||
    endsInPeople(reading.folded, subject) ||
    (endsInFigure(reading.folded, subject) && (verb.end > verb.start + 1 || !opensWithVerb(reading, subject)))
  );
}

/** 最大雨量点某某镇|达到387毫米, 受访者|高达72.5%: how much of what is not said. */
function isLevelOf(reading: FactReading, subject: Span, { verb, amount, start, isShare }: Measured): boolean {
  const { folded } = reading;
  // 意愿|只有四十岁以下者的一半: what it is compared with.
  if (!isShare && folded.slice(start, amount.end).includes('的')) return true;
  const text = folded.slice(subject.start, subject.end);
  const isPlace =
    /[镇乡村县市区省]$|一带$/.test(text) ||
    reading.mentionsIn(subject).some(({ end, type }) => end === subject.end && type === 'GPE');
  const isWhole = isShare && !/^[近约逾超过了]{0,2}$/.test(folded.slice(start, amount.start));
  if (isPlace && !isWhole && /^(?:达|为|高达|超过|逾|占)/.test(verb.predicate)) return true;
  // 五大客户|超过八成, 占收入的比重|升至32%: of what is not said.
  return (
    amount.type === 'PERCENT' &&
    (!endsInFigure(folded, subject) || text.startsWith('占')) &&
    (/^占(?!比)/.test(text) || /^(?:达|为|高达|超过|逾|约|仅|只有)/.test(verb.predicate))
  );
}

/** 清查被害人|达143名, 影响旅客|约3400人: a verb and its object, not what is measured (参演官兵, 累计病例). */
function isActOn(reading: FactReading, subject: Span): boolean {
  const [first, next] = reading.tokensIn(subject);
  if (
    first === undefined ||
    next === undefined ||
    isAttributive(reading, first, subject.end) ||
    !(/^vn?$/.test(first.pos) || reading.folded[first.end - 1] === '及' || isActVerb(reading, first)) ||
    first.end - first.start !== 2
  )
    return false;
  const word = reading.folded.slice(first.start, first.end);
  return !endsInFigure(reading.folded, subject) && !hasRole(word, 'modifier') && /^[nm]/.test(next.pos);
}

/** 县政府|调派|民兵|200名: somebody did something to those who are counted. */
function holdsAct(reading: FactReading, subject: Span): boolean {
  if (!endsInPeople(reading.folded, subject)) return false;
  return reading
    .tokensIn(subject)
    .some(
      ({ start, end }) =>
        end < subject.end &&
        isActVerb(reading, { start, end }) &&
        !hasRole(reading.folded.slice(start, end), 'modifier') &&
        !reading.folded.slice(end, subject.end).includes('的'),
    );
}

/** 收容|市民: a verb of the lexicon that is no noun, whatever jieba takes it for. */
function isActVerb({ folded, lower }: FactReading, { start, end }: Span): boolean {
  const isNoun = hasRole(folded.slice(start, end), 'noun') || hasRole(folded.slice(start, end), 'figure');
  return !isNoun && verbAt(lower, start, end, (type) => type === 'act')?.end === end;
}

/** 区政府3月|拨款|18万元, 银行去年|裁员|600人: what is measured is what somebody did, with a time or a name before it. */
function isActed(reading: FactReading, subject: Span): boolean {
  const last = reading.tokensIn(subject).at(-1);
  if (last === undefined) return false;
  const verb = verbAt(reading.lower, last.start, subject.end, (type) => /^(?:act|done|either)$/.test(type));
  const isNamed = reading
    .mentionsIn(subject)
    .some((name) => name.end === last.start && /^(?:ORG|PERSON)/.test(name.type));
  // 政府|补贴|28万元: somebody gives it, or is given it.
  const mayGive = hasRole(reading.folded.slice(last.start, last.end), 'grants') && last.start > subject.start;
  if (mayGive && (isNamed || isGiver(reading, { start: subject.start, end: last.start }))) return true;
  if (last.start === subject.start)
    return verb?.end === subject.end && !hasRole(reading.folded.slice(last.start, last.end), 'figure');
  // 警方|冻结资金|40万元: a verb and its object as one word.
  const opening = verbAt(reading.lower, last.start, subject.end, (type) => type === 'act');
  if (opening !== null && opening.end - last.start > 1 && last.end - opening.end === 2 && /^n/.test(last.pos))
    return true;
  return verb?.end === subject.end && (isNamed || reading.timesIn(subject).some((time) => time.end === last.start));
}

/** 省城|, 政府|, 文化部|: a place or an office before what is given. */
function isGiver(reading: FactReading, before: Span): boolean {
  const giver = reading.tokensIn(before).at(-1);
  if (giver === undefined) return false;
  return (
    isHeadcount(reading, before) ||
    isActor(reading, before) ||
    /^ns/.test(giver.pos) ||
    /[政府部市县镇会社者]$/.test(reading.folded.slice(giver.start, giver.end))
  );
}

/** 抱回|奖金80万元, 并|处罚金200万元: the figure is the object of a verb before it (not 交易额, 上座率). */
function opensWithVerb(reading: FactReading, { start, end }: Span): boolean {
  const { folded } = reading;
  const tokens = reading.tokensIn({ start, end });
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return false;
  // 下修|2023年的营收金额, not 成交额.
  const isListedVerb = tokens.length > 2 && first.pos === 'v' && verbAt(reading.lower, start, end)?.end === first.end;
  if (!isListedVerb && /[额率量数幅度比价值长期]$/.test(folded.slice(start, end))) return false;
  const head = folded.slice(last.start, last.end);
  const figure = hasRole(head, 'figure') ? head : wordBefore(folded, end, last.start + 1, 'figure');
  if (figure.length > 1 && /^[处判获领缴交付赔捐收发抱夺拿赢输借还抽]$/.test(head.slice(0, -figure.length)))
    return true;
  const word = folded.slice(first.start, first.end);
  // 公司支付|赔偿金30万元.
  const before = tokens.at(-2);
  const act = before === undefined ? '' : folded.slice(before.start, before.end);
  if (before?.pos === 'v' && !hasRole(act, 'noun')) return true;
  // 警方|冻结|资金40万元.
  if (
    /^(?:vn|x)$/.test(before?.pos ?? '') &&
    before !== undefined &&
    !hasRole(act, 'noun') &&
    !hasRole(act, 'modifier') &&
    tokens.length > 2
  )
    if (verbAt(reading.lower, before.start, before.end, (type) => type === 'act')?.end === before.end) return true;
  if (first === last || hasRole(word, 'noun')) return false;
  return first.pos === 'v' || (first.pos === 'x' && /.[回下出到得起走]$/.test(word));
}
