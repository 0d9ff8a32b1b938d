import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defaultPipeline } from '../../pipeline/default-pipeline.js';
import { fold } from '../../script/fold.js';
import { damagePage } from '../damage-ways.js';

/** A clean text with the names that are marked in it, or null where they are those that its clean form gives. */
export interface CleanText {
  readonly text: string;
  readonly names: readonly string[] | null;
}

/** F1 of the names of clean and of damaged texts. */
export interface DamageFigures {
  readonly texts: number;
  readonly clean: number;
  readonly damaged: number;
}

const goldSchema = z.object({
  text: z.string(),
  mentions: z.array(z.object({ text: z.string(), type: z.string(), optional: z.boolean().optional() })),
});

/** A text file, or a JSON object with `text` and `mentions` that are marked. */
export function readClean(path: string): CleanText {
  const content = readFileSync(path, 'utf8');
  if (!path.endsWith('.json')) return { text: content, names: null };
  const { text, mentions } = goldSchema.parse(JSON.parse(content));
  const names = mentions
    .filter(({ optional }) => optional !== true)
    .map((mention) => `${mention.type} ${fold(mention.text)}`);
  return { text, names };
}

/**
 * Damages Chinese texts as a site does that leaves readings behind characters of its table, cuts GBK bytes at marks, folds widths
 * and leaves tags; and counts how many names come out as they are marked, by form and type.
 */
export function measureDamage(texts: readonly CleanText[]): DamageFigures {
  const chinese = texts.filter(({ text }) => /\p{Script=Han}/u.test(text));
  const results = chinese.map(({ text, names }) => {
    const clean = namesOf(text);
    return { reference: names ?? clean, clean, damaged: namesOf(damagePage(text)) };
  });
  return {
    texts: results.length,
    clean: f1(results.map(({ reference, clean }) => [reference, clean])),
    damaged: f1(results.map(({ reference, damaged }) => [reference, damaged])),
  };
}

function namesOf(text: string): string[] {
  const { folded, mentions } = defaultPipeline.run({ id: 'text', text });
  return mentions.map(({ start, end, type }) => `${type} ${folded.slice(start, end)}`);
}

function f1(pairs: readonly (readonly [readonly string[], readonly string[]])[]): number {
  let [shared, all] = [0, 0];
  for (const [reference, found] of pairs) {
    const left = new Map<string, number>();
    for (const name of reference) left.set(name, (left.get(name) ?? 0) + 1);
    for (const name of found) {
      const count = left.get(name) ?? 0;
      if (count > 0) shared++;
      left.set(name, count - 1);
    }
    all += reference.length + found.length;
  }
  return all === 0 ? 1 : (2 * shared) / all;
}
