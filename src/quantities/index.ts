import { besideNames, contains, type Span } from '../document/span.js';
import { numberAt } from '../numbers/numbers.js';
import { numeralCharacters } from '../numbers/numerals.js';
import type { Annotator } from '../pipeline/stage.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { lazy } from '../text/lazy.js';
import { unitAt } from '../text/units.js';
import { withBounds } from './bounds.js';
import { type LocalMoney, localMoney } from './currency.js';
import type { Draft } from './draft.js';
import { type Page, pagesOf } from './page.js';
import { withParallelMoney } from './parallel.js';
import { quantityAt } from './rules.js';
import { signBefore } from './units.js';

/** Numbers, ordinals, percentages, money and measures, outside times, names with digits and set phrases. */
export const quantities: Annotator<'sentences' | 'tokens' | 'times' | 'mentions', 'quantities'> = {
  name: 'quantities',
  requires: ['sentences', 'tokens', 'times', 'mentions'],
  provides: ['quantities'],
  annotate({ folded, text, script, sentences, tokens, times, mentions, userNames }, { guide }) {
    if (guide?.isOn('quantities') === false) return { layers: { quantities: [] }, diagnostics: [] };
    const local = localMoney(folded, script);
    const found = pagesOf(withWideCommas(folded, text), { sentences, tokens, times }).flatMap((page) =>
      withBounds(folded, withParallelMoney(folded, quantitiesOf(page, local))),
    );
    // A number inside a name (北溟-2, 開放模型峰會2025) is part of the name.
    const free = besideNames(outside(found, mentions), userNames);
    // Units are reported as the article writes them; text and fold share their offsets.
    const written = free.map(({ unitSpan, ofSpan, beside: _beside, ...quantity }) => ({
      ...quantity,
      of: ofSpan === null ? null : text.slice(ofSpan.start, ofSpan.end),
      unit: unitSpan === null ? quantity.unit : text.slice(unitSpan.start, unitSpan.end),
    }));
    return { layers: { quantities: written }, diagnostics: [] };
  },
};

/**
 * The fold with the Chinese commas between digits (3，500) as the text has them: they separate numbers, not
 * thousands, unless a decimal stands behind (3，500.00).
 */
function withWideCommas(folded: string, text: string): string {
  if (!text.includes('，')) return folded;
  return folded.replace(/(?<=[0-9]),(?=[0-9])(?!\d{3}\.\d)/g, (comma, at: number) =>
    text[at] === '，' && /[0-9]/.test(text[at - 1] ?? '') ? '，' : comma,
  );
}

/** The drafts that lie in none of the spans; both in order of start. */
function outside(drafts: readonly Draft[], spans: readonly Span[]): Draft[] {
  let next = 0;
  return drafts.filter((draft) => {
    while ((spans[next]?.end ?? Infinity) <= draft.start) next++;
    const span = spans[next];
    return span === undefined || !contains(span, draft);
  });
}

function quantitiesOf(page: Page, local: LocalMoney): Draft[] {
  const { folded, sentence } = page;
  const found: Draft[] = [];
  const mayStart = starters();
  for (let at = sentence.start; at < sentence.end; ) {
    if (mayStart[folded.charCodeAt(at)] === 0 || isInsideWord(page, at)) {
      at++;
      continue;
    }
    const time = page.timeAt(at);
    const next = time !== undefined ? time.end : (titleEnd(page, at) ?? addressEnd(page, at) ?? nameEnd(page, at));
    if (next !== null && next > at) {
      at = next;
      continue;
    }
    const number = numberAt(folded, at, sentence.end);
    const draft = quantityAt(page, at, number, local);
    // 5元台币 3: a sign that was the unit of the number before is its own no more.
    const last = found.at(-1)?.end ?? 0;
    if (draft !== null) found.push(draft.start < last ? { ...draft, start: at } : draft);
    at = draft?.end ?? number?.end ?? skipDigits(folded, at);
  }
  return found;
}

/** By its UTF-16 unit, whether a quantity, a title or a name with digits may begin with a character. */
const starters = lazy(() => {
  const table = new Uint8Array(65536);
  for (let code = 46; code < 0x80; code++) if (/[A-Za-z0-9.]/.test(String.fromCharCode(code))) table[code] = 1;
  for (const character of [...numeralCharacters(), ...leads]) table[character.charCodeAt(0)] = 1;
  return table;
});

/** Inside of a Latin word nothing begins but an address. */
function isInsideWord({ folded, tokenAt }: Page, at: number): boolean {
  if (!isLetterCode(folded.charCodeAt(at)) || !isLetterCode(unitAt(folded, at - 1))) return false;
  return !'hwHW'.includes(folded.charAt(at)) && tokenAt(at)?.start !== at;
}

const leads = '第首半对好上《';

/** A run of digits that is no number is left as a whole. */
function skipDigits(folded: string, at: number): number {
  let end = at + 1;
  while (isDigitCode(unitAt(folded, end - 1)) && isDigitCode(unitAt(folded, end))) end++;
  return end;
}

const longestTitle = 60;

/** The end of a title in 《》 that starts here: numbers in it belong to a name. */
function titleEnd({ folded, sentence }: Page, at: number): number | null {
  if (folded[at] !== '《') return null;
  const end = folded.slice(at, Math.min(sentence.end, at + longestTitle)).indexOf('》');
  return end < 0 ? null : at + end + 1;
}

const address = /(?:https?:\/\/|www\.)[!-~]+/iy;

/** The end of an address of the web that starts here. */
function addressEnd({ folded, sentence }: Page, at: number): number | null {
  if (!'hwHW'.includes(folded.charAt(at))) return null;
  address.lastIndex = at;
  const written = address.exec(folded)?.[0];
  return written === undefined ? null : Math.min(sentence.end, at + written.length);
}

/** The end of a Latin word with digits in it (Qwen-72B, A100): a name, unless it is a unit or an amount of money. */
function nameEnd(page: Page, at: number): number | null {
  const token = page.tokenAt(at);
  if (token === undefined || token.start !== at || !isLetterCode(page.folded.charCodeAt(at))) return null;
  const written = page.folded.slice(token.start, token.end);
  if (!/\d/.test(written) || written.includes('$')) return null;
  const digits = /^[A-Z]{3}(?=\d[\d,.]*$)/.exec(written)?.[0].length;
  return digits !== undefined && signBefore(page, token.start + digits) !== null ? null : token.end;
}
