import type { Token } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { holdsHan } from '../../text/han.js';
import { lazy } from '../../text/lazy.js';

/** What a word does to the verb beside it, or the verb itself: see the lexicon. */
export type AspectRole = 'stative' | 'perfective' | 'negation' | 'modal' | 'past' | 'degree';

/** The words that do something to the verb beside them. */
export const aspects = lazy(() => openLexicon('verb-aspects', ['word', 'role'], (row) => row.role as AspectRole));

const done = 0.5;
const told = 0.3;
const likely = 0.2;
const phrase = 0.6;

/** What each word does to the verb beside it; `lower` is the lower-cased fold. */
export function aspectsOf(lower: string, tokens: readonly Token[]): (AspectRole | undefined)[] {
  return tokens.map(({ start, end }) => roleOf(lower.slice(start, end)));
}

/**
 * How surely the words report something that has happened, 0 to 1: a verb of action with 了 or 過, behind 已 or 隨後, with
 * a complement of result (推開, 找到), or in the past; what did not happen (沒有通過) counts as well. `lower` is the
 * lower-cased fold, `roles` what each word does.
 */
export function happening(lower: string, tokens: readonly Token[], roles: readonly (AspectRole | undefined)[]): number {
  let most = 0;
  tokens.forEach(({ start, end, pos }, index) => {
    if (!canHappen(pos)) return;
    if (roles[index] === 'stative' || roles[index - 1] === 'modal' || roles[index - 2] === 'modal') return;
    const surely = holdsHan(lower, start, end) ? chinese : english;
    most = Math.max(most, surely(lower, tokens, index, roles));
  });
  return most;
}

/** Whether a word with this tag can be a verb of action, in Chinese or in English. */
function canHappen(pos: string): boolean {
  return pos === 'Verb' || /^(?:v$|vn|[xli])/.test(pos);
}

function textOf(lower: string, token: Token | undefined): string {
  return token === undefined ? '' : lower.slice(token.start, token.end);
}

type Reader = (
  lower: string,
  tokens: readonly Token[],
  index: number,
  roles: readonly (AspectRole | undefined)[],
) => number;

const chinese: Reader = (lower, tokens, index, roles) => {
  const { pos = '', start = 0, end = 0 } = tokens[index] ?? {};
  if (pos === 'Verb' || (pos !== 'v' && pos !== 'vn' && end - start < 2)) return 0;
  const isVerb = pos === 'v';
  const after = textOf(lower, tokens[index + 1]);
  if (after === '的' && !isVerb) return 0;
  const word = lower.slice(start, end);
  if (isVerb && (after === '了' || after === '过' || /.[了过]$/.test(word))) return done;
  if (isVerb && roles[index - 1] === 'negation') return told;
  if (after === '的') return 0;
  if (roles[index - 1] === 'perfective' || roles[index - 2] === 'perfective') return told;
  return isVerb && /.[出到上下成入走回掉完倒破起开]$/.test(word) ? likely : 0;
};

const english: Reader = (lower, tokens, index) => {
  if (tokens[index]?.pos !== 'Verb') return 0;
  if (/^(?:to|the|a|an|its|his|her|their)$/.test(textOf(lower, tokens[index - 1]))) return 0;
  const word = textOf(lower, tokens[index]);
  return isPast(word) ? done : 0;
};

/** Whether an English verb in lower case has the form of the past, or of its participle. */
export function isPast(word: string): boolean {
  return /[a-z]ed$/.test(word) || roleOf(word) === 'past';
}

/** How surely the words judge by degree: 相當大膽, remarkably bold; or by a set phrase of four characters (本末倒置). */
export function judging(tokens: readonly Token[], roles: readonly (AspectRole | undefined)[]): number {
  let most = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.pos === 'i' && token.end - token.start === 4) most = Math.max(most, phrase);
    if (next === undefined || roles[index] !== 'degree') return;
    if (/^(?:a|ad|an|i|l|Adjective)$/.test(next.pos)) most = 1;
  });
  return most;
}

/** Whether the words speak of what may come (could cost): a modal of possibility and a verb that is not of the past. */
export function isForeseeing(lower: string, tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    if (token.pos !== 'Modal' || next === undefined) return false;
    const isPossible = /^(?:may|might|could)$/.test(lower.slice(token.start, token.end));
    return isPossible && !/^(?:have|not|n't)$/.test(lower.slice(next.start, next.end));
  });
}

function roleOf(word: string): AspectRole | undefined {
  return aspects().get(word);
}
