import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import type { SourcePhrase } from '../attribution.js';
import { findCues } from '../cue-search.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { isNameOnly, roleOf } from '../quotes/roles.js';
import { record, type Scene } from '../scene.js';
import { givenNounAt, verbBefore } from './given.js';
import { findSubject } from './sources.js';
import { omittedSource } from './subjects.js';
import { endOfTag, startOfTag } from './tags.js';

const uses = lazy(() => openLexicon('quote-uses', ['word', 'role'], ({ role }) => role));

const farthestUse = 4;
const shortest = 3;

/** `words-of`: 校方以“…”|婉拒回應, 父親常把“…”|掛在嘴邊: words with which somebody answers, or which he always has. */
export function usedWords(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const before = folded[quote.start - 1] ?? '';
  if (!/[以用把将]/.test(before) || !isWording(scene, quote)) return false;
  const cue = useBehind(scene, quote, /[以用]/.test(before) ? 'with' : 'have');
  if (cue === null) return false;
  const region = { start: startOfTag(scene, quote.start), end: quote.start - 1 };
  return putWords(scene, quote, region, cue);
}

/** `words-of`: 券商抛出“…”的|論斷: words that somebody gives, by a noun of saying behind them. */
export function namedWords(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  if (folded[quote.end] !== '的' || !isWording(scene, quote)) return false;
  const noun = nounBehind(folded, quote.end + 1);
  const start = startOfTag(scene, quote.start);
  const verb = noun === null ? null : verbBefore(folded, start, quote.start);
  if (noun === null || verb === null || folded[verb] === '有') return false;
  return putWords(scene, quote, { start, end: verb }, noun);
}

function isWording({ reading }: Scene, quote: QuotedSpan): boolean {
  return quote.inner.end - quote.inner.start >= shortest && !isNameOnly(roleOf(reading.lower, quote));
}

/** The words of answering or of habit behind a quotation, a few adverbs between: those of the lexicon, and behind 以 any cue of saying. */
function useBehind(scene: Scene, { end }: QuotedSpan, role: string): Span | null {
  const { reading } = scene;
  const limit = endOfTag(reading.folded, end, scene.paragraph.end);
  for (let start = end; start <= Math.min(end + farthestUse, limit); start++) {
    const use = uses().longestAt(reading.folded, start);
    if (use?.value === role) return { start, end: use.end };
  }
  if (role !== 'with' || /[为作的]/.test(reading.folded[end] ?? '')) return null;
  return (
    findCues(reading, { start: end, end: limit }).find(
      ({ start, type }) => start - end <= farthestUse && type === 'say',
    ) ?? null
  );
}

/** The noun of saying that opens a stretch, behind an adjective of two characters at most. */
function nounBehind(folded: string, from: number): Span | null {
  for (let start = from; start <= from + 2; start++) {
    const noun = givenNounAt(folded, start);
    if (noun !== null) return { start, end: noun };
  }
  return null;
}

function putWords(scene: Scene, quote: QuotedSpan, region: Span, cue: Span): boolean {
  const source = speakerOf(scene, region);
  if (source === null) return false;
  record(scene, {
    rule: 'words-of',
    source,
    cue: cueAt(scene.reading.folded, cue, 'say'),
    content: quote.inner,
    quote: 'direct',
    extent: null,
    confidence: 0.8,
  });
  return true;
}

/** Who stands before the words, or whoever spoke or acted before where the clause begins with them. */
function speakerOf(scene: Scene, region: Span): SourcePhrase | null {
  const { reading } = scene;
  const subject = findSubject(reading, region);
  if (subject === null) return region.end - region.start <= farthestUse ? omittedSource(scene, region) : null;
  const source = describeSource(reading, subject);
  const isPaper = nounBefore(reading.lower, subject.start, subject.end)?.role === 'report';
  return isPaper || isSomebody(reading, source) ? source : null;
}
