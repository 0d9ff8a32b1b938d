import type { ReportIndex } from './model.js';

/** Finds words in either script, and Chinese by its reading without tones. */
export interface Search {
  /** What a text is found under: its Simplified form in small letters, and its reading. */
  key(text: string): string;
  /** Whether a text with that key has `query` in it; an empty query is in every text. */
  finder(query: string): (key: string) => boolean;
}

/** Makes the search over the characters of a report. */
export function createSearch(characters: ReportIndex['characters']): Search {
  const simplified = (text: string) =>
    Array.from(text, (character) => characters[character]?.[0] ?? character)
      .join('')
      .toLowerCase();
  const reading = (text: string) =>
    Array.from(text, (character) => characters[character]?.[1] ?? character)
      .join('')
      .toLowerCase()
      .replace(/[\s'’-]+/g, '');
  return {
    key: (text) => `${simplified(text)}\n${reading(text)}`,
    finder(query) {
      const words = simplified(query.trim());
      const sound = words.replace(/[\s'’-]+/g, '');
      const isSound = /^[a-z]+$/.test(sound);
      return (key) => key.includes(words) || (isSound && key.includes(sound, key.indexOf('\n')));
    },
  };
}
