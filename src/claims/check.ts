import type { ClaimKind, Modality, Quantity } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { Attribution } from './attribution.js';
import { findWords, type ScannedText, wordList } from './words.js';

interface Weight {
  readonly measure: 'checkability' | 'stake';
  readonly weight: number;
  /** The reason as it is printed, with its weight. */
  readonly printed: string;
}

const weights = lazy(() =>
  openLexicon(
    'check-weights',
    ['reason', 'measure', 'weight', 'text'],
    (row): Weight => toWeight(row.measure as Weight['measure'], Number(row.weight), row.text),
  ),
);

function toWeight(measure: Weight['measure'], weight: number, text: string): Weight {
  const name = measure === 'stake' ? 'stake' : 'checkable';
  return { measure, weight, printed: `${name}: ${text} ${weight < 0 ? '' : '+'}${weight.toFixed(2)}` };
}

const stakes = wordList(() => openLexicon('stake-words', ['word', 'reason'], (row) => row.reason));

/** What the check score of a claim is read from. */
export interface CheckEvidence {
  readonly words: ScannedText;
  readonly attribution: Attribution;
  readonly kinds: readonly ClaimKind[];
  readonly modality: Modality;
  readonly quantities: readonly Quantity[];
  readonly names: number;
  readonly times: number;
}

/** How checkable a claim is, how much is at stake, and the two as one figure, with every reason printed. */
export interface Check {
  readonly checkability: number;
  readonly stake: number;
  readonly checkWorthy: number;
  readonly reasons: readonly string[];
}

/** Weighs a claim for checking. checkWorthy is checkability × (½ + ½ × stake); all three lie in 0..1. */
export function weigh(evidence: CheckEvidence): Check {
  const reasons = [...checkReasons(evidence), ...stakeReasons(evidence)];
  const total = { checkability: 0, stake: 0 };
  const printed: string[] = [];
  for (const reason of reasons) {
    const weight = weights().get(reason);
    if (weight === undefined) continue;
    total[weight.measure] += weight.weight;
    printed.push(weight.printed);
  }
  const checkability = clip(total.checkability);
  const stake = clip(total.stake);
  return { checkability, stake, checkWorthy: clip(checkability * (0.5 + 0.5 * stake)), reasons: printed };
}

function clip(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

function checkReasons({ kinds, quantities, names, times, modality, attribution }: CheckEvidence): string[] {
  const reasons = ['base'];
  if (quantities.some((quantity) => !quantity.approx)) reasons.push('figure');
  else if (quantities.length > 0) reasons.push('vague-figure');
  if (names > 0) reasons.push('name');
  if (times > 0) reasons.push('time');
  if (attribution.source?.kind === 'publication' || attribution.cue?.type === 'data') reasons.push('document');
  for (const kind of ['event', 'comparison', 'cause', 'evaluation', 'norm', 'prediction'] as const)
    if (kinds.includes(kind)) reasons.push(kind);
  if (modality === 'possible' || modality === 'hypothetical') reasons.push(modality);
  if (quantities.length + names + times === 0) reasons.push('no-referent');
  return reasons;
}

const largeNumber = 1e6;

function stakeReasons({ words, attribution, quantities }: CheckEvidence): string[] {
  const found = findWords(words, stakes, attribution.start, attribution.end).map(({ value }) => value);
  const reasons = ['stake-base', ...new Set(found)];
  if (quantities.some(({ value, high }) => Math.abs(value ?? high ?? 0) >= largeNumber)) reasons.push('large-number');
  if (quantities.some(({ type }) => type === 'MONEY')) reasons.push('money');
  const { source, cue } = attribution;
  if (cue?.type === 'hearsay') reasons.push('hearsay');
  else if (source?.status === 'unnamed' || source?.kind === 'anonymous') reasons.push('unnamed');
  if (source !== null && ['person', 'organization'].includes(source.kind)) reasons.push('interested');
  return reasons;
}
