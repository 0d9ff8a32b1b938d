import { contains } from '../../document/span.js';
import { type ClaimKind, claimKinds } from '../../document/types.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { holdsHan } from '../../text/han.js';
import { findWords, type ScannedText, wordList } from '../words.js';
import type { AddFeature, KindEvidence } from './evidence.js';

/** What a word shows: kinds with weights, and what it only goes with (a kind, or a change of an amount). */
interface Marker {
  readonly weights: readonly { readonly kind: number; readonly isEvent: boolean; readonly weight: number }[];
  /** The names of the features that it hints at. */
  readonly hints: readonly string[];
}

const markers = wordList(() => openLexicon('claim-markers', ['word', 'kinds', 'hints'], toMarker));

function toMarker({ kinds, hints }: Readonly<Record<'kinds' | 'hints', string>>): Marker {
  const listed = (cell: string): string[] => cell.split(' ').filter((word) => word !== '');
  return {
    weights: listed(kinds).map((pair) => {
      const [kind, weight] = pair.split(':');
      return { kind: claimKinds.indexOf(kind as ClaimKind), isEvent: kind === 'event', weight: Number(weight) };
    }),
    hints: listed(hints).map((hint) => `hint-${hint}`),
  };
}

/** Whether the lexicon has the word as a verb of something that happens. */
export function marksEvent(word: string): boolean {
  return (
    markers
      .lexicon()
      .get(word)
      ?.weights.some(({ isEvent }) => isEvent) === true
  );
}

const strongest = 2.5;
const mostHints = 3;

/** Shares fell after, as …: why an amount changed. */
const asAfter =
  /(?<!\b(?:much|many|well|soon|long|far|such))\s(?:as|after)\s(?!well\b|soon\b|man|much\b|long\b|far\b|of\b|part\b)/;

/** Gives `add` the sum of each kind's markers, each counted once, whether it has a sure one, and how many words only hint at it. */
export function addMarkers({ words, content, quoted, tokens, quantities }: KindEvidence, add: AddFeature): void {
  const { lower } = words;
  const sums = claimKinds.map(() => 0);
  let isMarked = false;
  const hinted = new Map<string, number>();
  const seen = new Set<string>();
  for (const { word, value, start, end } of findWords(words, markers, content.start, content.end)) {
    if (seen.has(word) || isDisposal(words, end - 1) || quoted.some((quote) => contains(quote, { start, end })))
      continue;
    // 洋将, 缘由: a single character within or at the end of a word is no marker.
    if (
      word.length === 1 &&
      tokens.some((token) => token.start <= start && start < token.end && token.end - token.start > 1)
    )
      continue;
    // More than 900 pages compares nothing.
    if (word.endsWith(' than') && quantities.some((quantity) => quantity.start - end === 1)) continue;
    seen.add(word);
    for (const { kind, isEvent, weight } of value.weights)
      sums[kind] = (sums[kind] ?? 0) + (isEvent ? weight * aspect(lower, word, end) : weight);
    if (value.weights.length > 0) isMarked = true;
    for (const hint of value.hints) hinted.set(hint, (hinted.get(hint) ?? 0) + 1);
  }
  markerFeatures.forEach(({ marker, sure }, kind) => {
    const sum = sums[kind] ?? 0;
    add(marker, Math.min(strongest, sum));
    add(sure, sum >= 1 ? 1 : 0);
  });
  const isShifting = hinted.has('hint-change') && asAfter.test(lower.slice(content.start, content.end));
  add('change-as', isShifting ? 1 : 0);
  for (const [hint, count] of hinted) add(hint, Math.min(mostHints, count));
  add('marker-none', isMarked ? 0 : 1);
}

const markerFeatures = claimKinds.map((kind) => ({ marker: `marker-${kind}`, sure: `sure-${kind}` }));
const disposals = wordList(() => openWords('disposal-verbs'));
const disposalReach = 30;

/** 將資源投入…: 將 in the place of 把 tells no future. */
function isDisposal(words: ScannedText, at: number): boolean {
  const { lower } = words;
  if (lower[at] !== '将') return false;
  const clause = lower.slice(at + 2, at + disposalReach).search(/[,;。]/);
  const end = clause < 0 ? at + disposalReach : at + 2 + clause;
  return findWords(words, disposals, at + 2, end).length > 0;
}

/** A verb with 了 behind it is done; one that a modifier with 的 holds (發布的模型) tells less. */
function aspect(lower: string, word: string, end: number): number {
  if (!holdsHan(word)) return 1;
  if (lower[end] === '了') return 1.5;
  return lower[end] === '的' ? 0.4 : 1;
}
