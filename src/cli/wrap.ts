import stringWidth from 'string-width';

/** A stretch of text that is shown in one way; `show` adds the colours to a part of it. */
export interface Piece {
  readonly text: string;
  readonly show: (text: string) => string;
}

interface Cell extends Piece {
  readonly columns: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Marks that do not begin a line, and marks that do not end one. */
const closing = /^[，。、；：？！,.;:?!”’」』）》〉】〕…—%)\]}⟩|·]/u;
const opening = /^[“‘「『（《〈【〔([{⟨]/u;

/**
 * Lines of at most `width` columns, each beginning with `indent`: a Chinese character fills two. Lines break at spaces and
 * beside Chinese characters, not before a closing mark or behind an opening one; a word that is longer than a line is cut.
 */
export function wrap(pieces: readonly Piece[], width: number, indent = ''): string {
  const room = Math.max(2, width - indent.length);
  const lines: string[] = [];
  let line: Cell[] = [];
  let used = 0;
  for (const cell of cellsOf(pieces)) {
    while (line.length > 0 && used + cell.columns > room && cell.text !== ' ') {
      const at = breakIn(line, cell);
      const full = render(line.slice(0, at));
      if (full !== '') lines.push(indent + full);
      line = line.slice(at);
      while (line[0]?.text === ' ') line.shift();
      used = line.reduce((sum, { columns }) => sum + columns, 0);
    }
    line.push(cell);
    used += cell.columns;
  }
  if (line.length > 0) lines.push(indent + render(line));
  return lines.join('\n');
}

function cellsOf(pieces: readonly Piece[]): Cell[] {
  return pieces.flatMap(({ text, show }) =>
    Array.from(graphemes.segment(text), ({ segment }) => ({ text: segment, show, columns: stringWidth(segment) })),
  );
}

/** Where a full line is best broken before `next`: the last place that allows it, or its end. */
function breakIn(line: readonly Cell[], next: Cell): number {
  for (let at = line.length; at > 0; at--) {
    const [before, after] = [line[at - 1], line[at] ?? next];
    if (before !== undefined && mayBreak(before, after)) return at;
  }
  return line.length;
}

function mayBreak(before: Cell, after: Cell): boolean {
  if (before.text === ' ') return true;
  if (after.text === ' ') return false;
  return (before.columns > 1 || after.columns > 1) && !closing.test(after.text) && !opening.test(before.text);
}

/** The cells without spaces at the end, those that are shown alike together. */
function render(line: readonly Cell[]): string {
  let end = line.length;
  while (line[end - 1]?.text === ' ') end--;
  let shown = '';
  for (let at = 0; at < end; ) {
    const show = line[at]?.show ?? String;
    let text = '';
    for (; at < end && line[at]?.show === show; at++) text += line[at]?.text ?? '';
    shown += show(text);
  }
  return shown;
}
