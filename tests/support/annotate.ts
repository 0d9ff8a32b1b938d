import type { Document, LayerName } from '../../src/document/types.js';
import { defaultPipeline } from '../../src/pipeline/default-pipeline.js';

/** The document that the default pipeline makes of a text. */
export function annotate(text: string, fields: { published?: string; title?: string } = {}): Document<LayerName> {
  return defaultPipeline.run({ id: 'test', text, ...fields });
}
