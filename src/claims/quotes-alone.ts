import type { Span } from '../document/span.js';
import { carry } from './attribution.js';
import { roleOf, standsFree } from './quote-roles.js';
import type { QuotedSpan } from './quotes.js';
import { lastSourced, type Scene } from './scene.js';

/**
 * Quotations that fill their sentences and have no tag of their own. `quote-continues`: the speaker of the quotation
 * before goes on, in the same paragraph or at the start of the next. `quote-alone`: else the last source of the
 * paragraph speaks, or nobody is known to.
 */
export function adoptQuotes(scene: Scene): void {
  const { reading, paragraph } = scene;
  for (const quote of scene.quotes) {
    if (isQuoted(scene, quote) || !standsFree(reading.folded, quote, paragraph)) continue;
    if (roleOf(reading.lower, quote) !== 'speech') continue;
    const last = lastSourced(scene, quote.start) ?? (quote.start === paragraph.start ? scene.before : undefined);
    const goesOn = last?.quote === 'direct' && last.cue !== null;
    scene.found.push({
      ...quote.inner,
      source: carry(last?.source ?? null),
      cue: goesOn ? last.cue : null,
      quote: 'direct',
      stance: goesOn ? last.stance : 'neutral',
      negated: false,
      extent: quote,
      rule: goesOn ? 'quote-continues' : 'quote-alone',
      confidence: goesOn ? 0.8 : last === undefined || last === null ? 0.5 : 0.6,
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
