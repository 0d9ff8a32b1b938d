import { z } from 'zod';
import {
  claimKinds,
  cueTypes,
  documentLanguages,
  encodingBases,
  entityTypes,
  languageCodes,
  modalities,
  polarities,
  quantityTypes,
  quotationClasses,
  quoteKinds,
  repairKinds,
  scripts,
  sentenceKinds,
  sourceFrames,
  sourceKinds,
  sourceStatuses,
  stances,
  timexMods,
  timexTypes,
} from '../document/types.js';

/*
 * The one place where the fields of the output are defined. The JSON objects have this shape; the columns of the tables
 * and their descriptions are derived from it (tables.ts). `meta({ column })` gives a column a name of its own.
 */

const offset = z.int().min(0);
const share = z.number().min(0).max(1);
const id = (letter: string) =>
  z.string().describe(`Identifier within the article: ${letter}1, ${letter}2, … in order of position.`);

const span = {
  text: z.string().describe('The words themselves, cut out of the repaired text.'),
  start: offset.describe('First character in the repaired text, in code points from 0.'),
  end: offset.describe('One past the last character in the repaired text, in code points.'),
  rawStart: offset.describe('First character in the decoded input, in code points from 0.'),
  rawEnd: offset.describe('One past the last character in the decoded input, in code points.'),
};
const confidence = share.describe('How sure the rule is, 0 to 1.');
const by = z.string().describe('The rule or recogniser that found it.');

const sourceSchema = z.object({
  path: z
    .string()
    .nullable()
    .describe('The input file, relative to the output; empty for an article that was piped in.'),
  sha256: z.string().describe('SHA-256 of the bytes of the input.'),
  bytes: z.int().min(0).describe('Size of the input in bytes.'),
  encoding: z.string().describe('The character encoding that the input was found to be in.'),
  encodingBasis: z
    .enum(encodingBases)
    .nullable()
    .describe(
      'How it was found out: given by the user, byte-order mark, declared by the page, strict UTF-8, statistics of characters.',
    ),
  encodingConfidence: share.nullable().describe('How sure the encoding is, 0 to 1.'),
  frame: z
    .enum(sourceFrames)
    .describe(
      'What raw offsets count in: the decoded bytes that sha256 is of (file), or a text taken out of them, as a field of JSON (extracted).',
    ),
});

export const repairSchema = z.object({
  id: id('r'),
  kind: z.enum(repairKinds).describe('What sort of damage was mended.'),
  start: span.start,
  end: span.end,
  rawStart: span.rawStart,
  rawEnd: span.rawEnd,
  before: z.string().describe('What stood in the input.'),
  after: z.string().describe('What stands in the repaired text.'),
  rule: z.string().describe('The rule or rules that made the repair, joined by +.'),
  confidence,
  note: z.string().nullable().describe('What was inferred rather than decoded, with its evidence.'),
});

export const sentenceSchema = z.object({
  id: id('s'),
  ...span,
  paragraph: z.int().min(0).describe('Number of the paragraph, from 0.'),
  kind: z.enum(sentenceKinds).describe('Body text, or what else it is.'),
  lang: z.enum(languageCodes).describe('The language whose rules read it.'),
  script: z.enum(scripts).describe('Script of the sentence.'),
  claim: z.boolean().describe('Whether a claim is made in it.'),
  kinds: z.array(z.enum(claimKinds)).describe('Kinds of the claims made in it.'),
});

const tokenSchema = z.object({
  start: span.start,
  end: span.end,
  text: span.text,
  norm: z.string().describe('Simplified or lower-case form.'),
  pos: z.string().describe('Part of speech, in the tags of jieba or compromise.').optional(),
});

export const mentionSchema = z.object({
  id: id('m'),
  entity: z
    .string()
    .nullable()
    .describe('The entity that the mention refers to.')
    .meta({ column: 'entity_id', namesEntity: true }),
  type: z.enum(entityTypes).describe('OntoNotes 5 type of the name.'),
  ...span,
  role: z
    .string()
    .nullable()
    .describe("Title, office or calling beside a person's name, as written; empty without one."),
  by,
  confidence,
});

const names = z
  .object({
    'zh-Hant': z.string().nullable().describe('Name in Traditional Chinese.'),
    'zh-Hans': z.string().nullable().describe('Name in Simplified Chinese.'),
    en: z.string().nullable().describe('Name in English or romanised.'),
  })
  .meta({ column: 'name' });

export const entitySchema = z.object({
  id: id('e'),
  type: z.enum(entityTypes).describe('OntoNotes 5 type of the name.'),
  name: z.string().describe('The name in the form that is used first and in full.'),
  names,
  pinyin: z
    .string()
    .nullable()
    .describe('Hanyu Pinyin of the Chinese name, surnames read as surnames; empty without a Chinese name.'),
  aliases: z.array(z.string()).describe('The other forms in use.'),
  mentions: z.int().min(0).describe('Number of mentions.'),
  wikidata: z.string().nullable().describe("Item of Wikidata, from the user's lexicon."),
  ticker: z.string().nullable().describe("Symbol under which it is traded, from the user's lexicon."),
  why: z
    .array(z.string())
    .describe(
      'What made its forms one name: `rule: form = form`, by the rules of docs/names.md; empty for a single form.',
    ),
});

export const timeSchema = z.object({
  id: id('t'),
  type: z.enum(timexTypes).describe('TIMEX3 type.'),
  value: z.string().nullable().describe('TIMEX3 value; empty where there is none, as for an era.'),
  mod: z.enum(timexMods).nullable().describe('TIMEX3 mod.'),
  begin: z.string().nullable().describe('First instant, ISO 8601; empty where it is not known.'),
  until: z.string().nullable().describe('One past the last instant, ISO 8601; empty where it is not known.'),
  anchor: z.string().nullable().describe('The date that a relative expression was resolved against.'),
  zone: z.string().nullable().describe('Offset from UTC of the zone that is named; begin and until are local to it.'),
  edtf: z.string().nullable().describe('The same in EDTF (ISO 8601-2); empty where it says nothing.'),
  ...span,
  by,
});

export const quantitySchema = z.object({
  id: id('q'),
  type: z.enum(quantityTypes).describe('OntoNotes 5 type of the quantity.'),
  value: z.number().nullable().describe('The number, multiplied out.'),
  low: z.number().nullable().describe('Lower end of a range, or the value where it is a lower bound: at least 300.'),
  high: z.number().nullable().describe('Upper end of a range, or the value where it is an upper bound: up to 50.'),
  unit: z.string().nullable().describe('Unit or measure word as written; the ISO 4217 code of money.'),
  approx: z.boolean().describe('Whether the text says that the number is not exact.'),
  base: z.number().nullable().describe('The value in the base unit; empty without a unit of measure.'),
  baseLow: z.number().nullable().describe('The lower end in the base unit.'),
  baseHigh: z.number().nullable().describe('The upper end in the base unit.'),
  baseUnit: z.string().nullable().describe('UCUM code of the base unit.'),
  of: z.string().nullable().describe('What is counted or measured, as written.'),
  ...span,
  by,
});

const claimSourceSchema = z.object({
  ...span,
  entity: z
    .string()
    .nullable()
    .describe('The entity that the source is.')
    .meta({ column: 'entity_id', namesEntity: true }),
  kind: z.enum(sourceKinds).describe('What sort of source it is.'),
  status: z.enum(sourceStatuses).describe('How the source is named.'),
});

const cueSchema = z.object({
  ...span,
  type: z.enum(cueTypes).describe('What sort of attribution the cue makes.'),
});

const hedgeSchema = z.object({ ...span, kind: z.string().describe('What sort of hedge it is.') });

export const claimSchema = z.object({
  id: id('c'),
  sentence: z.string().describe('The sentence in which the claim starts.').meta({ column: 'sentence_id' }),
  ...span,
  source: claimSourceSchema.nullable().describe('Who or what says it; empty for the author.'),
  cue: cueSchema.nullable().describe('The words that attribute it.'),
  quote: z.enum(quoteKinds).describe('How it is quoted.'),
  kinds: z.array(z.enum(claimKinds)).describe('What sorts of claim it is.'),
  modality: z.enum(modalities).describe('How sure the source is.'),
  polarity: z.enum(polarities).describe('Whether it affirms or denies.'),
  stance: z.enum(stances).describe("The article's own stance towards it."),
  hedges: z.array(hedgeSchema).describe('Words that weaken or strengthen it.'),
  checkWorthy: share.describe('How much it is worth checking, 0 to 1.'),
  checkability: share.describe('How well it can be checked, 0 to 1.'),
  stake: share.describe('How much depends on it, 0 to 1.'),
  reasons: z.array(z.string()).describe('What the scores were made of.'),
  entities: z.array(z.string()).describe('Entities named in it.').meta({ column: 'entity_ids', namesEntity: true }),
  times: z.array(z.string()).describe('Times named in it.').meta({ column: 'time_ids' }),
  quantities: z.array(z.string()).describe('Quantities named in it.').meta({ column: 'quantity_ids' }),
  rule: z.string().describe('The rule that found it.'),
  confidence,
});

const factPartSchema = z.object({
  ...span,
  entity: z.string().nullable().describe('The entity that it names.').meta({ column: 'entity_id', namesEntity: true }),
});

export const factSchema = z.object({
  id: id('f'),
  claim: z.string().describe('The claim that it is read from.').meta({ column: 'claim_id' }),
  subject: factPartSchema.describe('Who did it, or what is measured.'),
  predicate: z.object({ ...span, lemma: z.string().describe('The verb in the form that is the same in every row.') }),
  object: factPartSchema.nullable().describe('What it was done to, or the amount.'),
  time: z.string().nullable().describe('When.').meta({ column: 'time_id' }),
  quantity: z.string().nullable().describe('The amount.').meta({ column: 'quantity_id' }),
  rule: z.string().describe('The rule that read it.'),
});

export const quotationSchema = z.object({
  id: id('k'),
  ...span,
  kind: z.enum(quotationClasses).describe('Speech, a part of a reported clause, or what else the marks are for.'),
  reason: z.string().describe('The frame that attributes it, or what speaks against speech.'),
  depth: z.int().min(0).describe('How many quotations it stands in.'),
  unbalanced: z.boolean().describe('Whether one of its marks is missing.'),
});

export const diagnosticSchema = z.object({
  code: z.string().describe('What it is about: stage/problem.'),
  severity: z.enum(['info', 'warning', 'error']).describe('An error means that the article could not be annotated.'),
  message: z.string().describe('What was found, and what was done about it or can be done.'),
  start: offset.nullable().describe('First character in the repaired text that it concerns, in code points.'),
  end: offset.nullable().describe('One past the last character that it concerns.'),
});

export const annotatedArticleSchema = z.object({
  id: z.string().describe('Identifier of the article.').meta({ column: 'document_id' }),
  lang: z.enum(documentLanguages).describe('Language of the text.'),
  script: z.enum(scripts).describe('Script of the text.'),
  title: z.string().nullable().describe('Title, as it was given, or else the heading that the text begins with.'),
  author: z.string().nullable().describe('Author, as it was given, or else the people that a byline names.'),
  publisher: z.string().nullable().describe('Publisher, as it was given.'),
  published: z.string().nullable().describe('Date of publication, ISO 8601; relative times count from it.'),
  source: sourceSchema,
  text: z.string().describe('The repaired article, in its own script or the one asked for.'),
  repairs: z.array(repairSchema),
  sentences: z.array(sentenceSchema),
  tokens: z.array(tokenSchema),
  mentions: z.array(mentionSchema),
  entities: z.array(entitySchema),
  times: z.array(timeSchema),
  quantities: z.array(quantitySchema),
  claims: z.array(claimSchema),
  quotations: z.array(quotationSchema),
  facts: z.array(factSchema),
  diagnostics: z.array(diagnosticSchema),
});

/** One annotated article as `annotations.jsonl` and `stream` print it; all offsets are code points. */
export type AnnotatedArticle = z.infer<typeof annotatedArticleSchema>;
export type AnnotatedRepair = z.infer<typeof repairSchema>;
export type AnnotatedSentence = z.infer<typeof sentenceSchema>;
export type AnnotatedToken = z.infer<typeof tokenSchema>;
export type AnnotatedMention = z.infer<typeof mentionSchema>;
export type AnnotatedEntity = z.infer<typeof entitySchema>;
export type AnnotatedTime = z.infer<typeof timeSchema>;
export type AnnotatedQuantity = z.infer<typeof quantitySchema>;
export type AnnotatedQuotation = z.infer<typeof quotationSchema>;
export type AnnotatedFact = z.infer<typeof factSchema>;
export type AnnotatedClaim = z.infer<typeof claimSchema>;
