import { openLexicon } from '../lexicons/lexicon.js';

const tones = ['', 'ˊ', 'ˇ', 'ˋ', '˙'];
const marks = ['\u0304', '\u0301', '\u030c', '\u0300'];

/** A reading in pinyin with tone marks, taken apart: its letters and its tone, 5 for the neutral one. */
export function splitTone(reading: string): { readonly letters: string; readonly tone: number } {
  const decomposed = reading.normalize('NFD');
  const tone = marks.findIndex((mark) => decomposed.includes(mark)) + 1;
  return {
    letters: decomposed.replace(/[\u0304\u0301\u030c\u0300]/g, '').normalize('NFC'),
    tone: tone === 0 ? 5 : tone,
  };
}

/** A reading in pinyin as zhuyin writes it, `ㄏㄢˋ`; null for what is no syllable of Mandarin. */
export function toZhuyin(reading: string): string | null {
  const { letters, tone } = splitTone(reading);
  const syllable = openLexicon('zhuyin', ['pinyin', 'zhuyin'], (row) => row.zhuyin).get(letters);
  return syllable === undefined ? null : syllable + (tones[tone - 1] ?? '');
}

/** Zhuyin with its tone behind the syllable, as `toZhuyin` writes it: ˙ is often set before. */
export function normalizeZhuyin(zhuyin: string): string {
  const bare = zhuyin.replace(/ˉ/g, '');
  return bare.startsWith('˙') ? `${bare.slice(1)}˙` : bare;
}
