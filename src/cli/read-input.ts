import { existsSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isTold } from '../batch/problem-list.js';
import { UserError } from '../batch/user-error.js';
import { type CheckedArticle, checkText, toArticle } from '../input/article.js';
import { decode } from '../input/decode.js';
import { discover, relativePath } from '../input/discover.js';
import { readArticles } from '../input/read-articles.js';
import type { ReadOptions } from '../input/read-inputs.js';
import { renderExports, renderProblems } from './render.js';
import { standardInput } from './standard-input.js';

/** The articles of one input, and whether some could not be read. */
export interface Input {
  readonly articles: readonly CheckedArticle[];
  readonly failed: boolean;
}

/**
 * The articles of a file or directory, with the fields that an `articles.csv` beside them gives, or for `-` plain text on
 * standard input; what cannot be read is told on standard error.
 *
 * @throws UserError if there is no such file or no article in it; ArticleError if standard input cannot be read.
 */
export async function readInput(input: string, options: ReadOptions): Promise<Input> {
  return input === '-' ? fromStandardInput(options) : fromFile(input, options);
}

async function fromStandardInput({ encoding, published }: ReadOptions): Promise<Input> {
  const { text } = decode(await buffer(standardInput()), { given: encoding });
  const checked = toArticle({ id: 'stdin', text }, { published });
  checkText(checked.article);
  return { articles: [checked], failed: false };
}

async function fromFile(input: string, options: ReadOptions): Promise<Input> {
  const cwd = process.cwd();
  if (!existsSync(input)) throw new UserError(`${input} does not exist; check the path.`, 2);
  const exports: string[] = [];
  const files = await discover([input], cwd, null, (directory) => exports.push(directory));
  if (exports.length > 0) process.stderr.write(`wenmai: ${renderExports(exports, cwd)}\n`);
  if (files.length === 0)
    throw new UserError(`no articles in ${input}; give a .txt, .html, .json, .jsonl or .csv file.`, 2);
  const whole = resolve(cwd, input);
  const home = dirname(whole);
  const { articles, problems } = await readArticles(files, home, options);
  if (articles.length + problems.length === 0) throw new UserError(`there is no article in ${input}.`, 2);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const nameOf = (path: string) => (path === whole ? input : isAbsolute(input) ? path : relativePath(cwd, path));
  process.stderr.write(renderProblems(problems.filter(isTold), (path) => nameOf(resolve(home, path))));
  return { articles, failed: errors.length > 0 };
}
