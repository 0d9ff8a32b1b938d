import { configs } from 'opencc-js/preset';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { WordList } from './word-list.js';

/** OpenCC's conversions, and two of Traditional text into the words of a region. */
export const conversions = [
  ...(['s2t', 't2s', 's2tw', 's2twp', 's2hk', 's2hkp', 'tw2s', 'tw2sp', 'hk2s', 'hk2sp'] as const),
  ...(['tw2t', 'hk2t', 't2tw', 't2hk', 'jp2t', 't2jp', 't2twp', 't2hkp'] as const),
] as const;
export type Conversion = (typeof conversions)[number];

/** What one conversion does: the words that are kept apart from each other, then one step after the other. */
export interface Chain {
  readonly normalization: readonly WordList[];
  readonly segmentation: readonly WordList[];
  readonly steps: readonly (readonly WordList[])[];
}

/** A conversion as opencc-js describes it; its types leave out the first field. */
interface Preset {
  readonly normalizationChain?: readonly (readonly string[])[];
  readonly segmentation?: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

const presets = configs as unknown as Readonly<Record<string, Preset>>;
const chains = new Map<Conversion, Chain>();
const wordLists = new Map<string, WordList>();

/** The lists of a conversion, each read once, on first use. */
export function openChain(conversion: Conversion): Chain {
  const known = chains.get(conversion) ?? readChain(conversion);
  chains.set(conversion, known);
  return known;
}

function readChain(conversion: Conversion): Chain {
  // Traditional text takes the second step only: from OpenCC's own standard to that of the region.
  const regional = conversion === 't2twp' || conversion === 't2hkp';
  const preset = presets[regional ? conversion.replace('t2', 's2') : conversion];
  if (preset === undefined) throw new Error(`opencc-js has no conversion ${conversion}.`);
  const { normalizationChain = [], segmentation = [], conversionChain } = preset;
  return {
    normalization: normalizationChain.flat().map(openList),
    segmentation: regional ? [] : segmentation.map(openList),
    steps: conversionChain.slice(regional ? 1 : 0).map(openLists),
  };
}

/** The lists of a step, with TSCharactersExt before the TSCharacters that opencc-js has without it. */
function openLists(lists: readonly string[]): WordList[] {
  const characters = presets.t2s?.conversionChain[0]?.at(-1);
  return lists.flatMap((list) => (list === characters ? [extension(), openList(list)] : [openList(list)]));
}

function openList(list: string): WordList {
  const opened = wordLists.get(list) ?? new WordList(list);
  wordLists.set(list, opened);
  return opened;
}

/** OpenCC's TSCharactersExt. */
export const extension = lazy(() => {
  const lexicon = openLexicon('simplified-extension', ['character', 'simplified'], (row) => row.simplified);
  return new WordList(Array.from(lexicon.entries(), (row) => row.join(' ')).join('|'));
});

/** Length of what no list knows at `at`: a character, or an ideographic description sequence, which is one character. */
export function unknownLength(text: string, at: number, limit: number): number {
  const end = endOfDescription(text, at, limit);
  return end > at ? end - at : lengthOfCharacter(text, at);
}

function lengthOfCharacter(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where the description ⿰氵每 that starts at `at` ends; 0 if none does, or it is cut off. */
function endOfDescription(text: string, at: number, limit: number): number {
  const operator = text.charCodeAt(at);
  if (operator < 0x2ff0 || operator > 0x2fff) return 0;
  let end = at + 1;
  for (let parts = operator <= 0x2ff1 ? 2 : operator <= 0x2ff3 ? 3 : 2; parts > 0; parts--) {
    if (end >= limit) return 0;
    end = endOfDescription(text, end, limit) || end + lengthOfCharacter(text, end);
  }
  return end;
}
