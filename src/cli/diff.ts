import { UserError } from '../batch/user-error.js';
import type { ArticleDiff, ComparedItem, FieldChange, LayerDiff, Value } from '../evaluate/diff-articles.js';
import { diffExports } from '../evaluate/diff-exports.js';
import { ImportError } from '../import/reader.js';
import { printable } from './render.js';
import { coloursOf } from './terminal.js';

/** What the command line asked for. */
export interface DiffOptions {
  readonly json?: boolean;
}

const longest = 60;
const around = 6;
const pc = coloursOf(process.stdout);

/**
 * The command `diff`: tells by article what appeared, vanished and changed between two exports, or with `json` prints one
 * object an article that differs. Exit status 1 if anything differs.
 *
 * @throws UserError if one of the two is no export.
 */
export async function diff(old: string, now: string, { json = false }: DiffOptions): Promise<number> {
  const totals = new Map<string, { appeared: number; vanished: number; changed: number }>();
  const tell = (article: ArticleDiff) => {
    process.stdout.write(json ? `${JSON.stringify(article)}\n` : renderArticle(article));
    for (const { layer, appeared, vanished, changed } of article.layers) {
      const total = totals.get(layer) ?? { appeared: 0, vanished: 0, changed: 0 };
      total.appeared += appeared.length;
      total.vanished += vanished.length;
      total.changed += changed.length;
      totals.set(layer, total);
    }
  };
  const { articles, different } = await compare(old, now, tell);
  if (json) return different > 0 ? 1 : 0;
  if (different === 0) process.stdout.write(`No difference in ${count(articles, 'article')}.\n`);
  else {
    const rows = [...totals].map(([layer, { appeared, vanished, changed }]) => {
      const parts = [
        appeared > 0 ? `${appeared} appeared` : '',
        vanished > 0 ? `${vanished} vanished` : '',
        changed > 0 ? `${changed} changed` : '',
      ];
      return `  ${layer.padEnd(width)}  ${parts.filter((part) => part !== '').join(', ')}\n`;
    });
    process.stdout.write(`${count(different, 'article')} ${different === 1 ? 'differs' : 'differ'}\n${rows.join('')}`);
  }
  return different > 0 ? 1 : 0;
}

async function compare(old: string, now: string, tell: (article: ArticleDiff) => void) {
  try {
    return await diffExports(old, now, tell);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new UserError(
      `cannot compare ${old} with ${now}: ${error.message}; give two directories written by annotate.`,
      2,
      {
        cause: error,
      },
    );
  }
}

const width = 'quantities'.length;

function renderArticle({ id, status, fields, isTextChanged, layers }: ArticleDiff): string {
  const name = pc.bold(printable(id));
  if (status === 'appeared') return `${pc.green('+')} ${name} appeared\n\n`;
  if (status === 'vanished') return `${pc.red('-')} ${name} vanished\n\n`;
  const head = [
    ...(isTextChanged ? [`  ${'text'.padEnd(width)}  ${pc.yellow('~')} changed`] : []),
    ...fields.map((field) => `  ${'article'.padEnd(width)}  ${pc.yellow('~')} ${renderField(field)}`),
  ];
  return `${[name, ...head, ...layers.flatMap(renderLayer)].join('\n')}\n\n`;
}

function renderLayer({ layer, appeared, vanished, changed }: LayerDiff): string[] {
  const lines = [
    ...vanished.map((item) => ({ at: item.start, line: `${pc.red('-')} ${renderItem(item)}` })),
    ...appeared.map((item) => ({ at: item.start, line: `${pc.green('+')} ${renderItem(item)}` })),
    ...changed.map((change) => ({
      at: change.new.start,
      line: `${pc.yellow('~')} ${renderItem(change.new)}: ${change.fields.map(renderField).join('; ')}`,
    })),
  ].sort((a, b) => a.at - b.at);
  return lines.map(({ line }, i) => `  ${(i === 0 ? layer : '').padEnd(width)}  ${line}`);
}

function renderItem({ label, text, start }: ComparedItem): string {
  return `${label === '' ? '' : `${label} `}${brief(text)}${start < 0 ? '' : pc.dim(` @${start}`)}`;
}

function renderField({ field, old, new: now }: FieldChange): string {
  if (old === null && now === null) return field;
  const [before, after] = typeof old === 'string' && typeof now === 'string' ? differingParts(old, now) : [old, now];
  return `${field} ${pc.red(renderValue(before))} → ${pc.green(renderValue(after))}`;
}

/** Of two long texts, where they differ, with a few characters around it. */
function differingParts(old: string, now: string): [string, string] {
  const [a, b] = [Array.from(old), Array.from(now)];
  if (Math.max(a.length, b.length) <= longest / 2) return [old, now];
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shortest - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [from, left] = [Math.max(0, head - around), Math.max(0, tail - around)];
  const part = (points: readonly string[]) =>
    `${from > 0 ? '…' : ''}${points.slice(from, points.length - left).join('')}${left > 0 ? '…' : ''}`;
  return [part(a), part(b)];
}

function renderValue(value: Value): string {
  return value === null || value === '' ? 'none' : brief(String(value));
}

function brief(text: string): string {
  const points = Array.from(printable(text));
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : points.join('');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
