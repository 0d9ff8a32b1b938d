import type { UserEntry, UserName, UserWordSpan } from '../document/types.js';
import { createFinder } from './finder.js';
import { formsOf } from './forms.js';
import type { RecognizerName } from './recognizers.js';
import type { SegmenterName } from './segmenters.js';
import { noSettings, type Settings } from './settings.js';

/** What the user chose, ready for use on one article after the other. Keeps nothing of them. */
export interface Guide {
  readonly segmenter: SegmenterName;
  isOn(recognizer: RecognizerName): boolean;
  /** The user's names in a folded text, in order, none overlapping another. */
  namesIn(folded: string): readonly UserName[];
  /** The user's words in a folded text, in order, none overlapping another. */
  wordsIn(folded: string): readonly UserWordSpan[];
}

const guides = new WeakMap<Settings, Guide>();
let latest: { readonly id: string; readonly guide: Guide } | null = null;

/** The guide of the settings; not made again for the same object, nor for a copy of those that were asked for last. */
export function guideOf(settings: Settings = noSettings): Guide {
  const known = guides.get(settings) ?? (latest?.id === settings.id ? latest.guide : createGuide(settings));
  guides.set(settings, known);
  latest = { id: settings.id, guide: known };
  return known;
}

function createGuide({ lexicon, words, recognizers, segmenter }: Settings): Guide {
  const entries = lexicon.map((entry): UserEntry => ({ ...entry, key: `${entry.type}:${entry.name}` }));
  const findNames = createFinder(lexicon.map(formsOf));
  const findWords = createFinder(words.map(({ word }) => [word]));
  return {
    segmenter,
    isOn: (recognizer) => recognizers[recognizer] ?? true,
    namesIn: (folded) =>
      findNames(folded).flatMap(({ start, end, entry }) => {
        const given = entries[entry];
        return given === undefined ? [] : [{ start, end, entry: given }];
      }),
    wordsIn: (folded) =>
      findWords(folded).map(({ start, end, entry }) => ({ start, end, pos: words[entry]?.tag ?? 'n' })),
  };
}
