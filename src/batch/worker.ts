/*
 * What a worker process runs. It annotates the articles that it is sent and writes them to a file of its own, so that only
 * their places go back; what it wrote without having reported it is never read.
 */
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import { runPipeline } from '../annotate.js';
import { defaultSegmenter, segmenterNames } from '../settings/segmenters.js';
import { createSettings } from '../settings/settings.js';
import { annotateOne } from './annotate-batch.js';
import { compileLater } from './compiling.js';
import { type Slice, writeAll } from './line-file.js';
import { type Batch, type BatchResult, ready } from './worker-messages.js';

/** How often it is looked whether the parent is there, in milliseconds. */
const parentCheck = 1000;

let part: { readonly name: string; readonly file: number; end: number } | null = null;

/** Annotates a batch. Never throws for an article or for a disk that is full. */
function annotateBatch({ articles, options, work }: Batch): BatchResult {
  const stacks: string[] = [];
  const annotated = articles.map((article) => ({
    index: article.index,
    ...annotateOne(article, options, (error) =>
      stacks.push(error instanceof Error ? String(error.stack) : String(error)),
    ),
  }));
  try {
    part ??= openPart(work);
    let at = part.end;
    const take = (text: string): Slice => {
      const slice = { offset: at, length: Buffer.byteLength(text) };
      at += slice.length + 1;
      return slice;
    };
    const results = annotated.map(({ index, problems, lines }) => ({
      ...{ index, problems },
      entities: lines && take(lines.entities),
      article: lines && take(lines.article),
    }));
    writeAll(part.file, annotated.map(({ lines }) => (lines ? `${lines.entities}\n${lines.article}\n` : '')).join(''));
    part.end = at;
    return { part: part.name, results, stacks, refused: null };
  } catch (error) {
    // What was written of the batch is no part of any result: the next one starts behind a file of its own.
    part = null;
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    const message = error instanceof Error ? error.message : String(error);
    return { part: '', results: [], stacks, refused: { code, message } };
  }
}

/** A new file in the directory of the run, with the first name that is free. */
function openPart(work: string): { name: string; file: number; end: number } {
  for (let number = 1; ; number++) {
    const name = `part-${number}.jsonl`;
    try {
      return { name, file: openSync(join(work, name), 'ax'), end: 0 };
    } catch (error) {
      if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/**
 * Ends this process soon after its parent, even in the midst of an article, where `disconnect` is not heard: a thread looks whether
 * the parent is still the same.
 */
function endWithParent(): void {
  const program = `const parent = process.ppid;
    setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), ${parentCheck});`;
  new Thread(program, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
}

/** Where the parent is gone there is nobody to tell that it is: `disconnect` follows. */
function answer(message: BatchResult | typeof ready): void {
  process.send?.(message, () => undefined);
}

compileLater();
// Ctrl-C and the end of a terminal reach every process of it: the parent says when to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
endWithParent();
process.on('disconnect', () => process.exit());
process.on('message', (batch: Batch) => answer(annotateBatch(batch)));

// Dictionaries and lexicons take a second to load, which is not to count as time for an article; those of a language only where
// it is read: jieba's take half of the memory. Another language is loaded with its first article.
const [segmenter, ...languages] = process.argv.slice(2);
const settings = createSettings({
  ...{ lexicon: [], words: [], recognizers: {}, tables: null },
  segmenter: segmenterNames.find((name) => name === segmenter) ?? defaultSegmenter,
});
const samples = new Map([
  ['zh', '船會準時。'],
  ['en', 'The ferry is late.'],
]);
for (const language of languages)
  runPipeline({ article: { id: '', text: samples.get(language) ?? '' }, diagnostics: [] }, { settings });
answer(ready);
