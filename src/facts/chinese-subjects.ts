import type { Span } from '../document/span.js';
import type { Timex, Token } from '../document/types.js';
import { nounPhrase } from './chinese-noun-phrases.js';
import { endsInFigure, gluedAdverb, isNominal, isPhase } from './chinese-nouns.js';
import { phraseStart } from './chinese-phrases.js';
import { isDated } from './found.js';
import type { FactReading } from './reading.js';
import { hasRole, wordAt, wordBefore } from './words.js';

/** What stands before a verb: a subject, nothing that could be one (bare), or something unclear; and the time among it. */
export interface Before {
  readonly subject: Span | null;
  readonly isBare: boolean;
  /** Whether words beside time stand there: a verb behind them is no modifier of a noun. */
  readonly isMarked: boolean;
  readonly time: number | null;
  /** Whether the time opens the clause, so that it holds for the next ones as well. */
  readonly isLeading: boolean;
}

/** What stands between the start of a clause and its verb. */
export function beforeVerb(reading: FactReading, stretch: Span): Before {
  const lead = pastLead(reading, stretch);
  // 父母都在外地打工的|超过三百名: those of whom it is said are not named.
  if (reading.folded[stretch.end - 1] === '的')
    return { subject: null, isBare: false, isMarked: true, time: null, isLeading: false };
  const behind = beforeAdverbs(reading, { start: lead.start, end: stretch.end });
  const cause = causeStart(reading, { start: lead.start, end: behind.end });
  const front = cause === null ? null : beforeAdverbs(reading, { start: lead.start, end: cause });
  const end = front?.end ?? behind.end;
  const times = [...(front?.times ?? []), ...behind.times];
  const isBare = reading.folded.slice(lead.start, end).trim() === '';
  // 还|拖行员警…: behind such a word no subject stands.
  const isInner = wordBefore(reading.folded, lead.start, stretch.start, 'inner') !== '';
  const subject = isBare || isInner ? null : subjectIn(reading, stretch.start, { start: lead.start, end });
  const inside =
    subject === null ? [] : reading.timesIn({ start: lead.start, end }).filter((time) => tellsWhen(reading, time));
  return {
    subject,
    isBare,
    isMarked: end < stretch.end || lead.start > stretch.start,
    isLeading: times.length === 0 && lead.times.length > 0,
    time: times[0] ?? lead.times.at(-1) ?? withinSubject(reading, stretch.start, lead.start, inside),
  };
}

/** The time within a subject; none where a stretch of time leads it (过去二十年,一月份的水位下降…). */
function withinSubject(
  { timesIn }: FactReading,
  floor: number,
  start: number,
  [time]: readonly { readonly index: number }[],
): number | null {
  if (time === undefined) return null;
  const isOverYears = timesIn({ start: floor - 12, end: start }).some(
    ({ type, value, end }) => (type === 'DURATION' || /^P\d/.test(value ?? '')) && end >= floor - 2,
  );
  return isOverYears ? null : time.index;
}

/**
 * The noun phrase behind what leads a clause. A stretch of time before what is measured is a part of it (24小时|降雨量); one without
 * a verb of its own before a verb is cut (22点以后|进站的客流).
 */
function subjectIn(reading: FactReading, floor: number, stretch: Span): Span | null {
  const { folded } = reading;
  const subject = nounPhrase(reading, stretch) ?? namedHead(reading, stretch);
  if (subject === null || isOfPlace(reading, subject)) return null;
  if (subject.start !== stretch.start) return subject;
  // 在1990年|世界杯|攻入四球: when and where.
  const isNamed = reading.mentionsIn(subject).some(({ type }) => /^(?:ORG|PERSON|GPE|NORP)$/.test(type));
  if (/^(?:在|于(?!是))/.test(folded.slice(floor, stretch.start)) && !isNamed) return null;
  const duration = reading.timesIn({ start: floor, end: subject.start }).at(-1);
  if (duration?.type === 'DURATION' && duration.end === subject.start && endsInFigure(folded, subject))
    return { start: duration.start, end: subject.end };
  // 2021年|启动的项目: the time is that of the modifier.
  const opensAsVerb = /^v/.test(reading.tokensIn(subject)[0]?.pos ?? '');
  const isTimed = duration?.end === subject.start || openEnd.test(folded.slice(floor, subject.start));
  return isTimed &&
    folded.slice(subject.start, subject.end).includes('的') &&
    (opensAsVerb || duration?.type !== 'DATE')
    ? null
    : subject;
}

/** 每斤; 冲突中|两名保安: by what it is reckoned, or in what it is so. */
function isOfPlace(reading: FactReading, subject: Span): boolean {
  const { folded } = reading;
  if (/^每\p{Script=Han}{1,2}$/u.test(folded.slice(subject.start, subject.end))) return true;
  const tokens = reading.tokensIn(subject);
  return tokens.some(
    ({ start, end }, index) =>
      index > 0 &&
      folded.slice(start, end) === '中' &&
      tokens[index + 1]?.pos === 'm' &&
      reading.nameAround({ start, end }) === undefined,
  );
}

/** 位于湾区的|长桥研究院: a name behind its modifier, whatever that is made of. */
function namedHead(reading: FactReading, { start, end }: Span): Span | null {
  const { folded } = reading;
  const at = folded.slice(start, end).lastIndexOf('的');
  const head = { start: start + at + 1, end };
  const isNamed = reading
    .mentionsIn(head)
    .some((name) => name.start - head.start <= (folded[head.start] === '“' ? 1 : 0) && name.end - name.start > 2);
  const opens = /^[与和跟同对向把由从在被让使为给]/.test(folded.slice(start, end));
  // 这所学校的|上线率: whose figure it is.
  const points = /^[这那该其本他她它]/.test(folded.slice(start, end));
  return at > 2 && isNamed && !opens && !(points && endsInFigure(folded, head)) ? nounPhrase(reading, head) : null;
}

/** 某某16日|因肺炎|病逝: where the cause begins that ends the stretch; null where none does. */
function causeStart(reading: FactReading, { start, end }: Span): number | null {
  const from = Math.max(start + 1, end - 14);
  const at = from + reading.folded.slice(from, end).lastIndexOf('因');
  if (at < from || reading.nameAround({ start: at, end: at + 1 }) !== undefined) return null;
  const token = reading.tokensIn({ start: at - 4, end }).find((word) => word.start <= at && at < word.end);
  const opens =
    token?.start === at ||
    reading.timesIn({ start, end }).some((time) => time.end === at) ||
    reading.mentionsIn({ start, end }).some((name) => name.end === at);
  return opens && token?.end === at + 1 && isNominal(reading, { start: at + 1, end }) ? at : null;
}

/** What ends a stretch of time that only begins or ends there. */
const openEnd = /(?:[之以][前后]|以来|[^目]前|[^最]后|起)$/;

/** Whether a time is when it happened: no day of what is foreseen (年底|目标), no open end (22点以后), no modifier (五年前的). */
export function tellsWhen({ folded }: FactReading, time: Timex): boolean {
  return (
    isDated(time) &&
    // Of which year 全年 is, the text around says.
    folded[time.start] !== '全' &&
    // 今晚: it may be still to come.
    !/^今[晚夜]/.test(folded.slice(time.start, time.end)) &&
    // 以21:14击败…: a score.
    !/[以比]/.test(folded[time.start - 1] ?? '') &&
    wordAt(folded, time.end, 'foreseen') === '' &&
    // 春节|长假期间: no day.
    !/^(?:小?长假|假期|假日|期间|前夕|黄金周)/.test(folded.slice(time.end)) &&
    !openEnd.test(folded.slice(time.start, time.end))
  );
}

/** Behind a time: it is not when it happened, but since or until when, or before or after what. */
const shifts = /^(?:起|以来|之前|以前|之后|以后|过后|前|后|至|到|—|-)/;

/** Passes times, conjunctions and words of time without a date before the subject. */
export function pastLead(reading: FactReading, clause: Span): { start: number; times: number[] } {
  const { folded } = reading;
  const times: number[] = [];
  let at = clause.start;
  for (;;) {
    const rest = folded.slice(at, clause.end);
    const space =
      /^(?:[\s、]+|\S{2,16}[讯电]\s+|【[^【】]{1,12}】|[一二三四五六]是|首先|其次)/.exec(rest)?.[0].length ?? 0;
    const preposition = /^(?:截至|截止到?|早在|就在|[自到在于从至])/.exec(rest)?.[0] ?? '';
    const time = reading
      .timesIn({ start: at, end: clause.end })
      .find(
        ({ start, end, type }) =>
          (start === at || start === at + preposition.length) && type !== 'SET' && !cutsToken(reading, end),
      );
    const lead = leadOf(reading, { start: at, end: clause.end });
    if (space > 0) at += space;
    else if (time !== undefined) {
      const behind = folded.slice(time.end, clause.end);
      if (tellsWhen(reading, time) && !shifts.test(behind) && !/^(?:自|从|至)/.test(preposition))
        times.push(time.index);
      at =
        time.end +
        (/^(?:起|以来|之[前后内]|以[前后内]|过后|前后|(?:小?长假|假期|假日)?期间|[前后内里间中时的])/.exec(behind)?.[0]
          .length ?? 0);
    } else if (lead !== '' && !startsName(reading, at, clause.end)) at += lead.length;
    else return { start: at, times };
  }
}

/** 30年|期国债: a time that ends within a word is a part of it. */
function cutsToken(reading: FactReading, at: number): boolean {
  const [around] = reading.tokensIn({ start: at - 4, end: at + 4 }).filter(({ start, end }) => start < at && at < end);
  const next = reading.folded[at] ?? '';
  // 今年|以来.
  if (around !== undefined && /^(?:以来|以前|之前|以后|之后)$/.test(reading.folded.slice(at, around.end))) return false;
  return around !== undefined || next === '期';
}

/** The word that leads a clause, or a time without a date, that opens the stretch and ends with a token. */
function leadOf(reading: FactReading, { start, end }: Span): string {
  const word = wordAt(reading.folded, start, 'lead', 'period');
  const ends = start + word.length;
  if (word === '' || ends > end || /^[自到在于]$/.test(word)) return '';
  return reading.tokensIn({ start, end: ends }).at(-1)?.end === ends ? word : '';
}

function startsName(reading: FactReading, at: number, end: number): boolean {
  return reading.mentionsIn({ start: at, end }).some(({ start }) => start === at);
}

/** Where adverbs, times and phrases of place, means or comparison begin that stand directly before the verb. */
function beforeAdverbs(reading: FactReading, stretch: Span): { end: number; times: number[] } {
  const { folded } = reading;
  const times: number[] = [];
  let end = stretch.end;
  for (;;) {
    while (end > stretch.start && /\s/.test(folded[end - 1] ?? '')) end--;
    const before = { start: stretch.start, end };
    const time = reading.timesIn(before).findLast((candidate) => candidate.end === end);
    const last = reading.tokensIn(before).at(-1);
    const phrase = phraseStart(reading, before);
    const dated = /\([^()]{1,16}\)$/.exec(folded.slice(stretch.start, end))?.[0].length ?? 0;
    if (time !== undefined && time.type !== 'SET') {
      const preposition =
        /(?:截至|历时|时隔|耗时|[在于到至自从较比以])$/.exec(folded.slice(stretch.start, time.start))?.[0] ?? '';
      if (tellsWhen(reading, time) && !/[自从较比]/.test(preposition)) times.push(time.index);
      end = time.start - preposition.length;
    } else if (dated > 0 && isAside(reading, { start: end - dated, end })) end -= dated;
    else if (phrase < end) end = phrase;
    else if (last !== undefined && last.end === end && isAdverb(reading, last, times.length > 0)) end = last.start;
    else if (gluedAdverb(reading, end - 1) >= stretch.start) end--;
    else if (/(?:[起间内时]|以来)$/.test(folded.slice(stretch.start, end)) && endsTime(reading, before))
      end = timeBefore(reading, before);
    else return { end, times };
  }
}

/** 昨日(29日), 海晏科技(601XXX): a date or what stands behind a name in brackets. */
function isAside(reading: FactReading, { start, end }: Span): boolean {
  const isNamed = reading.mentionsIn({ start: start - 24, end: start }).some((name) => name.end === start);
  return isNamed || reading.timesIn({ start, end }).length > 0;
}

function isAdverb(reading: FactReading, token: Token, isBeforeTime: boolean): boolean {
  const { folded } = reading;
  if (reading.nameAround(token) !== undefined) return false;
  const word = folded.slice(token.start, token.end);
  if (hasRole(word, 'governs') || isPhase(word)) return false;
  // 同类意外|去年|造成…: before a time it is rather a noun.
  if (isBeforeTime && word.length > 1 && /^[an]/.test(token.pos)) return false;
  // 钮扣|节: the end of a noun.
  const isTime = token.pos === 't' && word.length > 1 && !hasRole(word, 'figure');
  return (
    isTime || /^(?:d|ad|vd)$/.test(token.pos) || word === '仍' || hasRole(word, 'adverb') || hasRole(word, 'period')
  );
}

/** 三年|间, 2019年|起: the word behind a time, which is passed with it. */
function timeBefore(reading: FactReading, { start, end }: Span): number {
  const time = reading.timesIn({ start, end }).at(-1);
  const gap = time === undefined ? '' : reading.folded.slice(time.end, end);
  if (time === undefined || !/^(?:起|间|内|之内|以内|时|以来)$/.test(gap)) return end;
  return time.start - (/[自从在于]$/.test(reading.folded.slice(start, time.start)) ? 1 : 0);
}

function endsTime(reading: FactReading, span: Span): boolean {
  return timeBefore(reading, span) < span.end;
}
