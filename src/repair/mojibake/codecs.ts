import { lazy } from '../../text/lazy.js';
import { type DoubleByteTable, doubleByteTable } from '../double-byte.js';

/** An encoding that a text was read by, or should have been. */
export interface Codec {
  readonly name: string;
  /** The bytes that were read as `text`, or null if a character of it has none. */
  encode(text: string): Uint8Array | null;
  /** The text of `bytes`, or null if they are not of this encoding to the last byte. */
  decode(bytes: Uint8Array): string | null;
}

/** An encoding whose characters have two bytes, but for ASCII. */
export interface DoubleByteCodec extends Codec {
  /** The two bytes of a character, lead * 256 + trail; 0 where it has none. */
  codeOf(unit: number): number;
}

/** What a decoder of GBK makes of the byte 0x80. */
const euro = 0x20ac;

/** UTF-8, strictly. */
export const utf8: Codec = {
  name: 'UTF-8',
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => strictly('utf-8', bytes),
};

/** GBK. */
export const gbk: DoubleByteCodec = doubleByteCodec('GBK', 'gbk');

/** Big5. */
export const big5: DoubleByteCodec = doubleByteCodec('Big5', 'big5');

function doubleByteCodec(name: string, label: 'gbk' | 'big5'): DoubleByteCodec {
  const table = lazy((): DoubleByteTable => doubleByteTable(label));
  return {
    name,
    codeOf: (unit) => table().codes[unit] ?? 0,
    encode(text) {
      const bytes = new Uint8Array(text.length * 2);
      let length = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const code = unit < 0x80 ? unit : unit === euro && label === 'gbk' ? 0x80 : (table().codes[unit] ?? 0);
        if (code === 0) return null;
        if (code > 0xff) bytes[length++] = code >> 8;
        bytes[length++] = code & 0xff;
      }
      return bytes.subarray(0, length);
    },
    decode: (bytes) => strictly(label, bytes),
  };
}

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
