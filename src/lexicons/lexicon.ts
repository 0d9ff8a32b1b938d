import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { lazy } from '../text/lazy.js';
import { unitAt } from '../text/units.js';
import { Trie } from './trie.js';

/** A row of a lexicon: one cell a column, by column name. An empty cell is ''. */
export type Row<C extends string> = Readonly<Record<C, string>>;

/** A match of a lexicon key at a place in a text. */
export interface LexiconMatch<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/** A word list from `data/<name>.tsv`, parsed once. Keys are Simplified Chinese, or lower-case English. */
export interface Lexicon<V> {
  readonly name: string;
  readonly size: number;
  get(key: string): V | undefined;
  has(key: string): boolean;
  entries(): Iterable<readonly [string, V]>;
  /** The longest key that starts at `index` of `text`, or null. Offsets are those of `text`. */
  longestAt(text: string, index: number): LexiconMatch<V> | null;
  /** Every key that starts at `index`, shortest first. */
  allAt(text: string, index: number): readonly LexiconMatch<V>[];
  /** The first index from `from` on where a key may start, by its first two units; `to` if there is none before it. */
  nextStart(text: string, from: number, to: number): number;
  /** The longest key that starts at `index` and that `takes` takes, given where it starts and ends; null if there is none. `takes` asks this lexicon nothing. */
  lastAt(text: string, index: number, takes: (start: number, end: number) => boolean): LexiconMatch<V> | null;
  /** Which lengths the keys have that end with this UTF-16 unit: bit n for those of n units, from 31 on the last bit. */
  lengthsEndingWith(unit: number): number;
}

const directory = new URL('./data/', import.meta.url);
const cache = new Map<string, { readonly columns: readonly string[]; readonly lexicon: Lexicon<unknown> }>();

/**
 * Opens the lexicon `name`; `parse` turns a row into its value, and its columns are checked against `columns`.
 * The first caller's `parse` wins: one lexicon has one reader.
 *
 * @throws Error naming file and line if a row is malformed, a key repeats, or the columns differ: a broken installation.
 */
export function openLexicon<C extends string, V>(
  name: string,
  columns: readonly C[],
  parse: (row: Row<C>) => V,
): Lexicon<V> {
  const cached = cache.get(name);
  if (cached !== undefined) {
    // Told whichever reader comes first: a wrong one must not depend on what was annotated before.
    if (!areEqual(cached.columns, columns))
      throw new Error(`lexicon "${name}": columns are not "${columns.join(' ')}".`);
    return cached.lexicon as Lexicon<V>;
  }
  const lexicon = toLexicon(name, readLexicon(name, columns, parse));
  cache.set(name, { columns: [...columns], lexicon });
  return lexicon;
}

function areEqual(some: readonly string[], others: readonly string[]): boolean {
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return some.length === others.length;
}

/** Opens a lexicon that is only a list of words: one column, `word`. */
export function openWords(name: string): Lexicon<true> {
  const known = words.get(name);
  if (known !== undefined) return known;
  const opened = openLexicon(name, ['word'], () => true as const);
  words.set(name, opened);
  return opened;
}

const words = new Map<string, Lexicon<true>>();

/**
 * The rows of the lexicon `name` by key, read anew each time: for those who make a table of their own of them.
 *
 * @throws Error as `openLexicon` does.
 */
export function readLexicon<C extends string, V>(
  name: string,
  columns: readonly C[],
  parse: (row: Row<C>) => V,
): Map<string, V> {
  return parseRows(name, readFileSync(new URL(`${name}.tsv`, directory)), columns, parse);
}

/** Makes a lexicon of entries that come from elsewhere, such as a user's own. Later entries win. */
export function toLexicon<V>(name: string, rows: ReadonlyMap<string, V>): Lexicon<V> {
  return new RowLexicon(name, rows);
}

class RowLexicon<V> implements Lexicon<V> {
  readonly #rows: ReadonlyMap<string, V>;
  readonly #trie = lazy(() => new Trie<V>(this.#rows));
  readonly #lengths = lazy(() => lengthsByLastUnit(this.#rows.keys()));
  /** The units that keys begin with. */
  readonly #firsts: Uint8Array;
  /** The first unit, the last unit and the length of each key as one hash. Most words that are asked for are none, and this tells most of them. */
  readonly #outlines: Uint8Array;
  #starts: Starts | null = null;

  constructor(
    readonly name: string,
    rows: ReadonlyMap<string, V>,
  ) {
    this.#rows = rows;
    this.#firsts = firstUnits(rows);
    this.#outlines = outlinesOf(rows);
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): V | undefined {
    return this.#mayHold(key) ? this.#rows.get(key) : undefined;
  }

  has(key: string): boolean {
    return this.#mayHold(key) && this.#rows.has(key);
  }

  entries(): Iterable<readonly [string, V]> {
    return this.#rows.entries();
  }

  longestAt(text: string, index: number): LexiconMatch<V> | null {
    return this.nextStart(text, index, index + 1) === index ? this.#trie().longestAt(text, index) : null;
  }

  allAt(text: string, index: number): readonly LexiconMatch<V>[] {
    return this.nextStart(text, index, index + 1) === index ? this.#trie().matchesAt(text, index) : none;
  }

  lastAt(text: string, index: number, takes: (start: number, end: number) => boolean): LexiconMatch<V> | null {
    return this.#begins(text.charCodeAt(index)) ? this.#trie().lastAt(text, index, takes) : null;
  }

  nextStart(text: string, from: number, to: number): number {
    this.#starts ??= startsOf(this.#rows);
    const { whole, pairs } = this.#starts;
    for (let at = from; at < to; at++) {
      const unit = unitAt(text, at);
      if (!this.#begins(unit)) continue;
      if (hasBit(whole, unit) || hasBit(pairs, pairOf(unit, unitAt(text, at + 1)))) return at;
    }
    return to;
  }

  lengthsEndingWith(unit: number): number {
    return this.#lengths().get(unit) ?? 0;
  }

  #mayHold(key: string): boolean {
    return hasBit(this.#outlines, outlineOf(key));
  }

  #begins(unit: number): boolean {
    return hasBit(this.#firsts, unit);
  }
}

const none: readonly never[] = [];

function firstUnits(rows: ReadonlyMap<string, unknown>): Uint8Array {
  const bits = bitsFor(rows);
  for (const key of rows.keys()) setBit(bits, key.charCodeAt(0));
  return bits;
}

function outlinesOf(rows: ReadonlyMap<string, unknown>): Uint8Array {
  const bits = bitsFor(rows);
  for (const key of rows.keys()) setBit(bits, outlineOf(key));
  return bits;
}

function outlineOf(key: string): number {
  return pairOf(unitAt(key, 0), unitAt(key, key.length - 1)) ^ Math.imul(key.length, 0x9e3779b1);
}

/** How keys start: the unit of those that are one alone, and the first two units of every other as one hash. */
interface Starts {
  readonly whole: Uint8Array;
  readonly pairs: Uint8Array;
}

function startsOf(rows: ReadonlyMap<string, unknown>): Starts {
  const [whole, pairs] = [bitsFor(rows), bitsFor(rows)];
  for (const key of rows.keys())
    if (key.length === 1) setBit(whole, key.charCodeAt(0));
    else setBit(pairs, pairOf(key.charCodeAt(0), key.charCodeAt(1)));
  return { whole, pairs };
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 9;
}

/** So many bits a key that few of what was not put in share theirs with what was. */
const bitsOfKey = 8;

/** Bits for a number of each key, a power of two of them: all numbers that are alike by that power share one. */
function bitsFor(rows: ReadonlyMap<string, unknown>): Uint8Array {
  let size = 1 << 10;
  while (size < rows.size * bitsOfKey) size *= 2;
  return new Uint8Array(size / 8);
}

function setBit(bits: Uint8Array, number: number): void {
  const at = (number >>> 3) & (bits.length - 1);
  bits[at] = (bits[at] ?? 0) | (1 << (number & 7));
}

function hasBit(bits: Uint8Array, number: number): boolean {
  return ((bits[(number >>> 3) & (bits.length - 1)] ?? 0) & (1 << (number & 7))) !== 0;
}

function lengthsByLastUnit(keys: Iterable<string>): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const key of keys) {
    const last = key.charCodeAt(key.length - 1);
    lengths.set(last, (lengths.get(last) ?? 0) | (1 << Math.min(31, key.length)));
  }
  return lengths;
}

/**
 * The rows of a lexicon file's `content`, UTF-8, by key.
 *
 * @throws Error naming lexicon and line if a row is malformed, a key is empty or repeats, or the columns differ.
 */
export function parseRows<C extends string, V>(
  name: string,
  content: Buffer,
  columns: readonly C[],
  parse: (row: Row<C>) => V,
): Map<string, V> {
  const rows = new Map<string, V>();
  const shared = new Map<string, string>();
  let number = 0;
  for (const line of linesOf(content)) {
    number++;
    const refuse = (reason: string) => new Error(`lexicon "${name}", line ${number}: ${reason}.`);
    if (line.startsWith('# columns:') && line.slice(10).trim().split(/\s+/).join(' ') !== columns.join(' '))
      throw refuse(`columns are not "${columns.join(' ')}"`);
    if (line === '' || line.startsWith('# ')) continue;
    const cells = line.split('\t');
    const key = cells[0] ?? '';
    if (cells.length !== columns.length) throw refuse(`${cells.length} cells, not ${columns.length}`);
    if (key === '' || rows.has(key)) throw refuse(`the key "${key}" is empty or repeated`);
    const row: Partial<Record<C, string>> = {};
    columns.forEach((column, i) => {
      row[column] = i === 0 ? key : sharedCell(shared, cells[i] ?? '');
    });
    rows.set(key, parse(row as Row<C>));
  }
  return rows;
}

/** The lines, each decoded by itself: a cell may be a view of the string that it was cut from, and would keep the whole file in memory. */
function* linesOf(content: Buffer): Iterable<string> {
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(lineFeed, start);
    const stop = end < 0 ? content.length : end;
    yield content.toString('utf8', start, stop);
    start = stop + 1;
  }
}

const lineFeed = 0x0a;

/** The first cell that reads so: most columns say one of a few things in each of thousands of rows. */
function sharedCell(shared: Map<string, string>, cell: string): string {
  const known = shared.get(cell);
  if (known === undefined) shared.set(cell, cell);
  return known ?? cell;
}

/** Name, bytes and SHA-256 of every lexicon file, sorted by name. */
export function lexiconFiles(): { name: string; bytes: number; sha256: string }[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => {
      const content = readFileSync(new URL(file, directory));
      return { name: file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    });
}
