import type { Span } from '../document/span.js';
import type { Sentence } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { tell, tellScript } from '../script/detect.js';
import { paragraphKinds } from './kinds.js';
import { paragraphsOf } from './paragraphs.js';
import { splitParagraph } from './split.js';

/** Sentences of every paragraph, with the kind of paragraph that they stand in. */
export const sentences: Annotator<never, 'sentences'> = {
  name: 'sentences',
  requires: [],
  provides: ['sentences'],
  annotate({ text, folded, article, script }) {
    const paragraphs = paragraphsOf(folded);
    const kinds = paragraphKinds(folded, paragraphs, article.title ?? null);
    const layer = paragraphs.flatMap((span, paragraph): Sentence[] => {
      const kind = kinds[paragraph] ?? 'body';
      const { script: told, language } = tell(text.slice(span.start, span.end));
      const parts: readonly Span[] =
        kind === 'body' || kind === 'duplicate' ? splitParagraph(folded, span, language) : [span];
      const scriptAround = told ?? script;
      return parts.map((part) => ({
        ...{ ...part, paragraph, kind, language },
        script: (parts.length > 1 ? tellScript(text.slice(part.start, part.end)) : null) ?? scriptAround,
      }));
    });
    return { layers: { sentences: layer }, diagnostics: [] };
  },
};
