import { hash } from 'node:crypto';
import { bucketsOf, type ClaimLink, type ComparableClaim, compareClaims, mostCompared } from '../claims/claim-links.js';

/** Short names of the buckets in which a claim is compared, of equal length; the first has the say where two give one pair. */
export function bucketNamesOf(claim: ComparableClaim): string[] {
  return bucketsOf(claim).map((bucket) => hash('sha1', bucket, 'base64').slice(0, 20));
}

/** Takes the claims of one bucket after the other, each bucket's in the order of the corpus. */
export interface ClaimWindow<M> {
  /** Adds the next claim, and gives its links to the last ones before it in its bucket. */
  add(bucket: string, member: M): { readonly link: ClaimLink; readonly other: M }[];
}

/** Starts before the first bucket; `read` gives the claim that a member stands for, which is asked for where there are two. */
export function createClaimWindow<M>(read: (member: M) => ComparableClaim): ClaimWindow<M> {
  let [current, first, members]: [string | null, M | null, { claim: ComparableClaim; member: M }[]] = [null, null, []];
  return {
    add(bucket, member) {
      if (bucket !== current) {
        [current, first, members] = [bucket, member, []];
        return [];
      }
      if (first !== null) members.push({ claim: read(first), member: first });
      first = null;
      const claim = read(member);
      const links: { link: ClaimLink; other: M }[] = [];
      for (const { claim: known, member: other } of members) {
        const link = compareClaims(claim, known);
        if (link !== null) links.push({ link, other });
      }
      members.push({ claim, member });
      if (members.length > mostCompared) members.shift();
      return links;
    },
  };
}
