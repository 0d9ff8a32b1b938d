import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InputSource } from '../document/provenance.js';
import { byCodePoint } from '../text/code-points.js';
import { annotateArticles } from './annotate-articles.js';
import { orderArticles } from './article-order.js';
import type { Job } from './job.js';
import type { Journal } from './journal.js';
import { letYoungGrow } from './memory.js';
import { createProblemList } from './problem-list.js';
import type { Summary } from './summary.js';
import { writeExport } from './write-export.js';

/**
 * Annotates every article of the job and writes the whole export to its target. An article that fails becomes a row of
 * `errors.csv`. What the journal says is done is not done again. Memory grows with what is named in the corpus and with the
 * number of files, not with the articles.
 *
 * @throws Interrupted if the signal is given; UserError if what is done cannot be kept or the inputs have changed; Error of
 * the file system if the target cannot be written.
 */
export async function annotateCorpus(job: Job, journal: Journal): Promise<Summary> {
  const scratch = join(job.work, 'scratch');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  const problems = createProblemList(scratch);
  const sources: InputSource[] = [];
  const done = await annotateArticles(job, journal, problems, (source) => sources.push(source));
  letYoungGrow();
  sources.sort((a, b) => byCodePoint(a.path, b.path));
  const order = orderArticles(job.work, scratch, problems);
  const summary = await writeExport(job, scratch, order, problems, sources, (articles) =>
    job.onProgress?.({
      stage: 'writing',
      articles,
      allArticles: done.articles,
      failed: done.failed,
      bytes: done.bytes,
      allBytes: done.bytes,
    }),
  );
  order.close();
  rmSync(scratch, { recursive: true });
  return summary;
}
