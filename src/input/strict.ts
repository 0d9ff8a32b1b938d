import { bisect } from '../text/bisect.js';
import { windowsCharacter } from '../text/windows-1252.js';

/**
 * The text of `bytes`, without a byte-order mark, or null if a byte of it does not fit.
 *
 * @throws RangeError if the encoding is none that node knows.
 */
export function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  const text = decodeWhole(encoding, bytes, false);
  if (encoding === 'windows-1252') return text?.replace(/[\u0080-\u009f]/g, toWindows) ?? null;
  return encoding === 'GB18030' && text?.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Offset of the first byte of the first sequence that means nothing; the length where all is well. */
export function firstInvalidByte(bytes: Uint8Array, encoding: string): number {
  if (decodeWhole(encoding, bytes, false) !== null) return bytes.length;
  const isValidTo = (last: number) => decodeWhole(encoding, bytes.subarray(0, last + 1), true) !== null;
  let first = bisect(0, bytes.length, isValidTo);
  // Decoding stops inside the sequence: its start is where everything before is whole.
  while (first > 0 && decodeWhole(encoding, bytes.subarray(0, first), false) === null) first--;
  return first;
}

/** The text, or null if a byte does not fit; with `more` to come, the last character need not be whole. */
function decodeWhole(encoding: string, bytes: Uint8Array, more: boolean): string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    const text = decoder.decode(bytes, { stream: more });
    // Node lets two bytes pass that are no Big5, as these.
    return encoding === 'Big5' && /[\u0080\uf8f8]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function toWindows(control: string): string {
  return windowsCharacter(control.charCodeAt(0)) || control;
}
