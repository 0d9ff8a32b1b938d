import { runPipeline } from '../annotate.js';
import { UserError } from '../batch/user-error.js';
import { toAnnotatedArticle } from '../export/annotated-article.js';
import { type ChoiceFlags, choose } from './chosen.js';
import { readInput } from './read-input.js';
import { renderArticle, renderLegend, type ShownLayer, shownLayers, type View } from './render-article.js';
import { coloursOf } from './terminal.js';

const defaultWidth = 80;
const widest = 100;

/** What the command line asked for. */
export interface ShowOptions extends ChoiceFlags {
  readonly layer?: readonly ShownLayer[];
  readonly id?: string;
}

/**
 * The command `show`: prints each article of a file as it is annotated, with colours or brackets. Exit status 1 if an
 * article could not be read.
 *
 * @throws UserError if there is no article, or none of the id that was asked for.
 */
export async function show(input: string, { layer, id, ...flags }: ShowOptions): Promise<number> {
  const cwd = process.cwd();
  const { published, script, encoding, claims, settings } = choose(flags, cwd, cwd);
  const { articles, failed } = await readInput(input, { published, encoding });
  const wanted = id === undefined ? articles : articles.filter(({ article }) => article.id === id);
  if (id !== undefined && wanted.length === 0) throw new UserError(`there is no article "${id}" in ${input}.`, 2);
  const view: View = {
    layers: layer ?? shownLayers,
    width: Math.min(process.stdout.columns ?? defaultWidth, widest),
    colours: coloursOf(process.stdout),
  };
  for (const checked of wanted) {
    const article = toAnnotatedArticle(runPipeline(checked, { script, claims, settings }));
    process.stdout.write(`${renderArticle(article, view)}\n`);
  }
  if (wanted.length > 0) process.stdout.write(renderLegend(view));
  return failed ? 1 : 0;
}
