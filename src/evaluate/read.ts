import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ZodError } from 'zod';
import { importAnnotations } from '../import/index.js';
import { ImportError, parseJson } from '../import/reader.js';
import { splitLines } from '../input/lines.js';
import { byCodePoint } from '../text/code-points.js';
import { type ScoredArticle, toScoredArticle } from './scored-article.js';

/** The file of an export in which everything found stands. */
export const annotationsFile = 'annotations.jsonl';

/**
 * The articles of an export directory, its `annotations.jsonl`, an import, gold files in JSON (one or a directory of them),
 * or of a file that an annotation tool gave back. `tell` is told of what in the last was not understood.
 *
 * @throws ImportError if it is none of these, or broken.
 */
export async function* readScored(path: string, tell: (problem: string) => void): AsyncGenerator<ScoredArticle> {
  if (!existsSync(path)) throw new ImportError('it does not exist');
  if (statSync(path).isDirectory()) yield* readDirectory(path, tell);
  else if (await isJsonLines(path)) yield* readLines(path);
  else {
    const own = ownArticle(readFileSync(path, 'utf8'));
    if (own === null) yield* readImport(path, tell);
    else yield checked(own, 'it');
  }
}

async function* readDirectory(path: string, tell: (problem: string) => void): AsyncGenerator<ScoredArticle> {
  if (existsSync(join(path, annotationsFile))) {
    yield* readLines(join(path, annotationsFile));
    return;
  }
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  if (names.length === 0) {
    yield* readImport(path, tell);
    return;
  }
  for (const name of names.sort(byCodePoint))
    yield checked(parseJson(readFileSync(join(path, name), 'utf8'), name), name);
}

function readImport(path: string, tell: (problem: string) => void): ScoredArticle[] {
  return importAnnotations(path).map(({ article, problems }) => {
    problems.forEach(tell);
    return toScoredArticle(article);
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
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'mentions' in value
      ? value
      : null;
  } catch {
    return null;
  }
}

async function* readLines(path: string): AsyncGenerator<ScoredArticle> {
  let number = 0;
  for await (const line of splitLines(createReadStream(path))) {
    number++;
    const text = line.toString('utf8');
    if (text.trim() !== '') yield checked(parseJson(text, `line ${number}`), `line ${number}`);
  }
}

function checked(value: unknown, place: string): ScoredArticle {
  try {
    return toScoredArticle(value);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const [issue] = error.issues;
    throw new ImportError(`${place} is no annotated article: ${issue?.path.join('.')} ${issue?.message}`);
  }
}
