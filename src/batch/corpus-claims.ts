import { join } from 'node:path';
import { type ClaimLink, type ComparableClaim, continuation } from '../claims/claim-links.js';
import type { ClaimLinkRow } from '../export/tables.js';
import { bucketNamesOf, createClaimWindow } from './claim-buckets.js';
import { toLinkRow } from './claim-records.js';
import { createLineStore, type LineStore, type Slice } from './line-file.js';
import { createSorter, type Sorter } from './sorter.js';

/** The claims of the corpus, kept on disk. */
export interface CorpusClaims {
  /** Adds the next claim. */
  add(claim: ComparableClaim): void;
  /** How the claims stand to each other, as `linkClaims` says it of them all; can be read more than once. */
  links(): Iterable<ClaimLinkRow>;
  close(): void;
}

/** Starts without claims; files are made in `directory`. */
export function collectClaims(directory: string): CorpusClaims {
  const store = createLineStore(join(directory, 'claims.jsonl'));
  const buckets = createSorter(directory, 'buckets');
  const links = createSorter(directory, 'links');
  let [count, previous, isLinked]: [number, ComparableClaim | null, boolean] = [0, null, false];
  return {
    add(claim) {
      const { offset, length } = store.add(JSON.stringify(claim));
      const [number, place] = [padded(count), `${padded(offset)}${length}`];
      bucketNamesOf(claim).forEach((name, order) => {
        buckets.add(`${name}${number}${padded(order)}${place}`);
      });
      const link = previous && continuation(claim, previous);
      if (link) links.add(toLine(link, count, 0, count - 1));
      previous = claim;
      count++;
    },
    *links() {
      if (!isLinked) compareAll(buckets, store, links);
      isLinked = true;
      let number = 0;
      let [claim, seen]: [string, Set<string>] = ['', new Set()];
      for (const line of links.sorted()) {
        const [from, order, to] = [0, 1, 2].map((i) => line.slice(i * width, (i + 1) * width));
        if (from !== claim) [claim, seen] = [from ?? '', new Set()];
        // The claim that is gone on with may be like it besides: that is a link of its own.
        if (Number(order) > 0 && seen.has(to ?? '')) continue;
        if (Number(order) > 0) seen.add(to ?? '');
        yield { ...(JSON.parse(line.slice(3 * width)) as Omit<ClaimLinkRow, 'id'>), id: `l${++number}` };
      }
    },
    close: () => store.close(),
  };
}

const width = 12;

function padded(number: number): string {
  return String(number).padStart(width, '0');
}

function toLine(link: ClaimLink, from: number, order: number, to: number): string {
  return `${padded(from)}${padded(order)}${padded(to)}${JSON.stringify(toLinkRow(link))}`;
}

interface Member {
  readonly number: number;
  readonly slice: Slice;
}

/** Compares each claim with the last ones before it in its buckets; the bucket that comes first in the claim has the say. */
function compareAll(buckets: Sorter, store: LineStore, links: Sorter): void {
  const window = createClaimWindow(({ slice }: Member) => JSON.parse(store.read(slice)) as ComparableClaim);
  for (const line of buckets.sorted()) {
    const name = line.slice(0, 20);
    const numberAt = (i: number) => Number(line.slice(20 + i * width, 20 + (i + 1) * width));
    const [number, order] = [numberAt(0), numberAt(1)];
    const member = { number, slice: { offset: numberAt(2), length: Number(line.slice(20 + 3 * width)) } };
    for (const { link, other } of window.add(name, member)) links.add(toLine(link, number, order + 1, other.number));
  }
}
