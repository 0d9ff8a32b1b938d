import { configs } from 'opencc-js/preset';
import { type Alignment, type Replacement, rewrite } from '../document/alignment.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { WordList } from './word-list.js';

/** OpenCC's conversions, and two of Traditional text into the words of a region. */
export const conversions = [
  ...(['s2t', 't2s', 's2tw', 's2twp', 's2hk', 's2hkp', 'tw2s', 'tw2sp', 'hk2s', 'hk2sp'] as const),
  ...(['tw2t', 'hk2t', 't2tw', 't2hk', 'jp2t', 't2jp', 't2twp', 't2hkp'] as const),
] as const;
export type Conversion = (typeof conversions)[number];

/** A text in another script; the alignment leads from the text that was given to it. */
export interface Converted {
  readonly text: string;
  readonly alignment: Alignment<Replacement>;
}

/** What one conversion does: the words that are kept apart from each other, then one step after the other. */
interface Chain {
  readonly normalization: readonly WordList[];
  readonly segmentation: readonly WordList[];
  readonly steps: readonly (readonly WordList[])[];
}

/**
 * Converts `text` phrase by phrase, as OpenCC does, and keeps the alignment. A phrase that keeps its number of
 * characters is aligned character by character; any other is one change.
 */
export function convertAligned(text: string, conversion: Conversion): Converted {
  const { normalization, segmentation, steps } = chainOf(conversion);
  let state = rewrite<Replacement>(text, [], replace(text, [text.length], normalization).edits);
  let ends = segmentation.length > 0 ? segment(state.text, segmentation) : [state.text.length];
  for (const lists of steps) {
    const step = replace(state.text, ends, lists);
    state = rewrite(state.text, state.alignment, step.edits);
    ends = step.ends;
  }
  return state;
}

/** The text of `convertAligned`. */
export function convert(text: string, conversion: Conversion): string {
  return convertAligned(text, conversion).text;
}

/** Ends of the words that `lists` know, and of what stands between them. */
function segment(text: string, lists: readonly WordList[]): number[] {
  const ends: number[] = [];
  let open = false;
  for (let at = 0; at < text.length; ) {
    const found = longestAt(text, at, text.length, lists);
    if (found === null) {
      open = true;
      at += unknownLength(text, at, text.length);
      continue;
    }
    if (open) ends.push(at);
    open = false;
    at += found.length;
    ends.push(at);
  }
  if (open || ends.length === 0) ends.push(text.length);
  return ends;
}

/** What `lists` put in place of what, within each stretch of the text, and where the stretches end then. */
function replace(
  text: string,
  ends: readonly number[],
  lists: readonly WordList[],
): { edits: Replacement[]; ends: number[] } {
  const edits: Replacement[] = [];
  let at = 0;
  let lag = 0;
  const newEnds = ends.map((end) => {
    while (at < end) {
      const found = longestAt(text, at, end, lists);
      if (found === null) at += unknownLength(text, at, end);
      else {
        const value = found.list.get(text.slice(at, at + found.length));
        pushEdits(edits, text, at, found.length, value);
        lag += value.length - found.length;
        at += found.length;
      }
    }
    return end + lag;
  });
  return { edits, ends: newEnds };
}

function longestAt(
  text: string,
  at: number,
  limit: number,
  lists: readonly WordList[],
): { list: WordList; length: number } | null {
  let best: { list: WordList; length: number } | null = null;
  for (const list of lists) {
    const length = list.lengthAt(text, at, limit);
    if (length > (best?.length ?? 0)) best = { list, length };
  }
  return best;
}

function pushEdits(edits: Replacement[], text: string, start: number, length: number, value: string): void {
  const key = text.slice(start, start + length);
  if (key === value) return;
  const [before, after] = [Array.from(key), Array.from(value)];
  if (before.length !== after.length) {
    edits.push({ start, end: start + length, replacement: value });
    return;
  }
  let at = start;
  before.forEach((character, i) => {
    const replacement = after[i] ?? '';
    if (replacement !== character) edits.push({ start: at, end: at + character.length, replacement });
    at += character.length;
  });
}

/** Length of what no list knows at `at`: a character, or an ideographic description sequence, which is one character. */
function unknownLength(text: string, at: number, limit: number): number {
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

/** A conversion as opencc-js describes it; its types leave out the first field. */
interface Preset {
  readonly normalizationChain?: readonly (readonly string[])[];
  readonly segmentation?: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

const presets = configs as unknown as Readonly<Record<string, Preset>>;
const chains = new Map<Conversion, Chain>();
const wordLists = new Map<string, WordList>();

function chainOf(conversion: Conversion): Chain {
  const known = chains.get(conversion);
  if (known !== undefined) return known;
  // Traditional text takes the second step only: from OpenCC's own standard to that of the region.
  const regional = conversion === 't2twp' || conversion === 't2hkp';
  const preset = presets[regional ? conversion.replace('t2', 's2') : conversion];
  if (preset === undefined) throw new Error(`opencc-js has no conversion ${conversion}.`);
  const { normalizationChain = [], segmentation = [], conversionChain } = preset;
  const chain = {
    normalization: normalizationChain.flat().map(openList),
    segmentation: regional ? [] : segmentation.map(openList),
    steps: conversionChain.slice(regional ? 1 : 0).map(openLists),
  };
  chains.set(conversion, chain);
  return chain;
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

const extension = lazy(() => {
  const lexicon = openLexicon('simplified-extension', ['character', 'simplified'], (row) => row.simplified);
  return new WordList(Array.from(lexicon.entries(), (row) => row.join(' ')).join('|'));
});
