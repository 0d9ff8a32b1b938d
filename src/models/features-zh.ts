import type { Span } from '../document/span.js';
import { dictionaryNames, markNames } from './dictionary-names.js';
import type { FeatureWriter } from './feature-writer.js';
import { hashOf, mix } from './hash.js';
import { characterClasses, markPhrases, phraseClasses } from './phrase-classes.js';
import { chosenOf, hintsOf, type Scene } from './scene.js';
import { Scratch } from './scratch.js';

const pad = 2;
const scratch = new Scratch();

/**
 * Writes the features of every character of a Chinese sentence, and gives the characters. `inputs` gets what the network
 * of names sees of each.
 */
export function writeChinese(scene: Scene, out: FeatureWriter, inputs: FeatureWriter): Span[] {
  const { folded, start, end } = scene;
  const length = end - start;
  out.clear();
  inputs.clear();
  scratch.clear();
  const code = scratch.take(length + 2 * pad);
  const kind = scratch.take(length + 2 * pad);
  for (let i = 0; i < length; i++) {
    code[i + pad] = folded.charCodeAt(start + i);
    kind[i + pad] = kindOf(code[i + pad] ?? 0);
  }
  const words = wordsOf(scene);
  const phrases = markPhrases(phraseClasses(), folded, start, end, scratch);
  const names = markNames(dictionaryNames(), folded, start, end, scratch);
  const units: Span[] = [];
  for (let at = start; at < end; at++) units.push({ start: at, end: at + 1 });
  const hints = hintsOf(units, scene.hints);
  const chosen = chosenOf(units, scene.chosen, scratch);
  const classes = characterClasses();
  for (let i = 0; i < length; i++) {
    const p = i + pad;
    const [b2, b1, c0] = [at(code, p - 2), at(code, p - 1), at(code, p)];
    const [f1, f2] = [at(code, p + 1), at(code, p + 2)];
    out.add(0, 0);
    out.add(8, b2);
    out.add(9, b1);
    out.add(10, c0);
    out.add(11, f1);
    out.add(12, f2);
    const [k2, k3, k4] = [at(kind, p - 1), at(kind, p), at(kind, p + 1)];
    out.add(34, k2, k3, k4);
    const [g1, g2, g3] = [classes[b1] as number, classes[c0] as number, classes[f1] as number];
    out.add(36, g2);
    out.add(37, g1, g2);
    out.add(38, g2, g3);
    writeWords(words, i, out);
    writeBits(60, phrases.starts[i] ?? 0, out);
    writeBits(61, phrases.ends[i] ?? 0, out);
    writeBits(62, phrases.inside[i] ?? 0, out);
    if (i > 0) writeBits(63, phrases.ends[i - 1] ?? 0, out);
    if (i + 1 < length) writeBits(64, phrases.starts[i + 1] ?? 0, out);
    writeBits(65, names[i] as number, out);
    out.add(80, chosen[i] ?? 0);
    out.add(81, chosen[i - 1] ?? 0, chosen[i] ?? 0);
    out.add(82, chosen[i] ?? 0, chosen[i + 1] ?? 0);
    out.add(83, chosen[i] ?? 0, words.tag[words.at[i] ?? 0] ?? 0);
    for (const hint of hints[i] ?? []) out.add(84, hint);
    out.next();
    inputs.add(inputTemplates.character, c0);
    inputs.add(inputTemplates.kind, k3);
    inputs.add(inputTemplates.sound, g2);
    writeWordInputs(words, i, inputs);
    writeBits(inputTemplates.starts, phrases.starts[i] ?? 0, inputs);
    writeBits(inputTemplates.ends, phrases.ends[i] ?? 0, inputs);
    writeBits(inputTemplates.inside, phrases.inside[i] ?? 0, inputs);
    writeBits(inputTemplates.listed, names[i] as number, inputs);
    if (chosen[i] !== 0) inputs.add(inputTemplates.chosen, chosen[i] ?? 0);
    for (const hint of hints[i] ?? []) inputs.add(inputTemplates.hint, hint);
    inputs.next();
  }
  return units;
}

/** The templates of what the network sees. */
export const inputTemplates = {
  character: 100,
  word: 101,
  tag: 102,
  kind: 103,
  sound: 104,
  starts: 105,
  ends: 106,
  inside: 107,
  chosen: 108,
  hint: 109,
  listed: 110,
} as const;

function writeWordInputs({ at, part, word, tag, size }: Words, i: number, inputs: FeatureWriter): void {
  const w = at[i] ?? -1;
  if (w < 0) return;
  inputs.add(inputTemplates.word, word[w] ?? 0);
  inputs.add(inputTemplates.tag, part[i] ?? 4, size[w] ?? 0, tag[w] ?? 0);
}

function at(values: Int32Array, index: number): number {
  return values[index] as number;
}

interface Words {
  /** For each character the index of its word, and its part of it (B, I, E, S as 0..3). */
  readonly at: Int32Array;
  readonly part: Int32Array;
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly size: Int32Array;
}

function wordsOf({ folded, start, end, tokens }: Scene): Words {
  const length = end - start;
  const count = tokens.length;
  const words = {
    at: scratch.take(length).fill(-1, 0, length),
    part: scratch.take(length).fill(4, 0, length),
    word: scratch.take(count),
    tag: scratch.take(count),
    size: scratch.take(count),
  };
  tokens.forEach((token, index) => {
    words.word[index] = hashOf(folded, token.start, token.end);
    words.tag[index] = hashOf(token.pos);
    words.size[index] = Math.min(5, token.end - token.start);
    for (let at = token.start; at < token.end; at++) {
      words.at[at - start] = index;
      words.part[at - start] =
        token.end - token.start === 1 ? 3 : at === token.start ? 0 : at === token.end - 1 ? 2 : 1;
    }
  });
  return words;
}

function writeWords({ at, part, word, tag, size }: Words, i: number, out: FeatureWriter): void {
  const w = at[i] ?? -1;
  const p = part[i] ?? 4;
  const [before, here, after] = [word[w - 1] ?? 0, word[w] ?? 0, word[w + 1] ?? 0];
  const [tagBefore, tagHere, tagAfter] = [tag[w - 1] ?? 0, tag[w] ?? 0, tag[w + 1] ?? 0];
  out.add(40, p, size[w] ?? 0);
  out.add(41, p, tagHere);
  out.add(42, p, here);
  out.add(43, p, before);
  out.add(44, p, after);
  out.add(45, p, tagBefore, tagHere);
  out.add(46, p, tagHere, tagAfter);
  out.add(47, mix(p, tagBefore), tagHere, tagAfter);
}

function writeBits(template: number, bits: number, out: FeatureWriter): void {
  for (let rest = bits; rest !== 0; ) {
    const low = 31 - Math.clz32(rest & -rest);
    out.add(template, low);
    rest &= rest - 1;
  }
}

const numerals = new Set(Array.from('一二三四五六七八九十百千万亿零〇两', (character) => character.charCodeAt(0)));

/** Han, digit, capital, small letter, numeral, sentence mark, other mark, space, and some marks of their own. */
function kindOf(code: number): number {
  if (code >= 0x3400 && code <= 0x9fff) return numerals.has(code) ? 2 : 1;
  if (code >= 48 && code <= 57) return 3;
  if (code >= 65 && code <= 90) return 4;
  if (code >= 97 && code <= 122) return 5;
  if (code === 0xb7) return 6;
  if (code === 32) return 7;
  if (code === 40) return 8;
  if (code === 41) return 9;
  if (code === 0x201c || code === 0x201d || code === 34) return 10;
  if (code === 0x300a) return 11;
  if (code === 0x300b) return 12;
  if (code === 0x3001) return 13;
  if (code === 44 || code === 0x3002 || code === 58 || code === 59 || code === 63 || code === 33) return 14;
  return code < 128 ? 15 : 16;
}
