import { closeSync, existsSync, ftruncateSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputSource, Problem } from '../document/provenance.js';
import { readLines, type Slice, writeAll } from './line-file.js';

/** An article that is done: where it was read, and where what was found stands. */
export interface JournalEntry {
  readonly index: number;
  readonly id: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly part: string;
  readonly entities: Slice | null;
  readonly article: Slice | null;
  readonly problems: readonly Problem[];
}

/** The record of a run, from which a later one goes on. What a line says has been done stays done. */
export interface Journal {
  /** Whether the article was finished by an earlier run. */
  isDone(index: number): boolean;
  /** How many were. */
  readonly done: number;
  /** How many are finished by now. */
  readonly finished: number;
  /** Notes an input; false if an earlier run read something else in its place. */
  source(source: InputSource): boolean;
  /** Notes articles that are finished. Once it returns, no end of the process undoes them. */
  finish(entries: readonly JournalEntry[]): void;
  /** Ends the writing; a second time nothing happens. */
  close(): void;
}

type Line = { readonly source: InputSource } | { readonly done: readonly JournalEntry[] };

const journalFile = 'journal.jsonl';

/** Starts a journal in the directory `work`. `header` says what made the run. */
export function startJournal(work: string, header: object): Journal {
  writeFileSync(join(work, journalFile), `${JSON.stringify(header)}\n`);
  return openJournal(work);
}

/** What made the run whose journal is in `work`; null where there is none. */
export function readHeader(work: string): unknown {
  const path = join(work, journalFile);
  if (!existsSync(path)) return null;
  const [first] = readLines(path);
  return first === undefined ? null : JSON.parse(first);
}

/** Goes on with the journal in `work`. A last line that was not written to its end is cut off. */
export function openJournal(work: string): Journal {
  const path = join(work, journalFile);
  const done = new Flags();
  const former: InputSource[] = [];
  let end = 0;
  const isWhole = wholeParts(work);
  for (const line of linesOf(path)) {
    if (line.value !== null && 'done' in line.value && !line.value.done.every(isWhole)) break;
    end += line.bytes;
    if (line.value === null) continue;
    if ('source' in line.value) former.push(line.value.source);
    else for (const { index } of line.value.done) done.set(index);
  }
  const file = openSync(path, 'a');
  ftruncateSync(file, end);
  let [sources, finished, isOpen] = [0, done.count, true];
  const write = (line: Line) => writeAll(file, `${JSON.stringify(line)}\n`);
  return {
    isDone: (index) => done.has(index),
    done: done.count,
    get finished() {
      return finished;
    },
    source(source) {
      const before = former[sources++];
      if (before === undefined) write({ source });
      return before === undefined || (before.path === source.path && before.sha256 === source.sha256);
    },
    finish(entries) {
      write({ done: entries });
      finished += entries.length;
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** Every article that is done, in the order in which they were finished. */
export function* finishedArticles(work: string): Generator<JournalEntry> {
  for (const { value } of linesOf(join(work, journalFile))) if (value !== null && 'done' in value) yield* value.done;
}

/** The whole lines of a journal: the header as null. */
function* linesOf(path: string): Generator<{ value: Line | null; bytes: number }> {
  let isHeader = true;
  for (const line of readLines(path)) {
    yield { value: isHeader ? null : (JSON.parse(line) as Line), bytes: Buffer.byteLength(line) + 1 };
    isHeader = false;
  }
}

/** Whether all lines of an article are there, with their line feeds: after the machine itself has stopped, the last ones may not be. */
function wholeParts(work: string): (entry: JournalEntry) => boolean {
  const sizes = new Map<string, number>();
  const sizeOf = (part: string) => {
    const size = sizes.get(part) ?? statSync(join(work, part), { throwIfNoEntry: false })?.size ?? 0;
    sizes.set(part, size);
    return size;
  };
  return ({ part, article }) => article === null || article.offset + article.length < sizeOf(part);
}

/** A growing set of small numbers, a bit each. */
class Flags {
  #bits = new Uint8Array(1024);
  count = 0;

  set(index: number): void {
    while (index >> 3 >= this.#bits.length) {
      const larger = new Uint8Array(this.#bits.length * 2);
      larger.set(this.#bits);
      this.#bits = larger;
    }
    if (this.has(index)) return;
    this.count++;
    this.#bits[index >> 3] = (this.#bits[index >> 3] ?? 0) | (1 << (index & 7));
  }

  has(index: number): boolean {
    return ((this.#bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }
}
