import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { faultOfSpans } from '../export/span-faults.js';
import { importAnnotations } from '../import/index.js';
import { ImportError, parseJson, readUtf8 } from '../import/reader.js';
import { readJsonLines } from '../input/json-lines.js';
import { splitLines } from '../input/lines.js';
import { byCodePoint } from '../text/code-points.js';
import { refusePipe } from '../text/regular-file.js';
import { shapeOf, toClause } from '../text/shape.js';
import { type ScoredArticle, scoredArticleOf, scoredArticleSchema, toScoredArticle } from './scored-article.js';

/** The file of an export in which everything found stands. */
export const annotationsFile = 'annotations.jsonl';

/** An article, and where it stands. */
interface Placed {
  readonly article: ScoredArticle;
  readonly place: string;
}

/**
 * The articles of an export directory, its `annotations.jsonl`, an import, gold files in JSON (one or a directory of them),
 * or of a file that an annotation tool gave back. `tell` is told of what in the last was not understood.
 *
 * @throws ImportError if it is none of these, or broken, or two articles have one id.
 */
export async function* readScored(path: string, tell: (problem: string) => void): AsyncGenerator<ScoredArticle> {
  const places = new Map<string, string>();
  for await (const { article, place } of readPlaced(path, tell)) {
    const other = places.get(article.id);
    if (other !== undefined) throw new ImportError(`${place} has the id "${article.id}", as ${other} has`);
    places.set(article.id, place);
    yield article;
  }
}

async function* readPlaced(path: string, tell: (problem: string) => void): AsyncGenerator<Placed> {
  if (!existsSync(path)) throw new ImportError('it does not exist');
  const facts = statSync(path);
  if (facts.isDirectory()) yield* readDirectory(path, tell);
  // It is read twice: what it is can be told from its first line.
  else if (!facts.isFile()) throw new ImportError('it is a pipe or a device; write it to a file first');
  else if (await isJsonLines(path)) yield* readLines(path, '');
  else {
    const own = ownArticle(readUtf8(path, 'it'));
    if (own === null) yield* readImport(path, tell);
    else yield checked(own, 'it');
  }
}

async function* readDirectory(path: string, tell: (problem: string) => void): AsyncGenerator<Placed> {
  const annotations = join(path, annotationsFile);
  if (existsSync(annotations)) {
    if (statSync(annotations).isDirectory()) throw new ImportError(`its ${annotationsFile} is a directory`);
    refusePipe(annotations);
    yield* readLines(annotations, `${annotationsFile}, `);
    return;
  }
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.json') && !entry.isDirectory())
    .map(({ name }) => name);
  if (names.length === 0) {
    yield* readImport(path, tell);
    return;
  }
  for (const name of names.sort(byCodePoint)) yield checked(parseJson(readUtf8(join(path, name), name), name), name);
}

function readImport(path: string, tell: (problem: string) => void): Placed[] {
  return importAnnotations(path).map(({ article, problems }) => {
    problems.forEach(tell);
    return { article: toScoredArticle(article), place: 'it' };
  });
}

/** Whether the first line is an article of our own, whole. */
async function isJsonLines(path: string): Promise<boolean> {
  for await (const line of splitLines(createReadStream(path))) {
    if (line.toString('latin1').trim() !== '') return ownArticle(line.toString('utf8')) !== null;
  }
  return false;
}

function ownArticle(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'mentions' in value
      ? value
      : null;
  } catch {
    return null;
  }
}

async function* readLines(path: string, file: string): AsyncGenerator<Placed> {
  const refuse = (what: string) => new ImportError(file + what);
  for await (const { line, value } of readJsonLines(createReadStream(path), refuse))
    yield checked(value, `${file}line ${line}`);
}

/** The layers of an article that are scored; what else it holds may count in units of its own. */
const scoredLayers = ['mentions', 'times', 'quantities', 'claims', 'attributions', 'sentences'];

function checked(value: unknown, place: string): Placed {
  const shaped = shapeOf(scoredArticleSchema, value);
  if (shaped.fault !== undefined) throw new ImportError(`${place}: ${toClause(shaped.fault)}`);
  const layers = Object.entries(value as object).filter(([name]) => scoredLayers.includes(name));
  const fault = faultOfSpans(shaped.value.text, Object.fromEntries(layers));
  if (fault !== null) throw new ImportError(`${place}: ${fault}`);
  return { article: scoredArticleOf(shaped.value), place };
}
