import type { TargetScript } from '../script/targets.js';
import type { SettingsRecord } from '../settings/schema.js';
import type { Settings } from '../settings/settings.js';
import type { TableField } from './columns.js';
import type { FileFacts, OutputFile } from './output-file.js';
import type { CorpusRows, ForeignKey, LinkedArticle } from './tables.js';

/** What a user chose; recorded, so that the same can be made again. */
export interface ExportOptions {
  /** Date for articles without one. */
  readonly published: string | null;
  /** The script in which text and names are exported; null for the article's own. */
  readonly script: TargetScript | null;
  /** The encoding of every article, or null where it is found out. */
  readonly encoding: string | null;
  /** Whether tokens carry their part of speech. */
  readonly tokens: boolean;
  /** Every claim, or those of the most reliable frames alone. */
  readonly claims: 'balanced' | 'strict';
  /** Whether CSV tables begin with a byte-order mark and have formulas escaped. */
  readonly excel: boolean;
  /** Names of the forms in which the corpus is exported, in the order of the list in index.ts. */
  readonly formats: readonly string[];
  /** The user's names and words, recognisers switched off, and the tables wanted. */
  readonly settings?: Settings;
  /** The same as datapackage.json records it; none where nothing was chosen. */
  readonly settingsRecord?: SettingsRecord | null;
}

/** A written file as datapackage.json describes it. */
export interface Resource {
  readonly name: string;
  readonly description: string;
  readonly format: string;
  readonly mediatype: string;
  /** Rows of a table; articles, annotations or whatever else another file holds one by one. */
  readonly rows: number;
  readonly file: FileFacts;
  /** Whether it is no text; a text is UTF-8. */
  readonly binary?: boolean;
  readonly schema?: {
    readonly fields: readonly TableField[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly ForeignKey[];
  };
}

/**
 * Takes the articles one by one, in the order of their ids; `close` writes what comes once and ends the files. Between two
 * articles it keeps no more of them than the corpus as a whole is made of.
 */
export interface FormatWriter {
  add(linked: LinkedArticle): void | Promise<void>;
  close(corpus: CorpusRows): readonly Resource[] | Promise<readonly Resource[]>;
}

/** A form in which the corpus is exported. A new one is one file and its entry in index.ts. */
export interface ExportFormat {
  /** What `--format` calls it. */
  readonly name: string;
  /** What it is and who reads it, in a few words. */
  readonly description: string;
  /** Whether it is made of tokens; else articles come without them. */
  readonly readsTokens?: true;
  /** Starts the files; `create` takes a path in the output, with forward slashes, whose folders it makes. */
  open(create: (path: string) => OutputFile, options: ExportOptions): FormatWriter;
}
