import type { Clause } from '../clauses.js';
import type { CueMatch } from '../cues.js';
import type { Scene } from '../scene.js';
import { modifiesSaying } from './fitting.js';
import { isOneLine } from './unmarked-quotes.js';

const longestPlain = 3;
const shortestWhole = 5;

/**
 * 補充|工程將延期, 反映|井水有異味: whether behind a cue that takes a noun as well stands a clause with a subject of its own and a word that only a
 * predicate has, and it closes in no noun with 的.
 */
export function opensWholeClause({ reading }: Scene, clause: Clause, { frame, type, word, end }: CueMatch): boolean {
  if (frame !== 'mark' || !/^(?:say|think)$/.test(type) || word.length > longestPlain || isOneLine(word)) return false;
  if (clause.end - end < shortestWhole) return false;
  const { folded } = reading;
  const tokens = reading.tokensIn({ start: end, end: clause.end });
  const [first] = tokens;
  if (first === undefined || first.start !== end || !/^(?:n|r$|[stmj]|eng|x)/.test(first.pos)) return false;
  const text = folded.slice(end, clause.end);
  if (!/^[\p{L}\d]/u.test(text) || /的[^的]{1,4}$|[时后]$/.test(text) || modifiesSaying(text)) return false;
  return tokens.some(
    (token, index) =>
      index > 0 &&
      (index < tokens.length - 1 || token.end - token.start >= 2) &&
      (/^(?:d$|zg|u[lgz])/.test(token.pos) || predicative.test(folded.slice(token.start, token.end))),
  );
}

/** What only a predicate has, by whatever tag: 是, 有, 會, 已獲, 太少. */
const predicative = /^(?:[是在把]|[有会将要已没不被能应须太很更最极].{0,2}|从未|并非|无法|难以)$/;
