import { holdsHan } from '../text/han.js';

/** What a quotation mark that opens one stands right behind, and one that closes right before. */
const leadsIn = /[:([—]/;
const goesOn = /[,。;、:!?)\]的]/;

/**
 * The fold with straight quotation marks as “ and ”, so that rules see which of them open. Of the same length; a mark of inches (55")
 * stays, as does one in a line without Chinese that has space or none on both sides.
 */
export function directQuotes(folded: string): string {
  if (!folded.includes('"')) return folded;
  return folded
    .split('\n')
    .map((line) => (!line.includes('"') ? line : holdsHan(line) ? directLine(line) : directLatin(line)))
    .join('\n');
}

/** Between words it is seen at once which mark opens. */
function directLatin(line: string): string {
  return line.replace(/(?<![^\s([—–-])"(?=[^\s"])/g, '“').replace(/(?<=[^\s\d"])"(?![\p{L}\p{N}"])/gu, '”');
}

function directLine(line: string): string {
  let isOpen = false;
  let left = line.split('"').length - 1;
  return line.replace(/[“”"]/g, (mark, at: number) => {
    if (mark === '"') {
      const [before, after] = [line.charAt(at - 1), line.charAt(at + 1)];
      const isOdd = left-- % 2 === 1;
      if (!isOpen && isOdd && /\d/.test(before)) return mark;
      const opens = isOpen ? leadsIn.test(before) && after !== '' : after !== '' && !goesOn.test(after);
      isOpen = opens;
      return opens ? '“' : '”';
    }
    isOpen = mark === '“';
    return mark;
  });
}
