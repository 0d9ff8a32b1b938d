import { lazy } from '../text/lazy.js';
import { type Lexicon, type LexiconMatch, openLexicon, toLexicon } from './lexicon.js';

const files = [
  'names-companies',
  'names-media',
  'names-products',
  'names-institutions',
  'names-places',
  'names-people',
  'names-groups',
];

/** A well-known name. `zh` is its Simplified form or null, `en` its English form or null; `forms` holds all its forms. `isCompany`: it is listed as a company. */
export interface KnownName {
  /** Names the thing itself: equal for all forms of one name. */
  readonly key: string;
  readonly type: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly forms: readonly string[];
  readonly isCompany: boolean;
}

/** The well-known names that have `form` as one of their forms (folded, in its own case). */
export function knownNames(form: string): readonly KnownName[] {
  return load().get(form) ?? none;
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

/** Every form of a well-known name that starts at `index` of the folded text, shortest first, with the names that have it. */
export function knownNamesAt(folded: string, index: number): readonly LexiconMatch<readonly KnownName[]>[] {
  return load().allAt(folded, index);
}

/** The first offset from `from` on where a well-known name may start, by its first two units; `to` if there is none before it. */
export function nextKnownName(folded: string, from: number, to: number): number {
  return load().nextStart(folded, from, to);
}

/** Every Chinese form of a well-known name with its types: what a word segmenter should know. */
export function chineseForms(): { form: string; type: string }[] {
  return [...load().entries()]
    .filter(([form]) => /^\p{Script=Han}+$/u.test(form))
    .map(([form, known]) => ({ form, type: known[0]?.type ?? '' }));
}

const none: readonly never[] = [];

const load = lazy((): Lexicon<readonly KnownName[]> => {
  const byForm = new Map<string, KnownName[]>();
  for (const file of files) {
    const lexicon = openLexicon(file, ['name', 'type', 'en', 'aliases'], (row) => row);
    for (const [, row] of lexicon.entries()) addName(byForm, row, file === 'names-companies');
  }
  return toLexicon<readonly KnownName[]>('known-names', byForm);
});

function addName(
  byForm: Map<string, KnownName[]>,
  row: Record<'name' | 'type' | 'en' | 'aliases', string>,
  isCompany: boolean,
): void {
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
    isCompany,
  };
  for (const form of forms) byForm.set(form, [...(byForm.get(form) ?? []), name]);
}
