import { z } from 'zod';
import { claimChoices } from '../claims/choices.js';
import { tables } from '../export/tables.js';
import { isIsoDate } from '../input/dates.js';
import { encodingByLabel } from '../input/decode.js';
import { targetScripts } from '../script/targets.js';
import { lexiconRowSchema, recognizersSchema, segmenterSchema, wordSchema } from '../settings/schema.js';
import { lazy } from '../text/lazy.js';

/** A day of publication, with or without a time. */
export const publishedSchema = z.string().refine(isIsoDate, 'it is no real day as YYYY-MM-DD');

const path = z.string().min(1);

/** The tables wanted: a list of names, or an object that says of each which columns. */
function tablesSchema() {
  const columnChoices = Object.fromEntries(
    tables.map(({ name, columns, description }) => [
      name,
      z
        .union([
          z.boolean().describe('Whether the table is wanted, with all its columns.'),
          z
            .array(z.enum(columns.map(({ field }) => field.name)))
            .describe('The columns that are wanted; keys come too.'),
        ])
        .optional()
        .describe(description),
    ]),
  );
  return z.union([z.array(z.enum(tables.map(({ name }) => name))), z.strictObject(columnChoices)]);
}

/** What `wenmai.config.json` may say. Flags of the command win over it; paths in it are relative to the file. */
export const configSchema = lazy(() =>
  z
    .strictObject({
      $schema: z.string().optional().describe('Address of the schema of this file, for editors.'),
      published: publishedSchema.optional().describe('Date of publication for articles without one.'),
      script: z.enum(targetScripts).optional().describe('Script of exported text and names.'),
      encoding: z
        .string()
        .refine((label) => encodingByLabel(label) !== null, 'it is no encoding; name one as utf-8, gb18030 or big5')
        .optional()
        .describe('Encoding of the articles; found out if not given.'),
      tokens: z.boolean().optional().describe('Whether tokens carry their part of speech.'),
      claims: z.enum(claimChoices).optional().describe('All claims, or those of the most reliable frames.'),
      excel: z.boolean().optional().describe('Whether tables are for Excel: byte-order mark, formulas escaped.'),
      lexicon: z
        .array(z.union([path.describe('A .tsv, .csv or .json file of names.'), lexiconRowSchema]))
        .optional()
        .describe('Names that win over whatever else is found; of two rows with one form the earlier.'),
      words: z.array(wordSchema).optional().describe('Words that segmentation leaves whole.'),
      wordFiles: z
        .array(path)
        .optional()
        .describe("Files of such words in the form of jieba's user dictionary: word, frequency and tag a line."),
      recognizers: recognizersSchema
        .optional()
        .describe('Recognisers switched on or off; those that are not named are on.'),
      segmenter: segmenterSchema
        .optional()
        .describe('What cuts Chinese into words: nodejieba, or jieba-rs where @node-rs/jieba is installed.'),
      tables: tablesSchema().optional().describe('The tables wanted, or an object that says of each which columns.'),
    })
    .describe('Configuration of wenmai, from wenmai.config.json or --config.'),
);

/** What a configuration file says, checked. */
export type Config = z.output<ReturnType<typeof configSchema>>;

/** The JSON Schema of `wenmai.config.json` as the package ships it, for editors. */
export function configSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(configSchema(), { io: 'input', target: 'draft-7' }), null, 2)}\n`;
}
