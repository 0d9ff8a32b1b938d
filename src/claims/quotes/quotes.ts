import type { Span } from '../../document/span.js';
import { matchesOf } from '../../text/matches.js';
import { lostEnd, lostStart } from './lost-marks.js';

/** A stretch between quotation marks. Its own span includes the marks; `inner` leaves them out. */
export interface QuotedSpan extends Span {
  readonly inner: Span;
  /** 0 for an outermost quotation. */
  readonly depth: number;
  /** One of its marks is lost. */
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
 * The quotations of one paragraph of the fold, sorted by start. Odd marks never fail: where one is lost, the quotation is flagged and ends
 * or begins where its sentence does; a closing mark that opens nothing is else an opening one (”…”) or ignored.
 */
export function findQuotes(folded: string, paragraph: Span): QuotedSpan[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  const found = matchesOf(marks, text).map((match) => ({ at: match.index, mark: match[0] }));
  const open: OpenQuote[] = [];
  const quotes: QuotedSpan[] = [];
  /** How many closing marks are lost, and up to where quotations have been read. */
  let lost = found.reduce((sum, { mark }) => sum + (mark === '“' ? 1 : mark === '”' ? -1 : 0), 0);
  let read = 0;
  const add = (start: number, end: number, marked: { readonly opens: boolean; readonly closes: boolean }): void => {
    const inner = {
      start: paragraph.start + start + (marked.opens ? 1 : 0),
      end: paragraph.start + end - (marked.closes ? 1 : 0),
    };
    const unbalanced = !marked.opens || !marked.closes;
    quotes.push({ start: paragraph.start + start, end: paragraph.start + end, inner, depth: open.length, unbalanced });
    read = Math.max(read, end);
  };
  const close = (end: number, closes: boolean): void => {
    const quote = open.pop();
    if (quote !== undefined) add(quote.start, end, { opens: true, closes });
  };
  found.forEach(({ at, mark }, index) => {
    if (isApostrophe(text, at, mark, open)) return;
    const next = found[index + 1]?.mark;
    const last = open.at(-1);
    if (closes(text, at, mark, open)) {
      while (open.at(-1)?.close !== mark) open.pop();
      close(at + 1, true);
    } else if (closesOther(text, at, mark, last, next)) close(at + 1, true);
    else if (open.length < deepest && opens(text, at, mark, next)) {
      const body = last === undefined ? '' : text.slice(last.start + 1, at);
      if (mark === '“' && last?.close === '”' && lost > 0 && body.trim() !== '') {
        lost--;
        close(last.start + 1 + lostEnd(body, text.slice(Math.max(0, last.start - 2), last.start), true), false);
      }
      open.push({ start: at, close: closers[mark] ?? mark });
    } else if (mark === '”' && open.length === 0) {
      const start = lostStart(text.slice(read, at), /,.?$/.test(text.slice(Math.max(0, read - 2), read)));
      if (start !== null && read + start < at) add(read + start, at + 1, { opens: false, closes: true });
      read = at + 1;
    }
  });
  const last = open.at(-1);
  if (open.length === 1 && last !== undefined && !goesOn(folded, paragraph, last))
    close(
      last.start + 1 + lostEnd(text.slice(last.start + 1), text.slice(Math.max(0, last.start - 2), last.start), false),
      false,
    );
  while (open.length > 0) close(text.length, false);
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a quotation that is left open goes on in the next paragraph, which opens with a mark, or is all that the paragraph holds. */
function goesOn(folded: string, { start, end }: Span, quote: OpenQuote): boolean {
  const next = /^\s*(\S)/.exec(folded.slice(end, end + 16))?.[1] ?? '';
  return closers[next] === quote.close || folded.slice(start, start + quote.start).trim() === '';
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
