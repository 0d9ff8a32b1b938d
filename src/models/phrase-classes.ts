import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { PhraseTable } from './phrase-table.js';
import { Scratch } from './scratch.js';

/** The classes of words that a model sees, each a bit. The order is part of the model: append, never insert. */
const classes = [
  'title-before',
  'title-after',
  'verb-strong',
  'verb-weak',
  'organization-after',
  'organization-before',
  'product-before',
  'product-after',
  'naming-noun',
  'generic',
  'name-lead',
  'company-word',
  'institution-verb',
  'given-foreign',
  'surname-common',
  'surname-weak',
  'surname-compound',
  'surname-japanese',
  'company',
  'institution',
  'media',
  'facility',
  'place-suffix',
  'nature',
  'event',
  'law',
  'ambiguous',
  'listed-person',
  'listed-place',
  'listed-organization',
  'listed-other',
] as const;
type PhraseClass = (typeof classes)[number];

function bit(name: PhraseClass): number {
  return 1 << classes.indexOf(name);
}

/** Every word of the lexicons that may tell of a name, with its classes. */
export const phraseClasses = lazy((): PhraseTable => {
  const table = new PhraseTable();
  const add = <V>(lexicon: Lexicon<V>, classOf: (value: V) => readonly PhraseClass[]): void => {
    for (const [word, value] of lexicon.entries())
      table.add(
        word,
        classOf(value).reduce((bits, name) => bits | bit(name), 0),
      );
  };
  const words = (name: string, phraseClass: PhraseClass): void => add(openWords(name), () => [phraseClass]);
  add(
    openLexicon('person-titles', ['word', 'side'], (row) => row.side),
    (side) => [
      ...(side.includes('before') ? ['title-before' as const] : []),
      ...(side.includes('after') ? ['title-after' as const] : []),
    ],
  );
  add(
    openLexicon('person-verbs', ['word', 'kind'], (row) => row.kind),
    (kind) => [kind === 'strong' ? 'verb-strong' : 'verb-weak'],
  );
  add(
    openLexicon('organization-cues', ['word', 'cues'], ({ cues }) => cues.split('|') as readonly string[]),
    (cues) => [
      ...(cues.includes('after') || cues.includes('after+') ? ['organization-after' as const] : []),
      ...(cues.includes('before') || cues.includes('before+') ? ['organization-before' as const] : []),
    ],
  );
  add(
    openLexicon('product-cues', ['word', 'cues'], ({ cues }) => cues.split('|') as readonly string[]),
    (cues) => [
      ...(cues.includes('before') ? ['product-before' as const] : []),
      ...(cues.includes('after') ? ['product-after' as const] : []),
    ],
  );
  add(
    openLexicon('naming-nouns', ['word', 'type'], (row) => row.type as never),
    () => ['naming-noun'],
  );
  add(
    openLexicon('company-words', ['word', 'roles'], ({ roles }) => roles.split('|') as readonly string[]),
    () => ['company-word'],
  );
  add(
    openLexicon('listed-names', ['name', 'kind', 'en'], (row) => row),
    ({ kind }) => [`listed-${kind}` as PhraseClass],
  );
  words('generic-words', 'generic');
  words('name-leads', 'name-lead');
  words('institution-verbs', 'institution-verb');
  words('given-names-transliterated', 'given-foreign');
  words('ambiguous-names', 'ambiguous');
  add(
    openLexicon('surnames', ['surname', 'kind'], (row) => row.kind),
    (kind) => [`surname-${kind}` as PhraseClass],
  );
  add(
    openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row),
    ({ kind }) => [kind === 'place' ? 'place-suffix' : kind === 'title' ? 'law' : (kind as PhraseClass)],
  );
  return table;
});

/** What is known of a single character: how like a given name's it is (0..7), and whether foreign names are written with it. */
export const characterClasses = lazy((): Uint8Array => {
  const table = new Uint8Array(1 << 16);
  const weights = openLexicon('given-name-characters', ['character', 'weight'], (row) => Number(row.weight));
  for (const [character, weight] of weights.entries())
    table[character.charCodeAt(0)] = Math.max(1, Math.min(7, Math.round(weight) + 4));
  for (const [character] of openWords('transliteration-characters').entries()) {
    const code = character.charCodeAt(0);
    table[code] = (table[code] ?? 0) | 8;
  }
  return table;
});

/** Which phrases start, end, and stand at each character of a stretch of text, as sets of classes. */
export interface PhraseMarks {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly inside: Int32Array;
}

/** Marks the phrases of `table` in `folded` from `start` to `end`; index 0 is the character at `start`. */
export function markPhrases(
  table: PhraseTable,
  folded: string,
  start: number,
  end: number,
  scratch = new Scratch(),
): PhraseMarks {
  const length = end - start;
  const starts = scratch.take(length);
  const ends = scratch.take(length);
  const inside = scratch.take(length);
  table.forEachIn(folded, start, end, (from, to, bits) => {
    const first = from - start;
    const last = to - 1 - start;
    starts[first] = (starts[first] as number) | bits;
    ends[last] = (ends[last] as number) | bits;
    for (let i = first; i <= last; i++) inside[i] = (inside[i] as number) | bits;
  });
  return { starts, ends, inside };
}
