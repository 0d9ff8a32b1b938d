import { contains, type Span } from '../document/span.js';
import type { Claim, Fact, Quantity, Timex } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { clausesIn } from './clauses.js';
import type { FactReading } from './reading.js';
import { isUnsureChinese } from './unsure.js';
import { type VerbMatch, verbAt } from './verbs.js';

/** A fact before it is known to which claim it belongs. */
export type Found = Omit<Fact, 'claim'>;

/** What a claim has told so far: later clauses leave out the subject and the time. */
interface Known {
  subject: Span | null;
  time: number | null;
  /** Whether the subject was measured in the clause before, so that a further amount is said of it. */
  isMeasured: boolean;
  isFirst: boolean;
}

/** The facts of a Chinese claim, clause by clause. Precision before recall: a clause that is not plain gives none. */
export function factsInChinese(reading: FactReading, claim: Claim): Found[] {
  const announced = claim.cue?.type === 'announce' && claim.source !== null && claim.source.status === 'explicit';
  const known: Known = { subject: announced ? claim.source : null, time: null, isMeasured: false, isFirst: announced };
  return clausesIn(reading.folded, claim).flatMap((clause) => {
    const fact = factIn(reading, clause, known);
    return fact === null ? [] : [fact];
  });
}

function factIn(reading: FactReading, clause: Span, known: Known): Found | null {
  const { folded } = reading;
  const times = reading.timesIn(clause);
  const dated = times.find((time) => isDated(time) && !isCompared(folded, time));
  if (/^(?:现|目前|如今|迄今|至今)/.test(folded.slice(clause.start, clause.end))) known.time = null;
  const before = known.time;
  if (dated !== undefined) known.time = dated.index;
  if (isUnsureChinese(reading, clause) || isSubordinate(reading, clause)) {
    known.subject = null;
    return null;
  }
  const start = pastLead(reading, clause);
  const verb = firstVerb(reading, { start, end: clause.end });
  if (verb === null) {
    known.subject = null;
    return null;
  }
  const own = subjectIn(reading, { start, end: verb.start });
  const subject = own ?? (isBare(reading, start, verb.start) ? known.subject : null);
  const isFirst = known.isFirst;
  known.subject = subject;
  known.isFirst = false;
  const time = known.time;
  // 成立于2018年,员工占七成: a time behind the verb is that of its clause alone.
  if (dated !== undefined && dated.start >= verb.end) known.time = before;
  if (subject === null || isToCome(reading, time)) return null;
  const measures = verb.type === 'measure' || takesAmount(reading, verb, clause);
  // 編列了預算,比前年增加…: what grows is not who acted.
  const isMeasured = known.isMeasured;
  known.isMeasured = measures;
  // 營收為…,虧損…: the second amount is another one.
  const goesOn = measures && isMeasured && /[增减升降涨跌高低落超达占]/.test(verb.predicate);
  // 開源模型…: a verb that opens a clause may be the modifier of a noun; 了 shows that it is none.
  if (own === null && !(measures ? goesOn : isFirst || folded[verb.end] === '了')) return null;
  return measures
    ? measureFact(reading, clause, { subject, verb, time })
    : actFact(reading, clause, { subject, verb, time });
}

/** 較去年同期: a time to compare with is not the time of the fact. */
function isCompared(folded: string, { start }: Span): boolean {
  return /(?:较|比|相比|同)$/.test(folded.slice(Math.max(0, start - 2), start));
}

function isDated({ type }: Pick<Timex, 'type'>): boolean {
  return type === 'DATE' || type === 'TIME';
}

/** 補貼取消後: a clause that only gives the time of the next one. */
function isSubordinate({ folded }: FactReading, clause: Span): boolean {
  return /(?:后|时|之前|之后|期间|以来|中|下)$/.test(folded.slice(clause.start, clause.end));
}

interface Core {
  readonly subject: Span;
  readonly verb: VerbMatch;
  readonly time: number | null;
}

/** 營收|同比增長|8.7%: the amount stands directly behind the verb. */
function measureFact(reading: FactReading, clause: Span, { subject, verb, time }: Core): Found | null {
  const quantity = reading
    .quantitiesIn({ start: verb.end, end: clause.end })
    .find(({ start, type }) => type !== 'ORDINAL' && nearby.test(reading.folded.slice(verb.end, start)));
  const end = quantity === undefined ? null : endOfAmount(reading, quantity, clause.end);
  if (quantity === undefined || end === null) return null;
  return {
    ...clause,
    subject: reading.part(subject),
    predicate: { start: verb.start, end: verb.end, lemma: verb.predicate },
    object: { start: quantity.start, end, entity: null },
    time,
    quantity: quantity.index,
    rule: 'subject-measure',
  };
}

const nearby = /^(?:了|到|至|约|近|逾|超过|达|为|大约|将近|接近|累计|仅|高达)*$/;

const around = /^(?:以上|左右|以下|之多|上下)?$/;

/** Where the amount and the noun that it counts end (27家|分店); null where more than that is said. */
function endOfAmount(reading: FactReading, amount: Span, end: number): number | null {
  const { folded } = reading;
  const rest = trim(folded, { start: amount.end, end });
  const text = folded.slice(rest.start, rest.end);
  if (around.test(text)) return amount.end;
  return /^\p{Script=Han}{1,8}$/u.test(text) &&
    reading.tokensIn(rest).every(({ pos }) => /^(?:n|b|vn|j|l|an)/.test(pos))
    ? rest.end
    : null;
}

/** 阿里云|發布|Qwen-72B: a plain object up to the end of the clause. */
function actFact(reading: FactReading, clause: Span, { subject, verb, time }: Core): Found | null {
  const object = objectIn(reading, { start: verb.end, end: clause.end });
  if (object === null && isPlace(reading, subject)) return null;
  if (object === 'unclear' || (object === null) === (verb.type === 'act')) return null;
  const inside = object === null ? [] : reading.quantitiesIn(object);
  return {
    ...clause,
    subject: reading.part(subject),
    predicate: { start: verb.start, end: verb.end, lemma: verb.predicate },
    object: object === null ? null : reading.part(object),
    time,
    quantity: onlyAmount(inside),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

/** The amount of an object that has one; the first or the second of its kind is none. */
export function onlyAmount(inside: readonly (Quantity & { readonly index: number })[]): number | null {
  const amounts = inside.filter(({ type }) => type !== 'ORDINAL');
  return amounts.length === 1 ? (amounts[0]?.index ?? null) : null;
}

/** 損耗|降低|三成: a share, a sum, or an amount that ends the clause behind a verb that also takes objects. */
function takesAmount({ folded, quantitiesIn }: FactReading, verb: VerbMatch, clause: Span): boolean {
  const [amount] = quantitiesIn({ start: verb.end, end: clause.end });
  if (amount === undefined || !nearby.test(folded.slice(verb.end, amount.start))) return false;
  return around.test(folded.slice(amount.end, clause.end).trim());
}

/** Whether the time lies behind the date of publication. */
export function isToCome({ published, timeAt }: FactReading, time: number | null): boolean {
  const begin = time === null ? null : (timeAt(time)?.begin ?? null);
  return published !== null && begin !== null && begin.slice(0, 10) > published.slice(0, 10);
}

/** 台灣於某日上映: a place before a verb without an object says where. */
function isPlace(reading: FactReading, { start, end }: Span): boolean {
  return reading.mentionsIn({ start, end }).some((name) => name.end === end && /^(?:GPE|LOC)$/.test(name.type));
}

/** Passes times, conjunctions and phrases of place or topic before the subject. */
function pastLead(reading: FactReading, clause: Span): number {
  let at = clause.start;
  for (;;) {
    const time = reading
      .timesIn({ start: at, end: clause.end })
      .find((candidate) => candidate.start <= at + 1 && isDated(candidate));
    const lead =
      /^(?:[\s、]|但是?|而且?|不过|同时|此外|另外|其中|随后|目前|截至|截止|早在|就在|自|到|在|于|时?的|时|当时|当天|当日|日前|近日|此前|最终|最后|因此)/.exec(
        reading.folded.slice(at, clause.end),
      );
    if (time !== undefined && time.start >= at) at = time.end;
    else if (lead !== null && !startsName(reading, at, clause.end) && !opensPlace(reading, at, clause.end))
      at += lead[0].length;
    else return at;
  }
}

function startsName(reading: FactReading, at: number, end: number): boolean {
  return reading.mentionsIn({ start: at, end }).some(({ start }) => start === at);
}

/** 在某地…: a phrase of place is no time; the clause is left to others. */
function opensPlace(reading: FactReading, at: number, end: number): boolean {
  if (!/^[在于到自]/.test(reading.folded.slice(at, end))) return false;
  return !reading.timesIn({ start: at, end }).some(({ start }) => start === at + 1 || start === at + 2);
}

/** The first verb of the lexicon that is a whole word and stands in no modifier (發布|的模型). */
function firstVerb(reading: FactReading, stretch: Span): VerbMatch | null {
  const { lower, folded } = reading;
  const names = reading.mentionsIn(stretch);
  for (const token of reading.tokensIn(stretch)) {
    if (names.some((name) => contains(name, token)) || isAmountNoun(reading, token, stretch.end)) continue;
    const verb = verbAt(lower, token.start, stretch.end);
    if (verb === null || !endsToken(reading, verb)) {
      if (/^v$/.test(token.pos) && !/^(?:并|已)/.test(folded.slice(token.start, token.end))) return null;
      continue;
    }
    if (folded[verb.end] === '的') return null;
    return verb;
  }
  return null;
}

/** 支出|為…, 總投資|達…: a noun, since a verb of amount follows. */
function isAmountNoun({ folded, lower }: FactReading, { start, end }: Span, limit: number): boolean {
  return amountNouns().has(folded.slice(start, end)) && verbAt(lower, end, limit)?.type === 'measure';
}

function endsToken(reading: FactReading, verb: Span): boolean {
  return reading.tokensIn({ start: verb.start, end: verb.end + 8 }).some(({ end }) => end === verb.end);
}

/** Nouns of what is counted that jieba may take for verbs (收入, 支出). */
const amountNouns = lazy(() => openWords('amount-nouns'));

const trailing =
  /(?:正式|已经|已|日前|近日|当天|今天|昨天|首次|再次|成功|共同|联合|还|也|又|均|都|则|就|才|却|累计|平均|一共|共|约|大约|仅|只|由此|随后|最终|终于|率先|同比|环比|合计|总计)+$/;

/** The noun phrase that fills the stretch before the verb, without adverbs and times; null where it is none. */
function subjectIn(reading: FactReading, stretch: Span): Span | null {
  const { folded } = reading;
  let end = stretch.end;
  for (;;) {
    const time = reading.timesIn({ start: stretch.start, end }).find((candidate) => candidate.end === end);
    const adverbs = trailing.exec(folded.slice(stretch.start, end))?.[0].length ?? 0;
    if (time !== undefined) end = time.start;
    else if (adverbs > 0) end -= adverbs;
    else if (/[于在较比]$/.test(folded.slice(stretch.start, end)) && end < stretch.end) end--;
    else if (beforePlace(reading, { start: stretch.start, end }) < end)
      end = beforePlace(reading, { start: stretch.start, end });
    else break;
  }
  let start = stretch.start;
  const text = folded.slice(start, end).trim();
  if (text.length < 2 || text.length > 30 || /[,;:。、“”"]/.test(text)) return null;
  const name = reading.mentionsIn({ start, end }).findLast((mention) => mention.end === end);
  // 运营里|程: a name of one character cuts a word; 白冠玉曾|…: one that ends in an adverb is too long.
  if (name !== undefined && (name.end - name.start < 2 || /[曾已将也仍]$/.test(folded.slice(name.start, name.end))))
    return null;
  const tokens = reading.tokensIn({ start, end });
  const last = tokens.at(-1);
  const endsInAmount = last !== undefined && amountNouns().has(folded.slice(last.start, last.end));
  const others = endsInAmount ? tokens.slice(0, -1) : tokens;
  if (others.some(({ pos }) => /^(?:v|p|c|r)$/.test(pos)) && name === undefined) return null;
  // 至今已花費|逾…, 可長|達…: what stands before the amount is a verb or its mode.
  if (/^可|已|至今|累计|总共/.test(name === undefined ? text : folded.slice(name.end, end))) return null;
  if (/[在于]/.test(name === undefined ? text : folded.slice(start, name.start))) return null;
  if (name !== undefined && !isTitled(reading, { start, end: name.start })) return null;
  // 資訊通信媒體|發展局: a short name of an organisation behind a noun may be the end of a longer one.
  const isWhole =
    name?.type !== 'ORG' ||
    name.end - name.start > 3 ||
    !/^n/.test(tokens.findLast((token) => token.end <= name.start)?.pos ?? '');
  if (name !== undefined && isWhole) start = name.start;
  else if (name === undefined && !endsInAmount && !/^(?:n|j|l|x|eng|vn)/.test(last?.pos ?? '')) return null;
  return /^(?:这|那|其|该|它|他|她|此|双方|两者|后者|前者)/.test(folded.slice(start, end)) ? null : { start, end };
}

/** 某某|在倫敦|逝世: a phrase of place stands between subject and verb. */
function beforePlace(reading: FactReading, stretch: Span): number {
  const preposition = /^.*[在于]/.exec(reading.folded.slice(stretch.start, stretch.end));
  if (preposition === null) return stretch.end;
  const place = { start: stretch.start + preposition[0].length, end: stretch.end };
  const names = reading.mentionsIn(place);
  let at = place.start;
  for (const { start, end } of names) if (/^[、和与及]?$/.test(reading.folded.slice(at, start))) at = end;
  return names.length > 0 && /^(?:等?地|两地|等国)?$/.test(reading.folded.slice(at, place.end))
    ? place.start - 1
    : stretch.end;
}

/** Whether only names and titles stand before a name (百度|CEO|李彥宏). */
function isTitled(reading: FactReading, before: Span): boolean {
  return reading.tokensIn(before).every(({ pos }) => /^(?:n|eng|x|j|b|a|m|q|uj|s|f|l|i|vn)/.test(pos));
}

/** Whether nothing but adverbs stands before the verb, so that the subject of the clause before goes on. */
function isBare({ folded }: FactReading, start: number, verb: number): boolean {
  const text = folded.slice(start, verb).trim();
  return text === '' || trailing.exec(text)?.[0] === text || text === '并';
}

const longestObject = 40;

/** The object behind the verb: null where there is none, `unclear` where more than an object follows. */
function objectIn(reading: FactReading, stretch: Span): Span | null | 'unclear' {
  const { folded } = reading;
  const passed = /^(?:了|过)?\s*/.exec(folded.slice(stretch.start, stretch.end))?.[0].length ?? 0;
  const joined = /^并([\p{Script=Han}]{2})/u.exec(folded.slice(stretch.start + passed, stretch.end));
  const second = joined === null ? null : verbAt(reading.lower, stretch.start + passed + 1, stretch.end);
  const span = trim(folded, { start: second?.end ?? stretch.start + passed, end: stretch.end });
  if (joined !== null && second === null) return 'unclear';
  if (span.start >= span.end) return null;
  const text = folded.slice(span.start, span.end);
  if (text.length < 2) return 'unclear';
  if (/^于/.test(text) && reading.timesIn(span).some(({ end }) => end === span.end)) return null;
  if (text.length > longestObject || /^(?:[于在由向对与和及为被把将的、第有是具后时这那其该它他她此]|自己)/.test(text))
    return 'unclear';
  const [paid] = reading.quantitiesIn(span);
  // 資助|單車隊3200萬元: two objects.
  if (paid?.type === 'MONEY' && paid.start > span.start && paid.end === span.end) return 'unclear';
  // 資本募集|主要局限於…: an adverb opens a predicate, not an object.
  if (/^(?:d|ad|zg)$/.test(reading.tokensIn(span)[0]?.pos ?? '')) return 'unclear';
  const head = text.lastIndexOf('的');
  const verbs = reading
    .tokensIn({ start: span.start + head + 1, end: span.end })
    .filter(
      ({ pos, start, end }) =>
        pos === 'v' &&
        !amountNouns().has(folded.slice(start, end)) &&
        !reading.mentionsIn(span).some((name) => contains(name, { start, end })),
    );
  if (verbs.length > 0) return 'unclear';
  const name = reading.mentionsIn(span).findLast(({ end }) => end === span.end);
  return name !== undefined && head < name.start - span.start ? (isNameList(text) ? span : name) : span;
}

function isNameList(text: string): boolean {
  return /[、和与及]/.test(text);
}

function trim(folded: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s“”]/.test(folded[from] ?? '')) from++;
  while (to > from && /[\s“”,。;]/.test(folded[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
