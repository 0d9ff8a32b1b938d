import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { QuotedSpan } from './quotes.js';
import { standsAlone } from './words.js';

/** Why a quotation is no speech; `speech` where nothing speaks against it. */
export type QuoteRole = 'speech' | 'naming' | 'term' | 'short';

interface Side {
  readonly side: 'left' | 'right';
  readonly reason: 'naming' | 'term';
}

const contexts = lazy(() =>
  openLexicon(
    'nonspeech-quotes',
    ['word', 'side', 'reason'],
    (row): Side => ({ side: row.side as Side['side'], reason: row.reason as Side['reason'] }),
  ),
);

const longestContext = 24;

/**
 * Whether a quotation can be speech by its own looks: a name behind 名叫 or called, a term before 時代 or era, and a
 * short phrase without a mark of its own are none. `lower` is the lower-cased fold.
 */
export function roleOf(lower: string, quote: QuotedSpan): QuoteRole {
  const inner = lower.slice(quote.inner.start, quote.inner.end);
  if (/[。!?.,…]$/.test(inner)) return 'speech';
  if (namedBefore(lower, quote.start)) return 'naming';
  if (termBehind(lower, quote.end)) return 'term';
  return isShort(inner) ? 'short' : 'speech';
}

function namedBefore(lower: string, at: number): boolean {
  const end = lower[at - 1] === ' ' ? at - 1 : at;
  for (let start = Math.max(0, end - longestContext); start < end; start++)
    if (contexts().get(lower.slice(start, end))?.side === 'left' && standsAlone(lower, start, end)) return true;
  return false;
}

function termBehind(lower: string, at: number): boolean {
  const start = lower[at] === ' ' ? at + 1 : at;
  return contexts()
    .allAt(lower, start)
    .some(({ end, value }) => value.side === 'right' && standsAlone(lower, start, end));
}

function isShort(inner: string): boolean {
  return /\p{Script=Han}/u.test(inner) ? inner.length < 5 : inner.split(/\s+/).length < 3;
}

const nearby = 8;

/** Whether a quotation fills its sentences: it begins one and ends one, so that nothing is left to say who speaks. */
export function standsFree(folded: string, quote: QuotedSpan, paragraph: Span): boolean {
  const before = folded.slice(Math.max(paragraph.start, quote.start - nearby), quote.start).trimEnd();
  const inner = folded.slice(quote.inner.start, quote.inner.end);
  const after = folded.slice(quote.end, Math.min(paragraph.end, quote.end + nearby)).trimStart();
  const begins = before === '' || /[。!?.][”’"')]?$/.test(before);
  const ends = /[。!?.,…—]$/.test(inner) || after === '' || /^[。!?.]/.test(after);
  return begins && ends;
}
