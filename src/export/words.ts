import type { AnnotatedArticle } from './schema.js';

/** A word of the text, by code points. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Part of speech in the tags of jieba or compromise; null unless tokens carry it. */
  readonly pos: string | null;
}

interface Points {
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens of an article, cut where one of `spans` begins or ends inside of one, so that every span is whole words.
 * What of the text no token covers is white space.
 */
export function wordsOf({ text, tokens }: AnnotatedArticle, spans: readonly Points[]): Word[] {
  const points = Array.from(text);
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const words: Word[] = [];
  let next = 0;
  for (const { start, end, pos = null } of tokens) {
    let from = start;
    while ((cuts[next] ?? end) <= start) next++;
    for (; (cuts[next] ?? end) < end; next++) {
      const to = cuts[next] ?? end;
      words.push({ text: points.slice(from, to).join(''), start: from, end: to, pos });
      from = to;
    }
    words.push({ text: points.slice(from, end).join(''), start: from, end, pos });
  }
  return words;
}

/** The spans in order, without those that overlap one that starts before them, or is longer and starts with them. */
export function withoutOverlap<T extends Points>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
