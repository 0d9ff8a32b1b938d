import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type AnnotatedArticle, annotatedArticleSchema } from '../export/schema.js';
import { faultOfSpans } from '../export/span-faults.js';
import { ImportError } from '../import/reader.js';
import { readJsonLines } from '../input/json-lines.js';
import { byCodePoint } from '../text/code-points.js';
import { refusePipe } from '../text/regular-file.js';
import { shapeOf, toClause } from '../text/shape.js';
import { type ArticleDiff, type ComparedLayer, comparedLayers, diffArticles } from './diff-articles.js';
import { annotationsFile } from './read.js';

/** An article of one side, or a difference, in the order of ids. `articles` counts those in both. */
export interface ExportDiff {
  readonly articles: number;
  readonly different: number;
}

/**
 * Compares two exports article by article and tells each that differs, in the order of their ids. Only one article of each
 * is in memory at a time.
 *
 * @throws ImportError if one of them is no export, or not in order.
 */
export async function diffExports(old: string, now: string, tell: (diff: ArticleDiff) => void): Promise<ExportDiff> {
  const [before, after] = [articlesOf(old), articlesOf(now)];
  let [articles, different] = [0, 0];
  let [a, b] = [await before.next(), await after.next()];
  while (a.done !== true || b.done !== true) {
    const order = a.done === true ? 1 : b.done === true ? -1 : byCodePoint(a.value.id, b.value.id);
    const diff =
      order < 0 ? alone(a.value, 'vanished') : order > 0 ? alone(b.value, 'appeared') : both(a.value, b.value);
    if (order === 0) articles++;
    if (diff !== null) {
      different++;
      tell(diff);
    }
    if (order <= 0) a = await before.next();
    if (order >= 0) b = await after.next();
  }
  return { articles, different };
}

function both(old: AnnotatedArticle | undefined, now: AnnotatedArticle | undefined): ArticleDiff | null {
  return old === undefined || now === undefined ? null : diffArticles(old, now);
}

function alone(article: AnnotatedArticle | undefined, status: 'appeared' | 'vanished'): ArticleDiff | null {
  return article === undefined ? null : { id: article.id, status, fields: [], isTextChanged: false, layers: [] };
}

async function* articlesOf(path: string): AsyncGenerator<AnnotatedArticle, undefined> {
  const file = isDirectory(path) ? join(path, annotationsFile) : path;
  if (!existsSync(file)) throw new ImportError(`there is no ${file}`);
  if (isDirectory(file)) throw new ImportError(`${file} is a directory`);
  // A pipe that is named is read; one that lies in an export is not waited for.
  if (file !== path) refusePipe(file);
  // A directory may be the export of no articles; a file alone has nothing else to say that it is one.
  const facts = statSync(file);
  if (file === path && facts.isFile() && facts.size === 0) throw new ImportError(`${file} is empty`);
  const refuse = (what: string) => new ImportError(`${file}, ${what}`);
  let last: string | null = null;
  for await (const { line, value } of readJsonLines(createReadStream(file), refuse)) {
    const shaped = shapeOf(comparedSchema, value);
    if (shaped.fault !== undefined) throw refuse(`line ${line}: ${toClause(shaped.fault)}`);
    const { text, ...rest } = shaped.value;
    const fault = faultOfSpans(text, rest);
    if (fault !== null) throw refuse(`line ${line}: ${fault}`);
    const article = shaped.value as unknown as AnnotatedArticle;
    if (last === article.id) throw refuse(`line ${line} has the id of the line before it`);
    if (last !== null && byCodePoint(last, article.id) > 0) throw refuse(`line ${line} is out of order`);
    last = article.id;
    yield article;
  }
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

const { id, text } = annotatedArticleSchema.shape;
const items = z.array(z.looseObject({})).default([]);

/** A form of an older or newer version is compared as it stands, as long as it has what a comparison needs. */
const comparedSchema = z.looseObject({
  ...{ id, text, source: z.looseObject({}).default({}), tokens: items },
  ...(Object.fromEntries(comparedLayers.map((layer) => [layer, items])) as Record<ComparedLayer, typeof items>),
});
