import { lazy } from '../../text/lazy.js';
import { windowsCharacter } from '../../text/windows-1252.js';
import type { Codec } from './codecs.js';

/** An encoding whose characters are single bytes. */
export interface SingleByteCodec extends Codec {
  /** The byte of a character beyond ASCII; 0 where it has none. */
  byteOf(unit: number): number;
  /** The characters beyond ASCII, as UTF-16 units, that a byte may have been read as. */
  unitsOf(byte: number): readonly number[];
  /** Bytes that stand for nothing: decoders drop them or leave a mark. */
  readonly unused: readonly number[];
}

// Written out, since decoders of the platform do not know it.
const page437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Windows-1252; a byte that stands for nothing there is the control character of its number, as in Latin-1. */
export const windows1252 = singleByteCodec('Windows-1252', () =>
  bytesBeyondAscii((byte) => (byte < 0xa0 ? windowsCharacter(byte) : '') || String.fromCharCode(byte)),
);

/** The encodings of single bytes by which UTF-8 is often read, the likeliest first. */
export const singleByteCodecs: readonly SingleByteCodec[] = [
  windows1252,
  singleByteCodec('Windows-1250', () => decoded('windows-1250')),
  singleByteCodec('Windows-1251', () => decoded('windows-1251')),
  singleByteCodec('Mac Roman', () => decoded('macintosh')),
  singleByteCodec('code page 437', () => page437),
];

function bytesBeyondAscii(characterOf: (byte: number) => string): string {
  return Array.from({ length: 0x80 }, (_, i) => characterOf(i + 0x80)).join('');
}

function decoded(label: string): string {
  return new TextDecoder(label).decode(Uint8Array.from({ length: 0x80 }, (_, i) => i + 0x80));
}

/** The codec of a table of 128 characters. Bytes from 0x80 to 0x9f are kept as control characters by some decoders. */
function singleByteCodec(name: string, tableOf: () => string): SingleByteCodec {
  const table = lazy(tableOf);
  const bytes = lazy(() => {
    const byUnit = new Uint8Array(65536);
    for (let byte = 0x80; byte < 0xa0; byte++) byUnit[byte] = byte;
    for (let i = 0; i < 0x80; i++) byUnit[table().charCodeAt(i)] = i + 0x80;
    return byUnit;
  });
  const byteOf = (unit: number): number => bytes()[unit] ?? 0;
  return {
    name,
    byteOf,
    unitsOf: (byte) => [byte, table().charCodeAt(byte - 0x80)].filter((unit) => byteOf(unit) === byte),
    get unused() {
      return Array.from({ length: 0x20 }, (_, i) => i + 0x80).filter((byte) =>
        /[\u0080-\u009f]/.test(table().charAt(byte - 0x80)),
      );
    },
    encode(text) {
      const encoded = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const byte = unit < 0x80 ? unit : byteOf(unit);
        if (byte === 0 && unit !== 0) return null;
        encoded[i] = byte;
      }
      return encoded;
    },
    decode: (encoded) =>
      Array.from(encoded, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : table().charAt(byte - 0x80))).join(''),
  };
}
