import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runPipeline } from '../annotate.js';
import { type ComparableClaim, linkClaims } from '../claims/claim-links.js';
import type { Problem } from '../document/provenance.js';
import type { Entity } from '../document/types.js';
import { type CorpusEntities, linkCorpus } from '../entities/corpus.js';
import { toAnnotatedArticle } from '../export/annotated-article.js';
import { dataPackageFile, describeExport } from '../export/data-package.js';
import type { ExportOptions, Resource } from '../export/format.js';
import { formatsOf } from '../export/index.js';
import { createOutputFile } from '../export/output-file.js';
import type { AnnotatedArticle } from '../export/schema.js';
import type { LinkedArticle } from '../export/tables.js';
import { installedMakers } from '../export/versions.js';
import type { CheckedArticle } from '../input/article.js';
import type { InputFile } from '../input/discover.js';
import { splitLines } from '../input/lines.js';
import { type ReadResult, readArticles } from '../input/read-articles.js';
import { claimLinkRows, comparableClaims } from './claim-records.js';
import { type Summary, startSummary } from './summary.js';
import { Interrupted } from './user-error.js';

/** What is to be annotated, where to, and how. */
export interface Job {
  readonly files: readonly InputFile[];
  /** The directory that the paths in the output are relative to. */
  readonly home: string;
  /** The empty directory that is written. */
  readonly target: string;
  readonly options: ExportOptions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
  /** Told of what broke inside the pipeline; the article is reported either way. */
  readonly onFailure?: (error: unknown) => void;
}

/** The articles that could be annotated, on disk, and what is needed to join them. */
interface Annotated {
  readonly resource: Resource;
  readonly links: CorpusEntities;
  readonly problems: readonly Problem[];
}

const annotationsFile = 'annotations.jsonl';

/**
 * Annotates every article of `files` and writes the whole export to `target`. An article that fails becomes a row of
 * `errors.csv`.
 *
 * @throws Interrupted if the signal is given; Error of the file system if the target cannot be written.
 */
export async function annotateCorpus(job: Job): Promise<Summary> {
  const read = readArticles(job.files, job.home, job.options);
  const { resource, links, problems } = await annotateAll(read, job);
  const summary = startSummary();
  const create = (path: string) => createOutputFile(job.target, path);
  const writers = formatsOf(job.options.formats).map((format) => format.open(create, job.options));
  const comparable: ComparableClaim[] = [];
  for await (const line of splitLines(createReadStream(join(job.target, annotationsFile)))) {
    checkSignal(job);
    const linked = linkArticle(JSON.parse(line.toString('utf8')) as AnnotatedArticle, links);
    summary.add(linked);
    comparable.push(...comparableClaims(linked));
    for (const writer of writers) await writer.add(linked);
  }
  const claimLinks = claimLinkRows(linkClaims(comparable));
  const corpus = { entities: links.entities, problems: [...read.problems, ...problems], claimLinks };
  const resources = [resource];
  for (const writer of writers) resources.push(...(await writer.close(corpus)));
  const description = createOutputFile(job.target, dataPackageFile);
  description.write(describeExport(resources, read.sources, job.options, installedMakers()));
  description.close();
  return summary.close(corpus);
}

/** Writes `annotations.jsonl`, article by article, so that only their entities stay in memory. */
async function annotateAll({ articles }: ReadResult, job: Job): Promise<Annotated> {
  const file = createOutputFile(job.target, annotationsFile);
  const problems: Problem[] = [];
  const documents: { documentId: string; entities: readonly Entity[] }[] = [];
  for (const [i, checked] of articles.entries()) {
    await nextTurn();
    checkSignal(job);
    const { annotated, entities, problems: found } = annotateOne(checked, job);
    problems.push(...found);
    if (annotated !== null) {
      file.write(`${JSON.stringify(annotated)}\n`);
      documents.push({ documentId: annotated.id, entities });
    }
    job.onProgress?.(i + 1, articles.length);
  }
  const resource = {
    name: 'annotations',
    description: 'Everything found in each article, one JSON object a line, sorted by id.',
    ...{ format: 'jsonl', mediatype: 'application/jsonl', rows: documents.length, file: file.close() },
  };
  return { resource, links: linkCorpus(documents), problems };
}

interface Outcome {
  readonly annotated: AnnotatedArticle | null;
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
}

function annotateOne(checked: CheckedArticle, { options, onFailure }: Job): Outcome {
  try {
    const document = runPipeline(checked, options);
    const annotated = toAnnotatedArticle(document, { pos: options.tokens });
    return { annotated, entities: document.entities, problems: problemsOf(annotated) };
  } catch (error) {
    onFailure?.(error);
    const { id, source } = checked.article;
    const message = `The article could not be annotated: ${error instanceof Error ? error.message : String(error)}`;
    const place = { documentId: id, path: source?.path ?? null, line: null, start: null, end: null };
    return {
      annotated: null,
      entities: [],
      problems: [{ ...place, code: 'pipeline/failed', severity: 'error', message }],
    };
  }
}

/** The diagnostics of an article that are more than a remark. */
function problemsOf({ id, source, diagnostics }: AnnotatedArticle): Problem[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map((diagnostic) => ({ documentId: id, path: source.path, line: null, ...diagnostic }));
}

function linkArticle(article: AnnotatedArticle, links: CorpusEntities): LinkedArticle {
  const ids = links.ids.get(article.id) ?? [];
  const idOf = new Map(article.entities.map((entity, i) => [entity.id, ids[i] ?? null]));
  return { article, entityId: (id) => idOf.get(id) ?? null };
}

function checkSignal({ signal }: Job): void {
  if (signal?.aborted === true) throw new Interrupted('stopped; nothing was written.');
}
