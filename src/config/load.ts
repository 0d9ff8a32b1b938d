import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { systemReason } from '../batch/user-error.js';
import { tables } from '../export/tables.js';
import { ArticleError } from '../input/article.js';
import { decode } from '../input/decode.js';
import { relativePath } from '../input/discover.js';
import { hasJiebaRs } from '../segment/jieba-rs.js';
import { type LexiconRow, type SettingsFile, type SettingsRecord, toEntry, toWord } from '../settings/schema.js';
import { defaultSegmenter, type SegmenterName } from '../settings/segmenters.js';
import {
  createSettings,
  type LexiconEntry,
  noSettings,
  type Settings,
  type TableChoice,
  type UserWord,
} from '../settings/settings.js';
import { notRegular, readRegular } from '../text/regular-file.js';
import { ConfigError, check } from './config-error.js';
import { parseLexicon, parseWords } from './lexicon-file.js';
import { type Config, configSchema } from './schema.js';

/** The file in which a configuration is looked for. */
const configFile = 'wenmai.config.json';

/** A configuration and the directory that the paths in it are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly directory: string;
}

/** Settings ready for use, and how datapackage.json records them; null where nothing was chosen. */
export interface ResolvedSettings {
  readonly settings: Settings;
  readonly record: SettingsRecord | null;
}

/**
 * The configuration in the file `given`, or in `wenmai.config.json` in the directory `cwd`, if there is one.
 *
 * @throws ConfigError if the file that is given is missing, or what it says is wrong.
 */
export function loadConfig(given: string | undefined, cwd: string): LoadedConfig {
  const path = resolve(cwd, given ?? configFile);
  if (given === undefined && !existsSync(path)) return { config: {}, directory: cwd };
  const shown = given ?? configFile;
  // A pipe that is named is read; one that lies in the directory is not waited for.
  const { text } = readText(path, shown, given === undefined ? readRegular : readFileSync);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigError(`${shown}: this is not JSON; check its commas and quotes.`);
  }
  return { config: check(configSchema(), value, shown), directory: dirname(path) };
}

/**
 * Reads the files that a configuration names. Paths in the record are relative to `home`.
 *
 * @throws ConfigError if a file is missing or a row of it is wrong.
 */
export function resolveSettings({ config, directory }: LoadedConfig, home: string): ResolvedSettings {
  return resolveParts({ ...config, tables: tableChoiceOf(config.tables) }, directory, home);
}

type Parts = Pick<Config, 'lexicon' | 'words' | 'wordFiles' | 'recognizers' | 'segmenter'> & {
  readonly tables: TableChoice | null;
};

function resolveParts({ tables, ...config }: Parts, directory: string, home: string): ResolvedSettings {
  const files = openFiles(directory, home);
  const lexicon = (config.lexicon ?? []).map((part) =>
    typeof part === 'string' ? files.names(part) : { entries: [toEntry(part)], recorded: part },
  );
  const wordFiles = (config.wordFiles ?? []).map(files.words);
  const words = (config.words ?? []).map(toWord);
  const { recognizers = {}, segmenter = defaultSegmenter } = config;
  checkSegmenter(segmenter);
  const settings = createSettings({
    lexicon: lexicon.flatMap(({ entries }) => entries),
    words: [...words, ...wordFiles.flatMap((file) => file.words)],
    recognizers: definedOf(recognizers),
    tables,
    segmenter,
  });
  const isPlain = settings.id === noSettings.id;
  return {
    settings,
    record: isPlain
      ? null
      : {
          ...{ lexicon: lexicon.map(({ recorded }) => recorded), words },
          ...{ wordFiles: wordFiles.map(({ recorded }) => recorded), recognizers },
          tables: tables === null ? null : mutable(tables),
          ...(config.segmenter && { segmenter: config.segmenter }),
        },
  };
}

/** @throws ConfigError if the package of the segmenter is not installed. */
export function checkSegmenter(segmenter: SegmenterName): void {
  if (segmenter === 'jieba-rs' && !hasJiebaRs())
    throw new ConfigError(
      'the segmenter jieba-rs is the package @node-rs/jieba: install it with npm install @node-rs/jieba.',
    );
}

/** What of a recorded configuration is there again, and what has changed since. */
export interface Restored extends ResolvedSettings {
  readonly differences: readonly string[];
}

/**
 * The settings that datapackage.json in `home` records.
 *
 * @throws ConfigError if a file of them is missing or cannot be read any more.
 */
export function restoreSettings(record: SettingsRecord | null, home: string): Restored {
  if (record === null) return { ...resolveSettings({ config: {}, directory: home }, home), differences: [] };
  const parts: Parts = {
    ...record,
    lexicon: record.lexicon.map((part) => ('path' in part ? part.path : part)),
    wordFiles: record.wordFiles.map(({ path }) => path),
  };
  const restored = resolveParts(parts, home, home);
  const differences = [
    ...changedFiles('user lexicon', filesIn(record.lexicon), filesIn(restored.record?.lexicon ?? []), home),
    ...changedFiles('word file', record.wordFiles, restored.record?.wordFiles ?? [], home),
  ];
  return { ...restored, differences };
}

function filesIn(parts: SettingsRecord['lexicon']): SettingsFile[] {
  return parts.flatMap((part) => ('path' in part ? [part] : []));
}

function changedFiles(
  what: string,
  then: readonly SettingsFile[],
  now: readonly SettingsFile[],
  home: string,
): string[] {
  return then.flatMap(({ path, sha256 }, i) =>
    now[i]?.sha256 === sha256 ? [] : [`${what} ${shownPath(resolve(home, path), path)} has changed`],
  );
}

interface Files {
  names(path: string): { entries: LexiconEntry[]; recorded: SettingsFile | LexiconRow };
  words(path: string): { words: UserWord[]; recorded: SettingsFile };
}

function openFiles(directory: string, home: string): Files {
  const open = (path: string) => {
    const full = resolve(directory, path);
    const shown = shownPath(full, path);
    const { text, bytes, sha256 } = readText(full, shown, readRegular);
    return { text, shown, recorded: { path: relativePath(home, full), bytes, sha256 } };
  };
  return {
    names(path) {
      const { text, shown, recorded } = open(path);
      return { entries: parseLexicon(text, shown), recorded };
    },
    words(path) {
      const { text, shown, recorded } = open(path);
      return { words: parseWords(text, shown), recorded };
    },
  };
}

/** A path as the reader sees it from where he stands; one that is given from the root stays so. */
function shownPath(full: string, given: string): string {
  return isAbsolute(given) ? given : relativePath(process.cwd(), full);
}

function readText(
  path: string,
  shown: string,
  read: (path: string) => Uint8Array,
): { text: string; bytes: number; sha256: string } {
  let bytes: Uint8Array;
  try {
    bytes = read(path);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    const why = code === 'ENOENT' ? 'there is no such file' : (systemReason(error) ?? 'no file can have this name');
    const advice = code === notRegular ? 'save what it gives as one' : 'check the path';
    throw new ConfigError(`${shown}: ${why}; ${advice}.`);
  }
  try {
    const { text } = decode(bytes);
    return { text, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    throw new ConfigError(`${shown}: the encoding of the file cannot be told; save it as UTF-8.`);
  }
}

/** Of a list, what it names; of an object, all tables but those that it leaves out. */
function tableChoiceOf(choice: Config['tables']): TableChoice | null {
  if (choice === undefined) return null;
  if (Array.isArray(choice)) return Object.fromEntries(choice.map((name) => [name, null]));
  return Object.fromEntries(
    tables.flatMap(({ name }) => {
      const columns = choice[name] ?? true;
      return columns === false ? [] : [[name, columns === true ? null : columns]];
    }),
  );
}

function mutable(tables: TableChoice): NonNullable<SettingsRecord['tables']> {
  return Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, columns && [...columns]]));
}

/** What is switched on or off, without what is not said. */
export function definedOf(recognizers: NonNullable<Config['recognizers']>): Settings['recognizers'] {
  return Object.fromEntries(Object.entries(recognizers).filter(([, isOn]) => isOn !== undefined));
}
