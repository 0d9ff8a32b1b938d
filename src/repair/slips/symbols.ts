import { htmlTags } from '../../lexicons/html-tags.js';
import { findGlosses, foldCharacter } from '../readings.js';
import { encodeCharacter, encodeFullWidth } from './gbk.js';

/** What may follow a swallowed bracket: the rest of a gloss after `(`, or of a tag after `<`. */
export interface Rest {
  readonly swallowed: '(' | '<';
  /** The reading, where a gloss follows. */
  readonly reading: string | null;
  /** One past the rest. */
  readonly end: number;
}

/** A character of the damaged line with the bytes that it may have been decoded from. */
export interface DamagedSymbol {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its first UTF-16 unit as the fold has it. */
  readonly unit: number;
  readonly pair: { readonly lead: number; readonly trail: number } | null;
  /** The byte of an ASCII character that may be a trail byte, else null. */
  readonly byte: number | null;
  /** Whether it stands where a decoder gave up: `?` or U+FFFD. */
  readonly isMarker: boolean;
  readonly rest: Rest | null;
  /** Whether it belongs to a gloss or to the rest of a tag and says nothing about the sentence. */
  readonly aside: boolean;
}

const glossRest = /([a-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{1,6})\)/uy;
const tagRest = /\/?([a-z][a-z0-9]{0,9})(?:\s[^<>\n]{0,200})?\/?>/iy;

/** Whether a decoder puts this character where it could not decode a byte. */
export function isMarker(character: string): boolean {
  return character === '?' || character === '\ufffd';
}

/**
 * The symbols of `text` from `start` to `end`. With `simplify`, the bytes are those of the Simplified forms: the text
 * was converted to Traditional only after the damage.
 */
export function readSymbols(text: string, start: number, end: number, simplify: boolean): DamagedSymbol[] {
  const line = text.slice(start, end);
  const asides = findGlosses(line).filter((gloss) => !gloss.fullWidth);
  const symbols: DamagedSymbol[] = [];
  let [at, aside, asideEnd] = [start, 0, -1];
  for (const character of line) {
    const opening = asides[aside];
    if (opening !== undefined && opening.start + start === at) {
      asideEnd = opening.end + start;
      aside++;
    }
    const rest = isMarker(character) ? restAt(text, at + 1) : null;
    symbols.push(readSymbol(character, at, simplify, rest, at < asideEnd));
    if (rest !== null) asideEnd = rest.end;
    at += character.length;
  }
  return symbols;
}

function readSymbol(
  character: string,
  start: number,
  simplify: boolean,
  rest: Rest | null,
  aside: boolean,
): DamagedSymbol {
  const code = character.charCodeAt(0);
  const ascii = code > 0x20 && code < 0x7f;
  return {
    start,
    end: start + character.length,
    text: character,
    unit: foldCharacter(character).charCodeAt(0),
    pair: ascii ? encodeFullWidth(code) : (encodeCharacter(simplify ? simplified(character) : character) ?? null),
    byte: ascii && code >= 0x40 ? code : null,
    isMarker: isMarker(character),
    rest,
    aside,
  };
}

/** The Simplified form of a Han character; punctuation stays, though the fold would change it. */
function simplified(character: string): string {
  return /\p{Script=Han}/u.test(character) ? foldCharacter(character) : character;
}

function restAt(text: string, index: number): Rest | null {
  glossRest.lastIndex = index;
  const gloss = glossRest.exec(text);
  if (gloss !== null) return { swallowed: '(', reading: gloss[1] ?? '', end: glossRest.lastIndex };
  tagRest.lastIndex = index;
  const tag = tagRest.exec(text);
  if (tag === null || !htmlTags().has((tag[1] ?? '').toLowerCase())) return null;
  return { swallowed: '<', reading: null, end: tagRest.lastIndex };
}
