import { frequencyRank } from '../lexicons/frequent-characters.js';
import { fold } from '../script/fold.js';

/** Characters that a reading is judged by: enough to be sure, few enough to be quick. */
const sampleLength = 20_000;

/**
 * What one character says for a reading, in nats: the logarithm of its class's share of running text, over its share of
 * bytes that were read in a wrong one of the encodings. Han characters go by their rank.
 */
const weights = {
  ranks: new Map([
    [300, Math.log(0.55 / 0.03)],
    [600, Math.log(0.15 / 0.02)],
    [1200, Math.log(0.12 / 0.05)],
    [2000, Math.log(0.06 / 0.1)],
    [3500, Math.log(0.03 / 0.1)],
  ]),
  rare: Math.log(0.01 / 0.4),
  punctuation: Math.log(0.09 / 0.005),
  /** Printable ASCII in UTF-16, where it has two bytes. */
  ascii: Math.log(0.4 / 0.02),
  /** Anything else beyond ASCII. */
  odd: Math.log(0.005 / 0.3),
};

/**
 * How much a text reads like Chinese or English rather than like bytes read wrongly: above 0 for yes, in nats. ASCII
 * says nothing in an encoding that leaves it as it is; where `wide`, as in UTF-16, it does.
 */
export function evidenceOf(text: string, wide = false): number {
  let evidence = 0;
  for (const character of fold(sample(text, wide))) evidence += weightOf(character);
  return evidence;
}

function weightOf(character: string): number {
  const weight = weights.ranks.get(frequencyRank(character) ?? 0);
  if (weight !== undefined) return weight;
  if (/[\t\n\r -~]/.test(character)) return weights.ascii;
  if (/[·—‘’“”…\u3001-\u3011\u3014\u3015]/.test(character)) return weights.punctuation;
  return /\p{Script=Han}/u.test(character) ? weights.rare : weights.odd;
}

/** The characters that are judged: the first that are not ASCII, or the first of all. Full-width ASCII is punctuation. */
function sample(text: string, wide: boolean): string {
  if (wide) return text.slice(0, sampleLength);
  let kept = '';
  for (const match of text.matchAll(/[^\0-\x7f]+/g)) {
    kept += match[0];
    if (kept.length >= sampleLength) break;
  }
  return kept.slice(0, sampleLength);
}

/** The logarithm of the sum of the exponentials of `values`. */
export function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
