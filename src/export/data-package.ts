import { z } from 'zod';
import type { InputSource } from '../document/provenance.js';
import { targetScripts } from '../script/targets.js';
import { settingsRecordSchema } from '../settings/schema.js';
import type { ExportOptions, Resource } from './format.js';
import { defaultFormats, formatNames } from './index.js';
import type { Makers } from './versions.js';

const hashedFile = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });

/** The part of datapackage.json that is read again: what was written, from what, by what. */
export const dataPackageSchema = z.object({
  sources: z.array(
    z.object({
      path: z.string(),
      role: z.enum(['articles', 'fields']),
      bytes: z.number().nullable(),
      hash: z.string().nullable(),
    }),
  ),
  resources: z.array(
    z.object({ path: z.string(), bytes: z.number(), hash: z.string(), encoding: z.string().optional() }),
  ),
  wenmai: z.object({
    versions: z.record(z.string(), z.string()),
    options: z.object({
      published: z.string().nullable(),
      script: z.enum(targetScripts).nullable().default(null),
      encoding: z.string().nullable().default(null),
      tokens: z.boolean(),
      claims: z.enum(['balanced', 'strict']).default('balanced'),
      excel: z.boolean(),
      formats: z.array(z.enum(formatNames)).default([...defaultFormats]),
    }),
    settings: settingsRecordSchema.nullable().default(null),
    lexicons: z.array(hashedFile),
    dictionaries: z.array(hashedFile),
  }),
});

export type DataPackage = z.infer<typeof dataPackageSchema>;

/** The Frictionless Data Package of an export, as the text of datapackage.json. It holds no time and no machine. */
export function describeExport(
  resources: readonly Resource[],
  sources: readonly InputSource[],
  { settings: _rows, settingsRecord = null, ...options }: ExportOptions,
  { versions, lexicons, dictionaries }: Makers,
): string {
  const settings = settingsRecord === null ? {} : { settings: settingsRecord };
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'wenmai-annotations',
    title: 'Annotated news',
    description: 'What wenmai found in the articles under "sources". Offsets are Unicode code points, half-open.',
    sources: sources.map(({ path, role, bytes, sha256 }) => ({
      ...{ title: path.slice(path.lastIndexOf('/') + 1), path, role, bytes },
      hash: sha256 === null ? null : `sha256:${sha256}`,
    })),
    resources: resources.map(describeResource),
    wenmai: { versions, options, ...settings, lexicons, dictionaries },
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

/**
 * A table is said to be one, with its schema. Any other file must not be taken for one: validators go by the format, so
 * that of such a file is called otherwise than the ending of its name.
 */
function describeResource({ name, description, format, mediatype, rows, file, binary, schema }: Resource): object {
  const isTable = schema !== undefined;
  return {
    name,
    ...(isTable ? { type: 'table' } : {}),
    ...{ path: file.path, description, format: isTable ? format : `${format}-file`, mediatype },
    ...(binary === true ? {} : { encoding: 'utf-8' }),
    ...{ bytes: file.bytes, hash: `sha256:${file.sha256}`, [isTable ? 'rows' : 'records']: rows },
    ...(isTable ? { schema: { ...schema, missingValues: [''] } } : {}),
  };
}
