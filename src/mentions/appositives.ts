import type { EntityType, Token } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { companyEvidence } from './context.js';

/** Words of kind that a name stands behind, and what it then names: 初创公司甲乙丙, 旗下品牌甲乙. */
const kinds = lazy(() => openLexicon('naming-nouns', ['word', 'type'], (row) => row.type as EntityType));

/** Unknown words right behind a word of kind: the name that the article gives it. */
export function recognizeAppositives(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const tokens = reading.tokensOf(sentence);
    const candidates: Candidate[] = [];
    tokens.forEach((token, index) => {
      const type = kinds().get(reading.text(token));
      if (type !== undefined) candidates.push(...nameFrom(reading, tokens, index + 1, type));
    });
    return candidates;
  });
}

function nameFrom(reading: Reading, tokens: readonly Token[], from: number, type: EntityType): Candidate[] {
  const run: Token[] = [];
  for (const token of tokens.slice(from, from + 6)) {
    if (!mayBelong(reading, token)) break;
    run.push(token);
  }
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > 6 || last.end - first.start < 2) return [];
  if (!isUnknown(reading, run)) return [];
  const span = { start: first.start, end: last.end };
  const score = type === 'ORG' && !companyEvidence(reading, { start: last.end, end: last.end }).strong ? 0.6 : 0.68;
  return [{ ...span, type, score, by: 'appositive' }];
}

function mayBelong(reading: Reading, token: Token): boolean {
  const word = reading.text(token);
  if (!/^\p{Script=Han}+$/u.test(word)) return false;
  if (word.length === 1)
    return (
      !/^(?:p|c|d|u.*|r|m|q|y|t)$/.test(token.pos) && !/[是有在的了和与或及将已也还则却都被把向对从为说称等]/.test(word)
    );
  if (/^(?:n|v|vn|a|ad|d|p|c|r|t|m|i|l|b|s|f|j)$/.test(token.pos)) return false;
  return !openLexicon('person-titles', ['word', 'side'], (row) => row.side).has(word);
}

/** Two one-character words, or a word that jieba guessed at: the dictionary does not know it. */
function isUnknown(reading: Reading, run: readonly Token[]): boolean {
  const short = run.filter((token) => token.end - token.start === 1).length;
  if (run.some((token) => token.end - token.start > 1 && openWords('generic-words').has(reading.text(token))))
    return false;
  return short >= 2 || run.some((token) => token.pos === 'x' && reading.text(token).length >= 2);
}
