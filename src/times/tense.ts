import { firstStartingFrom } from '../document/span.js';
import type { Token } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** Words that say whether what they go with is done or to come. */
const tenseWords = lazy(() =>
  openLexicon('tense-words', ['word', 'tense', 'pos'], ({ tense, pos }) => ({
    tense: tense === 'future' ? ('future' as const) : ('past' as const),
    pos,
  })),
);

const clauseEnd = /[.。!！?？;;\n]/;
const reach = 48;

/**
 * The tense of what is said around a date: the nearest word of tense before it in its clause, else the first behind it.
 * `tokens` are those of the sentence; offsets index the fold.
 */
export function tenseAround(
  folded: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): 'past' | 'future' | null {
  const here = firstStartingFrom(tokens, start);
  for (let i = here - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.end < start - reach) break;
    const tense = tenseOf(folded, token);
    if (tense !== null) return tense;
    if (mustBe(folded, tokens, i)) return 'future';
    if (isBreak(folded, token)) break;
  }
  for (let i = firstStartingFrom(tokens, end); i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.start > end + reach || clauseEnd.test(folded[token.start] ?? '')) break;
    const tense = tenseOf(folded, token);
    if (tense !== null) return tense;
  }
  return null;
}

/** have to, has to: what is due is to come. */
function mustBe(folded: string, tokens: readonly Token[], at: number): boolean {
  const [verb, to] = [tokens[at - 1], tokens[at]];
  if (verb === undefined || to === undefined || folded.slice(to.start, to.end) !== 'to') return false;
  return /^ha(?:ve|s)$/i.test(folded.slice(verb.start, verb.end));
}

function isBreak(folded: string, token: Token): boolean {
  return token.end - token.start === 1 && /[,;:，；：“”]/.test(folded[token.start] ?? '');
}

function tenseOf(folded: string, token: Token): 'past' | 'future' | null {
  const word = folded.slice(token.start, token.end).toLowerCase();
  if (/['’]ll$/.test(word)) return 'future';
  const row = tenseWords().get(word);
  if (row === undefined) return token.pos === 'Verb' && folded.endsWith('ed', token.end) ? 'past' : null;
  return row.pos !== '' && !token.pos.startsWith(row.pos) ? null : row.tense;
}

const presentVerb = /^,?\s+(?:[A-Za-z]+\s+){0,3}?(?:is|are|has|have|does|do|can|accounts?|remains?|lives?)\b/;

/** Whether `today` means the present at large: a verb of the present goes with it, and no word of tense stands before it. */
export function isPresent(folded: string, tokens: readonly Token[], start: number, end: number): boolean {
  return presentVerb.test(folded.slice(end, end + 60)) && tenseAround(folded, tokens, start, end) !== 'future';
}

const verbal = /^(?:v|a$|z|Adverb|Verb|Modal|Copula|Auxiliary)/;

/** Whether the sentence has no verb, the words of the expression itself aside: a label, a heading, an entry of a list. */
export function hasNoVerb(tokens: readonly Token[]): boolean {
  return !tokens.some(({ pos }) => verbal.test(pos));
}

/** 发布两个月后, released two days later: a verb that is no auxiliary stands right before, so that the event counts. */
export function followsEvent(folded: string, tokens: readonly Token[], start: number): boolean {
  const token = tokens[firstStartingFrom(tokens, start) - 1];
  if (token === undefined || token.end < start - 1 || token.end - token.start < 2) return false;
  return (
    (/^(?:v|n|PastTense)/.test(token.pos) || (token.pos === 'Verb' && tenseOf(folded, token) === 'past')) &&
    tenseOf(folded, token) !== 'future'
  );
}
