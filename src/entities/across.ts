import type { LinkRule } from '../document/types.js';
import { type HanName, hanKeys, hanNameOf } from './han-name.js';
import { type LatinName, latinKeys, latinNameOf } from './latin-name.js';
import { surnameKeys } from './romanization.js';
import { soundKeys } from './sound.js';
import { translationSimilarity } from './translation.js';
import { type ForeignName, foreignEvidence, foreignHan, foreignLatin, foreignSimilarity } from './transliterated.js';

/** A thing with names of one language only: what it is, and its forms in the fold, the fullest first. */
export interface Nameable {
  readonly kind: string;
  readonly forms: readonly string[];
}

/** A Chinese and an English name, by index, that are one thing by rule. */
export interface AcrossLink {
  readonly han: number;
  readonly latin: number;
  readonly rule: LinkRule;
  readonly forms: readonly [string, string];
}

/** Whose names are linked: of one article, or of several that need not speak of the same. */
export type AcrossWhat = 'article' | 'corpus';

interface Scored extends AcrossLink {
  readonly score: number;
}

/** A form of a thing, read for comparison. */
interface Comparable {
  readonly index: number;
  readonly form: string;
  /** From which resemblance on it is linked where the two stand together, and where they do not. */
  readonly near: number;
  readonly far: number;
  readonly keys: readonly string[];
  readonly name: HanName | LatinName | ForeignName | null;
}

/** From here on a resemblance counts where the two stand together. */
const near = 0.58;
/** The same of people of two articles, which may speak of one thing and yet of different people. */
const nearInCorpus = 0.75;
/** From here on the evidence that two names of people are one counts anywhere. */
const farOfPeople = 0.74;
/** How much better than the second best it must be. */
const margin = 0.05;
/** Keys that more names share tell nothing. */
const mostSharers = 30;

/**
 * From here on it counts anywhere: the more pairs there are, the more resemble each other by chance. Among thousands no
 * resemblance is enough.
 */
function farFrom(pairs: number): number {
  return pairs > mostPairs ? Number.POSITIVE_INFINITY : near + 0.1 * Math.log10(Math.max(1, pairs / 5));
}

const mostPairs = 2000;
/** Rivals that are looked at for each name: those that share most keys with it. */
const mostRivals = 8;

/**
 * Chinese and English names that mean or sound the same, of things of one kind that have no name in the other language yet.
 * Each is the other's best match by a margin; a resemblance that is not close needs `together`, which tells whether the
 * two stand near each other.
 */
export function linkAcross(
  things: readonly Nameable[],
  together: (han: number, latin: number) => boolean,
  what: AcrossWhat = 'article',
): AcrossLink[] {
  const isHan = things.map(({ forms }) => forms.some((form) => /\p{Script=Han}/u.test(form)));
  const count = (kind: string, han: boolean) =>
    things.filter((thing, at) => thing.kind === kind && isHan[at] === han).length;
  const pairs = new Map(
    [...new Set(things.map(({ kind }) => kind))].map((kind) => [kind, count(kind, true) * count(kind, false)]),
  );
  const sides = { han: [] as Comparable[], latin: [] as Comparable[] };
  things.forEach(({ kind, forms }, index) => {
    if (pairs.get(kind) === 0) return;
    const isPerson = kind === 'PERSON';
    const from = {
      near: isPerson && what === 'corpus' ? nearInCorpus : near,
      far: isPerson ? farOfPeople : farFrom(pairs.get(kind) ?? 0),
    };
    for (const form of forms)
      (isHan[index] ? sides.han : sides.latin).push(...readingsOf(kind, form, index, isHan[index] === true, from));
  });
  if (sides.han.length === 0) return [];
  const sharers = new Map<string, Comparable[]>();
  for (const latin of sides.latin) for (const key of new Set(latin.keys)) push(sharers, key, latin);
  const scored = sides.han.flatMap((han) => {
    const shared = new Map<Comparable, number>();
    for (const key of han.keys) {
      const found = sharers.get(key) ?? [];
      if (found.length <= mostSharers) for (const one of found) shared.set(one, (shared.get(one) ?? 0) + 1);
    }
    const rivals = [...shared].filter(([latin]) => Number.isFinite(han.far) || together(han.index, latin.index));
    return rivals
      .sort(([a, m], [b, n]) => n - m || a.index - b.index)
      .slice(0, mostRivals)
      .flatMap(([latin]) => compare(han, latin, together));
  });
  return mutual(scored);
}

function push(sharers: Map<string, Comparable[]>, key: string, one: Comparable): void {
  const known = sharers.get(key);
  if (known === undefined) sharers.set(key, [one]);
  else known.push(one);
}

function readingsOf(
  kind: string,
  form: string,
  index: number,
  isHan: boolean,
  from: Pick<Comparable, 'near' | 'far'>,
): Comparable[] {
  if (kind === 'NORP' || kind === 'LANGUAGE' || kind === 'PRODUCT') return [];
  if (kind !== 'PERSON') {
    const name = isHan ? hanNameOf(form) : latinNameOf(form);
    if (name === null) return [];
    const keys = 'parts' in name ? hanKeys(name) : latinKeys(name);
    return [{ index, form, ...from, name, keys: keys.map((key) => `${kind}:${key}`) }];
  }
  const surname = surnameKeys(form).map(({ key }) => `surname:${key}`);
  const isSurname = isHan ? form.length === 1 || (form.length === 2 && surname.length > 0) : !/[ .]/.test(form);
  const name = isHan ? foreignHan(form) : foreignLatin(form);
  return [
    ...(isSurname ? [{ index, form, ...from, name: null, keys: surname }] : []),
    ...(name === null ? [] : [{ index, form, ...from, name, keys: name.parts.flatMap((part) => soundKeys(part)) }]),
  ];
}

function compare(han: Comparable, latin: Comparable, together: (han: number, latin: number) => boolean): Scored[] {
  const { score, evidence, rule } = resemblance(han, latin);
  if (score < han.near && evidence < han.far) return [];
  if (evidence < han.far && !together(han.index, latin.index)) return [];
  return [{ han: han.index, latin: latin.index, rule, forms: [han.form, latin.form], score }];
}

/** How alike two names are, and how much that tells where they do not stand together. */
interface Resemblance {
  readonly score: number;
  readonly evidence: number;
  readonly rule: LinkRule;
}

function resemblance({ name: han, form, keys }: Comparable, other: Comparable): Resemblance {
  const latin = other.name;
  if (han === null && latin === null) return surnames(form, keys, other.keys);
  if (han === null || latin === null) return { score: 0, evidence: 0, rule: 'sound' };
  if ('parts' in han && 'words' in latin && 'weights' in han && !('whole' in latin)) {
    const score = translationSimilarity(han, latin);
    return { score, evidence: score, rule: 'translation' };
  }
  if ('whole' in han && 'whole' in latin)
    return { score: foreignSimilarity(han, latin), evidence: foreignEvidence(han, latin), rule: 'sound' };
  return { score: 0, evidence: 0, rule: 'sound' };
}

/** A surname that is spelled so: it tells little, and counts only where the two stand together. */
function surnames(form: string, keys: readonly string[], others: readonly string[]): Resemblance {
  const shared = keys.find((key) => others.includes(key));
  if (shared === undefined) return { score: 0, evidence: 0, rule: 'surname' };
  const rule = surnameKeys(form).find(({ key }) => `surname:${key}` === shared)?.rule ?? 'surname';
  return { score: nearInCorpus, evidence: 0, rule };
}

/** The pairs of which each side is the other's best, with no other close behind. */
function mutual(scored: readonly Scored[]): AcrossLink[] {
  const best = { han: new Map<number, Scored>(), latin: new Map<number, Scored>() };
  for (const pair of scored)
    for (const side of ['han', 'latin'] as const) {
      const known = best[side].get(pair[side]);
      if (known === undefined || isBetter(pair, known)) best[side].set(pair[side], pair);
    }
  const contested = { han: new Set<number>(), latin: new Set<number>() };
  for (const pair of scored)
    for (const side of ['han', 'latin'] as const) {
      const other = side === 'han' ? 'latin' : 'han';
      const top = best[side].get(pair[side]);
      if (top !== undefined && top[other] !== pair[other] && pair.score > top.score - margin)
        contested[side].add(pair[side]);
    }
  return [...best.han.values()]
    .filter((pair) => {
      const back = best.latin.get(pair.latin);
      return back?.han === pair.han && !contested.han.has(pair.han) && !contested.latin.has(pair.latin);
    })
    .map(({ han, latin, rule, forms }) => ({ han, latin, rule, forms }));
}

function isBetter(a: Scored, b: Scored): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.han !== b.han ? a.han < b.han : a.latin < b.latin;
}
