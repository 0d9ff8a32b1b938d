/** A sentence whose brackets mark what is expected: `他于[2024年3月]访华。`. Offsets are UTF-16, without the brackets. */
export interface BracketCase {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Takes the brackets out of a sentence and tells where they stood. */
export function parseCase(marked: string): BracketCase {
  const spans: { start: number; end: number; text: string }[] = [];
  let text = '';
  let start = -1;
  for (const character of marked) {
    if (character === '[') start = text.length;
    else if (character === ']') spans.push({ start, end: text.length, text: text.slice(start) });
    else text += character;
  }
  return { text, spans };
}

/** The sentence with brackets around the spans, for messages that can be read. */
export function withBrackets(text: string, spans: readonly { start: number; end: number }[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}
