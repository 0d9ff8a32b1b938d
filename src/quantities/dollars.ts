import { openLexicon } from '../lexicons/lexicon.js';

/** A word that tells whose dollars an article counts: for a currency, or, by its spelling, for any but the American (SPELLING). */
interface Marker {
  readonly code: string;
  readonly weight: number;
}

const openMarkers = () =>
  openLexicon(
    'dollar-markers',
    ['word', 'code', 'weight'],
    ({ code, weight }): Marker => ({ code, weight: Number(weight) }),
  );

/** So much speaks for a country where its own papers write. */
const enough = 4;

/** By so much must it be ahead of any other country. */
const ahead = 2;

/** What is known abroad counts no more than this, however much of it there is, and so does spelling. */
const mostKnown = 2;

/** A$5m ($3.3m), and not US$5m ($8.4m): who puts bare dollars beside those of a country means American ones. */
const toldApart = /(?<![A-Z])(?:HK|NT|NZ|AU?|CA?|S)\$\s?[\d.,]+(?:\s?[a-z]+)? \((?:about |around |roughly )?\$/;

/**
 * The currency of a bare $ in an English article: that of Singapore, Australia, Canada, New Zealand or Hong Kong where what it
 * speaks of shows that it was written there, and little speaks for the American one; else USD.
 */
export function dollarCurrency(folded: string): string {
  if (toldApart.test(folded)) return 'USD';
  const weights = weighMarkers(folded);
  const american = weights.get('USD') ?? 0;
  const spelling = Math.min(mostKnown, weights.get('SPELLING') ?? 0);
  const [first, second] = [...weights]
    .filter(([code]) => code !== 'USD' && code !== 'SPELLING')
    .sort(([, a], [, b]) => b - a);
  if (first === undefined) return 'USD';
  const [code, weight] = first;
  // Papers of Hong Kong that write HK$ mean by $ another one.
  if (code === 'HKD' && folded.includes('HK$')) return 'USD';
  const isClear = weight >= (second?.[1] ?? 0) + ahead;
  return isClear && weight + spelling >= enough && weight + spelling > american ? code : 'USD';
}

/** The weight of the different markers of each currency. */
function weighMarkers(folded: string): Map<string, number> {
  const markers = openMarkers();
  const seen = new Map<string, Marker>();
  const end = folded.length;
  for (let at = markers.nextStart(folded, 0, end); at < end; at = markers.nextStart(folded, at + 1, end)) {
    const match = markers.lastAt(folded, at, (start, stop) => isWord(folded, start, stop));
    if (match !== null) seen.set(folded.slice(match.start, match.end), match.value);
  }
  const known = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const { code, weight } of seen.values()) {
    const before = known.get(code) ?? 0;
    const counted = weight > 1 || code === 'USD' ? weight : Math.min(weight, mostKnown - before);
    if (weight === 1) known.set(code, before + counted);
    weights.set(code, (weights.get(code) ?? 0) + counted);
  }
  return weights;
}

const letter = /[\p{L}\d]/u;

/** Whether a marker stands alone; a figure may stand behind one that ends in a sign of money. The US of US$ is no word. */
function isWord(folded: string, start: number, end: number): boolean {
  if (letter.test(folded.charAt(start - 1)) || folded.startsWith('$', end)) return false;
  return !letter.test(folded.charAt(end)) || /\p{Sc}/u.test(folded.charAt(end - 1));
}
