import type { Span } from '../../document/span.js';
import type { Attribution } from '../attribution.js';
import { clausesOf } from '../clauses.js';
import { findCues } from '../cue-search.js';
import { isSomebody } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { type NumberedSentence, type Paragraph, sentenceAt } from '../reading.js';
import type { Scene } from '../scene.js';

/**
 * `inner-speech`: 「…老婆說我比海牛還耐操。」, 「業主話:『…。』」: what somebody says in a direct quotation that others, or he himself, have said. The
 * words are read like a paragraph of their own by `attribute`.
 */
export function innerSpeech(scene: Scene, attribute: (inner: Scene) => void): void {
  for (const quote of scene.quotes) {
    const outer = scene.found.find(
      ({ start, end, quote: kind }) => kind === 'direct' && start === quote.inner.start && end === quote.inner.end,
    );
    if (outer === undefined) continue;
    const inner = sceneOf(scene, quote);
    if (inner === null) continue;
    attribute(inner);
    for (const found of inner.found)
      if (tells(scene, found) && (found.start > outer.start || found.end < outer.end))
        scene.found.push({ ...found, rule: 'inner-speech', extent: null });
  }
}

/** Whether somebody who is named where he says it says something; what people think, or may have said, is told by the speaker. */
function tells({ reading }: Scene, { source, cue, quote }: Attribution): boolean {
  if (source === null || cue === null || source.status === 'carried' || !isSomebody(reading, source)) return false;
  return quote === 'direct' || (cue.type === 'say' && findCues(reading, cue)[0]?.frame === 'clause');
}

/** The words of a quotation as a paragraph of their own; null where they hold no clause. */
function sceneOf({ reading, paragraph }: Scene, { inner, start, end }: QuotedSpan): Scene | null {
  const base = sentenceAt(paragraph, start);
  if (base === undefined) return null;
  const quotes = paragraph.quotes
    .filter((quote) => quote.depth > 0 && quote.start >= start && quote.end <= end)
    .map((quote) => ({ ...quote, depth: quote.depth - 1 }));
  const sentences = sentencesIn(reading.folded, inner, quotes).map((span): NumberedSentence => ({ ...base, ...span }));
  const within: Paragraph = { ...inner, sentences, quotes };
  return {
    reading,
    paragraph: within,
    clauses: clausesOf(reading.folded, within),
    quotes: quotes.filter(({ depth }) => depth === 0),
    before: null,
    found: [],
  };
}

function sentencesIn(folded: string, { start, end }: Span, quotes: readonly Span[]): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++)
    if (/[。!?]/.test(folded[at] ?? '') && !quotes.some((quote) => quote.start < at && at < quote.end)) {
      sentences.push({ start: from, end: at + 1 });
      from = at + 1;
    }
  return from < end ? [...sentences, { start: from, end }] : sentences;
}
