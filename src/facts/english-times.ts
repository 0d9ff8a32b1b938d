import type { Span } from '../document/span.js';
import { isEnglish, wordUpTo } from './english-words.js';
import { isDated } from './found.js';
import type { FactReading } from './reading.js';

/** On Monday, | the firm …: the time that fills the clause before. */
export function loneTime(reading: FactReading, clause: Span | undefined): number | null {
  if (clause === undefined) return null;
  const [time] = reading.timesIn(clause);
  // 3.50pm: …: when it was written.
  const isLone = time !== undefined && isDated(time) && time.end === clause.end && reading.folded[clause.end] === ',';
  if (!isLone || isShift(reading.lower.slice(time.start, time.end))) return null;
  return /^(?:(?:on|in|at|late|early|during)\s)*$/.test(reading.lower.slice(clause.start, time.start))
    ? time.index
    : null;
}

/** The time of the clause outside subject and object; that of a measured subject may stand in it (exports in March). */
export function timeIn(
  reading: FactReading,
  clause: Span,
  { subject, object, verbEnd, isMeasure }: { subject: Span; object: Span | null; verbEnd: number; isMeasure: boolean },
): number | null {
  const { lower } = reading;
  const within = (span: Span | null, at: number): boolean => span !== null && at >= span.start && at < span.end;
  const time = reading.timesIn(clause).find((candidate) => {
    const before = lower.slice(Math.max(clause.start, candidate.start - 16), candidate.start);
    if (isShift(lower.slice(candidate.start, candidate.end))) return false;
    const between = lower.slice(verbEnd, candidate.start);
    if (between.lastIndexOf('(') > between.lastIndexOf(')')) return false;
    if (/\s(?:from|than|against|versus|compared)\s/.test(between)) return false;
    // at 2.47 am: of which day is guessed.
    if (/^times\/(?:english-)?clock$/.test(candidate.by)) return false;
    if (
      !isDated(candidate) ||
      candidate.value?.includes('X') ||
      isPointed(before) ||
      /^(?:-|['’]s|\sof\s)/.test(lower.slice(candidate.end)) ||
      isRange(reading, candidate)
    )
      return false;
    // over |Memorial Day| |weekend|
    if (reading.timesIn(clause).some(({ end }) => end === candidate.start - 1)) return false;
    if (candidate.start > verbEnd && modifiesNoun(reading, candidate.end)) return false;
    if (within(object, candidate.start)) return false;
    if (candidate.start > verbEnd && hasVerb(reading, { start: object?.end ?? verbEnd, end: candidate.start }))
      return false;
    return !within(subject, candidate.start) || (isMeasure && /\s(?:in|on)\s$/.test(before));
  });
  return time?.index ?? null;
}

/** Whether a noun follows at once, of which the time is a part. */
function modifiesNoun({ lower, tokensIn }: FactReading, end: number): boolean {
  const [next] = tokensIn({ start: end, end: end + 30 });
  return next?.start === end + 1 && /^(?:Noun|Date)$/.test(next.pos) && /^[a-z]/.test(lower.slice(next.start));
}

/** Whether a time is not when it happened: what stands before it says an end, a start, or something compared. */
function isPointed(before: string): boolean {
  const word = before.endsWith(' ') ? wordUpTo(before, before.length - 1) : '';
  return isEnglish(word, 'pointed') || /\b(?:compared (?:with|to)|(?:than|from) (?:in|on|at))\s$/.test(before);
}

/** six minutes |later|: counted from another time. */
function isShift(text: string): boolean {
  return /\b(?:earlier|later|before|after)$/.test(text);
}

/** From Monday to Friday: the first of two times. */
function isRange({ lower, timesIn }: FactReading, { end }: Span): boolean {
  const joint = /^\s(?:and|to|through|until)\s/.exec(lower.slice(end, end + 12))?.[0].length ?? 0;
  return joint > 0 && timesIn({ start: end, end: end + 40 }).some(({ start }) => start === end + joint);
}

/** sold shares |bought| in 2019: the time of another verb. */
function hasVerb(reading: FactReading, between: Span): boolean {
  return reading
    .tokensIn(between)
    .some(
      (token) =>
        token.pos === 'Verb' &&
        reading.nameAround(token) === undefined &&
        !isEnglish(reading.lower.slice(token.start, token.end), 'preposition'),
    );
}
