import type { Alignment, Edit } from '../document/alignment.js';
import type { Article, Diagnostic, Document, LayerName, Layers } from '../document/types.js';
import type { Guide } from '../settings/guide.js';

/** What a stage may know besides the document. The publication date is the article's own, never the clock. */
export interface Context {
  /** ISO date or date-time, or null. */
  readonly published: string | null;
  readonly article: Article;
  /** What the user chose; all recognisers, and no names of his own, where it is left out. */
  readonly guide?: Guide;
}

/**
 * A rewriter mends the text: it is given the text as earlier rewriters left it and returns edits; the runner applies
 * them and keeps the alignment. Edits must not overlap.
 */
export interface Rewriter {
  readonly name: string;
  /** `alignment` holds what was changed so far. */
  edits(text: string, context: Context, alignment: Alignment): readonly Edit[];
}

/** What an annotator adds. */
export interface Annotation<Out extends LayerName> {
  readonly layers: Pick<Layers, Out>;
  readonly diagnostics: readonly Diagnostic[];
}

/** An annotator reads the layers that it requires and returns the layers that it provides. It changes nothing. */
export interface Annotator<In extends LayerName, Out extends LayerName> {
  readonly name: string;
  readonly requires: readonly In[];
  readonly provides: readonly Out[];
  annotate(document: Document<In>, context: Context): Annotation<Out>;
}
