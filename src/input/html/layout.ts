import type { Passage } from '../../document/extraction.js';
import { htmlTags } from '../../lexicons/html-tags.js';
import { type Element, isElement, type Piece, type TextNode } from './tree.js';
import { isReadable } from './visible.js';

/** What parts two words, the strongest last. */
const separators = ['', ' ', '\t', '\n'] as const;
type Separator = (typeof separators)[number];

/** A word with the stretch of source that it stands in. */
type Word = Piece;

/**
 * What has to be done to the source of a page so that the text of `chosen` is left: each block a line, each row of a
 * table a line with tabs between its cells, white space as a browser shows it. Line ends inside running Chinese go.
 */
export function layOut(source: string, root: Element, isChosen: (node: TextNode) => boolean): Passage[] {
  const passages: Passage[] = [];
  let previous: Word | null = null;
  let separator: Separator = '';
  let wrapped = false;

  function part(by: Separator): void {
    if (separators.indexOf(by) > separators.indexOf(separator)) separator = by;
  }

  function addWord(word: Word): void {
    const start = previous?.end ?? 0;
    const replacement = previous === null ? '' : separatorBetween(previous, word);
    if (source.slice(start, word.start) !== replacement) passages.push({ start, end: word.start, replacement });
    if (!word.verbatim) passages.push({ start: word.start, end: word.end, replacement: word.text });
    previous = word;
    separator = '';
    wrapped = false;
  }

  function separatorBetween(before: Word, after: Word): string {
    const isWrap = separator === ' ' && wrapped;
    return isWrap && areWide(before.text.slice(-1) + after.text.slice(0, 1)) ? '' : separator;
  }

  function addPiece(piece: Piece, preformatted: boolean): void {
    for (const match of piece.text.matchAll(/[ \t\n\f\r\u00a0]+|[^ \t\n\f\r\u00a0]+/g)) {
      const [run] = match;
      if (/^[ \t\n\f\r\u00a0]/.test(run)) {
        part(preformatted && /[\n\r]/.test(run) ? '\n' : ' ');
        wrapped ||= /[\n\r]/.test(run);
      } else if (!piece.verbatim) addWord({ ...piece, text: run });
      else {
        const start = piece.start + match.index;
        addWord({ start, end: start + run.length, text: run, verbatim: true });
      }
    }
  }

  function walk(element: Element, preformatted: boolean): void {
    const around = separatorAround(element);
    part(around);
    for (const child of element.children) {
      if (isElement(child)) {
        if (isReadable(child)) walk(child, preformatted || child.name === 'pre');
        else part(separatorAround(child));
      } else if (isChosen(child)) for (const piece of child.pieces) addPiece(piece, preformatted);
    }
    part(around);
  }

  walk(root, false);
  const end = (previous as Word | null)?.end ?? 0;
  if (end < source.length) passages.push({ start: end, end: source.length, replacement: '' });
  return passages;
}

function separatorAround({ name }: Element): Separator {
  if (name === 'td' || name === 'th') return '\t';
  const layout = htmlTags().get(name);
  return layout === 'block' || layout === 'break' ? '\n' : '';
}

/** Whether two characters stand together without a space: East Asian ones, or one of them and a mark of both scripts. */
function areWide(pair: string): boolean {
  return /^(?:[\u2014-\u2026][\u2e80-\u9fff\uff01-\uff5e]|[\u2e80-\u9fff\uff01-\uff5e][\u2014-\u2026\u2e80-\u9fff\uff01-\uff5e])$/.test(
    pair,
  );
}
