import { besideNames } from '../document/span.js';
import type { Sentence, Timex, Token } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { parseInstant } from './calendar.js';
import { expressionAt } from './expressions.js';
import type { Place } from './intervals.js';
import { type LengthReading, lengthAt } from './lengths.js';
import { type Lexeme, lexemesOf } from './lexemes.js';
import { resolve } from './resolve.js';
import type { RuleContext } from './rules.js';
import type { Reading, Shape } from './shapes.js';
import type { Anchor } from './surroundings.js';
import { followsEvent, hasNoVerb, isPresent, tenseAround } from './tense.js';

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
    const reader: Reader = { folded, anchor: parseInstant(published), context: null };
    const found: Timex[] = [];
    let token = 0;
    for (const sentence of sentences) {
      const inside: Token[] = [];
      for (; token < tokens.length; token++) {
        const next = tokens[token];
        if (next === undefined || next.start >= sentence.end) break;
        if (next.start >= sentence.start) inside.push(next);
      }
      for (const timex of timesOf(reader, sentence, inside)) found.push(timex);
    }
    return { layers: { times: besideNames(found, userNames) }, diagnostics: [] };
  },
};

/** Where words end. A short word that only the HMM has seen (初才, 前复航) may as well be two. */
function wordEnds(tokens: readonly Token[]): Set<number> {
  const ends = new Set<number>();
  for (const { start, end, pos } of tokens) {
    ends.add(end);
    if (pos === 'x' && end - start <= 3) ends.add(start + 1);
  }
  return ends;
}

interface Reader {
  readonly folded: string;
  readonly anchor: Anchor | null;
  /** The last date mentioned in the article so far. */
  context: Place | null;
}

function timesOf(reader: Reader, sentence: Sentence, tokens: readonly Token[]): Timex[] {
  const lexemes = lexemesOf(reader.folded, sentence, wordEnds(tokens));
  const found: Timex[] = [];
  let nearby: Place | null = null;
  let label: boolean | null = null;
  const lengths: (LengthReading | null)[] = [];
  const context: RuleContext = {
    get isLabel() {
      label ??= hasNoVerb(outsideFeasts(tokens, lexemes));
      return label;
    },
    lengthAt: (index) => {
      const known = lengths[index];
      if (known !== undefined) return known;
      const length = lengthAt(lexemes, index);
      lengths[index] = length;
      return length;
    },
    tenseAt: (index) => {
      const lexeme = lexemes[index];
      return lexeme === undefined ? null : tenseAround(reader.folded, tokens, lexeme.start, lexeme.end);
    },
  };
  for (let at = 0; at < lexemes.length; ) {
    const reading = expressionAt(lexemes, at, context);
    if (reading === null) {
      at++;
      continue;
    }
    const { timex, place } = timexOf(reader, lexemes, reading, tokens, nearby, context.isLabel);
    if (timex !== null) found.push(timex);
    if (place !== null) {
      reader.context = place;
      if (place.year != null) nearby = place;
    }
    at = reading.next;
  }
  return found;
}

function timexOf(
  reader: Reader,
  lexemes: readonly Lexeme[],
  reading: Reading,
  tokens: readonly Token[],
  nearby: Place | null,
  isLabel: boolean,
): { timex: Timex | null; place: Place | null } {
  const first = lexemes[takesArticle(lexemes, reading) ? reading.first - 1 : reading.first];
  const last = lexemes[reading.next - 1];
  if (first === undefined || last === undefined) return { timex: null, place: null };
  const span = { start: first.start, end: last.end };
  const { folded, anchor, context } = reader;
  const around = { anchor, context, nearby, tense: tenseAround(folded, tokens, span.start, span.end), isLabel };
  const hints = {
    isPresent: mayBePresent(reading.shape) && isPresent(folded, tokens, span.start, span.end),
    isApproximate: lexemes[reading.first - 1]?.kind === 'approx',
    followsEvent: reading.shape.kind === 'offset' && followsEvent(folded, tokens, span.start),
  };
  const { place, ...resolved } = resolve(reading.shape, around, hints);
  return { timex: { ...span, ...resolved, by: `times/${reading.by}` }, place };
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
