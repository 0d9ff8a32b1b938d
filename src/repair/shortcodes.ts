import type { Edit } from '../document/alignment.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { isAboutCode } from './literal.js';

const code = /\[(\/?)([a-z][a-z0-9_-]{0,30})((?:[ =][^[\]\n]{0,300})?)\/?\]/gi;
const given = /^(?:=\S.*| \s*[\w-]+ ?= ?\S.*)$/;

interface Code {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closing: boolean;
  readonly drops: boolean;
  readonly given: boolean;
}

/**
 * Removes the codes of publishing systems and forums: `[caption id="…"]` and its `[/caption]`, `[b]` and `[/b]`. A code
 * without a value is believed only with its other half; what a picture or a gallery holds goes too.
 */
export function findShortcodes(text: string): Edit[] {
  if (!/\[\/?[a-zA-Z]/.test(text)) return [];
  const codes = [...text.matchAll(code)].flatMap(readCode);
  if (codes.length === 0) return [];
  const writtenAbout = lazy(() => isAboutCode(text));
  const edits: Edit[] = [];
  const open = new Map<string, Code>();
  for (const found of codes) {
    if (!found.closing) {
      if (found.given) edits.push(remove(found, found.end));
      open.set(found.name, found);
      continue;
    }
    const opening = open.get(found.name);
    if (opening === undefined || (!opening.given && writtenAbout())) continue;
    open.delete(found.name);
    if (opening.given && edits.at(-1)?.start === opening.start && opening.drops) edits.pop();
    if (opening.drops) edits.push(remove(opening, found.end));
    else {
      if (!opening.given) edits.push(remove(opening, opening.end));
      edits.push(remove(found, found.end));
    }
  }
  return disjoint(edits);
}

function readCode(match: RegExpExecArray): Code[] {
  const [whole, slash, written = '', rest = ''] = match;
  const codes = openLexicon('shortcodes', ['code', 'content'], (row) => row.content);
  const name = written.toLowerCase();
  const content = codes.get(name);
  if (content === undefined) return [];
  const span = { start: match.index, end: match.index + whole.length };
  return [{ ...span, name, closing: slash === '/', drops: content === 'drop', given: given.test(rest) }];
}

function remove({ start }: Code, end: number): Edit {
  return { start, end, replacement: '', kind: 'markup', rule: 'shortcode', confidence: 0.93 };
}

/** The edits in order; of two that overlap the longer. */
function disjoint(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end))
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}
