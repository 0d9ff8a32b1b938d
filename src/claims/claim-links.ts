import type { ClaimLinkKind } from '../document/types.js';

/** What a claim is compared by: an article's claim with its references resolved over the corpus. */
export interface ComparableClaim {
  readonly documentId: string;
  readonly claimId: string;
  /** The content in Simplified characters and lower case. */
  readonly folded: string;
  /** Corpus ids of the entities in it. */
  readonly entities: readonly string[];
  /** Corpus id of the source, or its words; null for the author. */
  readonly source: string | null;
  /** The source was taken over from the claim before. */
  readonly isCarried: boolean;
  readonly polarity: 'positive' | 'negative';
  readonly figures: readonly Figure[];
  /** TIMEX3 values in it. */
  readonly times: readonly string[];
}

/** An amount: what is counted, and the range that the words leave open. */
export interface Figure {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** The claim says more than a round or small number. */
  readonly isTelling: boolean;
}

/** That one claim says the same as an earlier one, goes on with it, or may contradict it, and why. */
export interface ClaimLink {
  readonly kind: ClaimLinkKind;
  readonly from: ComparableClaim;
  readonly to: ComparableClaim;
  readonly reason: string;
  /** How much of the wording the two share, 0 to 1. */
  readonly similarity: number;
}

const alike = 0.8;
const sameMatter = 0.45;
const sameFrame = 0.6;
const denied = 0.7;
const shortest = 8;
/** In a bucket of claims about one thing only so many are compared, so that time grows with the corpus alone. */
export const mostCompared = 60;

/**
 * How the claims of a corpus stand to each other, in the order of `claims`: each link leads from a claim to an earlier
 * one. Only claims that share their words, a name or a figure are compared; a pair has one link, the first that holds.
 */
export function linkClaims(claims: readonly ComparableClaim[]): ClaimLink[] {
  const buckets = new Map<string, ComparableClaim[]>();
  return claims.flatMap((claim, index) => {
    const links: ClaimLink[] = [];
    const previous = claims[index - 1];
    const first = previous && continuation(claim, previous);
    if (first) links.push(first);
    for (const other of candidates(claim, buckets)) {
      const found = compareClaims(claim, other);
      if (found !== null) links.push(found);
    }
    for (const key of bucketsOf(claim)) put(buckets, key, claim);
    return links;
  });
}

/** The link of a claim with which the same speaker goes on after `previous`, the claim before it. */
export function continuation(claim: ComparableClaim, previous: ComparableClaim): ClaimLink | null {
  return goesOn(claim, previous) ? link('continues', claim, previous, 'the same speaker goes on') : null;
}

function goesOn(claim: ComparableClaim, previous: ComparableClaim): boolean {
  return (
    claim.isCarried &&
    claim.documentId === previous.documentId &&
    claim.source !== null &&
    claim.source === previous.source
  );
}

/** The buckets in which a claim is compared: with the last claims before it in each of them. */
export function bucketsOf({ folded, entities, figures }: ComparableClaim): string[] {
  const words = wordsOf(folded);
  const amounts = figures
    .filter(({ isTelling }) => isTelling)
    .map(({ unit, low, high }) => `figure ${unit} ${low} ${high}`);
  const matters = entities.flatMap((entity) => figures.map(({ unit }) => `matter ${entity} ${unit}`));
  const names = entities.map((entity) => `name ${entity} ${words.slice(0, 4)}`);
  return [...new Set([`words ${words.slice(0, 12)}`, ...amounts, ...matters, ...names])];
}

function candidates(
  claim: ComparableClaim,
  buckets: ReadonlyMap<string, readonly ComparableClaim[]>,
): Set<ComparableClaim> {
  return new Set(bucketsOf(claim).flatMap((key) => (buckets.get(key) ?? []).slice(-mostCompared)));
}

function put(buckets: Map<string, ComparableClaim[]>, key: string, claim: ComparableClaim): void {
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, [claim]);
  else bucket.push(claim);
}

/** How a claim stands to an earlier one of the same bucket, or null. What costs least is asked first: most pairs have no link. */
export function compareClaims(claim: ComparableClaim, other: ComparableClaim): ClaimLink | null {
  const sharesName = claim.entities.some((entity) => other.entities.includes(entity));
  const clash = sharesName && sharesTime(claim, other) ? clashOf(claim, other) : null;
  if (clash !== null) return link('contradicts', claim, other, clash);
  if (Math.min(claim.folded.length, other.folded.length) < shortest || claim.polarity !== other.polarity) return null;
  if (differ(claim, other)) return null;
  const similarity = likenessOf(wholeOf(claim), wholeOf(other));
  if (similarity >= alike) return link('restates', claim, other, 'the same words');
  if (sharesName && similarity >= sameMatter && sharesFigure(claim, other))
    return link('restates', claim, other, 'the same figure of the same thing');
  return null;
}

function link(kind: ClaimLinkKind, from: ComparableClaim, to: ComparableClaim, reason: string): ClaimLink {
  const similarity = Math.round(likenessOf(wholeOf(from), wholeOf(to)) * 100) / 100;
  return { kind, from, to, reason, similarity };
}

/** Two claims of the same thing and time, alike but for one figure or for a denial. */
function clashOf(claim: ComparableClaim, other: ComparableClaim): string | null {
  const hasOther = hasOtherFigure(claim, other);
  const isDenied = claim.polarity !== other.polarity;
  if (!hasOther && !isDenied) return null;
  const frame = likenessOf(frameOf(claim), frameOf(other));
  if (hasOther && frame >= sameFrame) return 'another figure of the same thing';
  return isDenied && frame >= denied ? 'one affirms what the other denies' : null;
}

function hasOtherFigure(claim: ComparableClaim, other: ComparableClaim): boolean {
  if (claim.figures.length !== 1 || other.figures.length !== 1) return false;
  const [mine, known] = [claim.figures[0], other.figures[0]];
  return mine !== undefined && known !== undefined && mine.unit === known.unit && isApart(mine, known);
}

function sharesFigure(claim: ComparableClaim, other: ComparableClaim): boolean {
  return claim.figures.some((figure) => figure.isTelling && other.figures.some((known) => equals(figure, known)));
}

/** Whether each of two claims has a figure that has no equal in the other. */
function differ(claim: ComparableClaim, other: ComparableClaim): boolean {
  return (
    claim.figures.some((figure) => !other.figures.some((known) => equals(figure, known))) &&
    other.figures.some((figure) => !claim.figures.some((known) => equals(figure, known)))
  );
}

function equals(a: Figure, b: Figure): boolean {
  return a.unit === b.unit && a.low === b.low && a.high === b.high;
}

/** Whether two ranges leave more than a tenth between them. */
function isApart(a: Figure, b: Figure): boolean {
  const [lower, upper] = a.high < b.low ? [a, b] : [b, a];
  return upper.low - lower.high > 0.1 * Math.max(Math.abs(upper.low), Math.abs(lower.high));
}

function sharesTime(a: ComparableClaim, b: ComparableClaim): boolean {
  if (a.times.length === 0 || b.times.length === 0) return a.times.length === b.times.length;
  return a.times.some((time) => b.times.includes(time));
}

function wordsOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutFigures(folded: string): string {
  return folded.replace(/[\d.,%]+|[一二三四五六七八九十百千万亿]+/g, '');
}

/** Dice's coefficient over pairs of characters, each once and in order; of Latin words, over their letters alike. */
function likenessOf(left: Uint32Array, right: Uint32Array): number {
  if (left.length + right.length === 0) return 0;
  let [common, l, r] = [0, 0, 0];
  while (l < left.length && r < right.length) {
    const difference = (left[l] ?? 0) - (right[r] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) l++;
    if (difference >= 0) r++;
  }
  return (2 * common) / (left.length + right.length);
}

/** The pairs of a claim's content. */
const wholeOf = rememberedPairs(({ folded }) => folded);
/** Those of the content without its figures. */
const frameOf = rememberedPairs(({ folded }) => withoutFigures(folded));

/** A claim is compared with many: its pairs are made once. */
function rememberedPairs(textOf: (claim: ComparableClaim) => string): (claim: ComparableClaim) => Uint32Array {
  const known = new WeakMap<ComparableClaim, Uint32Array>();
  return (claim) => {
    const found = known.get(claim);
    if (found !== undefined) return found;
    const pairs = pairsOf(wordsOf(textOf(claim)));
    known.set(claim, pairs);
    return pairs;
  };
}

/** Each pair once, as a number, in their order. */
function pairsOf(words: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let at = 0; at < pairs.length; at++) pairs[at] = words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1);
  pairs.sort();
  let length = 0;
  for (const pair of pairs) if (length === 0 || pair !== pairs[length - 1]) pairs[length++] = pair;
  return pairs.subarray(0, length);
}
