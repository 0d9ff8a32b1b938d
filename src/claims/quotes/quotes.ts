import type { Span } from '../../document/span.js';

/** A stretch between quotation marks. Its own span includes the marks; `inner` leaves them out. */
export interface QuotedSpan extends Span {
  readonly inner: Span;
  /** 0 for an outermost quotation. */
  readonly depth: number;
  /** No closing mark was found: the end of the paragraph closed it. */
  readonly unbalanced: boolean;
}

interface OpenQuote {
  readonly start: number;
  readonly close: string;
}

const closers: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'" };
const marks = /[“”‘’"']/g;
/** Nobody quotes deeper; without a limit, a thousand open marks would be a thousand copies of what follows. */
const deepest = 8;

/**
 * The quotations of one paragraph of the fold, sorted by start. Odd marks never fail: what is left open is closed at
 * the paragraph's end and flagged, and a closing mark that opens nothing is either an opening one (”…”) or ignored.
 */
export function findQuotes(folded: string, paragraph: Span): QuotedSpan[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  const found = [...text.matchAll(marks)].map((match) => ({ at: match.index, mark: match[0] }));
  const open: OpenQuote[] = [];
  const quotes: QuotedSpan[] = [];
  const close = (end: number, unbalanced: boolean): void => {
    const quote = open.pop();
    if (quote === undefined) return;
    const start = paragraph.start + quote.start;
    const stop = paragraph.start + end;
    const inner = { start: start + 1, end: unbalanced ? stop : stop - 1 };
    quotes.push({ start, end: stop, inner, depth: open.length, unbalanced });
  };
  found.forEach(({ at, mark }, index) => {
    if (isApostrophe(text, at, mark, open)) return;
    const next = found[index + 1]?.mark;
    if (closes(text, at, mark, open)) {
      while (open.at(-1)?.close !== mark) open.pop();
      close(at + 1, false);
    } else if (closesOther(text, at, mark, open.at(-1), next)) close(at + 1, false);
    else if (open.length < deepest && opens(text, at, mark, next)) {
      open.push({ start: at, close: closers[mark] ?? mark });
    }
  });
  while (open.length > 0) close(text.length, true);
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The character in which the words of a quotation end, whatever closes a quotation within it behind them (“…『…。』”). */
export function lastMark(folded: string, { inner }: Pick<QuotedSpan, 'inner'>): string {
  let end = inner.end;
  while (end > inner.start && /[”’]/.test(folded[end - 1] ?? '')) end--;
  return folded[end - 1] ?? '';
}

const letter = /[\p{L}\p{N}]/u;
const latin = /[A-Za-z0-9]/;

function isApostrophe(text: string, at: number, mark: string, open: readonly OpenQuote[]): boolean {
  if (mark !== '’' && mark !== "'") return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (latin.test(before) && latin.test(after)) return true;
  return latin.test(before) && !open.some((quote) => quote.close === mark);
}

function closes(text: string, at: number, mark: string, open: readonly OpenQuote[]): boolean {
  if (mark === '“' || mark === '‘') return false;
  if (mark !== "'") return open.some((quote) => quote.close === mark);
  return open.at(-1)?.close === mark && /\S/.test(text[at - 1] ?? ' ') && !letter.test(text[at + 1] ?? ' ');
}

/** “…," said …: a mark of another style closes, where it stands as a closing one does and the right one does not follow. */
function closesOther(
  text: string,
  at: number,
  mark: string,
  last: OpenQuote | undefined,
  next: string | undefined,
): boolean {
  if (last === undefined || next === last.close) return false;
  if (!(mark === '"' && last.close === '”') && !(mark === '”' && last.close === '"')) return false;
  return /\S/.test(text[at - 1] ?? ' ') && !letter.test(text[at + 1] ?? ' ');
}

/** Whether a mark that closes nothing opens a quotation; `next` is the quotation mark that follows in the paragraph. */
function opens(text: string, at: number, mark: string, next: string | undefined): boolean {
  if (mark === '“' || mark === '‘') return true;
  if (mark === '”') return next === '”';
  if (mark === '’') return false;
  return !latin.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ');
}
