import type { Span } from '../../document/span.js';
import { isLetterCode } from '../../text/ascii.js';
import { frequentUnits } from './likelihood.js';
import type { SingleByteCodec } from './single-byte.js';
import { longestStretch } from './stretches.js';
import { characterOf, charactersOf, isTrail, lengthOf } from './utf8-bytes.js';

/** A character of UTF-8 whose bytes were read one by one, and where they stand. */
export interface Piece extends Span {
  /** The byte that it begins with. */
  readonly lead: number;
  /** The character, or null if bytes of it are lost. */
  readonly character: string | null;
  /** What it may be where one byte is lost; empty where more are. */
  readonly candidates: readonly string[];
}

/** Pieces that follow each other. */
export interface Sequence extends Span {
  readonly pieces: readonly Piece[];
}

const space = 0x20;
const hardSpace = 0xa0;
const softHyphen = 0xad;
const leadOfMarks = 0xe2;

/**
 * The stretches of a text that may be UTF-8 read by `codec`. Bytes may be lost: a decoder dropped those that stand for nothing or left
 * `?` or U+FFFD for them, and somebody made non-breaking spaces plain ones and took soft hyphens out.
 */
export function sequencesOf(text: string, codec: SingleByteCodec): Sequence[] {
  const reader = new PieceReader(text, codec);
  const sequences: Sequence[] = [];
  for (let at = 0; at < text.length; ) {
    const pieces: Piece[] = [];
    let end = at;
    for (let piece = reader.read(at, null); piece !== null; piece = reader.read(end, piece)) {
      pieces.push(piece);
      end = piece.end;
      if (end - at >= longestStretch) break;
    }
    if (pieces.length > 0) sequences.push({ start: at, end, pieces });
    at = Math.max(end, at + 1);
  }
  return sequences;
}

class PieceReader {
  /** Bytes for which a mark may stand, and those that may be gone without one. */
  readonly #marked: readonly number[];
  readonly #dropped: readonly number[];
  readonly #hasSpace: boolean;
  /** By the bytes that are left; few are ever asked for. */
  readonly #candidates = new Map<string, readonly string[]>();

  constructor(
    readonly text: string,
    readonly codec: SingleByteCodec,
  ) {
    this.#marked = codec.unused;
    this.#hasSpace = codec.byteOf(hardSpace) === hardSpace;
    const unseen = [hardSpace, softHyphen].filter((byte) => codec.byteOf(byte) === byte);
    this.#dropped = codec.unused.length === 0 ? [] : [...codec.unused, ...unseen];
  }

  /** The piece that begins at `start`, behind another or alone. */
  read(start: number, previous: Piece | null): Piece | null {
    const lead = this.codec.byteOf(this.text.charCodeAt(start));
    const length = lengthOf(lead);
    if (length === 0) return null;
    const mayBeBare = lead === 0xc2 || lead === 0xc3 || (length === 3 && previous !== null && isWide(previous));
    if (!mayBeBare && !this.mayGoOn(start + 1)) return null;
    const bytes: (number | null)[] = [lead];
    let at = start + 1;
    for (; bytes.length < length; at++) {
      const byte = this.trailAt(at, bytes, length);
      if (byte === undefined) break;
      bytes.push(byte);
    }
    const known = bytes.filter((byte) => byte !== null);
    if (known.length === length) {
      const character = characterOf(known);
      return character === null ? null : { start, end: at, lead, character, candidates: [] };
    }
    if (this.#dropped.length === 0 || (known.length === 1 && !mayBeBare)) return null;
    return { start, end: at, lead, character: null, candidates: this.candidatesOf(bytes, length) };
  }

  /** Whether what stands at `at` may be a byte that goes on with a character, or stand for one. */
  mayGoOn(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === space || unit === 0x3f || unit === 0xfffd || isTrail(this.codec.byteOf(unit));
  }

  /** The byte at `at` that goes on with a character, null for one that is lost, undefined if none does. */
  trailAt(at: number, bytes: readonly (number | null)[], length: number): number | null | undefined {
    const unit = this.text.charCodeAt(at);
    const byte = this.codec.byteOf(unit);
    if (isTrail(byte)) return byte;
    if ((unit === 0x3f || unit === 0xfffd) && this.#marked.length > 0) return null;
    return unit === space && this.#hasSpace && this.isByte(at, bytes, length) ? hardSpace : undefined;
  }

  /** Whether a plain space was a non-breaking one, and this a byte. */
  isByte(at: number, bytes: readonly (number | null)[], length: number): boolean {
    const known = bytes.filter((byte) => byte !== null);
    if (known.length < bytes.length) return false;
    const [lead] = known;
    const next = this.text.charCodeAt(at + 1);
    // “à la” with one of two spaces left keeps it.
    if (length === 2) return lead === 0xc2 || !isLetterCode(next) || lead !== 0xc3;
    if (bytes.length < length - 1) return isTrail(this.codec.byteOf(next));
    if (length !== 3 || lead === leadOfMarks) return false;
    return frequentUnits()[characterOf([...known, hardSpace])?.charCodeAt(0) ?? 0] === 1;
  }

  /** What a character may be that lost a byte: one for which a mark stands, or one that is gone. */
  candidatesOf(bytes: readonly (number | null)[], length: number): readonly string[] {
    const key = bytes.join();
    const found = this.#candidates.get(key) ?? this.findCandidates(bytes, length);
    this.#candidates.set(key, found);
    return found;
  }

  findCandidates(bytes: readonly (number | null)[], length: number): readonly string[] {
    if (bytes.filter((byte) => byte !== null).length < length - 1) return [];
    if (bytes.length === length) return charactersOf(bytes, this.#marked);
    const places = Array.from({ length: length - 1 }, (_, i) => i + 1);
    const all = places.flatMap((place) => charactersOf(bytes.toSpliced(place, 0, null), this.#dropped));
    return [...new Set(all)];
  }
}

/** Whether a character has the three bytes of Han, as a byte-order mark does, which tells nothing about what is behind it. */
function isWide({ lead, character }: Piece): boolean {
  return lead > leadOfMarks && lead < 0xf0 && character !== '\ufeff';
}
