import { matchExactly, matchPartly, sharedPart } from './match.js';
import type {
  ScoredArticle,
  ScoredAttribution,
  ScoredClaim,
  ScoredQuantity,
  ScoredSpan,
  ScoredTime,
} from './scored-article.js';
import type { Score } from './tally.js';

/** What two contents must share to be the same claim, and two sources to be the same, where spans may differ. */
const [sharedContent, sharedSource] = [0.6, 0.5];

type Hits = Pick<Score, 'gold' | 'found' | 'hits'>;

/** One row of figures. Both articles have the same text. A new one is one entry in `layers`. */
export interface Layer {
  readonly name: string;
  /** Whether the gold article says anything of it; what no gold article speaks of is not scored. */
  isIn(gold: ScoredArticle): boolean;
  score(gold: ScoredArticle, found: ScoredArticle): Hits;
  /** The same for each type. */
  readonly types?: (gold: ScoredArticle, found: ScoredArticle) => ReadonlyMap<string, Hits>;
}

type Typed = ScoredSpan & { readonly type: string };

const spanKey = ({ start, end }: ScoredSpan) => `${start} ${end}`;
const typeKey = (item: Typed) => `${spanKey(item)} ${item.type}`;

function exact<T extends { readonly optional: boolean }>(
  gold: readonly T[],
  found: readonly T[],
  key: (item: T) => string,
) {
  return matchExactly(gold, found, key, key);
}

/** A layer of spans with a type, by span and type, and by type. */
function typedLayer<N extends 'mentions' | 'times' | 'quantities'>(name: N): Layer {
  const items = (article: ScoredArticle): readonly Typed[] => article[name];
  return {
    name,
    isIn: (gold) => items(gold).length > 0,
    score: (gold, found) => exact(items(gold), items(found), typeKey),
    types: (gold, found) => {
      const types = new Set([...items(gold), ...items(found)].map(({ type }) => type));
      const of = (article: ScoredArticle, type: string) => items(article).filter((item) => item.type === type);
      return new Map([...types].map((type) => [type, exact(of(gold, type), of(found, type), typeKey)]));
    },
  };
}

const timeKey = (time: ScoredTime) => `${typeKey(time)} ${time.value ?? ''}`;

function quantityKey(quantity: ScoredQuantity): string {
  const { value, low, high } = quantity;
  return `${typeKey(quantity)} ${value === null ? `${digits(low)}..${digits(high)}` : digits(value)}`;
}

/** Six digits: thirds and sums have no end. */
function digits(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(6)));
}

const claimsOf = ({ claims }: ScoredArticle): readonly ScoredClaim[] => claims;
const kindKeys = (article: ScoredArticle) =>
  article.claims.flatMap((claim) =>
    claim.kinds.map((kind) => ({ start: claim.start, end: claim.end, optional: claim.optional, type: kind })),
  );
const attributionKey = (one: ScoredAttribution) => `${spanKey(one)} ${one.source === null ? '' : spanKey(one.source)}`;

function sameContent(a: ScoredSpan, b: ScoredSpan): boolean {
  return sharedPart(a, b) >= sharedContent;
}

function sameAttribution(gold: ScoredAttribution, found: ScoredAttribution): boolean {
  if (!sameContent(gold, found)) return false;
  if (gold.source === null || found.source === null) return gold.source === found.source;
  return sharedPart(gold.source, found.source) >= sharedSource;
}

/** Every pair of different names that are one entity. */
function aliasPairs({ names }: ScoredArticle): { pair: string; optional: boolean }[] {
  return names.flatMap((group) => {
    const sorted = [...new Set(group)].sort();
    return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => ({ pair: `${a}\n${b}`, optional: false })));
  });
}

/** Of each sentence of gold: whether a claim was found that shares more than half of the shorter of the two. */
function scoreSentences(gold: ScoredArticle, found: ScoredArticle): Hits {
  const hits = { gold: 0, found: 0, hits: 0 };
  for (const sentence of gold.sentences) {
    if (sentence.optional) continue;
    const isFound = found.claims.some((claim) => {
      const shared = Math.min(claim.end, sentence.end) - Math.max(claim.start, sentence.start);
      return shared * 2 > Math.min(claim.end - claim.start, sentence.end - sentence.start);
    });
    if (sentence.claim) hits.gold++;
    if (isFound) hits.found++;
    if (sentence.claim && isFound) hits.hits++;
  }
  return hits;
}

/** Every row of figures, in the order in which they are printed. */
export const layers: readonly Layer[] = [
  typedLayer('mentions'),
  {
    name: 'mentions.span',
    isIn: ({ mentions }) => mentions.length > 0,
    score: (gold, found) => exact(gold.mentions, found.mentions, spanKey),
  },
  {
    name: 'aliases',
    isIn: (gold) => aliasPairs(gold).length > 0,
    score: (gold, found) => exact(aliasPairs(gold), aliasPairs(found), ({ pair }) => pair),
  },
  typedLayer('times'),
  {
    name: 'times.value',
    isIn: ({ times }) => times.some(({ value }) => value !== null),
    score: (gold, found) => exact(gold.times, found.times, timeKey),
  },
  typedLayer('quantities'),
  {
    name: 'quantities.value',
    isIn: ({ quantities }) => quantities.some(({ value, low, high }) => (value ?? low ?? high) !== null),
    score: (gold, found) => exact(gold.quantities, found.quantities, quantityKey),
  },
  {
    name: 'claims',
    isIn: ({ claims }) => claims.length > 0,
    score: (gold, found) => exact(claimsOf(gold), claimsOf(found), spanKey),
  },
  {
    name: 'claims.partial',
    isIn: ({ claims }) => claims.length > 0,
    score: (gold, found) => matchPartly(claimsOf(gold), claimsOf(found), sameContent),
  },
  {
    name: 'claims.kinds',
    isIn: ({ claims }) => claims.some(({ kinds }) => kinds.length > 0),
    score: (gold, found) => exact(kindKeys(gold), kindKeys(found), typeKey),
  },
  {
    name: 'sentences',
    isIn: ({ sentences }) => sentences.some(({ claim }) => claim),
    score: scoreSentences,
  },
  {
    name: 'attributions',
    isIn: ({ attributions }) => attributions.length > 0,
    score: (gold, found) => exact(gold.attributions, found.attributions, attributionKey),
  },
  {
    name: 'attributions.partial',
    isIn: ({ attributions }) => attributions.length > 0,
    score: (gold, found) => matchPartly(gold.attributions, found.attributions, sameAttribution),
  },
];
