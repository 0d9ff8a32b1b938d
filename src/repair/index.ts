import { extractText } from '../document/extraction.js';
import type { Rewriter } from '../pipeline/stage.js';
import { findStrayCharacters } from './characters.js';
import { findEntities } from './entities.js';
import { findTableGlosses } from './glosses.js';
import { findMarkup } from './markup.js';
import { findSlips } from './slips/slips.js';

/** Takes out characters that show nothing, so that they hide no other damage. */
const characters: Rewriter = { name: 'characters', edits: (text) => findStrayCharacters(text) };

/** Puts GBK bytes back into step. */
const slips: Rewriter = { name: 'slips', edits: (text) => findSlips(text) };

/** Removes pinyin that a conversion table left. Nothing but a repaired slip has shortened the text so far. */
const glosses: Rewriter = {
  name: 'glosses',
  edits: (text, { article }) => findTableGlosses(text, hasSlip(extractText(article).text, text)),
};

const entities: Rewriter = { name: 'entities', edits: (text) => findEntities(text) };
const markup: Rewriter = { name: 'markup', edits: (text) => findMarkup(text) };

/**
 * The rewriters in the order in which they run. Slips come before glosses, since a slip may have swallowed the bracket
 * of a gloss, and markup last, since a slip may have swallowed the bracket of a tag.
 */
export const rewriters: readonly Rewriter[] = [characters, slips, glosses, entities, markup];

/** Whether something more than stray characters was mended between the raw text and this one. */
function hasSlip(raw: string, text: string): boolean {
  if (raw === text) return false;
  let mended = '';
  let at = 0;
  for (const edit of findStrayCharacters(raw)) {
    mended += raw.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return mended + raw.slice(at) !== text;
}
