import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readingOf, readJson } from '../batch/reading.js';
import { UserError } from '../batch/user-error.js';
import { dataPackageFile } from '../document/own-export.js';
import { faultOfSpans } from '../export/span-faults.js';
import { csvFault, readCsv } from '../input/csv-records.js';
import { readJsonLines } from '../input/json-lines.js';
import { streamRegular } from '../text/regular-file.js';
import { shapeOf, toClause } from '../text/shape.js';
import { type ShownArticle, shownArticleSchema } from './shown-article.js';

/** An article of an export, and where its entities are in the table of the whole corpus. */
export interface ExportedArticle {
  readonly article: ShownArticle;
  readonly corpusId: (entity: string) => string | null;
}

/** An export of which a page is made: its directory, and what the user calls it. */
export interface ShownExport {
  readonly directory: string;
  readonly shown: string;
}

const annotationsFile = 'annotations.jsonl';

const packageSchema = z.object({
  resources: z.array(z.looseObject({ name: z.string(), records: z.int().min(0).optional() })),
});

/**
 * The number of articles in an export.
 *
 * @throws UserError if there is no export, or its description is broken.
 */
export function countArticles({ directory, shown }: ShownExport): number {
  const path = join(directory, dataPackageFile);
  if (!existsSync(path) || !existsSync(join(directory, annotationsFile)))
    throw new UserError(`${shown} holds no export with ${annotationsFile}; name a directory written by annotate.`, 2);
  const described = `${shown}/${dataPackageFile}`;
  const shaped = shapeOf(packageSchema, readJson(path, described));
  if (shaped.fault !== undefined) throw broken(`${described}: ${toClause(shaped.fault)}`);
  return shaped.value.resources.find(({ name }) => name === 'annotations')?.records ?? 0;
}

/** The error for a file of an export that is not as it was written. */
export function broken(what: string): UserError {
  return new UserError(`${what}; annotate again.`);
}

/**
 * The articles of an export, one after the other, as they stand in its files.
 *
 * @throws UserError if a file is broken; Error of the file system.
 */
export async function* readExport({ directory, shown }: ShownExport): AsyncGenerator<ExportedArticle> {
  const mentions = rowsOf({ directory, shown }, 'mentions.csv');
  let row = await mentions.next();
  for await (const article of readArticles({ directory, shown })) {
    const entityOf = new Map(article.mentions.map(({ id, entity }) => [id, entity]));
    const ids = new Map<string, string>();
    for (; row.done !== true && row.value.document_id === article.id; row = await mentions.next()) {
      const entity = entityOf.get(row.value.id ?? '');
      if (entity != null && row.value.entity_id) ids.set(entity, row.value.entity_id);
    }
    yield { article, corpusId: (entity) => ids.get(entity) ?? null };
  }
}

async function* readArticles({ directory, shown }: ShownExport): AsyncGenerator<ShownArticle> {
  const refuse = (what: string) => broken(`${shown}/${annotationsFile}, ${what}`);
  const path = join(directory, annotationsFile);
  const lines = readingOf(`${shown}/${annotationsFile}`, () => readJsonLines(streamRegular(path), refuse));
  for await (const { line, value } of lines) {
    const shaped = shapeOf(shownArticleSchema, value);
    if (shaped.fault !== undefined) throw refuse(`line ${line}: ${toClause(shaped.fault)}`);
    const fault = faultOfSpans(shaped.value.text, { ...shaped.value });
    if (fault !== null) throw refuse(`line ${line}: ${fault}`);
    yield shaped.value;
  }
}

/**
 * The rows of a table of the export; none where it is not there.
 *
 * @throws UserError if it is no CSV; Error of the file system.
 */
export async function* rowsOf({ directory, shown }: ShownExport, file: string): AsyncGenerator<Record<string, string>> {
  const path = join(directory, file);
  if (!existsSync(path)) return;
  try {
    yield* readingOf(`${shown}/${file}`, () => readCsv(path, { columns: true })) as AsyncGenerator<
      Record<string, string>
    >;
  } catch (error) {
    const fault = csvFault(error);
    throw fault === null ? error : broken(`${shown}/${file}: ${fault}`);
  }
}
