import type { EntityType } from '../document/types.js';
import { pinyinPro } from '../script/pinyin.js';

/**
 * Hanyu Pinyin of a name in Simplified Chinese, syllables with tone marks parted by spaces: 仇英 is qiú yīng as a person
 * and chóu yīng as anything else, or where the name is a transcription, which · parts. What is not Chinese in it stays. Null for no name, or none with a Chinese character.
 */
export function pinyinOf(type: EntityType, name: string | null): string | null {
  if (name === null || !/\p{Script=Han}/u.test(name)) return null;
  const surname = type === 'PERSON' && !name.includes('·') ? 'head' : 'off';
  const spaced = pinyinPro().pinyin(name, { surname, nonZh: 'consecutive', type: 'array' }).join(' ');
  return spaced.replace(/\s+/g, ' ').trim();
}
