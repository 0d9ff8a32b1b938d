import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** What a word of kind counts beside one that tells a name from others. */
export const kindWeight = 0.35;

/** Chinese words that say what kind of thing a name is of (大学, 河), and the English ones for them. */
export const kindWords = () => openLexicon('kind-translations', ['word', 'english'], (row) => row.english.split(' '));

/** The stems of all English words of kind. */
export const kindStems = lazy(
  (): ReadonlySet<string> => new Set([...kindWords().entries()].flatMap(([, english]) => english.map(stemOf))),
);

/** A word without endings that translations differ in: institute and institution, sea and seas. */
export function stemOf(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=[a-z]{3})(?:ies|es|s|y|e)$/, '')
    .replace(/(?<=[a-z]{4})(?:en|ing)$/, '');
  return plain.slice(0, 6);
}

const smallWord = /^(?:of|the|and|for|de|del|la|le|a|an|in|on|at|to|s)$/;

/** Whether a word, in lower case, is a small one that translations leave out. */
export function isSmallWord(word: string): boolean {
  return smallWord.test(word);
}
