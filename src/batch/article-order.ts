import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../document/provenance.js';
import { duplicateId } from '../input/read-articles.js';
import { finishedArticles, type JournalEntry } from './journal.js';
import { createSliceReader, type Slice } from './line-file.js';
import type { ProblemList } from './problem-list.js';
import { createSorter } from './sorter.js';

/** A finished article in the order of the ids. */
export interface OrderedArticle {
  readonly id: string;
  /** The line of its entities, or null if it could not be annotated. */
  readonly entities: () => string | null;
  /** The line of the article itself with its line feed, in UTF-8, good until another line is read. */
  readonly article: () => Buffer | null;
}

/** The articles of a run by id, by code point, each id once; can be read more than once. */
export interface ArticleOrder {
  articles(): Iterable<OrderedArticle>;
  close(): void;
}

/**
 * Sorts what was finished. Of articles with the same id the one that was read first stays; the others, and what went wrong
 * with articles, go to `problems`. Files are made in `directory`.
 */
export function orderArticles(work: string, directory: string, problems: ProblemList): ArticleOrder {
  const sorter = createSorter(directory, 'order');
  for (const entry of finishedArticles(work))
    sorter.add(`${sortable(entry.id)}\0${String(entry.index).padStart(10, '0')}${JSON.stringify(entry)}`);
  const parts = openParts(work);
  const entries = function* (onDuplicate: (entry: JournalEntry, first: JournalEntry) => void): Generator<JournalEntry> {
    let first: JournalEntry | null = null;
    for (const line of sorter.sorted()) {
      const entry = JSON.parse(line.slice(line.indexOf('\0') + 11)) as JournalEntry;
      if (first?.id === entry.id) {
        if (first.index !== entry.index) onDuplicate(entry, first);
        continue;
      }
      first = entry;
      yield entry;
    }
  };
  for (const entry of entries((entry, first) => problems.addRead(duplicateOf(entry, first), entry.index)))
    for (const problem of entry.problems) problems.addAnnotated(problem);
  return {
    *articles() {
      for (const { id, part, entities, article } of entries(() => undefined)) {
        const { read } = parts.open(part);
        yield {
          id,
          entities: () => entities && read(entities).toString('utf8'),
          article: () => article && read({ ...article, length: article.length + 1 }),
        };
      }
    },
    close: () => parts.close(),
  };
}

function duplicateOf({ id, path, line }: JournalEntry, first: JournalEntry): Problem {
  return duplicateId(id, { path, line }, first);
}

interface Part {
  readonly file: number;
  readonly read: (slice: Slice) => Buffer;
}

/** Opens each file of results once. */
function openParts(work: string): { open(part: string): Part; close(): void } {
  const parts = new Map<string, Part>();
  return {
    open(name) {
      const known = parts.get(name);
      if (known !== undefined) return known;
      const file = openSync(join(work, name), 'r');
      const part = { file, read: createSliceReader(file) };
      parts.set(name, part);
      return part;
    },
    close() {
      for (const { file } of parts.values()) closeSync(file);
    },
  };
}

/** The id without line feeds and NUL, ordered as it was: for tab and line feed stand two characters that sort as they do. */
function sortable(id: string): string {
  return id.replace(/[\0\u0001\t\n]/g, (character) => replacements[character] ?? '');
}

const replacements: Readonly<Record<string, string>> = {
  '\0': '\u0001\u0001',
  '\u0001': '\u0001\u0002',
  '\t': '\t\u0001',
  '\n': '\t\u0002',
};
