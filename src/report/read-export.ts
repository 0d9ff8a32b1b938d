import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { UserError } from '../batch/user-error.js';
import { dataPackageFile } from '../export/data-package.js';
import type { AnnotatedArticle } from '../export/schema.js';
import { splitLines } from '../input/lines.js';

/** An article of an export, and where its entities are in the table of the whole corpus. */
export interface ExportedArticle {
  readonly article: AnnotatedArticle;
  readonly corpusId: (entity: string) => string | null;
}

/**
 * The number of articles in the export in `directory`, which the user calls `shown`.
 *
 * @throws UserError if there is no export.
 */
export function countArticles(directory: string, shown: string): number {
  const path = join(directory, dataPackageFile);
  if (!existsSync(path) || !existsSync(join(directory, 'annotations.jsonl')))
    throw new UserError(`${shown} holds no export with annotations.jsonl; name a directory written by annotate.`, 2);
  const { resources = [] } = JSON.parse(readFileSync(path, 'utf8')) as {
    resources?: { name: string; records?: number }[];
  };
  return resources.find(({ name }) => name === 'annotations')?.records ?? 0;
}

/** The articles of an export, one after the other, as they stand in its files. */
export async function* readExport(directory: string): AsyncGenerator<ExportedArticle> {
  const mentions = rowsOf(join(directory, 'mentions.csv'));
  let row = await mentions.next();
  for await (const line of splitLines(createReadStream(join(directory, 'annotations.jsonl')))) {
    const article = JSON.parse(line.toString('utf8')) as AnnotatedArticle;
    const entityOf = new Map(article.mentions.map(({ id, entity }) => [id, entity]));
    const ids = new Map<string, string>();
    for (; row.done !== true && row.value.document_id === article.id; row = await mentions.next()) {
      const entity = entityOf.get(row.value.id ?? '');
      if (entity != null && row.value.entity_id) ids.set(entity, row.value.entity_id);
    }
    yield { article, corpusId: (entity) => ids.get(entity) ?? null };
  }
}

/** The rows of a table of the export; none where it is not there. A byte-order mark is no part of it. */
export async function* rowsOf(path: string): AsyncGenerator<Record<string, string>> {
  if (!existsSync(path)) return;
  const parser = createReadStream(path).pipe(parse({ columns: true, bom: true }));
  for await (const row of parser) yield row as Record<string, string>;
}
