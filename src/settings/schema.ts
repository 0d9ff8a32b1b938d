import { z } from 'zod';
import { entityTypes } from '../document/types.js';
import { type RecognizerName, recognizerNames } from './recognizers.js';
import { segmenterNames } from './segmenters.js';
import type { LexiconEntry, UserWord } from './settings.js';

/** Whether a text has a character that can be seen: one of U+200B alone is found nowhere, and nobody sees why. */
export function isVisible(text: string): boolean {
  return /[^\p{C}\p{Z}\p{M}\p{DI}]/u.test(text);
}

const invisible = 'it has no character that can be seen; write the name or leave it out';
const form = z.string().trim().min(1).max(200).refine(isVisible, invisible);
const optionalForm = form.nullish();

/** A row of a user's lexicon, as a configuration or a program gives it. */
export const lexiconRowSchema = z.strictObject({
  name: form.describe('The name, in any script or language; its forms in the other script are found too.'),
  type: z.enum(entityTypes).describe('OntoNotes 5 type of the name.'),
  aliases: z.array(form).readonly().optional().describe('Other forms: regional ones, abbreviations, former names.'),
  en: optionalForm.describe('The name in English.'),
  zhHant: optionalForm.describe('The name in Traditional Chinese, where converting the other form does not give it.'),
  zhHans: optionalForm.describe('The name in Simplified Chinese, where converting the other form does not give it.'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d{0,11}$/)
    .nullish()
    .describe('Its item of Wikidata: Q182477.'),
  ticker: form.nullish().describe('Symbol under which it is traded: NASDAQ:NVDA.'),
});
/** A row of a user's lexicon: a name with its type, and whatever else is known of it. */
export type LexiconRow = z.input<typeof lexiconRowSchema>;

/** The entry that a checked row stands for. */
export function toEntry({
  name,
  type,
  aliases = [],
  en,
  zhHant,
  zhHans,
  wikidata,
  ticker,
}: z.output<typeof lexiconRowSchema>): LexiconEntry {
  return {
    ...{ name, type, aliases, en: en ?? null, zhHant: zhHant ?? null, zhHans: zhHans ?? null },
    ...{ wikidata: wikidata ?? null, ticker: ticker ?? null },
  };
}

/** The row that an entry stands for. */
export function toRow({ aliases, ...entry }: LexiconEntry): LexiconRow {
  return { ...entry, aliases: [...aliases] };
}

const word = z
  .string()
  .trim()
  .regex(/^\S{1,100}$/)
  .refine(isVisible, invisible);

/** A word that stays whole, alone or with jieba's tag of it. */
export const wordSchema = z.union([
  word.describe('A word that segmentation leaves whole.'),
  z.strictObject({
    word: word.describe('A word that segmentation leaves whole.'),
    tag: z
      .string()
      .regex(/^[a-z]{1,4}$/)
      .describe("jieba's tag of the word, such as n, v or nz."),
  }),
]);
/** A word, or a word with jieba's tag. */
export type WordRow = z.input<typeof wordSchema>;

/** The word that a checked row stands for; a noun if nothing else is said. */
export function toWord(row: WordRow): UserWord {
  return typeof row === 'string' ? { word: row, tag: 'n' } : row;
}

/** Which recognisers are switched on or off. */
export const recognizersSchema = z.strictObject(
  Object.fromEntries(recognizerNames.map((name) => [name, z.boolean().optional()])) as Record<
    RecognizerName,
    z.ZodOptional<z.ZodBoolean>
  >,
);

/** What cuts Chinese into words. */
export const segmenterSchema = z.enum(segmenterNames);

/** A file that settings were read from; its path is relative to the output. */
const settingsFileSchema = z.strictObject({ path: z.string(), bytes: z.number(), sha256: z.string() });
export type SettingsFile = z.infer<typeof settingsFileSchema>;

/** The settings as datapackage.json records them: files by path and hash, all else as it is. */
export const settingsRecordSchema = z.strictObject({
  lexicon: z.array(z.union([settingsFileSchema, lexiconRowSchema])),
  words: z.array(z.strictObject({ word: z.string(), tag: z.string() })),
  wordFiles: z.array(settingsFileSchema),
  recognizers: recognizersSchema,
  tables: z.record(z.string(), z.array(z.string()).nullable()).nullable(),
  segmenter: segmenterSchema.optional(),
});
export type SettingsRecord = z.infer<typeof settingsRecordSchema>;
