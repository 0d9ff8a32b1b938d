import type { EncodingBasis } from '../document/types.js';
import { ArticleError } from './article.js';
import { evidenceOf, logSum } from './evidence.js';
import { decodeStrictly, firstInvalidByte } from './strict.js';

/** Text, the encoding that its bytes were read in, how that was found out, and how sure it is (0..1). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly basis: EncodingBasis;
  readonly confidence: number;
  /** Bytes of a last character that the file does not hold whole; they are read as U+FFFD. */
  readonly cutOff?: number;
}

/** What is known of the encoding beforehand. */
export interface EncodingHints {
  /** The encoding that the user names, which is not questioned. */
  readonly given?: string | null;
  /** The encoding that the content names, which may be wrong. */
  readonly declared?: string | null;
}

/** The byte-order marks, the longest first; what stands for no encoding of ours is refused by name. */
const marks: readonly (readonly [encoding: string, bytes: readonly number[], known: boolean])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0], false],
  ['UTF-32BE', [0, 0, 0xfe, 0xff], false],
  ['GB18030', [0x84, 0x31, 0x95, 0x33], true],
  ['UTF-8', [0xef, 0xbb, 0xbf], true],
  ['UTF-16LE', [0xff, 0xfe], true],
  ['UTF-16BE', [0xfe, 0xff], true],
];
const guesses = ['UTF-16LE', 'UTF-16BE', 'GB18030', 'Big5'] as const;

/** Below this, two readings are too close to choose between, or none is good enough. */
const sureEnough = 0.8;
/** Statistics are never surer than this: the next character depends on the last, which they do not know. */
const surest = 0.999;
/** What speaks for bytes that are in none of the encodings, in nats: one file in six or so, before anything is known. */
const noneOfThese = Math.log(0.2);

/**
 * Decodes a file strictly: as it is `given`; by its byte-order mark, which is no part of the text; as UTF-8; as it
 * declares itself; else in that of UTF-16, GB18030 and Big5 in which it reads like Chinese or English; else as UTF-8 that
 * was cut off within its last character.
 *
 * @throws ArticleError `input/encoding`, naming the first byte that cannot be decoded, where nothing fits.
 */
export function decode(bytes: Uint8Array, { given = null, declared = null }: EncodingHints = {}): Decoded {
  if (given !== null)
    return decodeAs(given, bytes, 'given', 1) ?? cutOffUtf8(bytes, given, 'given') ?? refuse(bytes, given);
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) return decodeMarked(bytes, marked[0], marked[2]);
  return (
    readAsUtf8(bytes, declared) ??
    (bytes.includes(0) ? null : cutOffUtf8(bytes, 'UTF-8', 'strict', sureSequences)) ??
    readAsDeclared(bytes, declared) ??
    bestGuess(bytes) ??
    decodeAs('UTF-8', bytes, 'strict', 1) ??
    cutOffUtf8(bytes, 'UTF-8', 'strict') ??
    refuseAll(bytes, declared)
  );
}

/** The name of an encoding by any of its labels in the WHATWG list, or null: `gbk` and `gb2312` are parts of GB18030. */
export function encodingByLabel(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    return names[encoding] ?? encoding;
  } catch {
    return null;
  }
}

const names: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gbk: 'GB18030',
  gb18030: 'GB18030',
  big5: 'Big5',
};

function decodeMarked(bytes: Uint8Array, encoding: string, known: boolean): Decoded {
  if (!known) throw new ArticleError('input/encoding', `The file is ${encoding}; save it as UTF-8.`);
  return decodeAs(encoding, bytes, 'bom', 1) ?? cutOffUtf8(bytes, encoding, 'bom') ?? refuse(bytes, encoding);
}

/** UTF-8 that holds no NUL, as UTF-16 does, unless its few characters read better in the encoding that it declares. */
function readAsUtf8(bytes: Uint8Array, declared: string | null): Decoded | null {
  if (bytes.includes(0)) return null;
  const text = decodeStrictly('UTF-8', bytes);
  if (text === null) return null;
  const sequences = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  // Pairs of bytes of another encoding can pass for Latin, Greek or Cyrillic in UTF-8, hardly ever for Chinese.
  if (declared !== null && sequences > 0 && !/[\u0800-\uffff]/.test(text)) {
    const reading = decodeStrictly(declared, bytes);
    if (reading !== null && evidenceOf(reading) > 0) return null;
  }
  const confidence = sequences === 0 ? 1 : 1 - 0.25 ** sequences;
  return { text, encoding: 'UTF-8', basis: 'strict', confidence };
}

/** As the content declares itself, unless it reads better in another encoding. */
function readAsDeclared(bytes: Uint8Array, declared: string | null): Decoded | null {
  if (declared === null) return null;
  const text = decodeStrictly(declared, bytes);
  if (text === null) return null;
  const evidence = evidenceOf(text);
  const better = guesses.some((guess) => {
    const other = guess === declared ? null : decodeStrictly(guess, bytes);
    return other !== null && evidenceOf(other, guess.startsWith('UTF-16')) > Math.max(evidence, 2);
  });
  if (better) return null;
  return { text, encoding: declared, basis: 'declared', confidence: evidence > 0 ? 0.99 : 0.9 };
}

/** The reading that is most like running text, if it is like it at all and no other comes near. */
function bestGuess(bytes: Uint8Array): Decoded | null {
  const readings = guesses.flatMap((encoding) => {
    const text = decodeStrictly(encoding, bytes);
    return text === null ? [] : [{ text, encoding, evidence: evidenceOf(text, encoding.startsWith('UTF-16')) }];
  });
  const best = readings.reduce<(typeof readings)[number] | null>(
    (a, b) => (a === null || b.evidence > a.evidence ? b : a),
    null,
  );
  if (best === null) return null;
  const confidence = Math.exp(best.evidence - logSum([noneOfThese, ...readings.map(({ evidence }) => evidence)]));
  if (confidence < sureEnough) return null;
  return { text: best.text, encoding: best.encoding, basis: 'statistics', confidence: Math.min(confidence, surest) };
}

function decodeAs(encoding: string, bytes: Uint8Array, basis: EncodingBasis, confidence: number): Decoded | null {
  const text = decodeStrictly(encoding, bytes);
  return text === null ? null : { text, encoding, basis, confidence };
}

/** So many characters of more than one byte are UTF-8 by no chance. */
const sureSequences = 4;

/** UTF-8 of which a character of more than one byte begins at the end and is not finished, behind at least one that is. */
function cutOffUtf8(bytes: Uint8Array, encoding: string, basis: EncodingBasis, least = 1): Decoded | null {
  if (encoding !== 'UTF-8') return null;
  const at = firstInvalidByte(bytes, encoding);
  const cutOff = bytes.length - at;
  if (at === 0 || cutOff < 1 || cutOff > 3 || !isBeginning(bytes.subarray(at))) return null;
  const whole = decodeStrictly(encoding, bytes.subarray(0, at)) ?? '';
  const sequences = whole.match(/[^\0-\x7f]/gu)?.length ?? 0;
  if (basis === 'strict' && sequences < least) return null;
  return {
    text: `${whole}\ufffd`,
    encoding,
    basis,
    confidence: basis === 'strict' ? 1 - 0.25 ** sequences : 1,
    cutOff,
  };
}

/** Whether the bytes are the first of a character of UTF-8, and not all of it. */
function isBeginning(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }) === '';
  } catch {
    return false;
  }
}

function refuse(bytes: Uint8Array, encoding: string): never {
  const at = firstInvalidByte(bytes, encoding);
  throw new ArticleError('input/encoding', `Byte ${at} is not ${encoding}; mend the file or name another --encoding.`);
}

/** Names the byte at which the reading that comes furthest ends. */
function refuseAll(bytes: Uint8Array, declared: string | null): never {
  const tried = [...new Set(['UTF-8', ...(declared === null ? [] : [declared]), 'GB18030', 'Big5'])];
  const ends = tried.map((encoding) => ({ encoding, at: firstInvalidByte(bytes, encoding) }));
  const first = ends.find(({ encoding, at }) => at < bytes.length && readsWell(bytes.subarray(0, at), encoding));
  const { encoding, at } = first ?? { encoding: 'UTF-8', at: firstInvalidByte(bytes, 'UTF-8') };
  const others = tried.filter((other) => other !== encoding).join(', ');
  const message = `Byte ${at} is not ${encoding}, and the file does not read as ${others} or UTF-16 either; save it as UTF-8 or name its --encoding.`;
  throw new ArticleError('input/encoding', message);
}

function readsWell(bytes: Uint8Array, encoding: string): boolean {
  const text = decodeStrictly(encoding, bytes);
  return text !== null && /[^\0-\x7f]/.test(text) && (encoding === 'UTF-8' || evidenceOf(text) > 2);
}
