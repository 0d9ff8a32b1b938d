import { type Lexicon, openWords } from '../lexicons/lexicon.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { namesOtherThing, titleBefore } from './person-zh.js';

const sounds = (): Lexicon<true> => openWords('transliteration-characters');

/** Foreign names written by sound: with dots (安娜·贝尔), or without after a title or before a Latin gloss. */
export function recognizeTransliterated(reading: Reading): Candidate[] {
  return [...dotted(reading), ...undotted(reading)];
}

function dotted(reading: Reading): Candidate[] {
  const candidates: Candidate[] = [];
  if (!reading.folded.includes('·')) return candidates;
  for (const match of reading.folded.matchAll(/[\p{Script=Han}A-Z](?:·[\p{Script=Han}A-Z.]+)+/gu)) {
    const start = leftEnd(reading, match.index);
    const end = rightEnd(reading, match.index + match[0].lastIndexOf('·') + 1);
    const digits = /[0-9]/.test(reading.folded[end] ?? '');
    if (end === match.index + match[0].lastIndexOf('·') + 1) continue;
    const given = givenStart(reading.folded, match.index + 1) <= match.index;
    const known = given ? 1 : soundShare(reading.folded.slice(start, end));
    if (end > start + 2 && known >= 0.75 && !digits)
      candidates.push({ start, end, type: 'PERSON', score: 0.94, by: 'dotted-name' });
  }
  return candidates;
}

/** Where a part that ends just before `at + 1` begins: back over characters of sound, not into a title. */
function leftEnd(reading: Reading, at: number): number {
  let start = at;
  while (start > 0 && at - start < 6 && isSound(reading.folded[start - 1] ?? '')) {
    if (titleBefore(reading, start, 0) && start <= at) break;
    start--;
  }
  return Math.min(start, givenStart(reading.folded, at + 1));
}

/** Where a well-known given name begins that ends here: 大卫·. */
function givenStart(folded: string, end: number): number {
  for (let length = Math.min(5, end); length > 1; length--)
    if (openWords('given-names-transliterated').has(folded.slice(end - length, end))) return end - length;
  return end;
}

function rightEnd(reading: Reading, from: number): number {
  let end = from;
  while (end - from < 8 && isSound(reading.folded[end] ?? '')) end++;
  if (end === from) {
    const token = reading.tokenAt(from);
    if (token !== undefined && /^(?:nr|ns|nz|x)/.test(token.pos)) end = Math.min(token.end, from + 4);
  }
  // 亚当科学精神: the last character belongs to the next word.
  for (let back = 1; back <= 2 && end - back > from; back++) {
    const token = reading.tokenAt(end - back);
    if (token !== undefined && token.end > end && token.end - token.start <= 3) return end - back;
  }
  return end;
}

function isSound(character: string): boolean {
  return sounds().has(character) || /[A-Z]/.test(character);
}

/** Whether every character of a form stands for a sound in foreign names. */
export function isBySound(form: string): boolean {
  return soundShare(form) === 1;
}

function soundShare(name: string): number {
  const letters = [...name].filter((character) => character !== '·');
  return letters.filter(isSound).length / Math.max(1, letters.length);
}

function undotted(reading: Reading): Candidate[] {
  const candidates: Candidate[] = [];
  for (const sentence of sentencesIn(reading, 'zh')) {
    let start = sounds().nextStart(reading.folded, sentence.start, sentence.end);
    while (start < sentence.end) {
      let end = start;
      while (end < sentence.end && sounds().has(reading.folded.charAt(end))) end++;
      if (end - start >= 2) candidates.push(...parts(reading, start, end));
      start = sounds().nextStart(reading.folded, end + 1, sentence.end);
    }
  }
  return candidates;
}

/** A run of sounds, or what remains of it after a title. */
function parts(reading: Reading, from: number, end: number): Candidate[] {
  const { folded } = reading;
  if (folded[end] === '·' || folded[from - 1] === '·') return [];
  const gloss = /^\((?:[A-Z][\w.'-]*)(?: (?:[A-Z][\w.'-]*|van|von|der|de|la|bin|al))*\)/.test(
    folded.slice(end, end + 50),
  );
  const candidates: Candidate[] = [];
  for (let start = from; end - start >= 2; start++) {
    const title = titleBefore(reading, start, 0);
    const tagged = reading.tokenAt(start)?.pos === 'nrt' && reading.tokenAt(start)?.end === end;
    if (!reading.isBoundary(start) || namesOtherThing(folded.slice(start, end))) continue;
    const score =
      (gloss ? 0.6 : 0) +
      (title ? 0.5 : 0) +
      (tagged ? 0.35 : 0) +
      (tagged && end - start >= 3 ? 0.17 : 0) +
      (end - start >= 4 ? 0.2 : 0);
    if (score >= 0.5 && end - start >= (tagged ? 2 : 3))
      candidates.push({ start, end, type: 'PERSON', score: Math.min(0.85, score), by: 'foreign-name' });
  }
  return candidates;
}
