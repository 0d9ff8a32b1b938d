import type { Edit } from '../document/alignment.js';
import { findGlosses, foldCharacter, type Gloss, readingsOf } from './readings.js';

const glossedShare = 0.9;
const teachingShare = 0.1;

interface VerifiedGloss extends Gloss {
  readonly character: string;
  /** Whether conversion to Traditional can have left it: in ASCII brackets after a character that conversion changes. */
  readonly byTable: boolean;
}

/**
 * Removes the pinyin that a conversion table left behind the characters it converted: `經(jīng)`. The table does so at
 * every occurrence of such a character and behind no other, so a text that teaches pronunciation is told apart by its
 * other glosses. One gloss alone is believed only in a text that is `damaged` already.
 */
export function findTableGlosses(text: string, damaged: boolean): Edit[] {
  const verified = findGlosses(text).flatMap((gloss) => verify(text, gloss));
  const fromTable = verified.filter((gloss) => gloss.byTable);
  if (fromTable.length < (damaged ? 1 : 2)) return [];
  if (verified.length - fromTable.length > verified.length * teachingShare) return [];
  const glossed = countBy(fromTable.map((gloss) => gloss.character));
  const occurring = countBy(Array.from(text).filter((character) => glossed.has(character)));
  return fromTable
    .filter(({ character }) => (glossed.get(character) ?? 0) >= (occurring.get(character) ?? 0) * glossedShare)
    .map(({ start, end }) => ({
      start,
      end,
      replacement: '',
      kind: 'gloss',
      rule: 'pinyin-gloss',
      confidence: fromTable.length > 1 ? 0.99 : 0.9,
    }));
}

function verify(text: string, gloss: Gloss): VerifiedGloss[] {
  const character = text.charAt(gloss.start - 1);
  if (!/\p{Script=Han}/u.test(character) || !readingsOf(character).has(gloss.reading)) return [];
  return [{ ...gloss, character, byTable: !gloss.fullWidth && foldCharacter(character) !== character }];
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
