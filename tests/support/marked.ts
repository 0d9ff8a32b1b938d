import { Converter } from 'opencc-js';
import type { Document } from '../../src/document/types.js';
import { annotate } from './annotate.js';

const toTraditional = Converter({ from: 'cn', to: 't' });

/** A text whose names stand in `[name|TYPE]`, and the names that it must have: nothing else in it is a name. */
export function unmark(marked: string): { text: string; names: string[] } {
  const names: string[] = [];
  const text = marked.replace(/\[([^[\]|]+)\|([A-Z_]+)\]/g, (_, name: string, type: string) => {
    names.push(`${type} ${name}`);
    return name;
  });
  return { text, names };
}

/** The names that the pipeline finds, with their types, in order. */
export function namesIn(text: string): string[] {
  const document = annotate(text) as Document<'mentions'>;
  return document.mentions.map(({ start, end, type }) => `${type} ${document.text.slice(start, end)}`);
}

/** Spans and types of the names in the Traditional form of a text, which has the same length. */
export function spansIn(text: string): { simplified: string[]; traditional: string[] } {
  const spans = (of: string) =>
    (annotate(of) as Document<'mentions'>).mentions.map((m) => `${m.start}-${m.end} ${m.type}`);
  return { simplified: spans(text), traditional: spans(toTraditional(text)) };
}
