import { bisect } from './bisect.js';

/** Where `word` next begins in a text at `from` or behind, in UTF-16 units; -1 where it does not: as `indexOf`. */
export type Search = (word: string, from: number) => number;

/** Up to this length the search of the engine is quicker than an index, whatever is searched for. */
const short = 50_000;
const buckets = 1 << 16;

/**
 * Finds words in a text that is searched for many: a text longer than fifty thousand units is indexed by pairs of units, at the
 * first search, and a search looks only where the first pair of its word stands.
 */
export function searchIn(text: string): Search {
  let places: Places | null = null;
  return (word, from) => {
    if (text.length <= short || word.length < 2) return text.indexOf(word, from);
    places ??= placesOfPairs(text);
    const pair = hash(word, 0);
    const end = places.starts[pair + 1] ?? 0;
    for (let at = firstFrom(places, pair, from); at < end; at++) {
      const place = places.sorted[at] ?? 0;
      if (text.startsWith(word, place)) return place;
    }
    return -1;
  };
}

/** All places, those of a pair of units beside each other and in order; `starts` says where those of a pair begin. */
interface Places {
  readonly starts: Int32Array;
  readonly sorted: Int32Array;
}

function placesOfPairs(text: string): Places {
  const starts = new Int32Array(buckets + 1);
  for (let at = 0; at < text.length - 1; at++) {
    const next = hash(text, at) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let pair = 0; pair < buckets; pair++) starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const filled = starts.slice();
  const sorted = new Int32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < text.length - 1; at++) {
    const pair = hash(text, at);
    sorted[filled[pair] ?? 0] = at;
    filled[pair] = (filled[pair] ?? 0) + 1;
  }
  return { starts, sorted };
}

/** The number in `sorted` of the first place of a pair that is not before `from`. */
function firstFrom({ starts, sorted }: Places, pair: number, from: number): number {
  return bisect(starts[pair] ?? 0, starts[pair + 1] ?? 0, (index) => (sorted[index] ?? 0) < from);
}

function hash(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) >>> 16;
}
