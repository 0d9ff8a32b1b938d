import { z } from 'zod';
import { claimKinds, entityTypes, quantityTypes, quoteKinds, timexTypes } from '../document/types.js';

const span = {
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string().default(''),
  /** Annotators may differ here: it is neither hit nor miss. */
  optional: z.boolean().default(false),
};
const spanSchema = z.object(span);
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const word = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const mentionSchema = z.object({ ...span, type: z.enum(entityTypes), entity: word });
const timeSchema = z.object({ ...span, type: z.enum(timexTypes), value: word });
const quantitySchema = z.object({ ...span, type: z.enum(quantityTypes), value: number, low: number, high: number });
const claimSchema = z.object({
  ...span,
  source: spanSchema.nullish().transform((value) => value ?? null),
  quote: z.enum(quoteKinds).nullish(),
  kinds: z.array(z.enum(claimKinds)).default([]),
});
const attributionSchema = z.object({
  source: spanSchema.nullish().transform((value) => value ?? null),
  content: spanSchema,
  optional: z.boolean().default(false),
});
const sentenceSchema = z.object({ ...span, claim: z.boolean() });

/** An article as it is scored, whatever wrote it; other fields are passed over. */
export const scoredArticleSchema = z.object({
  id: z.string(),
  text: z.string(),
  mentions: z.array(mentionSchema).default([]),
  /** Names that are one entity; entities of annotations.jsonl are read from the mentions instead. */
  entities: z.array(z.union([z.array(z.string()), z.looseObject({})])).default([]),
  times: z.array(timeSchema).default([]),
  quantities: z.array(quantitySchema).default([]),
  claims: z.array(claimSchema).default([]),
  attributions: z.array(attributionSchema).optional(),
  sentences: z.array(sentenceSchema).optional(),
});

export type ScoredSpan = Pick<z.infer<typeof spanSchema>, 'start' | 'end' | 'optional'>;
export type ScoredMention = z.infer<typeof mentionSchema>;
export type ScoredTime = z.infer<typeof timeSchema>;
export type ScoredQuantity = z.infer<typeof quantitySchema>;
export type ScoredClaim = z.infer<typeof claimSchema>;
export type ScoredSentence = z.infer<typeof sentenceSchema>;

/** What is said by somebody, and by whom; the span is that of the content. */
export interface ScoredAttribution extends ScoredSpan {
  readonly text: string;
  readonly source: ScoredSpan | null;
}

/** An article as it is scored, whatever it was read from. Offsets are code points of its text. */
export interface ScoredArticle {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly ScoredMention[];
  readonly times: readonly ScoredTime[];
  readonly quantities: readonly ScoredQuantity[];
  readonly claims: readonly ScoredClaim[];
  readonly attributions: readonly ScoredAttribution[];
  readonly sentences: readonly ScoredSentence[];
  /** Names that are one entity, each name once. */
  readonly names: readonly (readonly string[])[];
}

/**
 * Reads one article of `annotations.jsonl`, of an import, or of a gold file with `attributions` and lists of names.
 *
 * @throws ZodError if it has no id, no text, or items without offsets.
 */
export function toScoredArticle(value: unknown): ScoredArticle {
  return scoredArticleOf(scoredArticleSchema.parse(value));
}

/** The same of one that has been held to the schema. */
export function scoredArticleOf(article: z.output<typeof scoredArticleSchema>): ScoredArticle {
  const { id, text, mentions, entities, times, quantities, claims, attributions, sentences } = article;
  const listed = entities.filter((entity): entity is string[] => Array.isArray(entity));
  return {
    ...{ id, text, mentions, times, quantities, claims, sentences: sentences ?? [] },
    attributions:
      attributions?.map(({ content, source, optional }) => ({ ...content, source, optional })) ??
      claims.filter(({ source, quote }) => source !== null || (quote ?? 'none') !== 'none'),
    names: listed.length > 0 ? listed : namesOf(text, mentions),
  };
}

function namesOf(text: string, mentions: readonly ScoredMention[]): string[][] {
  const points = Array.from(text);
  const names = new Map<string, Set<string>>();
  for (const { entity, start, end } of mentions) {
    if (entity === null) continue;
    names.set(entity, (names.get(entity) ?? new Set()).add(points.slice(start, end).join('')));
  }
  return [...names.values()].map((set) => [...set]);
}
