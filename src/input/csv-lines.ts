/*
 * csv-parse counts a line feed and the return before it, in a quoted cell, as two lines, and takes one of them alone for the end of
 * all rows. So it is given no returns: noncharacters, which stand in no text, are put in their place and taken out of the cells. That of
 * a line end stands behind the line feed: csv-parse counts a line by the first character of what ends it.
 */

const [ofEnd, ofReturn] = ['\ufdd0', '\ufdd1'];
const [ofEndBytes, ofReturnBytes] = [ofEnd, ofReturn].map((mark) => Buffer.from(mark).toString('latin1'));

/** What csv-parse is told about ends of lines. */
interface LineOptions {
  readonly record_delimiter: string[];
  readonly cast?: (cell: string) => string;
}

const lineFeeds: LineOptions = {
  record_delimiter: [`\n${ofEnd}`, '\n'],
  cast: (cell) => cell.replaceAll(`\n${ofEnd}`, '\r\n').replaceAll(ofReturn, '\r'),
};
/** Of files in which returns alone end lines. */
const returns: LineOptions = { record_delimiter: ['\r'] };

/** A CSV text as csv-parse is given it, and what it is told. */
export function withoutReturns(content: string): { readonly content: string; readonly options: LineOptions } {
  if (!content.includes('\n')) return { content, options: returns };
  const marked = content.replaceAll('\r\n', `\n${ofEnd}`).replaceAll('\r', ofReturn);
  return { content: marked, options: lineFeeds };
}

/** The same of bytes in UTF-8; `added` says how many more of them there are by now. */
export async function withoutReturnBytes(chunks: AsyncIterable<Uint8Array>): Promise<{
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly options: LineOptions;
  readonly added: () => number;
}> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const start = first.done === true ? '' : Buffer.from(first.value).toString('latin1');
  const options = /\r./.test(start) && !start.includes('\n') ? returns : lineFeeds;
  let added = 0;
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    let pending = '';
    for (let next = first; ; next = await iterator.next()) {
      const read = pending + (next.done === true ? '' : Buffer.from(next.value).toString('latin1'));
      // Whether a line feed follows on a last return, the next piece tells.
      pending = next.done !== true && options === lineFeeds && read.endsWith('\r') ? '\r' : '';
      const text = read.slice(0, read.length - pending.length);
      const marked =
        options === returns ? text : text.replaceAll('\r\n', `\n${ofEndBytes}`).replaceAll('\r', ofReturnBytes ?? '');
      added += marked.length - text.length;
      if (marked !== '') yield Buffer.from(marked, 'latin1');
      if (next.done === true) return;
    }
  };
  return { bytes: bytes(), options, added: () => added };
}
