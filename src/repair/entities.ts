import type { Edit } from '../document/alignment.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { toHalfWidth } from '../text/width.js';
import { windowsCharacter } from '../text/windows-1252.js';
import { findStrayCharacters } from './characters.js';
import { isAboutMarkup } from './literal.js';
import { ownTags } from './own-tags.js';

const reference = /&(?:amp;){0,8}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}))(;|(?![\w=;&#-]))/g;
/** References whose ampersand was lost: only those that nothing else is. */
const beheaded = /(?<![&#\w;])(?:#(8[0-3]\d{2});|(nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot);)/g;
/** Names that HTML lets stand without a semicolon and that no prose or address has. */
const unclosed = /^(?:nbsp|quot|lt|gt|amp)$/;

/**
 * Decodes HTML character references: escaped several times over (`&amp;nbsp;`), without their semicolon (`&nbsp`) or
 * their ampersand (`nbsp;`), in full-width ASCII. In a text that writes about them they stay.
 */
export function findEntities(text: string): Edit[] {
  if (!/[&＆]|nbsp;|quo;|dash;|hellip;|middot;|#8/.test(text)) return [];
  const narrow = toHalfWidth(text);
  const edits = [...narrow.matchAll(reference), ...narrow.matchAll(beheaded)].flatMap((match) => {
    const edit = decode(narrow, match);
    return edit === null ? [] : [edit];
  });
  if (edits.length === 0) return [];
  const written = edits.map(({ start, end }) => ({ start, end, opens: null }));
  const literal = isAboutMarkup(narrow, written) || (narrow.includes('<') && ownTags(narrow) === null);
  return literal ? [] : edits;
}

function decode(text: string, match: RegExpExecArray): Edit | null {
  const whole = match[0];
  const headless = !whole.startsWith('&');
  const decimal = match[1];
  const hexadecimal = headless ? undefined : match[2];
  const name = headless ? match[2] : match[3];
  const closed = headless || match[4] === ';';
  if (!closed && (isInAddress(text, match.index) || !mayStandOpen(name, decimal ?? hexadecimal ?? ''))) return null;
  const character = name === undefined ? numbered(decimal, hexadecimal) : named(name);
  if (character === null) return null;
  const form = headless ? 'headless-' : closed ? '' : 'unclosed-';
  return {
    start: match.index,
    end: match.index + whole.length,
    replacement: readable(character),
    kind: 'entity',
    rule: `${form}${name === undefined ? 'numeric' : 'named'}-entity`,
    confidence: form === '' ? 0.98 : 0.9,
  };
}

/** Whether a reference is one without its semicolon: a name that HTML lets stand so, or more digits than prose has there. */
function mayStandOpen(name: string | undefined, digits: string): boolean {
  return name === undefined ? digits.length >= 4 : unclosed.test(name);
}

/** Whether the ampersand stands in the query of an address. */
function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return /(?:\?|:\/\/|www\.)\S*$/.test(before);
}

function named(name: string): string | null {
  const entities = openLexicon('html-entities', ['name', 'code-point'], (row) =>
    String.fromCodePoint(Number.parseInt(row['code-point'].slice(2), 16)),
  );
  return entities.get(name) ?? null;
}

function numbered(decimal: string | undefined, hexadecimal: string | undefined): string | null {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return code >= 0x80 && code <= 0x9f ? windowsCharacter(code) : String.fromCodePoint(code);
}

/** The character as running text has it: a normal space for a no-break one, nothing for one that shows nothing. */
function readable(character: string): string {
  if (/[\u00a0\u2002\u2003\u2009]/.test(character)) return ' ';
  if (character === '\r') return '\n';
  return findStrayCharacters(character).length > 0 ? '' : character;
}
