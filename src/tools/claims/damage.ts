import type { Span } from '../../document/span.js';
import type { Claim, Document, LayerName } from '../../document/types.js';
import { mapText } from '../../evaluate/text-map.js';
import { defaultPipeline } from '../../pipeline/default-pipeline.js';
import { codePointOffsets } from '../../text/code-points.js';
import { type DamageWay, damageWays } from '../damage-ways.js';
import type { KindsArticle } from '../training/kinds-articles.js';

/** How many claims two texts of one article share, of how many in both; attributions alone; and those that share their kinds, too. */
interface Shared {
  claims: number;
  attributed: number;
  alike: number;
  allClaims: number;
  allAttributed: number;
}

type Annotated = Pick<Document<LayerName>, 'folded' | 'claims'>;

const languages = ['Hans', 'Hant', 'Latn'];

/**
 * A table of the F between the claims of articles and of the same articles damaged and repaired, a row a way of damage and script. Claims
 * are the same whose contents overlap by 0.6 and whose sources by 0.5, once mapped to the clean text.
 */
export function damageFigures(articles: readonly KindsArticle[], misses: number): string {
  const clean = new Map(articles.map((article) => [article, annotate(article, article.text)]));
  const lines = [
    '| damage | | articles | claims F | attributions F | with the same kinds F |',
    '|---|---|---:|---:|---:|---:|',
  ];
  for (const way of damageWays)
    for (const script of languages.filter((one) => way.scripts.includes(one))) {
      const ones = articles.filter((article) => article.script === script);
      if (ones.length > 0) lines.push(...rows(way, script, ones, clean, misses));
    }
  return lines.join('\n');
}

function rows(
  way: DamageWay,
  script: string,
  articles: readonly KindsArticle[],
  clean: ReadonlyMap<KindsArticle, Annotated>,
  misses: number,
): string[] {
  const shared: Shared = { claims: 0, attributed: 0, alike: 0, allClaims: 0, allAttributed: 0 };
  const wrong: string[] = [];
  for (const article of articles) {
    const wanted = clean.get(article);
    const raw = way.apply(article.text, script);
    if (wanted !== undefined)
      wrong.push(...compare(wanted, annotate(article, raw), shared).map((miss) => `    ${article.id} ${miss}`));
  }
  const f = (part: number, all: number): string => (all === 0 ? '–' : ((2 * part) / all).toFixed(3));
  const { claims, attributed, alike, allClaims, allAttributed } = shared;
  const name = way.lossy ? `${way.name} (lossy)` : way.name;
  const figures = `${f(claims, allClaims)} | ${f(attributed, allAttributed)} | ${f(alike, allClaims)}`;
  return [`| ${name} | ${script} | ${articles.length} | ${figures} |`, ...wrong.slice(0, misses)];
}

function annotate({ id, published }: KindsArticle, text: string): Annotated {
  return defaultPipeline.run({ id, text, published });
}

/** Counts what the claims of two texts share; gives what one of them has alone, in words. */
function compare(clean: Annotated, damaged: Annotated, shared: Shared): string[] {
  const move = moveTo(damaged.folded, clean.folded);
  const free = new Set(damaged.claims);
  const wrong: string[] = [];
  for (const claim of clean.claims) {
    const [partner] = [...free]
      .map((other) => ({ other, common: overlap(claim, move(other)) }))
      .filter(({ other, common }) => common >= 0.6 && isSameSource(claim, other, move))
      .sort((a, b) => b.common - a.common);
    if (partner === undefined) {
      wrong.push(`lost ${inWords(clean, claim)}`);
      continue;
    }
    free.delete(partner.other);
    shared.claims++;
    if (isAttributed(claim) && isAttributed(partner.other)) shared.attributed++;
    if (claim.kinds.join() === partner.other.kinds.join()) shared.alike++;
  }
  shared.allClaims += clean.claims.length + damaged.claims.length;
  shared.allAttributed += [clean, damaged].flatMap(({ claims }) => claims.filter(isAttributed)).length;
  return [...wrong, ...[...free].map((claim) => `new ${inWords(damaged, claim)}`)];
}

/** Maps spans of one text to another; where little is in common, to nothing. */
function moveTo(from: string, to: string): (span: Span) => Span {
  const map = mapText(from, to);
  const point = codePointOffsets(from);
  return ({ start, end }) => map?.span({ start: point(start), end: point(end) }) ?? { start: 0, end: 0 };
}

function isSameSource({ source }: Claim, { source: other }: Claim, move: (span: Span) => Span): boolean {
  if (source === null || other === null) return source === other;
  return overlap(source, move(other)) >= 0.5;
}

function isAttributed({ source, quote }: Claim): boolean {
  return source !== null || quote !== 'none';
}

/** Intersection over union of two spans. */
function overlap(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function inWords({ folded }: Annotated, { start, end, source, rule }: Claim): string {
  const who = source === null ? '–' : folded.slice(source.start, source.end);
  return `${who} | ${folded.slice(start, end)} (${rule})`;
}
