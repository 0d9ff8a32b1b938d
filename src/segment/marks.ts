const closing = '”’"\')]}》〉】〕';
const endMarks = '。!?.…｡';

/** Where a run of end marks that begins at `at` ends, and where the quotes and brackets behind it end. */
export function endAfter(
  folded: string,
  at: number,
  limit: number,
): { readonly marksEnd: number; readonly end: number } {
  let marksEnd = at + 1;
  while (marksEnd < limit && endMarks.includes(folded.charAt(marksEnd))) marksEnd++;
  let end = marksEnd;
  while (end < limit && isClosing(folded.charAt(end))) end++;
  return { marksEnd, end };
}

/** Whether a character closes a quotation or a bracket. */
export function isClosing(character: string): boolean {
  return character !== '' && closing.includes(character);
}

/** The first offset from `at` on that is not white space. */
export function skipSpace(folded: string, at: number, limit: number): number {
  let start = at;
  while (start < limit && /\s/.test(folded.charAt(start))) start++;
  return start;
}
