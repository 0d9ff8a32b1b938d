import type { Span } from '../document/span.js';
import type { Sentence, SentenceKind } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { tell, tellWithin } from '../script/detect.js';
import { furnitureKind } from './furniture.js';
import { paragraphKinds } from './kinds.js';
import { findLostStops, hasLostStops, likelyBorders } from './lost-stops.js';
import { paragraphsOf } from './paragraphs.js';
import { splitParagraph } from './split.js';

/** Sentences of every paragraph, with the kind of paragraph that they stand in, or of the tail of one that they are. */
export const sentences: Annotator<never, 'sentences'> = {
  name: 'sentences',
  requires: [],
  provides: ['sentences'],
  annotate({ text, folded, article, script, userNames }) {
    const paragraphs = paragraphsOf(folded);
    const kinds = paragraphKinds(folded, paragraphs, article.title ?? null);
    const spans = paragraphs.map((span, i) => {
      const told = tell(text.slice(span.start, span.end));
      const borders = told.language === 'en' ? likelyBorders(folded, span) : [];
      return { span, kind: kinds[i] ?? 'body', ...told, borders };
    });
    const english = spans.filter(({ kind, language }) => kind === 'body' && language === 'en');
    const hasLost = hasLostStops(
      folded,
      english.map(({ span }) => span),
      english.flatMap(({ borders }) => borders),
    );
    const layer: Sentence[] = [];
    spans.forEach(({ span, kind, script: told, language, borders }, paragraph) => {
      const isText = kind === 'body' || kind === 'duplicate';
      const isSplit = isText || kind === 'notice';
      const lost = isSplit ? findLostStops(folded, span, language, borders, hasLost) : [];
      const parts: readonly Span[] = isSplit
        ? joinedAt(userNames, splitParagraph(folded, span, language, lost))
        : [span];
      const tail = isText && parts.length > 1 ? tailKinds(folded, parts) : [];
      parts.forEach((part, i) => {
        const { start, end } = part;
        const own = parts.length > 1 ? tellWithin(text.slice(start, end), language) : { script: told, language };
        const kindOfPart = tail[i] ?? kind;
        layer.push({
          script: own.script ?? told ?? script,
          language: own.language,
          start,
          end,
          paragraph,
          kind: kindOfPart,
        });
      });
    });
    return { layers: { sentences: layer }, diagnostics: [] };
  },
};

/** Sentences that a name of the user's goes across (Yahoo! Japan) are one. */
function joinedAt(names: readonly Span[], parts: readonly Span[]): readonly Span[] {
  if (names.length === 0) return parts;
  const joined: Span[] = [];
  let next = 0;
  for (const part of parts) {
    while ((names[next]?.end ?? Infinity) <= part.start) next++;
    const last = joined.at(-1);
    if (last === undefined || (names[next]?.start ?? Infinity) >= part.start) joined.push(part);
    else joined[joined.length - 1] = { start: last.start, end: part.end };
  }
  return joined;
}

/** The kinds of the last sentences of a paragraph that the page set behind it: (責任編輯:…), Read more: …; sparse. */
function tailKinds(folded: string, parts: readonly Span[]): (SentenceKind | undefined)[] {
  const kinds: (SentenceKind | undefined)[] = [];
  for (let i = parts.length - 1; i > 0; i--) {
    const part = parts[i];
    const furniture = part === undefined ? null : furnitureKind(folded.slice(part.start, part.end));
    if (furniture === null || furniture.kind === 'section') break;
    kinds[i] = furniture.kind;
  }
  return kinds;
}
