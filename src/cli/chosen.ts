import { isAbsolute, relative, resolve } from 'node:path';
import type { ClaimChoice } from '../claims/choices.js';
import { loadConfig, type ResolvedSettings, resolveSettings } from '../config/load.js';
import { encodingByLabel } from '../input/decode.js';
import type { TargetScript } from '../script/targets.js';
import type { SegmenterName } from '../settings/segmenters.js';

/** What the command line says that a configuration may say too; the command line wins. */
export interface ChoiceFlags {
  readonly config?: string;
  readonly lexicon?: readonly string[];
  readonly tables?: string[];
  readonly published?: string;
  readonly script?: TargetScript;
  readonly encoding?: string;
  readonly tokens?: boolean;
  readonly claims?: ClaimChoice;
  readonly segmenter?: SegmenterName;
  readonly excel?: boolean;
}

/** What was chosen by flags, by the configuration, or by nobody. */
export interface Chosen extends ResolvedSettings {
  readonly published: string | null;
  readonly script: TargetScript | null;
  readonly encoding: string | null;
  readonly tokens: boolean;
  readonly claims: ClaimChoice;
  readonly excel: boolean;
}

/**
 * Reads the configuration, if there is one, and puts the flags above it. Paths in the record are relative to `home`.
 *
 * @throws ConfigError if a file that is named is missing, or what it says is wrong.
 */
export function choose(flags: ChoiceFlags, cwd: string, home: string): Chosen {
  const { config, directory } = loadConfig(flags.config, cwd);
  const lexicons = (flags.lexicon ?? []).map((path) =>
    isAbsolute(path) ? path : relative(directory, resolve(cwd, path)),
  );
  const lexicon = [...lexicons, ...(config.lexicon ?? [])];
  const tables = flags.tables ?? config.tables;
  const segmenter = flags.segmenter ?? config.segmenter;
  const all = { ...config, lexicon, ...(tables && { tables }), ...(segmenter && { segmenter }) };
  const encoding = flags.encoding ?? config.encoding;
  return {
    ...resolveSettings({ config: all, directory }, home),
    published: flags.published ?? config.published ?? null,
    script: flags.script ?? config.script ?? null,
    encoding: encoding === undefined ? null : encodingByLabel(encoding),
    tokens: flags.tokens ?? config.tokens ?? false,
    claims: flags.claims ?? config.claims ?? 'balanced',
    excel: flags.excel ?? config.excel ?? false,
  };
}
