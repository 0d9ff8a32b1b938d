import { createHash } from 'node:crypto';
import type { EntityType } from '../document/types.js';
import type { RecognizerName } from './recognizers.js';
import { defaultSegmenter, type SegmenterName } from './segmenters.js';

/** A name that the user gives: it wins over whatever else is found where one of its forms stands. */
export interface LexiconEntry {
  /** The name in whichever script or language the user writes it. */
  readonly name: string;
  readonly type: EntityType;
  /** Other forms; regional ones (英伟达 for 輝達), abbreviations, former names. */
  readonly aliases: readonly string[];
  readonly en: string | null;
  /** The name in Traditional and in Simplified, where converting the one does not give the other. */
  readonly zhHant: string | null;
  readonly zhHans: string | null;
  /** The item of Wikidata: Q182477. */
  readonly wikidata: string | null;
  /** The symbol under which it is traded: NASDAQ:NVDA. */
  readonly ticker: string | null;
}

/** A word that stays whole in segmentation, with jieba's tag of it. */
export interface UserWord {
  readonly word: string;
  readonly tag: string;
}

/** The columns wanted of each table that is wanted; null for all of them. */
export type TableChoice = Readonly<Record<string, readonly string[] | null>>;

/** What a user chooses besides the options of a run. Plain data, so that it can be handed to a worker. */
export interface Settings {
  /** Equal for equal settings. */
  readonly id: string;
  /** The earlier entry wins where two share a form. */
  readonly lexicon: readonly LexiconEntry[];
  readonly words: readonly UserWord[];
  /** What is switched on or off; all else is on. */
  readonly recognizers: Readonly<Partial<Record<RecognizerName, boolean>>>;
  /** The tables wanted, or null for all. */
  readonly tables: TableChoice | null;
  /** What cuts Chinese into words. */
  readonly segmenter: SegmenterName;
}

/** Settings that say this, under their id. */
export function createSettings(choices: Omit<Settings, 'id'>): Settings {
  return { id: createHash('sha256').update(JSON.stringify(choices)).digest('hex'), ...choices };
}

/** Nothing chosen. */
export const noSettings: Settings = createSettings({
  ...{ lexicon: [], words: [], recognizers: {}, tables: null },
  segmenter: defaultSegmenter,
});
