import type { Span } from '../../document/span.js';
import { matchesOf } from '../../text/matches.js';
import type { Reading } from '../reading.js';
import { type AdverbRole, adverbRoles } from '../source-words.js';

export type UnitKind = AdverbRole | 'name' | 'time' | 'bracket' | 'title' | 'mark' | 'word' | 'de';

/** A token, or a name, time, bracket or 《title》 taken whole. */
export interface Unit extends Span {
  readonly kind: UnitKind;
}

/** The units of a stretch, left to right: names, times, brackets and titles whole, and the tokens between them. */
export function unitsOf(reading: Reading, region: Span): Unit[] {
  const wholes = [
    ...reading.mentionsIn(region).map((span) => ({ start: span.start, end: span.end, kind: 'name' as const })),
    ...reading
      .timesIn(region)
      .filter((span) => !cutsToken(reading, span))
      .map((span) => ({ start: span.start, end: span.end, kind: 'time' as const })),
    ...bracketsIn(reading.folded, region),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const units: Unit[] = [];
  let at = region.start;
  for (const whole of wholes) {
    if (whole.start < at) continue;
    units.push(...plainUnits(reading, { start: at, end: whole.start }), whole);
    at = whole.end;
  }
  units.push(...plainUnits(reading, { start: at, end: region.end }));
  return units.map((unit, index) => (isManner(reading, units, index) ? { ...unit, kind: 'adverb' } : unit));
}

/** 廠|商代|表: a time that begins inside a word and ends inside another is none. */
function cutsToken({ tokensIn }: Reading, { start, end }: Span): boolean {
  const around = tokensIn({ start: start - 4, end: end + 4 });
  const cuts = (at: number): boolean => around.some((token) => token.start < at && token.end > at);
  return cuts(start) && cuts(end);
}

/** 持平|地|說: a word before 地, and 地 itself, say in what manner. */
function isManner({ folded }: Reading, units: readonly Unit[], index: number): boolean {
  const is = (unit: Unit | undefined): boolean => unit !== undefined && folded.slice(unit.start, unit.end) === '地';
  return index > 0 && units[index]?.kind === 'word' && (is(units[index]) || is(units[index + 1]));
}

function plainUnits(reading: Reading, gap: Span): Unit[] {
  if (gap.start >= gap.end) return [];
  const tokens = reading
    .tokensIn({ start: gap.start - 8, end: gap.end + 8 })
    .filter((token) => token.end > gap.start && token.start < gap.end);
  return tokens.map((token, index) => {
    const [start, end] = [Math.max(token.start, gap.start), Math.min(token.end, gap.end)];
    const next = tokens[index + 1]?.start ?? -1;
    return { start, end, kind: kindOf(reading.folded.slice(start, end), token.pos, reading.folded[next]) };
  });
}

function kindOf(word: string, pos: string, next: string | undefined): UnitKind {
  if (word === '的') return next === '士' ? 'word' : 'de';
  const role = adverbRoles().get(word);
  // 同案|另一|被告
  if (role !== undefined && !(word === '另' && next === '一')) return role;
  if (/^[,;:。!?\s—]/.test(word)) return 'mark';
  if (pos === 't' || (pos === 'm' && '年月日时点'.includes(next ?? '无'))) return 'time';
  if (/^[上下本去今昨]$/.test(word) && /[月周季年]/.test(next ?? '')) return 'time';
  if (word === '月' && /[报刊饼]/.test(next ?? '')) return 'word';
  if (/^[年月日]$/.test(word) || /^\d{1,4}[年月日]/.test(word)) return 'time';
  return 'word';
}

function bracketsIn(folded: string, region: Span): Unit[] {
  const text = folded.slice(region.start, region.end);
  return matchesOf(/[((][^()()]{0,60}[))]|《[^《》]{0,60}》/g, text).map((match) => ({
    start: region.start + match.index,
    end: region.start + match.index + match[0].length,
    kind: match[0].startsWith('《') ? 'title' : 'bracket',
  }));
}

/** The tag of the first token of a unit, '' where it has none. */
export function posOf(reading: Reading, unit: Span): string {
  return reading.tokensIn(unit)[0]?.pos ?? '';
}

/** 多位|受訪|專家: what follows a bare measure belongs to its noun. */
export function isMeasure({ folded }: Reading, units: readonly Unit[]): boolean {
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined) return false;
  return /^(?:(?:这|那|该|有)?[一两二三四五六七八九十多数几某\d]+)?(?:位|名|家|群|批|些)$/.test(
    folded.slice(first.start, last.end),
  );
}

/** The kinds of units before which a noun phrase ends. */
export const stops: ReadonlySet<UnitKind> = new Set(['adverb', 'preposition', 'time', 'conjunction', 'mark']);

/** From the first to the last of the units that are no brackets, or null. */
export function spanOf(units: readonly Unit[]): Span | null {
  const named = units.filter((unit) => unit.kind !== 'bracket');
  const [first, last] = [named[0], named.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
