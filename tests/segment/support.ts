import { settle } from '../../src/pipeline/builder.js';
import { sentences } from '../../src/segment/sentences.js';

/** The sentences of a text as it stands, each with its kind. */
export function kindsOf(text: string, title: string | null = null): [string, string][] {
  const article = { id: 'test', text, title };
  const context = { published: null, article };
  const { layers } = sentences.annotate(settle(article, [], context), context);
  return layers.sentences.map(({ start, end, kind }) => [text.slice(start, end), kind]);
}
