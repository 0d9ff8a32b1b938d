/** A line of a text without its white space at the end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** White space that stood behind it, before the line end. */
  readonly trail: number;
}

/** A line end between two lines that have text. */
export interface Break {
  readonly before: Line;
  readonly after: Line;
}

/** How long a piece of text is: columns, two for a Han character, or characters. */
export type Measure = (text: string) => number;

/** What of a break says whether the next line would have fitted on this one. */
export interface Fit {
  /** Size of the line. */
  readonly line: number;
  /** Size of the marks at its end, which may hang over the edge. */
  readonly hanging: number;
  /** Size of the line with what could not be parted from the next one: its first word or character and the marks behind that. */
  readonly most: number;
}

/** The lines of a text; blank ones have an empty `text`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const limit = newline < 0 ? text.length : newline;
    const whole = text.charAt(limit - 1) === '\r' && limit > start ? limit - 1 : limit;
    const content = text.slice(start, limit).trimEnd();
    lines.push({ start, end: start + content.length, text: content, trail: whole - start - content.length });
    start = limit + 1;
  }
  return lines;
}

/** Every line end between two lines that have text. */
export function breaksOf(lines: readonly Line[]): Break[] {
  return lines.flatMap((before, i): Break[] => {
    const after = lines[i + 1];
    return before.text !== '' && after !== undefined && after.text !== '' ? [{ before, after }] : [];
  });
}

/** Columns of a text: two for Han characters, wide marks and the marks that Chinese and English share. */
export const columns: Measure = (text) => sum(text, (code) => (isWide(code) || isAmbiguous(code) ? 2 : 1));

/** The measures in which lines are filled: programs differ on the width of quotation marks, dashes and middle dots. */
export const measures: readonly Measure[] = [
  columns,
  (text) => sum(text, (code) => (isWide(code) ? 2 : 1)),
  (text) => sum(text, (code) => ((code & 0xfc00) === 0xdc00 ? 0 : 1)),
];

function sum(text: string, size: (code: number) => number): number {
  let total = 0;
  for (let at = 0; at < text.length; at++) total += size(text.charCodeAt(at));
  return total;
}

function isWide(code: number): boolean {
  return code >= 0x2e80 && code <= 0xff60;
}

function isAmbiguous(code: number): boolean {
  return (code >= 0x2014 && code <= 0x2026) || code === 0xb7;
}

/** The sizes of a break in one measure. */
export function fitOf({ before, after }: Break, measure: Measure): Fit {
  const next = after.text.trimStart().slice(0, 80);
  const unit = /^["'“‘「『《（(]{0,2}(?:[!-~\u00a1-\u2bff]+|\S)/u.exec(next)?.[0] ?? '';
  const closers = /^[，。、；：！？）」』”’》,.;:!?)]{1,2}/.exec(next.slice(unit.length))?.[0] ?? '';
  const hung = /[，。、；：！？）」』”’》,.;:!?)]{1,2}$/.exec(before.text.slice(-2))?.[0] ?? '';
  const line = measure(before.text);
  const hyphen = /[a-z]-$/.test(before.text);
  const gap = !hyphen && isLatin(before.text.charCodeAt(before.text.length - 1)) && isLatin(unit.charCodeAt(0)) ? 1 : 0;
  const most = Math.max(measure(unit) + measure(closers), measure(bracketedWord(next)));
  return { line, hanging: measure(hung), most: line + gap + most };
}

/** A short word between spaces that begins with a bracket, or nothing: English breaks no (星嶼大學). */
function bracketedWord(next: string): string {
  return /^[(["“‘'][^\s]{1,24}(?=\s)/.exec(next)?.[0] ?? '';
}

function isLatin(code: number): boolean {
  return code > 0x20 && !isWide(code);
}

/** Whether a line is as full as it can be: with the first unit of the next one it would be wider. */
export function isFull({ most }: Fit, width: number): boolean {
  return most > width;
}

/** Whether a line goes beyond the width by more than the marks that hang over the edge. */
export function isOverlong({ line, hanging }: Fit, width: number): boolean {
  return line - hanging > width;
}

/** Whether a line ends about where full ones do: not every program fills lines to the last column, nor stops there. */
export function isAboutFull({ line, hanging, most }: Fit, width: number): boolean {
  const near = Math.max(2, Math.floor(width / 10));
  return most > width - near && line - hanging <= width + near;
}
