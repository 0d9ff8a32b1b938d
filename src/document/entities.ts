import type { EntityType } from './mentions.js';
import type { UserEntry } from './user-names.js';

export const nameForms = ['zh-Hant', 'zh-Hans', 'en'] as const;
export type NameForm = (typeof nameForms)[number];

/**
 * Why two forms are taken for one name. spelling: case, spaces, hyphens, AI for 人工智能; lexicon: forms of one well-known name;
 * dictionary: as dictionaries translate it; pinyin, wade-giles, cantonese, korean, japanese: a reading of its characters;
 * gloss: one in brackets behind the other; renamed: after words such as 簡稱, also known as; abbreviation: characters or
 * initials of the other; short-form: the other without words of kind, or a part of a person's name; surname: a surname and
 * a title; region: a place without its word of kind; sound: a foreign name written by sound; translation: part by part;
 * alias: a short form that one name only has in the corpus.
 */
export const linkRules = [
  'spelling',
  'lexicon',
  'dictionary',
  'pinyin',
  'wade-giles',
  'cantonese',
  'korean',
  'japanese',
  'gloss',
  'renamed',
  'abbreviation',
  'short-form',
  'surname',
  'region',
  'sound',
  'translation',
  'alias',
] as const;
export type LinkRule = (typeof linkRules)[number];

/** Two forms that a rule found to be one name. */
export interface Link {
  readonly rule: LinkRule;
  readonly forms: readonly [string, string];
}

/** What mentions refer to. `mentions` are indexes into the mentions layer, ascending. */
export interface Entity {
  readonly type: EntityType;
  /** The form that the article uses first and in full. */
  readonly name: string;
  readonly names: Readonly<Record<NameForm, string | null>>;
  /** The other forms that the article uses, sorted by code point. */
  readonly aliases: readonly string[];
  readonly mentions: readonly number[];
  /** What the user's own entry of it says, where it has one. */
  readonly user?: Pick<UserEntry, 'key' | 'wikidata' | 'ticker'>;
  /** What made its forms one name, in the order in which they were joined. */
  readonly why: readonly Link[];
}
