import type { Edit } from '../../document/alignment.js';

/** So far back a quotation or bracket is looked for that is open. */
export const longestLine = 400;

/** The line up to `at`, as the edits so far leave it. */
export function lineBefore(text: string, at: number, edits: readonly Edit[]): string {
  const near = Math.max(0, at - longestLine);
  const start = near + text.slice(near, at).lastIndexOf('\n') + 1;
  let [line, to] = ['', at];
  for (let i = edits.length - 1; i >= 0 && to > start; i--) {
    const last = edits[i];
    if (last === undefined || last.end <= start) break;
    line = last.replacement + text.slice(last.end, to) + line;
    to = last.start;
  }
  return text.slice(Math.min(start, to), to) + line;
}
