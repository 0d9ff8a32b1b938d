import type { QuotedSpan } from '../quotes/quotes.js';
import { sentenceAt } from '../reading.js';
import type { Scene } from '../scene.js';

const farthest = 60;

/** Whether nothing but a conjunction stands between the start of the sentence and the quotation. */
export function opensSentence(scene: Scene, quote: QuotedSpan): boolean {
  const sentence = sentenceAt(scene.paragraph, quote.start);
  if (sentence === undefined) return true;
  const before = scene.reading.folded.slice(sentence.start, quote.start);
  return before.replace(/[\s,:]/g, '').length <= 3 || /[”"][^”"]{0,30}[,:]\s*$/.test(before.slice(-34));
}

/** From `start` to the clause mark, the end mark or the quotation behind. */
export function endOfTag(folded: string, start: number, limit: number): number {
  let at = start;
  let depth = 0;
  while (at < limit && at < start + farthest) {
    const character = folded[at] ?? '';
    if ('(《'.includes(character)) depth++;
    else if (')》'.includes(character)) depth--;
    else if (depth <= 0 && /[,;:。!?“”"\n]/.test(character)) break;
    at++;
  }
  return at;
}

/** Back from `end` to the clause mark, the end mark or the quotation before. */
export function startOfTag(scene: Scene, end: number): number {
  const { folded } = scene.reading;
  let at = end;
  let depth = 0;
  while (at > scene.paragraph.start && at > end - farthest) {
    const character = folded[at - 1] ?? '';
    if (')》'.includes(character)) depth++;
    else if ('(《'.includes(character)) depth--;
    else if (depth <= 0 && /[,;:。!?“”"\n]/.test(character)) break;
    at--;
  }
  return at;
}
