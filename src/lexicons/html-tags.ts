import { type Lexicon, openLexicon } from './lexicon.js';

/** What an element does to the line: `block` and `break` end it, `content` has no text that is read. */
export type TagLayout = 'inline' | 'block' | 'break' | 'void' | 'content';

/** The names of HTML elements, in lower case. */
export function htmlTags(): Lexicon<TagLayout> {
  return openLexicon('html-tags', ['tag', 'layout'], (row) => row.layout as TagLayout);
}
