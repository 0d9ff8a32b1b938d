import { byCodePoint } from '../text/code-points.js';
import type { Pictures, TimelinePoint } from './model.js';
import type { ShownArticle } from './shown-article.js';

const most = { points: 1500, nodes: 36, links: 80, rows: 24, columns: 40 };

/** Counts on the way what the pictures show, so that no article needs to be kept. */
export interface PictureBuilder {
  add(article: ShownArticle, index: number): void;
  close(): Pictures;
}

/**
 * Starts the pictures: dated claims, who speaks about whom, who is named where. Of a large corpus they show the claims that
 * are worth checking most and the names that occur most.
 */
export function startPictures(): PictureBuilder {
  let points: TimelinePoint[] = [];
  const links = new Map<string, { from: string; to: string; claims: number }>();
  const mentions = new Map<string, Map<number, number>>();
  return {
    add(article, index) {
      points.push(...datedClaims(article, index));
      if (points.length > 4 * most.points) points = chosenPoints(points);
      countLinks(article, links);
      countMentions(article, index, mentions);
    },
    close: () => ({
      timeline: chosenPoints(points).sort((a, b) => byCodePoint(a.date, b.date)),
      network: toNetwork([...links.values()]),
      matrix: toMatrix(mentions),
    }),
  };
}

function datedClaims({ text, claims, times }: ShownArticle, article: number): TimelinePoint[] {
  const begins = new Map(times.map(({ id, begin }) => [id, begin]));
  const characters = Array.from(text);
  return claims.flatMap((claim) => {
    const date = claim.times.map((id) => begins.get(id)).find((begin) => begin != null && /^\d{4}-/.test(begin));
    if (date == null) return [];
    const words = characters.slice(claim.start, Math.min(claim.end, claim.start + 80)).join('');
    const { checkWorthy, source } = claim;
    return [
      { article, claim: claim.id, date: date.slice(0, 10), text: words, source: source?.text ?? null, checkWorthy },
    ];
  });
}

function chosenPoints(points: readonly TimelinePoint[]): TimelinePoint[] {
  return [...points].sort((a, b) => b.checkWorthy - a.checkWorthy).slice(0, most.points);
}

/** Names are joined over articles by their canonical form. */
function nameOf(article: ShownArticle, id: string | null): string | null {
  if (id === null) return null;
  const entity = article.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) return null;
  return entity.names['zh-Hant'] ?? entity.names.en ?? entity.name;
}

function countLinks(article: ShownArticle, links: Map<string, { from: string; to: string; claims: number }>): void {
  for (const claim of article.claims) {
    const from = nameOf(article, claim.source?.entity ?? null);
    if (from === null) continue;
    for (const id of claim.entities) {
      const to = nameOf(article, id);
      if (to === null || to === from) continue;
      const key = `${from}\n${to}`;
      const link = links.get(key);
      if (link === undefined) links.set(key, { from, to, claims: 1 });
      else link.claims++;
    }
  }
}

function countMentions(article: ShownArticle, index: number, counts: Map<string, Map<number, number>>): void {
  for (const entity of article.entities) {
    const name = nameOf(article, entity.id) ?? entity.name;
    const row = counts.get(name) ?? new Map<number, number>();
    counts.set(name, row.set(index, (row.get(index) ?? 0) + entity.mentions));
  }
}

/** The strongest links, and the names at their ends. */
function toNetwork(links: readonly { from: string; to: string; claims: number }[]): Pictures['network'] {
  const sorted = [...links].sort((a, b) => b.claims - a.claims || byCodePoint(a.from + a.to, b.from + b.to));
  const names: string[] = [];
  const nodeOf = (name: string) => {
    const at = names.indexOf(name);
    if (at >= 0) return at;
    return names.length < most.nodes ? names.push(name) - 1 : -1;
  };
  const kept = sorted
    .slice(0, most.links)
    .map(({ from, to, claims }) => ({ from: nodeOf(from), to: nodeOf(to), claims }));
  return { names, links: kept.filter(({ from, to }) => from >= 0 && to >= 0) };
}

/** The names that are mentioned most, in the articles that mention them most. */
function toMatrix(mentions: ReadonlyMap<string, ReadonlyMap<number, number>>): Pictures['matrix'] {
  const rows = [...mentions]
    .map(([name, counts]) => ({ name, counts, all: sum(counts.values()) }))
    .sort((a, b) => b.all - a.all || byCodePoint(a.name, b.name))
    .slice(0, most.rows);
  const perArticle = new Map<number, number>();
  for (const { counts } of rows)
    for (const [article, count] of counts) perArticle.set(article, (perArticle.get(article) ?? 0) + count);
  const articles = [...perArticle]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, most.columns)
    .map(([article]) => article)
    .sort((a, b) => a - b);
  return {
    names: rows.map(({ name }) => name),
    articles,
    counts: rows.map(({ counts }) => articles.map((article) => counts.get(article) ?? 0)),
  };
}

function sum(counts: Iterable<number>): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}
