import { goOn } from '../quotes/alone.js';
import { nameBefore } from '../quotes/named.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import type { Scene } from '../scene.js';
import { frontedCue, inEyesOf } from './quote-fronts.js';
import { sieveQuote } from './quote-sieve.js';
import { tagBefore } from './quote-tags-before.js';
import { mixedBefore, tagBehind } from './quote-tags-behind.js';

/** Frames that tie an English quotation to a speaker beside it. */
export function tieQuotesEn(scene: Scene): void {
  for (const quote of scene.quotes)
    for (const frame of [tagBehind, mixedBefore, frontedCue, tagBefore, inEyesOf, nameBefore, goOn, sieveQuote])
      if (frame(scene, quote)) break;
  for (const quote of scene.paragraph.quotes) if (quote.depth === 1) tagInside(scene, quote);
}
/** The bank says, ‘…’: a quotation within another one, with a tag of its own before it. */
function tagInside(scene: Scene, quote: QuotedSpan): void {
  const outer = scene.quotes.find(({ start, end }) => start < quote.start && quote.end <= end);
  const last = scene.reading.folded[quote.inner.end - 1] ?? '';
  const isWhole = /[.!?…]/.test(last) || (last === ',' && quote.end === outer?.inner.end);
  if (outer !== undefined && isWhole) tagBefore(scene, quote, outer.inner.start);
}
