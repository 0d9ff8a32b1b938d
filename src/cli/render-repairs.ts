import type { Repair, Settled } from '../document/types.js';
import { codePointOffsets } from '../text/code-points.js';
import { printable } from './render.js';
import { coloursOf } from './terminal.js';

const contextLength = 12;
const pc = coloursOf(process.stdout);

/**
 * An account of every repair, one a line: line and column in the raw text (code points from 1), kind, rule, how sure it
 * is, and the words around it with [-what was there-] and {+what stands there now+}, as `git diff --word-diff` marks
 * them; red and green on a terminal.
 */
export function renderRepairs(document: Settled, title: string | null): string {
  const { raw, repairs } = document;
  const place = placesIn(raw);
  const rows = repairs.map((repair) => ({
    where: place(repair.rawStart),
    what: `${repair.kind} ${repair.rule}`,
    sure: `${Math.round(repair.confidence * 100)}%`,
    change: changeIn(document, repair),
    note: repair.note === null ? '' : pc.dim(`  ${printable(repair.note)}`),
  }));
  const [where, what] = [widest(rows.map((row) => row.where)), widest(rows.map((row) => row.what))];
  const lines = rows.map(
    (row) =>
      `${row.where.padStart(where)}  ${row.what.padEnd(what)}  ${row.sure.padStart(4)}  ${row.change}${row.note}`,
  );
  const head = title === null ? [] : [pc.bold(printable(title))];
  return `${[...head, ...lines, summaryOf(repairs)].join('\n')}\n`;
}

function changeIn({ raw }: Settled, { rawStart, rawEnd, before, after }: Repair): string {
  const left = raw.slice(Math.max(0, rawStart - contextLength), rawStart).replace(/^.*\n|^[\udc00-\udfff]/s, '');
  const right = raw.slice(rawEnd, rawEnd + contextLength).replace(/\n.*$|[\ud800-\udbff]$/s, '');
  const removed = before === '' ? '' : pc.red(`[-${visible(before)}-]`);
  const added = after === '' ? '' : pc.green(`{+${visible(after)}+}`);
  return `${printable(left)}${removed}${added}${printable(right)}`;
}

/** Characters that show nothing are written as escapes, so that their removal shows. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function summaryOf(repairs: readonly Repair[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`);
  const number = repairs.length === 0 ? 'no repairs' : repairs.length === 1 ? '1 repair' : `${repairs.length} repairs`;
  return kinds.length === 0 ? number : `${number}: ${kinds.join(', ')}`;
}

function placesIn(raw: string): (offset: number) => string {
  const point = codePointOffsets(raw);
  let [line, lineStart, at] = [1, 0, 0];
  return (offset) => {
    for (let next = raw.indexOf('\n', at); next >= 0 && next < offset; next = raw.indexOf('\n', at)) {
      line++;
      lineStart = next + 1;
      at = lineStart;
    }
    return `${line}:${point(offset) - point(lineStart) + 1}`;
  };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
