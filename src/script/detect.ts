import type { LanguageCode, Script } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';

const minorityShare = 0.1;

/**
 * Traditional, Simplified, both, or Latin, by the characters that only one script writes. Text that both scripts write
 * alike counts as Simplified; so does the empty text of an article without letters when it has Han characters.
 */
export function detectScript(text: string): Script {
  const characters = openLexicon('script-characters', ['character', 'script'], (row) => row.script);
  let [hant, hans, han, latin] = [0, 0, 0, 0];
  for (const character of text) {
    if (/\p{Script=Han}/u.test(character)) han++;
    else if (/\p{Script=Latin}/u.test(character)) latin++;
    const script = characters.get(character);
    if (script === 'Hant') hant++;
    if (script === 'Hans') hans++;
  }
  if (han === 0 || han * 20 < latin) return 'Latn';
  const marked = hant + hans;
  if (marked > 0 && Math.min(hant, hans) > marked * minorityShare) return 'mixed';
  return hant > hans ? 'Hant' : 'Hans';
}

/** The language of a stretch of text, by its letters: a Han character weighs as much as two Latin ones. */
export function detectLanguage(text: string): LanguageCode | 'mixed' {
  const { han, latin } = countLetters(text);
  if (han * 2 + latin === 0) return 'zh';
  const share = (han * 2) / (han * 2 + latin);
  if (share < 0.05) return 'en';
  return longestEnglishRun(text) >= 80 ? 'mixed' : 'zh';
}

/** The language whose rules read a sentence: Chinese as soon as a fair part of it is Han. */
export function sentenceLanguage(text: string): LanguageCode {
  const { han, latin } = countLetters(text);
  return latin > 0 && han * 2 < latin * 0.25 ? 'en' : 'zh';
}

function countLetters(text: string): { han: number; latin: number } {
  return {
    han: text.match(/\p{Script=Han}/gu)?.length ?? 0,
    latin: text.match(/\p{Script=Latin}/gu)?.length ?? 0,
  };
}

/** Letters and spaces of the longest stretch without a Han character. */
function longestEnglishRun(text: string): number {
  const runs = text.match(/[^\p{Script=Han}]+/gu) ?? [];
  return runs.reduce((longest, run) => Math.max(longest, run.match(/[A-Za-z]/g)?.length ?? 0), 0);
}
