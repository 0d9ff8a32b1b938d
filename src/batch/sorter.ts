import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../text/code-points.js';
import { readLines, writeAll } from './line-file.js';

/** Sorts more lines than fit in memory: runs of them are sorted and kept on disk, then merged. */
export interface Sorter {
  /** Adds a line, which must not hold `\n`. */
  add(line: string): void;
  /** All lines, by code point; can be read more than once. Nothing can be added afterwards. */
  sorted(): Iterable<string>;
}

/** How many UTF-16 units are sorted in memory. */
const runLength = 1 << 20;
const mostRuns = 64;

/** Starts to sort; runs become files of `directory`, named after `name`. */
export function createSorter(directory: string, name: string, capacity = runLength): Sorter {
  let [lines, units, runs, count]: [string[], number, string[], number] = [[], 0, [], 0];
  const writeRun = (sorted: Iterable<string>) => {
    const path = join(directory, `${name}-${count++}`);
    writeLines(path, sorted);
    runs.push(path);
  };
  return {
    add(line) {
      lines.push(line);
      units += line.length;
      if (units < capacity) return;
      writeRun(lines.sort(byCodePoint));
      [lines, units] = [[], 0];
      if (runs.length < mostRuns) return;
      const former = runs;
      runs = [];
      writeRun(merge(former.map((path) => readLines(path))));
      for (const path of former) rmSync(path);
    },
    *sorted() {
      yield* merge([...runs.map((path) => readLines(path)), lines.sort(byCodePoint)]);
    },
  };
}

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'wx');
  let [pending, waiting]: [string[], number] = [[], 0];
  for (const line of lines) {
    pending.push(`${line}\n`);
    waiting += line.length;
    if (waiting < 1 << 16) continue;
    writeAll(file, pending.join(''));
    [pending, waiting] = [[], 0];
  }
  writeAll(file, pending.join(''));
  closeSync(file);
}

interface Source {
  readonly lines: Iterator<string>;
  line: string;
}

/** The lines of sorted lists as one sorted list. */
function* merge(lists: readonly Iterable<string>[]): Generator<string> {
  const heap: Source[] = [];
  for (const list of lists) {
    const lines = list[Symbol.iterator]();
    const first = lines.next();
    if (first.done !== true) rise(heap, { lines, line: first.value });
  }
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    yield top.line;
    const next = top.lines.next();
    if (next.done !== true) {
      top.line = next.value;
      sink(heap, top);
      continue;
    }
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) sink(heap, last);
  }
}

/** Puts `source` at the end of the heap and lets it rise to its place. */
function rise(heap: Source[], source: Source): void {
  let at = heap.push(source) - 1;
  for (let parent = (at - 1) >> 1; at > 0; parent = (at - 1) >> 1) {
    const above = heap[parent];
    if (above === undefined || byCodePoint(above.line, source.line) <= 0) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = source;
}

/** Puts `source` at the top of the heap and lets it sink to its place. */
function sink(heap: Source[], source: Source): void {
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    const isRight = left !== undefined && right !== undefined && byCodePoint(right.line, left.line) < 0;
    const below = isRight ? right : left;
    if (below === undefined || byCodePoint(source.line, below.line) <= 0) break;
    heap[at] = below;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = source;
}
