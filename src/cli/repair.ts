import { repairArticle } from '../annotate.js';
import type { Settled } from '../document/types.js';
import { readInput } from './read-input.js';
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
export async function repair(input: string, { diff = false, encoding }: RepairOptions): Promise<number> {
  const { articles, failed } = await readInput(input, { published: null, encoding: encoding ?? null });
  for (const [i, { article }] of articles.entries()) {
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
