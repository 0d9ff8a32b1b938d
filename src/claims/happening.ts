import type { Token } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** What a word does to the verb beside it, or the verb itself: see the lexicon. */
type AspectRole = 'stative' | 'perfective' | 'negation' | 'modal' | 'past' | 'degree';

const aspects = lazy(() => openLexicon('verb-aspects', ['word', 'role'], (row) => row.role as AspectRole));

const done = 0.5;
const told = 0.3;
const likely = 0.2;
const phrase = 0.6;

/**
 * How surely the words report something that has happened, 0 to 1: a verb of action with 了 or 過, behind 已 or 隨後, with
 * a complement of result (推開, 找到), or in the past; what did not happen (沒有通過) counts as well. `lower` is the
 * lower-cased fold.
 */
export function happening(lower: string, tokens: readonly Token[]): number {
  let most = 0;
  const words = tokens.map(({ start, end }) => lower.slice(start, end));
  const roles = words.map(roleOf);
  tokens.forEach(({ pos }, index) => {
    const word = words[index] ?? '';
    const at = (offset: number): string => words[index + offset] ?? '';
    if (roles[index] === 'stative' || roles[index - 1] === 'modal' || roles[index - 2] === 'modal') return;
    most = Math.max(most, /\p{Script=Han}/u.test(word) ? chinese(word, pos, at) : english(word, pos, at));
  });
  return most;
}

function chinese(word: string, pos: string, at: (offset: number) => string): number {
  if (!/^(?:v$|vn|x|l|i)/.test(pos) || (pos !== 'v' && pos !== 'vn' && word.length < 2)) return 0;
  const isVerb = pos === 'v';
  if (at(1) === '的' && !isVerb) return 0;
  if (isVerb && (/^[了过]$/.test(at(1)) || /.[了过]$/.test(word))) return done;
  const before = [at(-1), at(-2)].map(roleOf);
  if (isVerb && before[0] === 'negation') return told;
  if (before.includes('perfective') && at(1) !== '的') return told;
  return isVerb && /.[出到上下成入走回掉完倒破起开]$/.test(word) && at(1) !== '的' ? likely : 0;
}

function english(word: string, pos: string, at: (offset: number) => string): number {
  if (pos !== 'Verb' || /^(?:to|the|a|an|its|his|her|their)$/.test(at(-1))) return 0;
  return /[a-z]ed$/.test(word) || roleOf(word) === 'past' ? done : 0;
}

/** How surely the words judge by degree: 相當大膽, remarkably bold; or by a set phrase of four characters (本末倒置). */
export function judging(lower: string, tokens: readonly Token[]): number {
  let most = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.pos === 'i' && token.end - token.start === 4) most = Math.max(most, phrase);
    if (next === undefined || roleOf(lower.slice(token.start, token.end)) !== 'degree') return;
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
