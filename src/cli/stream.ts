import { once } from 'node:events';
import { runPipeline } from '../annotate.js';
import { brokenPipeline } from '../batch/annotate-batch.js';
import { articleRows } from '../batch/article-rows.js';
import type { ClaimChoice } from '../claims/choices.js';
import { toAnnotatedArticle } from '../export/annotated-article.js';
import type { Table } from '../export/tables.js';
import { ArticleError, checkText, idOf, toArticle } from '../input/article.js';
import { splitLines } from '../input/lines.js';
import type { TargetScript } from '../script/targets.js';
import type { Settings } from '../settings/settings.js';

/** What is asked of each article, and in which form it is answered. */
export interface StreamOptions {
  readonly published: string | null;
  readonly script: TargetScript | null;
  readonly pos: boolean;
  readonly claims: ClaimChoice;
  readonly settings: Settings;
  /** Tables whose rows are answered in place of the article, or null for the article itself. */
  readonly tables: readonly Table[] | null;
  /** Told of what went wrong inside the pipeline, besides the answer. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Answers each line of JSON with one line, in order, as soon as it is ready; waits where the reader is slower. What
 * cannot be annotated is answered with its id and an error. Blank lines are passed over.
 */
export async function stream(
  input: AsyncIterable<Uint8Array>,
  output: NodeJS.WritableStream,
  options: StreamOptions,
): Promise<void> {
  for await (const line of splitLines(input)) {
    if (/^\s*$/.test(line.toString('latin1'))) continue;
    if (!output.write(`${answerTo(line, options)}\n`)) await once(output, 'drain');
  }
}

/** One line of JSON. */
function answerTo(line: Uint8Array, options: StreamOptions): string {
  const { published, script, claims, pos, settings, tables, onFailure } = options;
  let id: string | number | null = null;
  try {
    const value = parseLine(line);
    id = idOf(value);
    const checked = toArticle(value, { published });
    checkText(checked.article);
    const document = runPipeline(checked, { script, claims, settings });
    // Within the attempt: a line of more than half a billion characters is none that the engine can make.
    return JSON.stringify(tables === null ? toAnnotatedArticle(document, { pos }) : articleRows(document, tables));
  } catch (error) {
    if (!(error instanceof ArticleError)) onFailure(error);
    const { code, message } = error instanceof ArticleError ? error : brokenPipeline(error);
    return JSON.stringify({ id, error: { code, message } });
  }
}

/** @throws ArticleError `input/encoding` or `input/json`. */
function parseLine(line: Uint8Array): unknown {
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    throw new ArticleError('input/encoding', 'The line is not UTF-8; stream reads JSON Lines in UTF-8 only.');
  }
  try {
    return JSON.parse(json);
  } catch {
    // The engine's own words differ between versions of Node, and the answers must not.
    throw new ArticleError('input/json', 'The line is not JSON; write one object with "id" and "text".');
  }
}
