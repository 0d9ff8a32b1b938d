import { type Lexicon, openLexicon } from './lexicon.js';

/**
 * What an element does to the line: `block` and `break` end it, `content` has no text that is read, `annotation` is
 * a gloss above the text (ruby).
 */
export type TagLayout = 'inline' | 'block' | 'break' | 'void' | 'content' | 'annotation';

/** The names of HTML elements, in lower case. */
export function htmlTags(): Lexicon<TagLayout> {
  return openLexicon('html-tags', ['tag', 'layout'], (row) => row.layout as TagLayout);
}

/** Whether a tag of this layout ends a line of text. */
export function endsLine(layout: TagLayout): boolean {
  return layout === 'block' || layout === 'break';
}
