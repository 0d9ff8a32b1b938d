import type { Span } from '../document/span.js';
import { carry } from './attribution.js';
import { roleOf, standsFree } from './quote-roles.js';
import type { QuotedSpan } from './quotes.js';
import { lastSourced, record, type Scene } from './scene.js';

/** `quote-alone`: a quotation that fills its sentences takes the speaker of the sentence before it. */
export function adoptQuotes(scene: Scene): void {
  const { reading, paragraph } = scene;
  for (const quote of scene.quotes) {
    if (isQuoted(scene, quote) || !standsFree(reading.folded, quote, paragraph)) continue;
    if (roleOf(reading.lower, quote) !== 'speech') continue;
    const last = lastSourced(scene, quote.start);
    record(scene, {
      rule: 'quote-alone',
      source: carry(last?.source ?? null),
      cue: null,
      content: quote.inner,
      quote: 'direct',
      extent: quote,
      confidence: last === undefined ? 0.5 : 0.7,
    });
  }
}

/** `split-quote`: “…,” he said, smiling, “…”: a quotation behind a comma goes on with the one before it. */
export function goOn(scene: Scene, quote: QuotedSpan): boolean {
  const before = scene.found.at(-1);
  const { folded } = scene.reading;
  if (before === undefined || before.quote !== 'direct' || before.extent === null || before.cue === null) return false;
  if (before.extent.end > quote.start || before.cue.start < before.end) return false;
  const gap = folded.slice(before.extent.end, quote.start);
  if (gap.length > 80 || /[。!?;“”"]|\.\s/.test(gap) || !/[,:]\s*$/.test(folded.slice(quote.start - 2, quote.start)))
    return false;
  scene.found.push({
    ...before,
    ...quote.inner,
    extent: { start: before.extent.end, end: quote.end },
    rule: 'split-quote',
  });
  return true;
}

function isQuoted(scene: Scene, quote: Span): boolean {
  return scene.found.some((found) => found.start < quote.end && found.end > quote.start);
}
