import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { foldCharacter, readingsOf } from './readings.js';
import { normalizeZhuyin, splitTone, toZhuyin } from './zhuyin.js';

const readingStyles = ['marked', 'numbered', 'bare', 'zhuyin'] as const;
/** How a reading is written: jīng, jing1, jing, ㄐㄧㄥ. */
export type ReadingStyle = (typeof readingStyles)[number];
/** What stands around it. */
export type Bracket = 'narrow' | 'wide' | 'none';

/** A true reading behind a character. The span takes in the brackets. */
export interface VerifiedReading extends Span {
  readonly character: string;
  readonly reading: string;
  readonly style: ReadingStyle;
  readonly bracket: Bracket;
  /** Whether the character has another form in the other script. */
  readonly differs: 'no' | 'traditional' | 'simplified';
}

const suspicious = /[(（][a-zêüāáǎàēéěèōóǒòńňǹḿ][a-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{0,5}[1-5]?[)）]|[\u3105-\u3129]/;
const latin = /[(（]([a-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{1,6})([1-5]?)[)）]/gu;
const bopomofo = /([(（]?)([˙ㄅ-ㄩ][ㄅ-ㄩ]{0,3}[ˉˊˇˋ˙]?)([)）]?)/gu;

/** Every true reading that stands behind its character, bracketed or, in zhuyin, bare. */
export function findReadings(text: string): VerifiedReading[] {
  if (!suspicious.test(text)) return [];
  const found: VerifiedReading[] = [];
  for (const match of text.matchAll(latin)) {
    const style = match[2] !== '' ? 'numbered' : /[^a-zêü]/.test(match[1] ?? '') ? 'marked' : 'bare';
    const verified = verify(text, match, `${match[1]}${match[2]}`, style, match[0].startsWith('(') ? 'narrow' : 'wide');
    if (verified !== null) found.push(verified);
  }
  for (const match of text.matchAll(bopomofo)) {
    const [, opening, zhuyin = '', closing] = match;
    if ((opening === '') !== (closing === '')) continue;
    const bracket = opening === '' ? 'none' : opening === '(' ? 'narrow' : 'wide';
    const verified = verify(text, match, normalizeZhuyin(zhuyin), 'zhuyin', bracket);
    if (verified !== null) found.push(verified);
  }
  return found;
}

function verify(
  text: string,
  match: RegExpExecArray,
  reading: string,
  style: ReadingStyle,
  bracket: Bracket,
): VerifiedReading | null {
  const character = text.charAt(match.index - 1);
  if (!/\p{Script=Han}/u.test(character)) return null;
  const readings = readingsOf(character);
  // `們(men)` is a full reading where the tone is neutral.
  const written = style === 'bare' && readings.has(reading) ? 'marked' : style;
  if (written !== 'marked' && !writtenReadings(readings, written).has(reading)) return null;
  if (written === 'marked' && !readings.has(reading)) return null;
  const span = { start: match.index, end: match.index + match[0].length };
  return { ...span, character, reading, style: written, bracket, differs: differs(character) };
}

function writtenReadings(readings: ReadonlySet<string>, style: ReadingStyle): Set<string> {
  const written = [...readings].flatMap((reading) => {
    if (style === 'zhuyin') return toZhuyin(reading) ?? [];
    const { letters, tone } = splitTone(reading);
    return [...new Set([letters, letters.replace('ü', 'v'), letters.replace('ü', 'u')])].map((spelling) =>
      style === 'numbered' ? `${spelling}${tone}` : spelling,
    );
  });
  return new Set(written);
}

function differs(character: string): VerifiedReading['differs'] {
  if (foldCharacter(character) !== character) return 'traditional';
  const scripts = openLexicon('script-characters', ['character', 'script'], (row) => row.script);
  return scripts.get(character) === 'Hans' ? 'simplified' : 'no';
}
