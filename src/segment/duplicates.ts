import type { Span } from '../document/span.js';

const gram = 12;
const threshold = 0.8;

/**
 * For each paragraph, whether text before it already holds it: at least 80 % of its 12-character runs stood earlier.
 * Runs are compared and not lines, for a repeated teaser is often cut at another place.
 */
export function coveredByEarlier(text: string, paragraphs: readonly Span[]): boolean[] {
  const seen = new Set<string>();
  return paragraphs.map(({ start, end }) => {
    let known = 0;
    const fresh: string[] = [];
    for (let at = start; at + gram <= end; at++) {
      const run = text.slice(at, at + gram);
      if (seen.has(run)) known++;
      else fresh.push(run);
    }
    for (const run of fresh) seen.add(run);
    const total = known + fresh.length;
    return total >= gram && known >= threshold * total;
  });
}
