import type { Alignment } from '../document/alignment.js';
import type { Rewriter } from '../pipeline/stage.js';
import { findStrayCharacters } from './characters.js';
import { findEntities } from './entities.js';
import { findTableGlosses } from './glosses.js';
import { findLineWraps } from './line-wraps.js';
import { findLostCharacters } from './lost-characters.js';
import { findLostMarks } from './lost-marks.js';
import { findMarkup } from './markup.js';
import { findMojibake } from './mojibake/mojibake.js';
import { findSlips } from './slips/slips.js';

/** Reads again what was read by a wrong encoding. First, since control characters are bytes of it. */
const encodings: Rewriter = { name: 'encodings', edits: (text) => findMojibake(text) };

/** The same where something was read again: it may have been misread more than once, or written in references. */
const encodingsAgain: Rewriter = {
  name: 'encodings again',
  edits: (text, _context, alignment) => (mayBeMisread(alignment) ? findMojibake(text) : []),
};

/** Takes out characters that show nothing, so that they hide no other damage. */
const characters: Rewriter = { name: 'characters', edits: (text) => findStrayCharacters(text) };

/** Puts GBK bytes back into step: only where a decoder left a mark. */
const slips: Rewriter = { name: 'slips', edits: (text) => (/[?\ufffd]/.test(text) ? findSlips(text) : []) };

/** Puts quotation marks and apostrophes back where a decoder left a mark for them. */
const lostMarks: Rewriter = { name: 'lost marks', edits: (text) => findLostMarks(text) };

/** Tells lost marks and letters of Chinese lines apart; where bytes were read again, the gaps that are left are letters. */
const lostCharacters: Rewriter = {
  name: 'lost characters',
  edits: (text, _context, alignment) => (wereBytesRead(alignment) ? [] : findLostCharacters(text)),
};

/** Removes pinyin that a conversion table left. */
const glosses: Rewriter = {
  name: 'glosses',
  edits: (text, _context, alignment) => findTableGlosses(text, hasSlip(alignment)),
};

const references: Rewriter = { name: 'character references', edits: (text) => findEntities(text) };
const markup: Rewriter = { name: 'markup', edits: (text) => findMarkup(text) };
const lineWraps: Rewriter = {
  name: 'line wraps',
  edits: (text, { guide }) => findLineWraps(text, guide?.segmenter),
};

/**
 * The rewriters in the order in which they run. Slips come before glosses, since a slip may have swallowed the bracket
 * of a gloss, and markup after both, since a slip may have swallowed the bracket of a tag. Line ends come last: tags make
 * some.
 */
export const rewriters: readonly Rewriter[] = [
  encodings,
  encodingsAgain,
  encodingsAgain,
  characters,
  slips,
  lostMarks,
  lostCharacters,
  glosses,
  references,
  encodingsAgain,
  encodingsAgain,
  markup,
  lineWraps,
];

function wereBytesRead(alignment: Alignment): boolean {
  return alignment.some(({ edits }) => edits.some(({ rule }) => rule === 'encoding' || rule.startsWith('gbk-slip')));
}

/** Whether a slip was repaired: then the text went through a site that leaves glosses. */
function hasSlip(alignment: Alignment): boolean {
  return alignment.some(({ edits }) => edits.some(({ rule }) => rule.startsWith('gbk-slip')));
}

function mayBeMisread(alignment: Alignment): boolean {
  return alignment.some(({ edits }) => edits.some(({ kind, rule }) => kind === 'entity' || rule === 'encoding'));
}
