import { contains, type Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { isAttributive } from './chinese-nouns.js';
import type { FactReading } from './reading.js';
import { verbAt } from './verbs.js';
import { hasRole, wordAt } from './words.js';

/** Words that leave it open or deny it; within longer words (委员会, 供应, 将军, 不锈钢) their characters say nothing. */
const unsureWord =
  /^(?:若|拟|将.?|会|应|应[该当将]|[仍还均也都亦]?须|要|[并尚仍还亦也均都从]?[不未没无][^来]?|谁|什么|[?？])$/;

/** Whether a clause denies, foresees, supposes or asks; a name in it does not. */
export function isUnsure(reading: FactReading, clause: Span): boolean {
  const { folded } = reading;
  const names = reading.mentionsIn(clause);
  const tokens = reading.tokensIn(clause);
  return tokens.some((token, index) => {
    if (names.some((name) => contains(name, token))) return false;
    const word = folded.slice(token.start, token.end);
    // 两家|未备案的企业: a modifier of what is counted.
    if (/^[未无不没]/.test(word) && reading.quantitiesIn(clause).some(({ end }) => end === token.start))
      return !folded.slice(token.end, clause.end).includes('的');
    if (wordAt(folded, token.start, 'almost') !== '' && !isAttributive(reading, token, clause.end)) return true;
    if (word === '将' && /^(?:n|m|b|j|x|eng|vn)/.test(tokens[index + 1]?.pos ?? '')) return false;
    return (
      (unsureWord.test(word) &&
        !isAssembly(folded, token, tokens[index - 1], tokens[index + 1]) &&
        !/^n/.test(token.pos)) ||
      (token.pos === 'x' && (/[未没]/.test(word) || foretells(reading, token, tokens[index + 1])))
    );
  });
}

/** 料达|…, 或升|5%, 户里会|走掉…: a word that jieba did not know, made of what foretells and a verb, or with the former before a verb. */
function foretells({ folded }: FactReading, { start, end }: Token, next: Token | undefined): boolean {
  if (end - start < 2) return false;
  const isBefore = hasRole(folded.charAt(start), 'foretells') && verbAt(folded, start + 1, end)?.end === end;
  return isBefore || (hasRole(folded.charAt(end - 1), 'foretells') && next?.start === end && next.pos === 'v');
}

/** 对话|会|5日…: an assembly, if jieba takes its last character for the verb. */
function isAssembly(folded: string, token: Token, before: Token | undefined, next: Token | undefined): boolean {
  return (
    folded[token.start] === '会' &&
    before?.end === token.start &&
    /^n$|^vn$/.test(before.pos) &&
    /^[mt]/.test(next?.pos ?? '')
  );
}

/** 補貼取消後: a clause that only gives the time or the ground of the next one. */
export function isSubordinate({ folded }: FactReading, clause: Span): boolean {
  const text = folded.slice(clause.start, clause.end);
  return (
    /(?:后|时|时候|之前|之后|期间|以来|中|下|的话|以前|之际)$/.test(text) ||
    /^(?:由于|因|为了|随着|据|根据|按照|受|经|除|对于|关于)/.test(text)
  );
}
