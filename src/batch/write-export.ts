import { setImmediate as nextTurn } from 'node:timers/promises';
import { dataPackageFile } from '../document/own-export.js';
import type { InputSource } from '../document/provenance.js';
import { describeExport } from '../export/data-package.js';
import type { FormatWriter, Resource } from '../export/format.js';
import { formatsOf } from '../export/index.js';
import { createOutputFile } from '../export/output-file.js';
import { parseArticle } from '../export/parse-article.js';
import type { LinkedArticle } from '../export/tables.js';
import { installedMakers } from '../export/versions.js';
import type { ArticleOrder } from './article-order.js';
import { comparableClaims } from './claim-records.js';
import { collectClaims } from './corpus-claims.js';
import { type LinkedEntities, linkEntities } from './corpus-entities.js';
import type { Job } from './job.js';
import type { ProblemList } from './problem-list.js';
import { type Summary, startSummary } from './summary.js';
import { Interrupted } from './user-error.js';

const annotationsFile = 'annotations.jsonl';
/** After so many articles others get their turn: the signal to stop is heard. */
const turnAfter = 16;

/**
 * Writes the whole export of the annotated articles to `job.target`. Files that are needed on the way are made in `scratch`.
 *
 * @throws Interrupted if the signal is given; Error of the file system if the target cannot be written.
 */
export async function writeExport(
  job: Job,
  scratch: string,
  order: ArticleOrder,
  problems: ProblemList,
  sources: readonly InputSource[],
  onArticle: (articles: number) => void,
): Promise<Summary> {
  const { target, options } = job;
  const entities = linkEntities(order, scratch);
  const claims = collectClaims(scratch);
  const summary = startSummary(entities.nameOf);
  const annotations = createOutputFile(target, annotationsFile);
  const create = (path: string) => createOutputFile(target, path);
  const formats = formatsOf(options.formats);
  const readsTokens = formats.some((format) => format.readsTokens === true);
  const writers = formats.map((format) => format.open(create, options));
  let rows = 0;
  for await (const { line, linked } of linkedArticles(job, order, entities, readsTokens)) {
    annotations.write(line);
    summary.add(linked);
    for (const claim of comparableClaims(linked)) claims.add(claim);
    for (const writer of writers) await writer.add(linked);
    rows++;
    onArticle(rows);
  }
  const resources: Resource[] = [
    {
      name: 'annotations',
      description: 'Everything found in each article, one JSON object a line, sorted by id.',
      ...{ format: 'jsonl', mediatype: 'application/jsonl', rows, file: annotations.close() },
    },
  ];
  const corpus = {
    entities: repeatable(() => entities.entities()),
    problems: repeatable(() => problems.problems()),
    claimLinks: repeatable(() => claims.links()),
  };
  for (const writer of writers as FormatWriter[]) resources.push(...(await writer.close(corpus)));
  claims.close();
  const description = createOutputFile(target, dataPackageFile);
  description.write(describeExport(resources, sources, options, installedMakers(options.settings?.segmenter)));
  description.close();
  return summary.close(entities, problems);
}

async function* linkedArticles(
  { signal }: Job,
  order: ArticleOrder,
  entities: LinkedEntities,
  readsTokens: boolean,
): AsyncGenerator<{ line: Buffer; linked: LinkedArticle }> {
  let count = 0;
  for (const { id, entities: entityLine, article: articleLine } of order.articles()) {
    if (count++ % turnAfter === 0) await nextTurn();
    if (signal?.aborted === true)
      throw new Interrupted('stopped while the tables were written; every article is annotated');
    const ids = entities.idsOf(id, entityLine());
    const line = articleLine();
    if (line === null) continue;
    const article = parseArticle(line, readsTokens);
    const idOf = new Map(article.entities.map((entity, i) => [entity.id, ids[i] ?? null]));
    yield { line, linked: { article, entityId: (own) => idOf.get(own) ?? null } };
  }
}

function repeatable<T>(iterate: () => Iterable<T>): Iterable<T> {
  return { [Symbol.iterator]: () => iterate()[Symbol.iterator]() };
}
