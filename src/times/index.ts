import { besideNames, firstStartingFrom } from '../document/span.js';
import type { Sentence, Timex, Token } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { parseInstant } from './calendar.js';
import { withZone } from './edtf.js';
import { expressionAt } from './expressions.js';
import { isKind } from './grammar.js';
import { dayOf, type Place } from './intervals.js';
import { type LengthReading, lengthAt } from './lengths.js';
import { type Lexeme, lexemesOf } from './lexemes.js';
import { type Resolved, resolve } from './resolve.js';
import type { RuleContext } from './rules.js';
import type { Reading, Shape } from './shapes.js';
import type { Anchor } from './surroundings.js';
import { followsEvent, hasNoVerb, isPresent, tenseAround } from './tense.js';
import { offsetOn, zoneIn } from './zones.js';

/**
 * Dates, times, durations and sets as TIMEX3. One grammar reads both languages sentence by sentence; relative dates are
 * resolved against the publication date, and stay unresolved (`XXXX-01-17`, no begin or until) where there is none.
 */
export const times: Annotator<'sentences' | 'tokens', 'times'> = {
  name: 'times',
  requires: ['sentences', 'tokens'],
  provides: ['times'],
  annotate({ folded, sentences, tokens, userNames }, { published, guide }) {
    if (guide?.isOn('times') === false) return { layers: { times: [] }, diagnostics: [] };
    const reader: Reader = { folded, anchor: parseInstant(published), context: null, opening: null };
    const found: Timex[] = [];
    let token = 0;
    for (const sentence of sentences) {
      while ((tokens[token]?.start ?? Infinity) < sentence.start) token++;
      const first = token;
      while ((tokens[token]?.start ?? Infinity) < sentence.end) token++;
      readTimes(reader, sentence, tokens.slice(first, token), found);
    }
    return { layers: { times: besideNames(found, userNames) }, diagnostics: [] };
  },
};

/** Whether a word ends at an offset. A short word that only the HMM has seen (初才, 前复航) may as well be two. */
function wordEnds(tokens: readonly Token[]): (offset: number) => boolean {
  return (offset) => {
    const token = tokens[firstStartingFrom(tokens, offset) - 1];
    if (token === undefined) return false;
    const { start, end, pos } = token;
    return end === offset || (pos === 'x' && end - start <= 3 && start + 1 === offset);
  };
}

interface Reader {
  readonly folded: string;
  readonly anchor: Anchor | null;
  /** The last date mentioned in the article so far. */
  context: Place | null;
  /** Its first end, where it was a range. */
  opening: Place | null;
}

/** What the rules ask of one sentence, found out when it is first asked for. */
class SentenceContext implements RuleContext {
  readonly #folded: string;
  readonly #tokens: readonly Token[];
  readonly #lexemes: readonly Lexeme[];
  readonly #lengths: (LengthReading | null)[] = [];
  #label: boolean | null = null;

  constructor(folded: string, tokens: readonly Token[], lexemes: readonly Lexeme[]) {
    this.#folded = folded;
    this.#tokens = tokens;
    this.#lexemes = lexemes;
  }

  get isLabel(): boolean {
    this.#label ??= hasNoVerb(outsideFeasts(this.#tokens, this.#lexemes));
    return this.#label;
  }

  lengthAt(index: number): LengthReading | null {
    const known = this.#lengths[index];
    if (known !== undefined) return known;
    const length = lengthAt(this.#lexemes, index);
    this.#lengths[index] = length;
    return length;
  }

  tenseAt(index: number): 'past' | 'future' | null {
    const lexeme = this.#lexemes[index];
    return lexeme === undefined ? null : tenseAround(this.#folded, this.#tokens, lexeme.start, lexeme.end);
  }
}

/** Adds the times of one sentence to `found`. */
function readTimes(reader: Reader, sentence: Sentence, tokens: readonly Token[], found: Timex[]): void {
  const lexemes = lexemesOf(reader.folded, sentence, wordEnds(tokens));
  const context = new SentenceContext(reader.folded, tokens, lexemes);
  let nearby: Place | null = null;
  for (let at = 0; at < lexemes.length; ) {
    const reading = expressionAt(lexemes, at, context);
    if (reading === null) {
      at++;
      continue;
    }
    const { timex, place, opening } = timexOf(reader, lexemes, reading, tokens, nearby, context);
    if (timex !== null) found.push(timex);
    if (place !== null) {
      reader.context = place;
      reader.opening = opening;
      if (place.year != null || place.week != null) nearby = place;
    }
    at = reading.next;
  }
}

function timexOf(
  reader: Reader,
  lexemes: readonly Lexeme[],
  reading: Reading,
  tokens: readonly Token[],
  nearby: Place | null,
  rules: RuleContext,
): { timex: Timex | null } & Pick<Resolved, 'place' | 'opening'> {
  const first = lexemes[takesArticle(lexemes, reading) ? reading.first - 1 : reading.first];
  const isZoned = isKind(lexemes, reading.next, 'zone') && lexemes[reading.next]?.isEnglish && isClock(reading.shape);
  const last = lexemes[isZoned || closesBracket(lexemes, reading) ? reading.next : reading.next - 1];
  if (first === undefined || last === undefined) return { timex: null, place: null, opening: null };
  const { start } = first;
  const { end } = last;
  const { folded, anchor, context, opening } = reader;
  const isOpen = !isComplete(reading.shape);
  const isDated = isOpen && isDateline(folded, end);
  const tense = isDated ? 'past' : isOpen ? tenseAround(folded, tokens, start, end) : null;
  const around = { anchor, context, opening, nearby, tense, isLabel: isOpen && !isDated && rules.isLabel } as const;
  const hints = {
    isPresent: mayBePresent(reading.shape) && isPresent(folded, tokens, start, end),
    isApproximate: lexemes.slice(Math.max(0, reading.first - 1), reading.next).some(({ kind }) => kind === 'approx'),
    followsEvent: reading.shape.kind === 'offset' && followsEvent(folded, tokens, start),
  };
  const { type, value, mod, begin, until, anchor: from, edtf, ...places } = resolve(reading.shape, around, hints);
  const by = `times/${reading.by}`;
  const zone = isClock(reading.shape) ? zoneOf(lexemes, reading, places.place) : null;
  const zoned = zone === null ? edtf : withZone(edtf, zone);
  return { timex: { start, end, type, value, mod, begin, until, anchor: from, zone, edtf: zoned, by }, ...places };
}

/** 周五(26日|): the bracket that opens within an expression closes with it. */
function closesBracket(lexemes: readonly Lexeme[], { first, next }: Reading): boolean {
  if (lexemes[next]?.value !== ')') return false;
  for (let at = next - 1; at >= first; at--)
    if (/^[()]$/.test(lexemes[at]?.value ?? '')) return lexemes[at]?.value === '(';
  return false;
}

/** LONDON, Jan 4 (AFP); 新华社北京1月4日电: the date of a report is not to come. */
function isDateline(folded: string, end: number): boolean {
  return /^(?:[电讯]|,? ?\([A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,2} ?\))/.test(folded.slice(end, end + 30));
}

/** Whether a shape says all of its place, so that neither tense nor the kind of sentence can tell more. */
function isComplete(shape: Shape): boolean {
  if (shape.kind === 'point') return shape.fields.year !== undefined && shape.to === null;
  return shape.kind !== 'offset';
}

function isClock(shape: Shape): boolean {
  return shape.kind === 'point' && (shape.fields.hour !== undefined || shape.to?.hour !== undefined);
}

/** The offset of the zone that is named beside a clock, on its day. */
function zoneOf(lexemes: readonly Lexeme[], { first, next }: Reading, place: Place | null): string | null {
  const zone = zoneIn(lexemes, first, next);
  return zone === null ? null : offsetOn(zone, place === null ? null : dayOf(place));
}

function mayBePresent(shape: Shape): boolean {
  return shape.kind === 'point' && shape.fields.perhapsPresent === true;
}

/** The tokens that are no part of the name of a feast (回归纪念日, Thanksgiving). */
function outsideFeasts(tokens: readonly Token[], lexemes: readonly Lexeme[]): readonly Token[] {
  const feasts = lexemes.filter(({ kind }) => kind === 'holiday' || kind === 'weekday' || kind === 'vague');
  let next = 0;
  return tokens.filter((token) => {
    while ((feasts[next]?.end ?? Infinity) <= token.start) next++;
    return (feasts[next]?.start ?? Infinity) >= token.end;
  });
}

/** In English the article belongs to a time that is named by a noun: the end of May, the 1990s, the past year. */
function takesArticle(lexemes: readonly Lexeme[], { first, shape }: Reading): boolean {
  return (
    lexemes[first - 1]?.kind === 'the' &&
    lexemes[first]?.kind !== 'the' &&
    (takesThe(shape) || lexemes[first]?.kind === 'daypart')
  );
}

function takesThe(shape: Shape): boolean {
  if (shape.kind === 'stretch' || shape.kind === 'era') return true;
  if (shape.kind !== 'point') return false;
  const { decade, century, half, quarter, segment, season, weekend, shift } = shape.fields;
  if ([decade, century, half, quarter, segment, season, weekend].some((field) => field !== undefined)) return true;
  return shape.to?.month !== undefined || (shift !== undefined && shift.unit !== 'D');
}
