import { byCodePoint } from '../text/code-points.js';
import { type Layer, layers } from './layers.js';
import type { ScoredArticle, ScoredSpan } from './scored-article.js';
import { type Score, Tally } from './tally.js';
import { mapText, type TextMap } from './text-map.js';

/** The figures of an output measured against gold. */
export interface Evaluation {
  /** Gold articles that were scored, those that are missing in the output among them. */
  readonly articles: number;
  /** Gold articles that are not in the output: all that is in them was missed. */
  readonly missing: readonly string[];
  /** Articles whose text differs from gold; offsets were moved along. */
  readonly moved: readonly string[];
  /** Articles of which the two texts have too little in common: nothing found in them counts as right. */
  readonly unlike: readonly string[];
  /** By layer, and by layer and type (`mentions.PERSON`), in order; only what gold speaks of. */
  readonly scores: ReadonlyMap<string, Score>;
}

const nothing = {
  mentions: [],
  times: [],
  quantities: [],
  claims: [],
  attributions: [],
  sentences: [],
  names: [],
} as const;

/** Takes the articles of an output one by one, in any order; those that gold has not are passed over. */
export function startEvaluation(gold: readonly ScoredArticle[]) {
  const left = new Map(gold.map((article) => [article.id, article]));
  const tallies = new Map<Layer, { all: Tally; types: Map<string, Tally> }>();
  for (const layer of layers)
    if (gold.some((article) => layer.isIn(article))) tallies.set(layer, { all: new Tally(), types: new Map() });
  const [moved, unlike]: [string[], string[]] = [[], []];
  const score = (article: ScoredArticle, found: ScoredArticle) => {
    for (const [layer, { all, types }] of tallies) {
      all.add(layer.score(article, found));
      for (const [type, hits] of layer.types?.(article, found) ?? []) {
        const tally = types.get(type) ?? new Tally();
        tally.add(hits);
        types.set(type, tally);
      }
    }
  };
  return {
    add(found: ScoredArticle): void {
      const article = left.get(found.id);
      if (article === undefined) return;
      left.delete(found.id);
      const map = mapText(found.text, article.text);
      if (map === null) unlike.push(found.id);
      else if (!map.isSame) moved.push(found.id);
      score(article, map === null ? outside(found) : map.isSame ? found : moveArticle(found, map.span));
    },
    close(): Evaluation {
      const missing = [...left.keys()];
      for (const article of left.values()) score(article, { id: article.id, text: article.text, ...nothing });
      const scores = new Map<string, Score>();
      for (const [{ name }, { all, types }] of tallies) {
        scores.set(name, all.score);
        for (const [type, tally] of [...types].sort(([a], [b]) => byCodePoint(a, b)))
          if (tally.score.gold + tally.score.found > 0) scores.set(`${name}.${type}`, tally.score);
      }
      return { articles: gold.length, missing, moved, unlike, scores };
    },
  };
}

/** Everything found, in places where nothing of gold can be. */
function outside(found: ScoredArticle): ScoredArticle {
  return { ...moveArticle(found, ({ start, end }) => ({ start: -1 - start, end: -1 - end })), names: [] };
}

function moveArticle(article: ScoredArticle, place: TextMap['span']): ScoredArticle {
  const move = <T extends ScoredSpan>(item: T): T => ({ ...item, ...place(item) });
  return {
    ...article,
    mentions: article.mentions.map(move),
    times: article.times.map(move),
    quantities: article.quantities.map(move),
    claims: article.claims.map((claim) => ({ ...move(claim), source: claim.source && move(claim.source) })),
    attributions: article.attributions.map((one) => ({ ...move(one), source: one.source && move(one.source) })),
    sentences: article.sentences.map(move),
  };
}
