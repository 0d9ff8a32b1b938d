import type { ClaimKind, EntityType } from '../document/types.js';
import { type GoldArticle, type GoldClaim, type GoldMention, type GoldSpan, inOrder } from '../export/gold-article.js';
import { toTask } from '../export/label-studio.js';
import { toMarks } from '../export/marks.js';
import { codePointOffsets } from '../text/code-points.js';
import type { ReportArticle, ReportClaim, ReportName, ReportSpan } from './model.js';

/** What a reader says of a mention or a claim. */
export interface Correction {
  readonly verdict: 'right' | 'wrong' | 'retyped';
  /** The other type, or the other kind of a claim. */
  readonly type: string | null;
}

/** Corrections of one article, by the identifier of the mention or claim. */
export type ArticleCorrections = ReadonlyMap<string, Correction>;

/**
 * Corrected articles as Label Studio tasks with annotations, which `wenmai import` reads, too. What nobody judged counts as
 * right; what is wrong is gone.
 */
export function correctedTasks(
  articles: readonly { readonly article: ReportArticle; readonly corrections: ArticleCorrections }[],
): string {
  const tasks = articles.map(({ article, corrections }) =>
    JSON.stringify(toTask(toMarks(toCorrectedGold(article, corrections)), 'annotations')),
  );
  return `[\n${tasks.join(',\n')}\n]\n`;
}

/** The article as its annotators would have it; the values come out of an export, so their types hold. */
export function toCorrectedGold(article: ReportArticle, corrections: ArticleCorrections): GoldArticle {
  const { id, language: lang, script, published, text } = article;
  const at = codePointOffsets(text);
  const cut = ({ start, end }: ReportSpan): GoldSpan => ({
    text: text.slice(start, end),
    start: at(start),
    end: at(end),
  });
  const entityOf = (index: number | null) => (index === null ? null : `e${index + 1}`);
  const isKept = ({ id: item }: { readonly id: string }) => corrections.get(item)?.verdict !== 'wrong';
  const retyped = <T extends string>(item: string, type: T) => (corrections.get(item)?.type as T | null) ?? type;
  const toMention = (mention: ReportName): GoldMention => ({
    ...cut(mention),
    type: retyped(mention.id, mention.type as EntityType),
    entity: entityOf(mention.entity),
  });
  const toClaim = ({ source, cue, ...claim }: ReportClaim): GoldClaim => {
    const kind = corrections.get(claim.id)?.type;
    const kinds = (kind == null ? claim.kinds : [kind]) as readonly ClaimKind[];
    const { quote, modality, polarity, stance } = claim;
    return {
      ...cut(claim),
      source: source && { ...cut(source), entity: entityOf(source.entity), kind: source.kind, status: source.status },
      cue: cue && { ...cut(cue), type: cue.type },
      ...{ quote, kinds, modality, polarity, stance },
    } as GoldClaim;
  };
  return inOrder({
    ...{ id, lang, script, published, text },
    mentions: article.mentions.filter(isKept).map(toMention),
    times: article.times.map((time) => {
      const { type, value, mod, begin, until } = time;
      return { ...cut(time), type, value, mod, begin, until } as GoldArticle['times'][number];
    }),
    quantities: article.quantities.map((quantity) => {
      const { type, value, low, high, unit, approx } = quantity;
      return { ...cut(quantity), type, value, low, high, unit, approx } as GoldArticle['quantities'][number];
    }),
    claims: article.claims.filter(isKept).map(toClaim),
  });
}
