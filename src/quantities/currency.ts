import type { Script } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';

/** How many different markers make an article one from Taiwan or Hong Kong. */
const enough = 2;

/**
 * The currency that a bare 元 means in an article: TWD or HKD where it names that money, or is in Traditional script and
 * speaks of several offices or places of Taiwan or Hong Kong; otherwise CNY.
 */
export function localCurrency(folded: string, script: Script): 'TWD' | 'HKD' | 'CNY' {
  if (/新台币|台币/.test(folded)) return 'TWD';
  if (script !== 'Hant' || /人民币/.test(folded)) return 'CNY';
  const taiwan = countMarkers(folded, 'taiwan-markers');
  const hongKong = countMarkers(folded, 'hong-kong-markers');
  if (Math.max(taiwan, hongKong) < enough) return 'CNY';
  return taiwan >= hongKong ? 'TWD' : 'HKD';
}

/** How many different words of the lexicon the article has. */
function countMarkers(folded: string, name: string): number {
  const markers = openWords(name);
  const seen = new Set<string>();
  for (let at = 0; at < folded.length; at++) {
    const match = markers.longestAt(folded, at);
    if (match !== null) seen.add(folded.slice(match.start, match.end));
  }
  return seen.size;
}
