import type { Span } from '../document/span.js';
import { isLetterCode } from '../text/ascii.js';

const closers: Readonly<Record<string, string>> = { '(': ')', '《': '》', '“': '”', '[': ']', '"': '"' };

/** The stretches of `content` between commas, semicolons, colons and full stops outside brackets and quotation marks. */
export function clausesIn(folded: string, content: Span): Span[] {
  const clauses: Span[] = [];
  let start = content.start;
  const put = (end: number): void => {
    while (start < end && /\s/.test(folded[start] ?? '')) start++;
    if (start < end) clauses.push({ start, end });
    start = end + 1;
  };
  for (let at = content.start; at < content.end; at++) {
    if (isPlain(folded.charCodeAt(at))) continue;
    const close = closers[folded[at] ?? ''];
    const length = close === undefined ? -1 : folded.slice(at + 1, Math.min(content.end, at + 80)).indexOf(close);
    if (length >= 0) at += length + 1;
    else if (isMark(folded, at)) put(at);
  }
  put(content.end);
  return clauses;
}

/** Whether a UTF-16 unit is above all marks that clauses are cut by, as Chinese characters are, or a letter. */
function isPlain(unit: number): boolean {
  return unit > 0x3010 || isLetterCode(unit);
}

function isMark(folded: string, at: number): boolean {
  const mark = folded[at] ?? '';
  // Mr., Sept., Corp., Ph.D., an initial: no end of a clause.
  if (mark === '.')
    return (
      /\s/.test(folded[at + 1] ?? ' ') && !/(?:^|[\s.])\p{Lu}\p{Ll}{0,3}$/u.test(folded.slice(Math.max(0, at - 5), at))
    );
  // 08:25: a clock, or a score.
  if (mark === ':') return !(/\d/.test(folded[at - 1] ?? '') && /\d/.test(folded[at + 1] ?? ''));
  // 12,000; May 2, 1783
  if (mark === ',')
    return !/\d/.test(folded[at - 1] ?? '') || !/^(?:\d{3}|\s\d{4}(?!\d))/.test(folded.slice(at + 1, at + 7));
  return ';:。!?'.includes(mark);
}
