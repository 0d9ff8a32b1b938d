import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { standsAlone } from '../words.js';
import { lastMark, type QuotedSpan } from './quotes.js';

/** Why a quotation is no speech; `speech` where nothing speaks against it. */
export type QuoteRole = 'speech' | 'naming' | 'term' | 'title' | 'slogan' | 'short';

interface Side {
  readonly side: 'left' | 'right';
  readonly reason: Exclude<QuoteRole, 'speech' | 'short'>;
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
  const mark = lastMark(lower, quote);
  // a bill dubbed “the tent tax,” failed: where comma and full stop stand within the marks, they are the sentence's.
  if (/[.,]/.test(mark) && reasonBefore(lower, quote.start) === 'naming') return 'naming';
  if (/[。!?.,…]/.test(mark)) return 'speech';
  const beside = reasonBefore(lower, quote.start) ?? reasonBehind(lower, quote.end);
  return beside ?? (isShort(inner) ? 'short' : 'speech');
}

function reasonBefore(lower: string, at: number): Side['reason'] | null {
  const end = lower[at - 1] === ' ' ? at - 1 : at;
  const lengths = contexts().lengthsEndingWith(lower.charCodeAt(end - 1));
  for (let start = lengths === 0 ? end : Math.max(0, end - longestContext); start < end; start++) {
    const found = (lengths & (1 << (end - start))) === 0 ? undefined : contexts().get(lower.slice(start, end));
    if (found?.side === 'left' && standsAlone(lower, start, end)) return found.reason;
  }
  return null;
}

function reasonBehind(lower: string, at: number): Side['reason'] | null {
  const start = lower[at] === ' ' ? at + 1 : at;
  const found = contexts()
    .allAt(lower, start)
    .find(({ end, value }) => value.side === 'right' && standsAlone(lower, start, end));
  return found?.value.reason ?? null;
}

function isShort(inner: string): boolean {
  return /\p{Script=Han}/u.test(inner) ? inner.length < 5 : inner.split(/\s+/).length < 3;
}

/** Whether what stands beside a quotation makes it a name, whatever it says. */
export function isNameOnly(role: QuoteRole): boolean {
  return role !== 'speech' && role !== 'short';
}

const nearby = 8;

/** Whether a quotation fills its sentences: it begins one and ends one, so that nothing is left to say who speaks. */
export function standsFree(folded: string, quote: QuotedSpan, paragraph: Span): boolean {
  const before = folded.slice(Math.max(paragraph.start, quote.start - nearby), quote.start).trimEnd();
  const after = folded.slice(quote.end, Math.min(paragraph.end, quote.end + nearby)).trimStart();
  const begins = before === '' || /[。!?.][”’"')]?$/.test(before);
  const ends = /[。!?.,…—]/.test(lastMark(folded, quote)) || after === '' || /^[。!?.]/.test(after);
  return begins && ends;
}
