import { UserError } from '../batch/user-error.js';
import { type Evaluation, startEvaluation } from '../evaluate/evaluate.js';
import { layers } from '../evaluate/layers.js';
import { readScored } from '../evaluate/read.js';
import type { ScoredArticle } from '../evaluate/scored-article.js';
import type { Score } from '../evaluate/tally.js';
import { ImportError } from '../import/reader.js';
import type { Floor } from './floors.js';
import { printable } from './render.js';
import { coloursOf } from './terminal.js';

/** What the command line asked for. */
export interface EvaluateOptions {
  readonly min?: readonly Floor[];
  readonly json?: boolean;
}

/**
 * The command `evaluate`: prints precision, recall and F1 of each layer. Exit status 1 if a figure is below its floor.
 *
 * @throws UserError if one of the two cannot be read, or they have no article in common.
 */
export async function evaluate(
  gold: string,
  output: string,
  { min = [], json = false }: EvaluateOptions,
): Promise<number> {
  const warn = (problem: string) => process.stderr.write(`wenmai: ${printable(problem)}\n`);
  const evaluation = await measure(gold, output, warn);
  process.stdout.write(json ? renderJson(evaluation) : renderTable(evaluation));
  for (const line of remarks(evaluation)) warn(line);
  const short = min.flatMap((floor) => shortfall(floor, evaluation.scores.get(floor.layer)));
  for (const line of short) warn(line);
  return short.length > 0 ? 1 : 0;
}

async function measure(gold: string, output: string, warn: (problem: string) => void): Promise<Evaluation> {
  const articles: ScoredArticle[] = [];
  await eachArticle(gold, warn, (article) => articles.push(article));
  const evaluation = startEvaluation(articles);
  await eachArticle(output, warn, evaluation.add);
  const result = evaluation.close();
  if (result.missing.length < articles.length) return result;
  throw new UserError(`${gold} and ${output} have no article in common; articles are the same if their ids are.`, 2);
}

async function eachArticle(path: string, warn: (problem: string) => void, take: (article: ScoredArticle) => void) {
  try {
    for await (const article of readScored(path, warn)) take(article);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const help = 'give an export directory, annotations.jsonl, or what wenmai import wrote';
    throw new UserError(`cannot read ${path}: ${error.message}; ${help}.`, 2, { cause: error });
  }
}

function remarks({ missing, moved, unlike }: Evaluation): string[] {
  const some = (ids: readonly string[]) =>
    ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` and ${ids.length - 5} more` : '');
  return [
    ...(missing.length > 0 ? [`not in the output, so all of it was missed: ${some(missing)}`] : []),
    ...(moved.length > 0 ? [`the text differs from gold, offsets were moved along: ${some(moved)}`] : []),
    ...(unlike.length > 0 ? [`the text has too little in common with gold, so nothing counts: ${some(unlike)}`] : []),
  ];
}

function shortfall({ layer, figure, value }: Floor, score: Score | undefined): string[] {
  if (score === undefined) return [`gold says nothing of ${layer}, so its floor ${value} cannot be held`];
  return score[figure] < value ? [`${figure} of ${layer} is ${score[figure]}, below ${value}`] : [];
}

function renderJson({ articles, missing, moved, unlike, scores }: Evaluation): string {
  return `${JSON.stringify({ articles, missing, moved, unlike, layers: Object.fromEntries(scores) }, null, 2)}\n`;
}

/** One line a layer, types under their layer. */
function renderTable({ articles, scores }: Evaluation): string {
  const pc = coloursOf(process.stdout);
  const head = ['', 'precision', 'recall', 'F1', 'gold', 'found', 'hits'];
  const names = new Set(layers.map(({ name }) => name));
  const rows = [...scores].map(([name, { precision, recall, f1, gold, found, hits }]) => ({
    isType: !names.has(name),
    cells: [
      names.has(name) ? name : `  ${name.slice(name.indexOf('.') + 1)}`,
      ...[precision, recall, f1].map((figure) => figure.toFixed(4)),
      ...[gold, found, hits].map(String),
    ],
  }));
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(({ cells }) => cells[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [
    `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    pc.bold(line(head)),
    ...rows.map(({ isType, cells }) => (isType ? pc.dim(line(cells)) : line(cells))),
    '',
  ].join('\n');
}
