import type { Script } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';

/** How many different markers make an article one from Taiwan, Hong Kong or Singapore, whatever else it speaks of. */
const enough = 2;

/**
 * The currency that a bare 元 means in an article: TWD or HKD where it names that money, or is in Traditional script and
 * speaks of places, offices and things of Taiwan or Hong Kong; one is enough where it speaks of none of the Mainland.
 * SGD likewise in Simplified script. Otherwise CNY.
 */
export function localCurrency(folded: string, script: Script): 'TWD' | 'HKD' | 'SGD' | 'CNY' {
  if (/新台币|台币/.test(folded)) return 'TWD';
  if (/人民币/.test(folded)) return 'CNY';
  if (script !== 'Hant') return isFrom(folded, countMarkers(folded, 'singapore-markers')) ? 'SGD' : 'CNY';
  const taiwan = countMarkers(folded, 'taiwan-markers');
  const hongKong = countMarkers(folded, 'hong-kong-markers');
  const most = Math.max(taiwan, hongKong);
  if (!isFrom(folded, most)) return 'CNY';
  return taiwan >= hongKong ? 'TWD' : 'HKD';
}

/** Whether so many markers of a place outweigh those of the Mainland. */
function isFrom(folded: string, markers: number): boolean {
  return markers >= enough || (markers > 0 && countMarkers(folded, 'mainland-markers') === 0);
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
