import { isHanUnit } from '../text/han.js';
import type { Candidate, Reading } from './candidate.js';

const shortestStem = 2;
const longestStem = 3;

/** 来义乡|文乐国小, 新民国小: schools of Taiwan, whose last word a word segmenter cuts in two (文乐国|小). */
export function recognizeSchools(reading: Reading): Candidate[] {
  const { folded, search } = reading;
  const candidates: Candidate[] = [];
  for (let at = search('国小', 0); at >= 0; at = search('国小', at + 1)) {
    const start = stemBefore(reading, at);
    const stem = at - start;
    if (!reading.isBoundary(at + 2) || stem < shortestStem || stem > longestStem) continue;
    if (![...folded.slice(start, at)].every((character) => isHanUnit(character.charCodeAt(0)))) continue;
    candidates.push({ start, end: at + 2, type: 'ORG', score: 0.95, by: 'suffix-school' });
  }
  return candidates;
}

/** Where the stem of a school begins: what is guessed to be one word with 国, without the 乡 of a place before it, or two words that make none. */
function stemBefore(reading: Reading, at: number): number {
  const word = reading.tokenBefore(at + 1);
  if (word === undefined) return at;
  if (word.pos !== 'x') {
    const before = reading.tokenBefore(word.start);
    const isPair = word.end - word.start === 2 && before !== undefined && before.end - before.start === 1;
    return isPair && /^[anbz]/.test(before.pos) ? before.start : at;
  }
  const isPlace = at - word.start > shortestStem && /[县市区乡镇村里]/.test(reading.folded.charAt(word.start));
  return isPlace ? word.start + 1 : word.start;
}
