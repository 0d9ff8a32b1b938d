/** Which quotations are open: one bit for “”, one for 「」. The inner marks ‘’ and 『』 are left out of account. */
export type OpenQuotes = number;

const brokenQuote = 4;
const lastMark = 0x300d;
const marks: Readonly<Record<string, { readonly bit: number; readonly opens: boolean }>> = {
  '“': { bit: 1, opens: true },
  '”': { bit: 1, opens: false },
  '「': { bit: 2, opens: true },
  '」': { bit: 2, opens: false },
};

/** Han characters, nearly all that is asked for, are told by their code alone. */
function markOf(character: string): (typeof marks)[string] | undefined {
  return character.charCodeAt(0) > lastMark ? undefined : marks[character];
}

/** Whether a character opens or closes a quotation that is taken account of. */
export function isQuote(character: string): boolean {
  return markOf(character) !== undefined;
}

/** What a quotation mark costs, in nats, that opens an open quotation or closes a closed one. */
export function quoteCost(open: OpenQuotes, character: string): number {
  const mark = markOf(character);
  if (mark === undefined) return 0;
  return ((open & mark.bit) !== 0) === mark.opens ? brokenQuote : 0;
}

/** The open quotations after a character. */
export function quotesAfter(open: OpenQuotes, character: string): OpenQuotes {
  const mark = markOf(character);
  if (mark === undefined) return open;
  return mark.opens ? open | mark.bit : open & ~mark.bit;
}

/** What the text after a hypothesis costs: a quotation that stays open, or one that is closed and never opened. */
export function quoteCostOf(open: OpenQuotes, after: string): number {
  let [state, seen, cost] = [open, 0, 0];
  for (const character of after) {
    const bit = markOf(character)?.bit ?? 0;
    if ((seen & bit) === 0) cost += quoteCost(state, character);
    seen |= bit;
    state = quotesAfter(state, character);
  }
  return cost + (state & open & ~seen ? brokenQuote : 0);
}
