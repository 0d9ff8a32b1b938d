import { createHash } from 'node:crypto';
import { bucketsOf, type ClaimLink, type ComparableClaim, compareClaims, mostCompared } from '../claims/claim-links.js';

/** Short names of the buckets in which a claim is compared, of equal length; the first has the say where two give one pair. */
export function bucketNamesOf(claim: ComparableClaim): string[] {
  return bucketsOf(claim).map((bucket) => createHash('sha1').update(bucket).digest('base64').slice(0, 20));
}

/** Takes the claims of one bucket after the other, each bucket's in the order of the corpus. */
export interface ClaimWindow<M> {
  /** Adds the next claim, and gives its links to the last ones before it in its bucket. */
  add(bucket: string, member: M): { readonly link: ClaimLink; readonly other: M }[];
}

/** Starts before the first bucket; `read` gives the claim that a member stands for. */
export function createClaimWindow<M>(read: (member: M) => ComparableClaim): ClaimWindow<M> {
  let [current, members]: [string | null, M[]] = [null, []];
  return {
    add(bucket, member) {
      if (bucket !== current) [current, members] = [bucket, []];
      const claim = members.length > 0 ? read(member) : null;
      const links = members.flatMap((other) => {
        const link = claim && compareClaims(claim, read(other));
        return link === null ? [] : [{ link, other }];
      });
      members.push(member);
      if (members.length > mostCompared) members.shift();
      return links;
    },
  };
}
