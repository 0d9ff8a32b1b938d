import type { EntityType } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { matchesOf } from '../text/matches.js';
import { type Candidate, type Reading, sentencesIn, signs } from './candidate.js';
import { hasProductCue, wordEndingAt } from './context.js';
import { isGeneric } from './name-start.js';

/** Quoted names of products: the quotation marks follow or precede a word such as 模型 or 平台. */
export function recognizeQuoted(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    if (!reading.holds(sentence, signs.quote)) return [];
    const text = reading.text(sentence);
    return matchesOf(/[“”"]([^“”",。!?;:、\s]{2,14})[“”"]/g, text).flatMap((match) => {
      const start = sentence.start + match.index + 1;
      const span = { start, end: start + (match[1]?.length ?? 0) };
      const suffixed = suffixType(reading, match[1] ?? '', span);
      if (suffixed !== null) return [{ ...span, type: suffixed, score: 0.9, by: 'quoted-suffix' }];
      if (/^\p{Script=Han}{2,6} ?[A-Z][A-Za-z\d.+-]*$/u.test(match[1] ?? ''))
        return [{ ...span, type: 'PRODUCT' as const, score: 0.85, by: 'quoted-model' }];
      return isName(reading, match[1] ?? '', span)
        ? [{ ...span, type: 'PRODUCT' as const, score: 0.72, by: 'quoted-name' }]
        : [];
    });
  });
}

/** The kind that the last word of a quoted name tells: “甲乙联盟”, “丙丁缆车”. A name has words that the kind has not. */
function suffixType(reading: Reading, inside: string, span: { start: number; end: number }): EntityType | null {
  if (inside.length > 12 || !/^\p{Script=Han}+\d*$/u.test(inside) || /[的了是不吗呢吧很都我你他她们让]/.test(inside))
    return null;
  const bare = inside.replace(/(?<!\d)\d+$/, '');
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  const found = wordEndingAt(suffixes, bare, bare.length);
  if (found === null || !/^(?:institution|facility|event|media)$/.test(found.value.kind)) return null;
  if (found.value.type === 'EVENT' && /(?:战争|革命|事件|之战|之变|运动|战役)$/.test(bare)) return null;
  if (bare.length - found.start < 2 && !/[党节奖杯]$/.test(bare)) return null;
  return found.start < 2 || isGeneric(reading, span.start, span.start + found.start)
    ? null
    : (found.value.type as EntityType);
}

function isName(reading: Reading, inside: string, span: { start: number; end: number }): boolean {
  if (/[的了是不吗呢吧很都]/.test(inside) || /[热战潮化性]$/.test(inside)) return false;
  if (wordEndingAt(openWords('concept-endings'), inside, inside.length) !== null) return false;
  const whole = { start: span.start - 1, end: span.end + 1 };
  const token = reading.tokenAt(span.start);
  if (token?.end === span.end && token.pos !== 'x' && !token.pos.startsWith('nr') && token.pos !== 'nz') return false;
  return before(reading, whole) && hasProductCue(reading, { start: whole.start, end: whole.start });
}

/** Only a word before the quotation mark counts: after it stands what the name does. */
function before({ folded }: Reading, { start }: { start: number }): boolean {
  return /\p{Script=Han}/u.test(folded[start - 1] ?? '');
}
