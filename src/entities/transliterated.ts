import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { hanSoundsOf, latinSoundsOf, type Sounds, soundSimilarity } from './sound.js';

/** The name of a person by its sounds, part by part. */
export interface ForeignName {
  readonly parts: readonly Sounds[];
  readonly whole: Sounds;
  /** How each part is written in small Latin letters; of a Chinese one, as dictionaries give it. */
  readonly words: readonly (readonly string[])[];
  /** How many characters or letters it has. */
  readonly length: number;
  /** Two or three characters that begin with a surname: as well the name of a Chinese, 李明, as of a foreigner, 莫迪. */
  readonly mayBeNative: boolean;
}

const glosses = () => openLexicon('glosses', ['word', 'glosses'], (row) => row.glosses.split(' '));
const surnames = () => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);

/** A Chinese name that is written by sound, with or without dots; null for another. Expects the fold. */
export function foreignHan(form: string): ForeignName | null {
  const parts = form.split(/[·-]/).filter((part) => part !== '');
  const characters = parts.join('');
  if (!/^\p{Script=Han}{2,16}$/u.test(characters)) return null;
  const sounds = openWords('transliteration-characters');
  const others = [...characters].filter((character) => !sounds.has(character)).length;
  if (!form.includes('·') && others * 3 > characters.length) return null;
  const { length } = characters;
  const mayBeNative = parts.length === 1 && length <= mostNative && surnames().longestAt(form, 0) !== null;
  const words = parts.map((part) => glosses().get(part) ?? []);
  return { parts: parts.map(hanSoundsOf), whole: hanSoundsOf(characters), words, length, mayBeNative };
}

/** The name of a person in Latin letters, without initials and particles; null for initials alone. */
export function foreignLatin(form: string): ForeignName | null {
  const parts = form
    .split(/[\s-]+/)
    .filter((part) => !/^[A-Z]\.?$/.test(part) && !/^(?:van|von|der|de|da|la|bin|al|el|den)$/.test(part));
  if (parts.length === 0 || !parts.every((part) => /^\p{Lu}[\p{L}.'’]+$/u.test(part))) return null;
  if (parts.every((part) => /^[A-Z]+$/.test(part) && part.length < 4)) return null;
  const sounds = parts.map(latinSoundsOf);
  const words = parts.map((part) => [part.toLowerCase()]);
  return { parts: sounds, whole: sounds.join(''), words, length: parts.join('').length, mayBeNative: false };
}

/**
 * How much two names of people sound alike, 0 to 1. A surname alone is compared with the last part of a full name; few characters
 * write no full name, and those that may be a Chinese name must fit a foreign one in each sound.
 */
export function foreignSimilarity(han: ForeignName, latin: ForeignName): number {
  const last = soundSimilarity(han.parts.at(-1) ?? '', latin.parts.at(-1) ?? '');
  if (han.parts.length > 1 && latin.parts.length > 1)
    return givenSimilarity(han, latin) < otherGiven ? 0 : (last + soundSimilarity(han.whole, latin.whole)) / 2;
  if (han.mayBeNative && last < (han.length < mostNative ? shortNativeFit : nativeFit)) return 0;
  const short = consonants(latin.parts.at(-1) ?? '') < 2 ? 0.85 : 1;
  const surname = last * surnameOnly * short;
  if (han.parts.length > 1 || latin.parts.length === 1 || han.length <= mostNative) return surname;
  return Math.max(surname, soundSimilarity(han.whole, latin.whole));
}

/**
 * How much it tells, 0 to 1, that two names of people sound alike where nothing else says that they are one: both must be full
 * names of which each part fits, and short ones tell less. A surname or a name that may be Chinese tells nothing.
 */
export function foreignEvidence(han: ForeignName, latin: ForeignName): number {
  if (latin.parts.length < 2 || han.length <= mostNative) return 0;
  const whole = soundSimilarity(han.whole, latin.whole);
  const least =
    han.parts.length === 1 ? whole : Math.min(givenSimilarity(han, latin), similarityOf(han, -1, latin, -1));
  const sounds = Math.min(consonants(han.whole), consonants(latin.whole));
  return (least + whole) / 2 - shortName * Math.max(0, longName - sounds);
}

/** How much the given name of the one sounds like any of the other's. */
function givenSimilarity(han: ForeignName, latin: ForeignName): number {
  return Math.max(...latin.parts.slice(0, -1).map((_, at) => similarityOf(han, 0, latin, at)));
}

function similarityOf(han: ForeignName, part: number, latin: ForeignName, at: number): number {
  const [word = ''] = latin.words.at(at) ?? [];
  return han.words.at(part)?.includes(word) ? 1 : soundSimilarity(han.parts.at(part) ?? '', latin.parts.at(at) ?? '');
}

/** A Chinese name with a surname of one character has no more. */
const mostNative = 3;
const nativeFit = 0.85;
const shortNativeFit = 0.97;
/** Below it two given names are those of two people. */
const otherGiven = 0.4;
/** A surname tells less than a full name. */
const surnameOnly = 0.88;
/** Consonants of a name that is not short, and what each one less costs. */
const longName = 7;
const shortName = 0.02;

function consonants(sounds: Sounds): number {
  return sounds.replace(/[a-z-]/g, '').length;
}
