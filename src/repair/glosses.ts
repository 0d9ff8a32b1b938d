import type { Edit } from '../document/alignment.js';
import { type Bracket, findReadings, type ReadingStyle, type VerifiedReading } from './bracketed.js';
import { type GlossedCharacter, hasLessonWord, isFromTable, weighGlosses } from './gloss-evidence.js';

const enough = 4;
/** What ways of writing need that no known converter has. */
const plenty = 10;
const foreignShare = 0.1;
const slipPoints = 5;
const fewestRuby = 12;
const rubyShare = 0.8;

/**
 * Removes the readings that a conversion table left behind the characters it converted: `經(jīng)`. The table does so at
 * every occurrence of such a character and behind no other, so a text that teaches pronunciation is told apart by its
 * other readings. One alone is believed only in a text that is `damaged` already. Zhuyin behind nearly every character
 * is what is left of ruby text and goes as well.
 */
export function findTableGlosses(text: string, damaged: boolean): Edit[] {
  const readings = findReadings(text);
  if (readings.length === 0) return [];
  const ruby = rubyOf(text, readings);
  if (ruby.length > 0) return ruby.map((reading) => toEdit(reading, 'zhuyin-ruby', 0.9));
  const occurring = countCharacters(text, readings);
  return groupsOf(readings).flatMap((group) => judge(text, group, readings, occurring, damaged));
}

/** The readings of one way of writing that the table left; none where the evidence is too small. */
function judge(
  text: string,
  group: readonly VerifiedReading[],
  all: readonly VerifiedReading[],
  occurring: ReadonlyMap<string, number>,
  damaged: boolean,
): Edit[] {
  const known = group[0]?.style === 'marked' && group[0].bracket === 'narrow';
  const glossed = byCharacter(group, occurring);
  const table = glossed.filter(isFromTable);
  const left = table.flatMap((each) => each.readings);
  if (left.length < (damaged && known ? 1 : 2)) return [];
  if (all.length - left.length > all.length * foreignShare && !(known && left.length > 50)) return [];
  const simplified = left.some(({ differs }) => differs === 'simplified');
  const points = weighGlosses(text, glossed) + (damaged ? slipPoints : 0);
  if (points < (known && !simplified ? enough : plenty)) return [];
  const confidence = Math.min(0.99, Math.round((1 - 0.5 ** (points / 2)) * 100) / 100);
  const rule = group[0]?.style === 'zhuyin' ? 'zhuyin-gloss' : 'pinyin-gloss';
  return left.map((reading) => toEdit(reading, rule, confidence));
}

function toEdit({ start, end }: VerifiedReading, rule: string, confidence: number): Edit {
  return { start, end, replacement: '', kind: 'gloss', rule, confidence };
}

/** Zhuyin behind nearly all characters of the lines that have any, in a text that teaches no reading. */
function rubyOf(text: string, readings: readonly VerifiedReading[]): VerifiedReading[] {
  const zhuyin = readings.filter(({ style }) => style === 'zhuyin');
  if (zhuyin.length < fewestRuby) return [];
  let characters = 0;
  let next = 0;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const end = match.index + match[0].length;
    if ((zhuyin[next]?.start ?? Infinity) >= end) continue;
    while ((zhuyin[next]?.start ?? Infinity) < end) next++;
    characters += match[0].match(/\p{Script=Han}/gu)?.length ?? 0;
    if (hasLessonWord(match[0])) return [];
  }
  return zhuyin.length >= characters * rubyShare ? zhuyin : [];
}

function groupsOf(readings: readonly VerifiedReading[]): VerifiedReading[][] {
  const groups = new Map<`${ReadingStyle} ${Bracket}`, VerifiedReading[]>();
  for (const reading of readings) {
    const key = `${reading.style} ${reading.bracket}` as const;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reading]);
    else group.push(reading);
  }
  return [...groups.values()];
}

function byCharacter(readings: readonly VerifiedReading[], occurring: ReadonlyMap<string, number>): GlossedCharacter[] {
  const glossed = new Map<string, VerifiedReading[]>();
  for (const reading of readings) {
    const list = glossed.get(reading.character);
    if (list === undefined) glossed.set(reading.character, [reading]);
    else list.push(reading);
  }
  return [...glossed].map(([character, list]) => ({
    character,
    readings: list,
    occurring: occurring.get(character) ?? list.length,
  }));
}

/** How often each glossed character stands in the text. */
function countCharacters(text: string, readings: readonly VerifiedReading[]): Map<string, number> {
  const counts = new Map(readings.map(({ character }) => [character.charCodeAt(0), 0]));
  for (let at = 0; at < text.length; at++) {
    const count = counts.get(text.charCodeAt(at));
    if (count !== undefined) counts.set(text.charCodeAt(at), count + 1);
  }
  return new Map([...counts].map(([code, count]) => [String.fromCharCode(code), count]));
}
