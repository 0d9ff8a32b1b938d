import type { Edit } from '../document/alignment.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { windowsCharacter } from '../text/windows-1252.js';
import { findStrayCharacters } from './characters.js';

const reference = /&(?:amp;){0,8}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}));/g;

/** Decodes HTML character references, also where they were escaped several times over (`&amp;nbsp;`). */
export function findEntities(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(reference)) {
    const [whole, decimal, hexadecimal, name] = match;
    const character = name === undefined ? numbered(decimal, hexadecimal) : named(name);
    if (character === null) continue;
    const { index } = match;
    edits.push({
      start: index,
      end: index + whole.length,
      replacement: readable(character),
      kind: 'entity',
      rule: name === undefined ? 'numeric-entity' : 'named-entity',
      confidence: 0.98,
    });
  }
  return edits;
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
