import type { Script } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { dollarCurrency } from './dollars.js';

/** The ISO 4217 code of what the lexicons give as the code of a currency, in the article at hand. */
export type LocalMoney = (code: string) => string;

/** Whether a currency is told by the article alone: a bare 元 (LOCAL), a bare $ (DOLLAR). */
export function isOpen(code: string): boolean {
  return code === 'LOCAL' || code === 'DOLLAR';
}

/** Reads the currencies that an article leaves open; it is looked at once for each, where one stands in it. */
export function localMoney(folded: string, script: Script): LocalMoney {
  const yuan = lazy(() => localCurrency(folded, script));
  const dollar = lazy(() => (script === 'Latn' ? dollarCurrency(folded) : chineseDollar(folded, yuan())));
  return (code) => (code === 'LOCAL' ? yuan() : code === 'DOLLAR' ? dollar() : code);
}

/** HK$59, S$2: who writes the dollars of his country like that means by $ others. */
const lettered = /(?<![A-Z])(?:HK|NT|S)\$/;

/** The currency of a bare $ in a Chinese article: that of its 元, which is a dollar too in Hong Kong, Taiwan and Singapore; else USD. */
function chineseDollar(folded: string, yuan: string): string {
  return yuan === 'CNY' || lettered.test(folded) ? 'USD' : yuan;
}

/** How many different markers make an article one from Taiwan, Hong Kong or Singapore, whatever else it speaks of. */
const enough = 2;

/** As many must there be where the script or a mention of the Mainland's money speaks against it. */
const many = 3;

/**
 * The currency that a bare 元 means in an article: TWD or HKD where it names that money, or is in Traditional script and
 * speaks of places, offices and things of Taiwan or Hong Kong; one is enough where it speaks of none of the Mainland.
 * SGD likewise in Simplified script, and HKD where it speaks of much of Hong Kong and does not tell 港元 from 元. An
 * article in Traditional script that names 人民币 tells it from its own 元. Otherwise CNY.
 */
function localCurrency(folded: string, script: Script): 'TWD' | 'HKD' | 'SGD' | 'CNY' {
  if (/新台币|台币/.test(folded)) return 'TWD';
  const hongKong = countMarkers(folded, 'hong-kong-markers');
  const mainland = countMarkers(folded, 'mainland-markers');
  const isFrom = (markers: number): boolean =>
    folded.includes('人民币')
      ? markers >= many && markers > mainland
      : markers >= enough || (markers > 0 && mainland === 0);
  if (script !== 'Hant') {
    const singapore = countMarkers(folded, 'singapore-markers');
    const isHongKong = hongKong >= many && mainland === 0 && hongKong > singapore;
    if (isHongKong && !/港元|港币/.test(folded)) return 'HKD';
    return isFrom(singapore) && !folded.includes('人民币') ? 'SGD' : 'CNY';
  }
  const taiwan = countMarkers(folded, 'taiwan-markers');
  if (!isFrom(Math.max(taiwan, hongKong))) return 'CNY';
  return taiwan >= hongKong ? 'TWD' : 'HKD';
}

/** How many different words of the lexicon the article has. */
function countMarkers(folded: string, name: string): number {
  const markers = openWords(name);
  const seen = new Set<string>();
  const end = folded.length;
  for (let at = markers.nextStart(folded, 0, end); at < end; at = markers.nextStart(folded, at + 1, end)) {
    const match = markers.longestAt(folded, at);
    if (match !== null) seen.add(folded.slice(match.start, match.end));
  }
  return seen.size;
}
