import { Converter } from 'opencc-js';
import { annotate } from '../support/annotate.js';

/** A text and the rows that it gives: subject, predicate, object and time; none where they are left out. */
export type FactRow = readonly [text: string, expected?: readonly (readonly (string | null)[])[]];

/** Simplified to Traditional. */
export const toTraditional = Converter({ from: 'cn', to: 't' });

/** The rows of a text, each with the form of its predicate and the value of its time. */
export function factsOf(text: string): (string | null)[][] {
  const { text: settled, facts, times } = annotate(text, { published: '2024-06-10' });
  const cut = (span: { start: number; end: number } | null) =>
    span === null ? null : settled.slice(span.start, span.end);
  return facts.map(({ subject, predicate, object, time }) => [
    cut(subject),
    predicate.lemma,
    cut(object),
    time === null ? null : (times[time]?.value ?? null),
  ]);
}
