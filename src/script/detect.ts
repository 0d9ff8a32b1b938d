import type { DocumentLanguage, LanguageCode, Script } from '../document/types.js';
import { isEnglishProse } from '../text/english-prose.js';
import { type Profile, profileOf } from './profile.js';

/** Share of the marked characters from which the rarer script counts. */
const minorityShare = 0.1;
const kanaShare = 0.08;
const shinjitaiShare = 1 / 6;
/** Up to so many Han characters, one Shinjitai tells a Japanese headline. */
const headlineLength = 10;
/** So many characters that Traditional Chinese and Japanese write, and none that Japanese does not. */
const manyShared = 5;

/** Script and language of a text. */
export function detect(text: string): { script: Script; language: DocumentLanguage } {
  const profile = profileOf(text);
  const script = scriptOf(profile) ?? fallbackOf(profile);
  return { script, language: script === 'Jpan' ? 'ja' : languageOf(profile) };
}

/**
 * Traditional, Simplified, both, Japanese or Latin, by the characters that not every script writes. Text that both
 * Chinese scripts write alike counts as Simplified, and text without letters as Latin.
 */
export function detectScript(text: string): Script {
  return detect(text).script;
}

/** The language of a stretch of text, by its letters: a Han character weighs as much as two Latin ones. */
export function detectLanguage(text: string): DocumentLanguage {
  return detect(text).language;
}

/**
 * The script of a stretch of text, or null where its characters do not tell, and the language whose rules read it:
 * Chinese as soon as a fair part of it is Han.
 */
export function tell(text: string): { script: Script | null; language: LanguageCode } {
  const profile = profileOf(text);
  return { script: scriptOf(profile), language: isMostlyLatin(profile) ? 'en' : 'zh' };
}

/**
 * The same of a sentence in a paragraph of a language, which it leaves only where its own letters are clear: running English
 * in a Chinese paragraph, more Han than Latin in an English one.
 */
export function tellWithin(text: string, around: LanguageCode): { script: Script | null; language: LanguageCode } {
  const profile = profileOf(text);
  const isOther =
    around === 'zh' ? isMostlyLatin(profile) && isEnglishProse(text) : hanOf(profile) * 2 > latinOf(profile);
  const other = around === 'zh' ? 'en' : 'zh';
  return { script: scriptOf(profile), language: isOther ? other : around };
}

function isMostlyLatin(profile: Profile): boolean {
  const latin = latinOf(profile);
  return latin > 0 && hanOf(profile) * 2 < latin * 0.25;
}

/** The script of a stretch of text, or null where its characters do not tell. */
export function tellScript(text: string): Script | null {
  return scriptOf(profileOf(text));
}

function fallbackOf(profile: Profile): Script {
  return hanOf(profile) > 0 ? 'Hans' : 'Latn';
}

function scriptOf(profile: Profile): Script | null {
  const [han, latin] = [hanOf(profile), latinOf(profile)];
  const kana = kanaOf(profile);
  if (latin > 0 && (han + kana) * 20 < latin) return 'Latn';
  if (isJapanese(profile)) return 'Jpan';
  const hant = profile.count('hant') + profile.count('hantJpan');
  const hans = profile.count('hans') + profile.count('hansJpan');
  if (hant + hans === 0) return null;
  if (isFair(hant, hans)) return 'mixed';
  return hant > hans ? 'Hant' : 'Hans';
}

/** Whether the rarer of two is more than a stray: one character is none beside one or two. */
function isFair(a: number, b: number): boolean {
  const [fewer, more] = a < b ? [a, b] : [b, a];
  return fewer > (a + b) * minorityShare && (fewer > 1 || more <= 2);
}

/**
 * Japanese has kana outside of what it quotes, in so many places that it is no name in a Chinese sentence; a headline
 * without any has Shinjitai, or such Traditional and such Simplified characters together as Japanese writes, and none
 * that only Chinese writes.
 */
function isJapanese(profile: Profile): boolean {
  const chinese = profile.count('chinese') + profile.count('hant') + profile.count('hans');
  const han = hanOf(profile);
  if (kanaOf(profile) > 0) {
    const isQuoted = hanOf(profile, 'outside') + kanaOf(profile, 'outside') === 0;
    const place = isQuoted ? 'anywhere' : 'outside';
    const share = kanaOf(profile, place) / (hanOf(profile, place) + kanaOf(profile, place));
    if (share >= kanaShare && chinese * 2 <= profile.kanaRuns) return true;
  }
  if (chinese > 0) return false;
  const shinjitai = profile.count('jpan');
  if (shinjitai > 0 && (han <= headlineLength || shinjitai >= han * shinjitaiShare)) return true;
  if (shinjitai > 0 && profile.count('hantJpan') >= manyShared) return true;
  return isFair(profile.count('hantJpan'), profile.count('hansJpan'));
}

const hanClasses = ['han', 'chinese', 'hant', 'hans', 'jpan', 'hantJpan', 'hansJpan'] as const;

function hanOf(profile: Profile, place: 'anywhere' | 'outside' = 'anywhere'): number {
  const count = place === 'outside' ? profile.countOutside : profile.count;
  return hanClasses.reduce((sum, name) => sum + count(name), 0);
}

function kanaOf(profile: Profile, place: 'anywhere' | 'outside' = 'anywhere'): number {
  const count = place === 'outside' ? profile.countOutside : profile.count;
  return count('kana') + count('no');
}

function latinOf(profile: Profile): number {
  return profile.count('ascii') + profile.count('latin');
}

function languageOf(profile: Profile): LanguageCode | 'mixed' {
  const han = hanOf(profile) * 2;
  const letters = han + latinOf(profile);
  if (letters === 0) return 'zh';
  if (han / letters < 0.05) return 'en';
  return profile.longestLatinRun >= 80 ? 'mixed' : 'zh';
}
