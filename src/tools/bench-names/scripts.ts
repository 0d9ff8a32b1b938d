import { readFileSync } from 'node:fs';
import type { Document, LayerName } from '../../document/types.js';
import { defaultPipeline } from '../../pipeline/default-pipeline.js';
import { convert } from '../../script/convert.js';

/** How many texts give the same names and the same links from Traditional and from Simplified characters. */
export interface ScriptFigures {
  readonly texts: number;
  readonly sameMentions: number;
  readonly sameEntities: number;
}

/** The texts of a file: the `# text` lines of IOB2 or CoNLL-U, else the whole as one. */
export function textsOf(path: string): string[] {
  const content = readFileSync(path, 'utf8');
  const sentences = [...content.matchAll(/^# text\s*=\s*(.*)$/gm)].map(([, text = '']) => text.trim());
  return sentences.length > 0 ? sentences : [content];
}

/** Annotates every text as it is and in Simplified characters; texts whose conversion has another length are left out. */
export function measureScripts(texts: readonly string[]): ScriptFigures {
  const pairs = texts
    .map((text) => [text, convert(text, 't2s')] as const)
    .filter(([text, simplified]) => text !== simplified && text.length === simplified.length);
  const documents = pairs.map((pair) => pair.map((text) => defaultPipeline.run({ id: 'text', text })));
  const same = (of: (document: Document<LayerName>) => unknown) =>
    documents.filter(([a, b]) => a !== undefined && b !== undefined && JSON.stringify(of(a)) === JSON.stringify(of(b)));
  return {
    texts: pairs.length,
    sameMentions: same(({ mentions }) => mentions.map(({ start, end, type }) => [start, end, type])).length,
    sameEntities: same(({ entities }) => entities.map(({ type, mentions }) => [type, mentions])).length,
  };
}
