import { lazy } from '../text/lazy.js';
import { openLexicon } from './lexicon.js';
import { Trie } from './trie.js';

const files = [
  'names-companies',
  'names-media',
  'names-products',
  'names-institutions',
  'names-places',
  'names-people',
  'names-groups',
];

/** A well-known name. `zh` is its Simplified form or null, `en` its English form or null; `forms` holds all its forms. */
export interface KnownName {
  /** Names the thing itself: equal for all forms of one name. */
  readonly key: string;
  readonly type: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly forms: readonly string[];
}

/** The well-known names that have `form` as one of their forms (folded, in its own case). */
export function knownNames(form: string): readonly KnownName[] {
  return load().byForm.get(form) ?? [];
}

const listedKinds: Readonly<Record<string, readonly string[]>> = {
  person: ['PERSON'],
  place: ['GPE', 'LOC', 'FAC'],
  organization: ['ORG'],
  other: [],
};

const listed = lazy(() => openLexicon('listed-names', ['name', 'kind', 'en'], (cells) => cells));

/** The English form of a Chinese name that the dictionaries list for a thing of this type; null where they have none. */
export function listedEnglish(form: string, type: string): string | null {
  const row = listed().get(form);
  return row !== undefined && row.en !== '' && listedKinds[row.kind]?.includes(type) === true ? row.en : null;
}

/** Every form of a well-known name that starts at `index` of the folded text, shortest first. */
export function knownNamesAt(folded: string, index: number): { end: number; names: readonly KnownName[] }[] {
  return load()
    .trie.matchesAt(folded, index)
    .map(({ end, value }) => ({ end, names: value }));
}

/** Every Chinese form of a well-known name with its types: what a word segmenter should know. */
export function chineseForms(): { form: string; type: string }[] {
  return [...load().byForm]
    .filter(([form]) => /^\p{Script=Han}+$/u.test(form))
    .map(([form, known]) => ({ form, type: known[0]?.type ?? '' }));
}

const load = lazy((): { byForm: Map<string, KnownName[]>; trie: Trie<readonly KnownName[]> } => {
  const byForm = new Map<string, KnownName[]>();
  for (const file of files) {
    const lexicon = openLexicon(file, ['name', 'type', 'en', 'aliases'], (row) => row);
    for (const [, row] of lexicon.entries()) addName(byForm, row);
  }
  return { byForm, trie: new Trie<readonly KnownName[]>(byForm) };
});

function addName(byForm: Map<string, KnownName[]>, row: Record<'name' | 'type' | 'en' | 'aliases', string>): void {
  const aliases = row.aliases === '' ? [] : row.aliases.split('|');
  const zh = /\p{Script=Han}/u.test(row.name)
    ? row.name
    : (aliases.find((form) => /\p{Script=Han}/u.test(form)) ?? null);
  const forms = [...new Set([row.name, row.en, ...aliases])].filter(
    // The key of a name without a Chinese form is lower-cased; the form itself is in `en`.
    (form) => form !== '' && (form !== row.name || form === row.en || /\p{Script=Han}/u.test(form)),
  );
  const name: KnownName = {
    key: `${row.type}:${row.name}`,
    type: row.type,
    zh,
    en: row.en === '' ? null : row.en,
    forms,
  };
  for (const form of forms) byForm.set(form, [...(byForm.get(form) ?? []), name]);
}
