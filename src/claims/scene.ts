import { contains, type Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import { type Attribution, isInner, type SourcePhrase } from './attribution.js';
import { type Clause, clausesOf } from './clauses.js';
import type { CueMatch } from './cues.js';
import type { QuotedSpan } from './quotes/quotes.js';
import { roleOf } from './quotes/roles.js';
import type { NumberedSentence, Paragraph, Reading } from './reading.js';

/** One paragraph while its frames are sought. `found` grows from pass to pass and is kept sorted by nobody. */
export interface Scene {
  readonly reading: Reading;
  readonly paragraph: Paragraph;
  readonly clauses: readonly Clause[];
  /** The outermost quotations, in order. */
  readonly quotes: readonly QuotedSpan[];
  /** The speaker in whose words the paragraph before ends, or null. */
  readonly before: Attribution | null;
  readonly found: Attribution[];
}

/** Opens a paragraph for the frames. */
export function openScene(reading: Reading, paragraph: Paragraph, before: Attribution | null): Scene {
  return {
    reading,
    paragraph,
    clauses: clausesOf(reading.folded, paragraph),
    quotes: paragraph.quotes.filter((quote) => quote.depth === 0),
    before,
    found: [],
  };
}

/** The scene in parts of one language each, which share what is found; sentences that a quotation joins stay together. */
export function byLanguage(scene: Scene): Scene[] {
  const { reading, paragraph, found } = scene;
  const groups: NumberedSentence[][] = [];
  for (const sentence of paragraph.sentences) {
    const last = groups.at(-1);
    const isQuoted = scene.quotes.some(({ start, end }) => start < sentence.start && end > sentence.start);
    if (last !== undefined && (isQuoted || last[0]?.language === sentence.language)) last.push(sentence);
    else groups.push([sentence]);
  }
  if (groups.length < 2) return [scene];
  return groups.map((sentences, index) => {
    const span = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 };
    const part = { ...span, sentences, quotes: paragraph.quotes.filter((quote) => contains(span, quote)) };
    return { ...openScene(reading, part, index === 0 ? scene.before : null), found };
  });
}

/** What a frame has found, in the words of the frame. */
export interface Finding {
  readonly rule: string;
  readonly source: SourcePhrase | null;
  readonly cue: CueMatch | null;
  readonly content: Span;
  readonly quote: Attribution['quote'];
  readonly extent: Span | null;
  readonly confidence: number;
  readonly stance?: Attribution['stance'];
}

/** Adds a finding to the scene. */
export function record(scene: Scene, finding: Finding): void {
  const { cue, content, source, quote, extent, rule, confidence } = finding;
  scene.found.push({
    start: content.start,
    end: content.end,
    source,
    cue: cue === null ? null : { start: cue.start, end: cue.end, type: cue.type },
    quote,
    stance: finding.stance ?? cue?.stance ?? 'neutral',
    negated: cue?.negates ?? false,
    extent,
    rule,
    confidence,
  });
}

/** Where the content of a sentence ends: before its end marks and the white space behind them. */
export function endOfContent(folded: string, sentence: NumberedSentence): number {
  let end = sentence.end;
  while (end > sentence.start && /[\s。!?.;,…]/.test(folded[end - 1] ?? '')) end--;
  return end;
}

/** The first offset from `at` on that is no white space, below `limit`. */
export function skipSpaces(folded: string, at: number, limit: number): number {
  let start = at;
  while (start < limit && /\s/.test(folded[start] ?? '')) start++;
  return start;
}

/** The last attribution of the paragraph that has a source and whose content starts before `offset`; what a report only quotes does not count. */
export function lastSourced(scene: Scene, offset: number): Attribution | undefined {
  let last: Attribution | undefined;
  for (const attribution of scene.found)
    if (
      attribution.source !== null &&
      !isInner(attribution) &&
      attribution.start < offset &&
      attribution.start >= (last?.start ?? 0)
    )
      last = attribution;
  return last;
}

/** How a reported clause is quoted: mixed where it holds somebody's words, not where it only holds a name or a term. */
export function quoteOf(scene: Scene, content: Span): 'mixed' | 'indirect' {
  const speaks = scene.quotes.some(
    (quote) => quote.start < content.end && quote.end > content.start && isWording(scene.reading, quote),
  );
  return speaks ? 'mixed' : 'indirect';
}

/** Whether a quotation in a reported clause is the wording of its source: speech by its looks, or a short predicate. */
function isWording({ lower, folded }: Reading, quote: QuotedSpan): boolean {
  const role = roleOf(lower, quote);
  if (role !== 'short') return role === 'speech';
  const inner = folded.slice(quote.inner.start, quote.inner.end);
  if (!/\p{Script=Han}/u.test(inner)) return /^\p{Ll}.*\s/u.test(inner);
  return inner.length >= 3 && /^(?:$|[,。;!?])/.test(folded.slice(quote.end, quote.end + 1));
}

/** Whether an outermost quotation overlaps the stretch. */
export function holdsQuote(scene: Scene, { start, end }: Span): boolean {
  return scene.quotes.some((quote) => quote.start < end && quote.end > start);
}

/** Whether an English stretch has a verb, by its tags. */
export function hasVerb({ reading }: Pick<Scene, 'reading'>, stretch: Span): boolean {
  return reading.tokensIn(stretch).some(isVerb);
}

/** Whether an earlier pass has already used the clause up. */
export function isTaken(scene: Scene, clause: Span): boolean {
  return scene.found.some(
    ({ extent }) => extent !== null && extent.start <= clause.start + 1 && extent.end >= clause.end - 1,
  );
}
