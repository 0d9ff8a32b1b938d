import type { Span } from '../document/span.js';
import { unitAt } from '../text/units.js';
import type { NumberedSentence, Paragraph } from './reading.js';

/** A stretch between two punctuation marks outside quotations, brackets and titles. */
export interface Clause extends Span {
  /** The mark that ends it, or '' at the end of its sentence. */
  readonly mark: string;
  readonly sentence: NumberedSentence;
}

const opening = '(《【[〈';
const closing = ')》】]〉';

/** The clauses of a paragraph, in order. Marks inside outermost quotations do not count. */
export function clausesOf(folded: string, paragraph: Paragraph): Clause[] {
  const closed = paragraph.quotes.filter(
    ({ depth, inner, end }) =>
      depth === 0 && folded[inner.end - 1] === ',' && /^\s[A-Za-z]/.test(folded.slice(end, end + 2)),
  );
  let passed = 0;
  return paragraph.sentences.flatMap((sentence) => {
    const clauses: Clause[] = [];
    let start = sentence.start;
    const put = (end: number, mark: string): void => {
      while (start < end && isSpace(folded, start)) start++;
      if (start < end) clauses.push({ start, end, mark, sentence });
      start = end + mark.length;
    };
    const outside = skipper(folded, paragraph, sentence);
    for (let at = outside(sentence.start); at < sentence.end; at = outside(at + 1)) {
      // “…,” she said: an English comma stands inside the marks.
      for (let quote = closed[passed]; quote !== undefined && quote.end <= at; quote = closed[++passed])
        if (quote.end > start) put(quote.end, ',');
      if (isClauseMark(folded, at)) put(at, folded.charAt(at));
    }
    put(sentence.end, '');
    return clauses;
  });
}

const [comma, colon, fullStop] = [0x2c, 0x3a, 0x3002];

function isSpace(folded: string, at: number): boolean {
  return /\s/.test(folded.charAt(at));
}

function isClauseMark(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (unit > 0x3f && unit !== fullStop) return false;
  if (!',;:。!?'.includes(folded.charAt(at))) return false;
  if (!/\d/.test(folded[at - 1] ?? '')) return true;
  if (unit === colon) return !/^\d\d(?!\d)/.test(folded.slice(at + 1, at + 4));
  return unit !== comma || !/^\d{3}(?!\d)/.test(folded.slice(at + 1, at + 5));
}

/** Gives the first offset from `at` on that is inside no quotation or bracket; to be asked in ascending order. */
function skipper(folded: string, paragraph: Paragraph, sentence: Span): (at: number) => number {
  const outer = paragraph.quotes.filter((quote) => quote.depth === 0 && quote.end > sentence.start);
  let next = 0;
  return (from) => {
    let at = from;
    for (;;) {
      while ((outer[next]?.end ?? Infinity) <= at) next++;
      const quote = outer[next];
      const end = quote !== undefined && quote.start <= at ? quote.end : pastBracket(folded, at);
      if (end === at) return at;
      at = end;
    }
  };
}

function pastBracket(folded: string, at: number): number {
  if (isNoBracket(unitAt(folded, at))) return at;
  const bracket = opening.indexOf(folded.charAt(at));
  if (bracket < 0 || at >= folded.length) return at;
  const length = folded.slice(at, at + 80).indexOf(closing.charAt(bracket));
  return length < 0 ? at : at + length + 1;
}

/** Tells most characters from the opening brackets, which are ASCII or signs for Chinese. */
function isNoBracket(unit: number): boolean {
  return unit > 0x3010 || (unit > 0x5b && unit < 0x3008);
}

const adverbials: readonly RegExp[] = [
  /^(?:[站坐走躺守等]?在|当|于|自).{1,40}[上中里时后间前旁边下]$/,
  /^(?:[谈说提讲问聊]|回忆)[到起及].{2,24}$/,
  /^(?:对于?|关于|针对|至于|面对|谈及)[^,;]{1,30}$/,
  /^.{1,14}(?:后|时|前|前夕)$/,
];

/** Whether a clause is only a phrase of place, time or topic (在論壇上, 對此, 談及轉型). */
export function isAdverbial(text: string): boolean {
  return adverbials.some((form) => form.test(text));
}
