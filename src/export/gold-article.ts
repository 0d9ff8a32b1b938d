import type { AnnotatedArticle, AnnotatedClaim, AnnotatedMention, AnnotatedQuantity, AnnotatedTime } from './schema.js';

/** Words of the text, by code points. */
export interface GoldSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface GoldMention extends GoldSpan {
  readonly type: AnnotatedMention['type'];
  /** The same for all mentions of one entity of the article; null where it is not said. */
  readonly entity: string | null;
}

export interface GoldTime
  extends GoldSpan,
    Readonly<Pick<AnnotatedTime, 'type' | 'value' | 'mod' | 'begin' | 'until'>> {}

export interface GoldQuantity
  extends GoldSpan,
    Readonly<Pick<AnnotatedQuantity, 'type' | 'value' | 'low' | 'high' | 'unit' | 'approx'>> {}

type ClaimSource = NonNullable<AnnotatedClaim['source']>;

export interface GoldSource extends GoldSpan {
  readonly entity: string | null;
  /** Null where the annotator did not say. */
  readonly kind: ClaimSource['kind'] | null;
  readonly status: ClaimSource['status'] | null;
}

export interface GoldCue extends GoldSpan {
  readonly type: NonNullable<AnnotatedClaim['cue']>['type'] | null;
}

export interface GoldClaim
  extends GoldSpan,
    Readonly<Pick<AnnotatedClaim, 'quote' | 'kinds' | 'modality' | 'polarity' | 'stance'>> {
  readonly source: GoldSource | null;
  readonly cue: GoldCue | null;
}

/** An article with what annotators see and correct of it: a part of `AnnotatedArticle`, in the same names and offsets. */
export interface GoldArticle {
  readonly id: string;
  readonly lang: string | null;
  readonly script: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  readonly times: readonly GoldTime[];
  readonly quantities: readonly GoldQuantity[];
  readonly claims: readonly GoldClaim[];
}

/** What annotators see of an annotated article. */
export function toGold(article: AnnotatedArticle): GoldArticle {
  const { id, lang, script, published, text } = article;
  return inOrder({
    ...{ id, lang, script, published, text },
    mentions: article.mentions.map((mention) => ({
      ...{ type: mention.type, entity: mention.entity },
      ...spanOf(mention),
    })),
    times: article.times.map((time) => {
      const { type, value, mod, begin, until } = time;
      return { type, value, mod, begin, until, ...spanOf(time) };
    }),
    quantities: article.quantities.map((quantity) => {
      const { type, value, low, high, unit, approx } = quantity;
      return { type, value, low, high, unit, approx, ...spanOf(quantity) };
    }),
    claims: article.claims.map(toGoldClaim),
  });
}

function toGoldClaim(claim: AnnotatedClaim): GoldClaim {
  const { source, cue, quote, kinds, modality, polarity, stance } = claim;
  return {
    ...spanOf(claim),
    source: source && { ...spanOf(source), entity: source.entity, kind: source.kind, status: source.status },
    cue: cue && { ...spanOf(cue), type: cue.type },
    ...{ quote, kinds, modality, polarity, stance },
  };
}

function spanOf({ text, start, end }: GoldSpan): GoldSpan {
  return { text, start, end };
}

/** The article with every layer in the order of its spans. */
export function inOrder(article: GoldArticle): GoldArticle {
  return {
    ...article,
    mentions: [...article.mentions].sort(bySpan),
    times: [...article.times].sort(bySpan),
    quantities: [...article.quantities].sort(bySpan),
    claims: [...article.claims].sort(bySpan),
  };
}

function bySpan(a: GoldSpan, b: GoldSpan): number {
  return a.start - b.start || a.end - b.end;
}
