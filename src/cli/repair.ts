import { dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { repairArticle } from '../annotate.js';
import { UserError } from '../batch/user-error.js';
import type { Article, Settled } from '../document/types.js';
import { checkText, toArticle } from '../input/article.js';
import { decode } from '../input/decode.js';
import { discover } from '../input/discover.js';
import { readArticles } from '../input/read-articles.js';
import { renderProblems } from './render.js';
import { renderRepairs } from './render-repairs.js';

/** What the command line asked for. */
export interface RepairOptions {
  readonly diff?: boolean;
  readonly encoding?: string;
}

/**
 * The command `repair`: prints the repaired text of every article of a file, or with `diff` an account of each repair.
 * `-` reads plain text from standard input. Exit status 1 if an article could not be read.
 *
 * @throws UserError if the file is missing or holds no article.
 */
export async function repair(input: string, { diff = false, ...options }: RepairOptions): Promise<number> {
  const encoding = options.encoding ?? null;
  const { articles, failed } = input === '-' ? await fromStandardInput(encoding) : await fromFile(input, encoding);
  for (const [i, article] of articles.entries()) {
    const document = repairArticle(article);
    const title = articles.length > 1 ? article.id : null;
    process.stdout.write(diff ? renderRepairs(document, title) : plain(document, i));
  }
  return failed ? 1 : 0;
}

/** The repaired text; articles are parted by an empty line. */
function plain({ text }: Settled, index: number): string {
  return `${index > 0 ? '\n' : ''}${text}${text.endsWith('\n') ? '' : '\n'}`;
}

async function fromStandardInput(encoding: string | null): Promise<{ articles: Article[]; failed: boolean }> {
  const { text } = decode(await buffer(process.stdin), { given: encoding });
  const { article } = toArticle({ id: 'stdin', text }, { published: null });
  checkText(article);
  return { articles: [article], failed: false };
}

async function fromFile(input: string, encoding: string | null): Promise<{ articles: Article[]; failed: boolean }> {
  const cwd = process.cwd();
  const files = (await discover([input], cwd)).filter(({ role }) => role !== 'fields');
  if (files.length === 0)
    throw new UserError(`no articles in ${input}; give a .txt, .html, .json, .jsonl or .csv file.`, 2);
  const { articles, problems } = await readArticles(files, dirname(resolve(cwd, input)), { published: null, encoding });
  const errors = problems.filter(({ severity }) => severity === 'error');
  process.stderr.write(renderProblems(errors, () => input));
  return { articles: articles.map(({ article }) => article), failed: errors.length > 0 };
}
