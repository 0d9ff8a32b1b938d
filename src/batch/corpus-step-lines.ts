import { z } from 'zod';
import { entityTypes, linkRules, nameForms, polarities } from '../document/types.js';
import { shapeOf, toClause } from '../text/shape.js';
import { UserError } from './user-error.js';

/*
 * What each step takes, checked as it comes in: the lines are made by another program, which may be of another version.
 */

const word = z.string().nullable();
const count = z.int().min(1);

const entitySchema = z.object({
  type: z.enum(entityTypes),
  name: z.string(),
  names: z.record(z.enum(nameForms), word),
  aliases: z.array(z.string()),
  user: z.object({ key: z.string(), wikidata: word, ticker: word }).optional(),
  why: z.array(z.object({ rule: z.enum(linkRules), forms: z.tuple([z.string(), z.string()]) })),
});

/** A kind of entity: all that articles say of it alike as JSON, the first that name it, and how often it is named. */
export const kindLine = z.object({
  key: z.string().refine(isEntity, 'it is no entity of `stream --tables` in JSON'),
  documents: z.array(z.string()).min(1),
  mentions: count,
  occurrences: count,
});

function isEntity(key: string): boolean {
  try {
    return shapeOf(entitySchema, JSON.parse(key)).fault === undefined;
  } catch {
    return false;
  }
}

const claim = z.object({
  claimId: z.string(),
  folded: z.string(),
  entities: z.array(z.string()),
  isCarried: z.boolean(),
  polarity: z.enum(polarities),
  figures: z.array(z.object({ unit: z.string(), low: z.number(), high: z.number(), isTelling: z.boolean() })),
  times: z.array(z.string()),
});

/** The claims of an article under the ids of the article, and the corpus ids of its entities by those. */
export const claimsLine = z.object({
  document: z.string(),
  claims: z.array(claim.extend({ source: z.object({ entity: word, text: z.string() }).nullable() })),
  ids: z.record(z.string(), word),
});

/** A claim in one of its buckets. */
export const memberLine = z.object({
  bucket: z.string(),
  claim: claim.extend({ documentId: z.string(), source: word }),
});

/** A line of the input, by its number from 1. */
export interface StepLine {
  readonly line: number;
  readonly value: unknown;
}

/**
 * The line as the step takes it.
 *
 * @throws UserError if it is otherwise.
 */
export function checkLine<S extends z.ZodType>(schema: S, { line, value }: StepLine): z.output<S> {
  const shaped = shapeOf(schema, value);
  if (shaped.fault !== undefined) throw refuseLine(`line ${line}: ${toClause(shaped.fault)}`);
  return shaped.value;
}

/** The error for a line that a step cannot take. */
export function refuseLine(what: string): UserError {
  return new UserError(`standard input, ${what}; send what stream --tables and the steps before answer.`);
}
