import { openWords } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { ArticleError } from './article.js';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** The byte-order marks, the longest first. */
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];
const guesses = ['UTF-16LE', 'UTF-16BE', 'GB18030', 'Big5'] as const;

/** Characters that a guess is judged by: enough to be sure, few enough to be quick. */
const sampleLength = 20_000;
/** Running text in either script has about 0.9 of its Han characters among the frequent ones; a wrong guess below 0.3. */
const enough = 0.5;

/**
 * Decodes a file strictly: by its byte-order mark, which is no part of the text; as UTF-8; else in that of UTF-16,
 * GB18030 and Big5 in which it reads most like Chinese or English.
 *
 * @throws ArticleError `input/encoding`, naming the first byte that is not UTF-8, where nothing fits.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) return decodeAs(marked[0], bytes) ?? refuse(bytes, marked[0]);
  const plain = bytes.includes(0) ? null : decodeAs('UTF-8', bytes);
  return plain ?? bestGuess(bytes) ?? decodeAs('UTF-8', bytes) ?? refuse(bytes, 'UTF-8');
}

function bestGuess(bytes: Uint8Array): Decoded | null {
  let best: { decoded: Decoded; share: number } | null = null;
  for (const encoding of guesses) {
    const decoded = decodeAs(encoding, bytes);
    const share = decoded === null ? 0 : plausibility(decoded.text.slice(0, sampleLength));
    if (decoded !== null && share >= enough && share > (best?.share ?? 0)) best = { decoded, share };
  }
  return best?.decoded ?? null;
}

/** Share of the characters beyond ASCII that running text is made of: Chinese punctuation and the frequent Han characters. */
function plausibility(text: string): number {
  const frequent = openWords('frequent-characters');
  let [likely, all] = [0, 0];
  for (const character of fold(text).replace(/[\t\n\r -~]/g, '')) {
    all++;
    if (frequent.has(character) || /[\u2013-\u2026\u3000-\u3011]/.test(character)) likely++;
  }
  return all === 0 ? 1 : likely / all;
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function refuse(bytes: Uint8Array, encoding: string): never {
  const at = firstInvalidByte(bytes, encoding);
  const message = `Byte ${at} is not ${encoding}, and the file reads as neither UTF-16, GB18030 nor Big5; save it as UTF-8.`;
  throw new ArticleError('input/encoding', message);
}

/** Offset of the first sequence of bytes that means nothing. */
function firstInvalidByte(bytes: Uint8Array, encoding: string): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isValid(bytes.subarray(0, middle + 1), encoding, true)) low = middle + 1;
    else high = middle;
  }
  // Decoding stops inside the sequence: its start is where everything before is whole.
  while (low > 0 && !isValid(bytes.subarray(0, low), encoding, false)) low--;
  return low;
}

/** Whether `bytes` are valid; with `more` to come, the last character need not be whole. */
function isValid(bytes: Uint8Array, encoding: string, more: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: more });
    return true;
  } catch {
    return false;
  }
}
