import { contains, type Span } from '../../document/span.js';
import type { Quotation, QuotationClass } from '../../document/types.js';
import type { Attribution } from '../attribution.js';
import type { Reading } from '../reading.js';
import type { Scene } from '../scene.js';
import { findQuotes, type QuotedSpan } from './quotes.js';
import { type QuoteRole, roleOf } from './roles.js';

/** What a quotation that nobody says is, by what stands beside it or by its looks, and why. */
const unsaid: Readonly<Record<QuoteRole, readonly [QuotationClass, string]>> = {
  title: ['title', 'the words beside it name a work'],
  slogan: ['slogan', 'the words beside it name a slogan'],
  naming: ['term', 'the words before it give a name'],
  term: ['term', 'the words behind it make it a name'],
  short: ['scare', 'a short phrase that no cue attributes'],
  speech: ['scare', 'no frame names a speaker'],
};

/** Every quotation of the paragraph with what it is and why: the frame that attributes it, or what speaks against speech. */
export function classifyQuotes(scene: Scene): Quotation[] {
  return scene.paragraph.quotes.map((quote) => {
    const [kind, reason] = classOf(scene, quote);
    const { inner, depth, unbalanced } = quote;
    return { start: inner.start, end: inner.end, kind, reason, depth, unbalanced };
  });
}

function classOf(scene: Scene, quote: QuotedSpan): readonly [QuotationClass, string] {
  const holders = scene.found.filter((found) => contains(found, quote.inner));
  const own = holders.find((found) => isWhole(found, quote));
  if (own !== undefined) return ['direct', own.rule];
  const role = roleOf(scene.reading.lower, quote);
  const holder = holders.find((found) => found.quote === 'mixed' || found.quote === 'direct');
  if (holder === undefined || (role !== 'speech' && role !== 'short')) return unsaid[role];
  return quote.depth > 0 && role === 'short' ? unsaid.short : ['mixed', holder.rule];
}

/** Whether the words in quotation marks are all that is attributed. */
function isWhole({ start, end, quote }: Attribution, { inner }: QuotedSpan): boolean {
  return quote === 'direct' && start === inner.start && end === inner.end;
}

/**
 * The quotations of a heading or caption, which claims nothing itself: what its words are in the body where they are said
 * there as well, else what they are by their looks.
 */
export function classifyOutside(reading: Reading, line: Span, body: readonly Quotation[]): Quotation[] {
  const { folded, lower } = reading;
  return findQuotes(folded, line).map((quote) => {
    const words = folded.slice(quote.inner.start, quote.inner.end);
    const said = body.find(
      ({ kind, start, end }) => /^(?:direct|mixed)$/.test(kind) && folded.slice(start, end).includes(words),
    );
    const [kind, reason] =
      said === undefined ? unsaid[roleOf(lower, quote)] : ([said.kind, 'the text below says who said it'] as const);
    const { inner, depth, unbalanced } = quote;
    return { start: inner.start, end: inner.end, kind, reason, depth, unbalanced };
  });
}
