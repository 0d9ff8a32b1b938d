import type { ArticleCorrections, Correction } from '../corrected.js';

/** The corrections of this window, by article and identifier; nothing is stored anywhere else. */
export interface Corrections {
  get(article: number, item: string): Correction | null;
  set(article: number, item: string, correction: Correction | null): void;
  /** The corrections of an article by identifier. */
  of(article: number): ArticleCorrections;
  articles(): readonly number[];
  count(): number;
  onChange(listener: () => void): void;
}

/** Starts without any. */
export function startCorrections(): Corrections {
  const byArticle = new Map<number, Map<string, Correction>>();
  const listeners: (() => void)[] = [];
  return {
    get: (article, item) => byArticle.get(article)?.get(item) ?? null,
    set(article, item, correction) {
      const items = byArticle.get(article) ?? new Map<string, Correction>();
      if (correction === null) items.delete(item);
      else items.set(item, correction);
      if (items.size > 0) byArticle.set(article, items);
      else byArticle.delete(article);
      for (const listener of listeners) listener();
    },
    of: (article) => byArticle.get(article) ?? new Map(),
    articles: () => [...byArticle.keys()].sort((a, b) => a - b),
    count: () => [...byArticle.values()].reduce((all, items) => all + items.size, 0),
    onChange: (listener) => listeners.push(listener),
  };
}
