import type { Span } from '../document/span.js';
import type { Claim } from '../document/types.js';
import { endsInFigure } from './chinese-nouns.js';
import { isFirm, type Owner } from './chinese-owners.js';
import type { Before } from './chinese-subjects.js';
import { isDated } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole } from './words.js';

/** What a claim has told so far: later clauses leave out the subject and the time. */
export interface Known {
  /** Who acted in the clause before. */
  actor: Span | null;
  /** What was measured in the clause before. */
  figure: Span | null;
  time: number | null;
  /** Whether what the actor did had an object, of which the next clause may tell as well (公司设有工厂,2013年启用). */
  hadObject: boolean;
  /** Whether that time opened its clause. */
  isLeading: boolean;
  /** Whether it stood before what was measured: it holds for other figures, not for who or what else is named. */
  isOfFigure: boolean;
  /** Whether it was that of what somebody did, and thus not that of figures behind it. */
  isOfAct: boolean;
  /** Whether it was that of a birth or a foundation: what follows came later. */
  isOfStart: boolean;
  isFirst: boolean;
  /** Whether the actor is an office that reports, and need not have done what it tells of. */
  isReporter: boolean;
  /** Whose figures the next clause may give. */
  owner: Owner | null;
  /** Whether nothing but times stood before. */
  isOpening: boolean;
  /** Whether the last time of the claim lies ahead, so that what follows does, too. */
  isToCome: boolean;
  /** Whether sums are those of a piece (每辆|购置成本3万元,补助2万元). */
  isOfPiece: boolean;
}

/** What is known before the first clause of a claim: who announces it acts, and its figures are his, unless he is an office that reports. */
export function knownAtStart(reading: FactReading, { cue, source }: Claim): Known {
  // 全联、|家乐福与好市多宣布: a source that is cut.
  const announcer =
    cue?.type === 'announce' && source?.status === 'explicit' && reading.folded[source.start - 1] !== '、'
      ? source
      : null;
  const isOfFirm = announcer !== null && isFirm(reading, announcer);
  const declares = cue !== null && /宣[布告]/.test(reading.folded.slice(cue.start, cue.end));
  return {
    actor: announcer,
    figure: null,
    time: null,
    hadObject: false,
    isLeading: false,
    isOfFigure: false,
    isOfAct: false,
    isOfStart: false,
    isFirst: announcer !== null,
    isReporter: announcer !== null && !isOfFirm && !declares,
    owner: isOfFirm ? { span: announcer, isAlone: false } : null,
    isOpening: true,
    isToCome: false,
    isOfPiece: false,
  };
}

/** The time that stands before the verb; that of the clause before where this one has none; null where it is of something else. */
export function timeOf(
  reading: FactReading,
  before: Before,
  clause: Span,
  verb: Pick<VerbMatch, 'start' | 'end' | 'type'>,
  known: Known,
): number | null {
  if (before.time !== null) {
    known.time = before.time;
    known.isLeading = before.isLeading;
    known.isOfFigure = false;
    known.isOfAct = verb.type !== 'measure' && verb.type !== 'total';
    known.isOfStart = hasRole(reading.folded.slice(verb.start, verb.end).replace(/于$/, ''), 'founds');
    return before.time;
  }
  // 2012年毕业,曾拍摄过三部影片: at some time.
  if (/曾/.test(reading.folded.slice(clause.start, verb.start)) || /^过/.test(reading.folded.slice(verb.end)))
    return null;
  // 1963年出生,后来创办公司: when is not said.
  if (known.isOfStart && verb.type !== 'measure') return null;
  // 大楼2011年启用,位于港口: what is so for longer.
  if (hasRole(reading.folded.slice(verb.start, verb.end), 'stands')) return null;
  const words = reading.tokensIn({ start: clause.start, end: verb.start });
  if (words.some(({ start, end }) => hasRole(reading.folded.slice(start, end), 'later'))) return null;
  // 环岛线2009年通车,全长35公里: a time within a clause goes on with its subject, where that is left out, and says nothing of states.
  if (!known.isLeading && (before.subject !== null || verb.type === 'total')) return null;
  // 公司今日公布业绩,净利为3亿元,增长8%; 12日上市,股价涨5%: the day of what was done is not that of figures.
  const isOfDay = known.time !== null && /^\d{4}-\d\d-\d\d/.test(reading.timeAt(known.time)?.value ?? '');
  if (known.isOfAct && isOfDay && (verb.type === 'measure' || verb.type === 'total')) known.time = null;
  // 5月营收19亿元,某某上涨4%: the month is that of the figure.
  if (known.isOfFigure && before.subject !== null)
    if (
      !endsInFigure(reading.folded, before.subject) ||
      /;\s?$/.test(reading.folded.slice(Math.max(0, clause.start - 2), clause.start))
    )
      return null;
  if (reading.timesIn({ start: clause.start, end: verb.start }).some(isDated)) return null;
  known.isOfAct ||= verb.type !== 'measure' && verb.type !== 'total';
  return known.time;
}
