import { openWords } from '../lexicons/lexicon.js';
import { hanSoundsOf, latinSoundsOf, type Sounds, soundSimilarity } from './sound.js';

/** The name of a person by its sounds, part by part. */
export interface ForeignName {
  readonly parts: readonly Sounds[];
  readonly whole: Sounds;
}

/** A Chinese name that is written by sound, with or without dots; null for another. Expects the fold. */
export function foreignHan(form: string): ForeignName | null {
  const parts = form.split(/[·-]/).filter((part) => part !== '');
  const characters = parts.join('');
  if (!/^\p{Script=Han}{2,16}$/u.test(characters)) return null;
  const sounds = openWords('transliteration-characters');
  const others = [...characters].filter((character) => !sounds.has(character)).length;
  if (!form.includes('·') && others * 3 > characters.length) return null;
  return { parts: parts.map(hanSoundsOf), whole: hanSoundsOf(characters) };
}

/** The name of a person in Latin letters, without initials and particles; null for initials alone. */
export function foreignLatin(form: string): ForeignName | null {
  const parts = form
    .split(/[\s-]+/)
    .filter((part) => !/^[A-Z]\.?$/.test(part) && !/^(?:van|von|der|de|da|la|bin|al|el|den)$/.test(part));
  if (parts.length === 0 || !parts.every((part) => /^\p{Lu}[\p{L}.'’]+$/u.test(part))) return null;
  if (parts.every((part) => /^[A-Z]+$/.test(part) && part.length < 4)) return null;
  const sounds = parts.map(latinSoundsOf);
  return { parts: sounds, whole: sounds.join('') };
}

/** How much two names of people sound alike, 0 to 1. A surname alone is compared with the last part of a full name. */
export function foreignSimilarity(han: ForeignName, latin: ForeignName): number {
  const last = soundSimilarity(han.parts.at(-1) ?? '', latin.parts.at(-1) ?? '');
  if (han.parts.length > 1 && latin.parts.length > 1) return (last + soundSimilarity(han.whole, latin.whole)) / 2;
  const short = consonants(latin.parts.at(-1) ?? '') < 2 ? 0.85 : 1;
  if (han.parts.length > 1 || latin.parts.length === 1) return last * surnameOnly * short;
  return Math.max(last * surnameOnly * short, soundSimilarity(han.whole, latin.whole));
}

/** A surname tells less than a full name. */
const surnameOnly = 0.88;

function consonants(sounds: Sounds): number {
  return sounds.replace(/[a-z-]/g, '').length;
}
