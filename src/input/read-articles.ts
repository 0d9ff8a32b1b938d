import type { InputSource, Problem } from '../document/provenance.js';
import { byCodePoint } from '../text/code-points.js';
import type { CheckedArticle } from './article.js';
import type { InputFile } from './discover.js';
import { type ReadArticle, type ReadOptions, readInputs } from './read-inputs.js';

export interface ReadResult {
  /** Sorted by id, by code point; ids are unique. */
  readonly articles: readonly CheckedArticle[];
  readonly problems: readonly Problem[];
  readonly sources: readonly InputSource[];
}

/** Reads all articles of `files` at once; of those with the same id the first is kept and the others are problems. */
export async function readArticles(
  files: readonly InputFile[],
  home: string,
  options: ReadOptions,
): Promise<ReadResult> {
  const articles = new Map<string, ReadArticle>();
  const problems: Problem[] = [];
  const sources: InputSource[] = [];
  for await (const item of readInputs(files, home, options)) {
    if ('source' in item) sources.push(item.source);
    else if ('problem' in item) problems.push(item.problem);
    else {
      const { id } = item.article.checked.article;
      const other = articles.get(id);
      if (other === undefined) articles.set(id, item.article);
      else problems.push(duplicateId(id, placeOf(item.article), placeOf(other)));
    }
  }
  return {
    articles: [...articles.values()]
      .map(({ checked }) => checked)
      .sort((a, b) => byCodePoint(a.article.id, b.article.id)),
    problems,
    sources: sources.sort((a, b) => byCodePoint(a.path, b.path)),
  };
}

/** Where an article stands. */
export interface Place {
  readonly path: string | null;
  readonly line: number | null;
}

function placeOf({ checked, line }: ReadArticle): Place {
  return { path: checked.article.source?.path ?? null, line };
}

/** That the article in `place` has the id of the one in `first`. */
export function duplicateId(id: string, place: Place, first: Place): Problem {
  const where = `"${first.path ?? ''}"${first.line === null ? '' : `, line ${first.line}`}`;
  const message = `The id "${id}" is already that of the article in ${where}; give each article an id of its own.`;
  const what = { documentId: id, code: 'input/duplicate-id', severity: 'error', message } as const;
  return { ...what, ...place, paths: first.path === null ? [] : [first.path], start: null, end: null };
}
