import type { Span } from '../document/span.js';
import type { Polarity, Token } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { findWords, type ScannedText, wordList } from './words.js';

type Role = 'negator' | 'double' | 'pseudo';

const negators = wordList(() => openLexicon('polarity-words', ['word', 'role'], (row) => row.role as Role));

/**
 * Whether a content denies: its first clause that can decide holds a negator. Double negatives affirm (不得不, 不乏), and
 * words that only look negative (不僅, 未來), set phrases (不相上下) and what 而是 corrects do not count. A source that denies (否認) turns the result round.
 */
export function polarityOf(words: ScannedText, content: Span, tokens: readonly Token[], negated: boolean): Polarity {
  const clause = mainClause(words.lower, content);
  const phrases = tokens.filter(({ pos, start, end }) => /^[il]/.test(pos) && end - start >= 3);
  const found = findWords(words, negators, clause.start, clause.end).filter(
    (word) =>
      word.value === 'negator' &&
      // 不相上下 is a set phrase, 不能|治愈 only a long token.
      (word.end - word.start > 1 || !phrases.some((phrase) => phrase.start < word.end && phrase.end > word.start)),
  );
  const last = found.at(-1);
  const isCorrected = last !== undefined && corrected.test(words.lower.slice(last.end, content.end));
  const negative = found.length % 2 === 1 && !isCorrected;
  return negative !== negated ? 'negative' : 'positive';
}

/** 難點不在錢,|而在人手: what is denied only leads to what is affirmed. */
const corrected = /^[^,;:。]{0,24},?而[是在要为应须]/;

/** The first clause that is no condition or concession; a short opening phrase is passed over. */
function mainClause(lower: string, content: Span): Span {
  let start = content.start;
  for (let at = start; at < content.end; at++) {
    if (!endsClause(lower.charCodeAt(at))) continue;
    const text = lower.slice(start, Math.min(at, start + 12));
    if (at - start > 6 && !subordinate.test(text)) return { start, end: at };
    start = at + 1;
  }
  return { start, end: content.end };
}

const [comma, colon, semicolon, fullStop] = [0x2c, 0x3a, 0x3b, 0x3002];

function endsClause(unit: number): boolean {
  return unit === comma || unit === colon || unit === semicolon || unit === fullStop;
}

const subordinate =
  /^\s*(?:如果|若|假如|虽然|尽管|即使|由于|因为|当|在|除了|对于|随着|if |although |though |while |when |because |since |in |by |on |after |before )/;
