import { contains, type Span } from '../document/span.js';
import { isActor } from './chinese-actors.js';
import { isAttributive } from './chinese-nouns.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, type VerbType, verbAt } from './verbs.js';
import { hasRole } from './words.js';

/** Roles of what is tagged as a verb and passed as none. */
const passed = ['noun', 'adverb', 'modifier'] as const;

/**
 * The first verb of the lexicon that is a whole word and stands in no modifier (發布|的模型). A verb that is a noun, too, opens a
 * clause only where somebody announces it.
 */
export function firstVerb(reading: FactReading, stretch: Span, isAnnounced = false): VerbMatch | null {
  const { lower, folded } = reading;
  const names = reading.mentionsIn(stretch);
  // 位于湾区的|长桥研究院…: a verb that opens the clause in the modifier of a name.
  const tokens = reading.tokensIn(stretch);
  const named = /^v/.test(tokens[0]?.pos ?? '') ? names.find(({ start }) => folded[start - 1] === '的') : undefined;
  for (const token of tokens) {
    if (token.start < (named?.start ?? 0)) continue;
    if (names.some((name) => contains(name, token))) continue;
    const word = folded.slice(token.start, token.end);
    if (/^[被把将让使令给]$/.test(word)) return null;
    // 票房占比…: a noun that jieba cuts.
    if (word === '占' && folded[token.end] === '比') continue;
    if (hasRole(word, 'spends')) continue;
    const listed = verbAt(lower, token.start, stretch.end);
    const verb =
      (listed === null ? null : (verbAt(lower, token.start, stretch.end, takesObject) ?? possession(listed))) ??
      doneVerb(reading, token);
    if (verb === null || !endsToken(reading, verb)) {
      if (token.start === stretch.start && isAttributive(reading, token, stretch.end)) continue;
      if (/^v/.test(token.pos) && token.pos !== 'vn' && !passed.some((role) => hasRole(word, role))) return null;
      continue;
    }
    // 宣布|裁员200人: what is announced opens with the deed.
    const opensAsNoun = hasRole(word, 'noun') && token.start === stretch.start && verb.end === token.end;
    if (opensAsNoun && !isAnnounced) continue;
    // 供水改造|工程: one noun.
    if (verb.end === token.end && isCompound(reading, { start: stretch.start, end: token.start }, token, stretch.end))
      continue;
    if (folded[verb.end] === '的') return null;
    // 鲍维出|生于…: a name that swallowed a part of the verb; 1971年出|生于: a time that did.
    const longer = token.start > stretch.start ? verbAt(lower, verb.start - 1, verb.end) : null;
    if (longer?.end === verb.end)
      return reading.timesIn(stretch).some(({ end }) => end === longer.start) ? longer : null;
    return verb;
  }
  return null;
}

/** Whether a verb is the first part of a noun, with nobody who acts before it (供水|改造|工程, not 公司|采购|设备). */
function isCompound(reading: FactReading, before: Span, verb: Span, limit: number): boolean {
  const { folded } = reading;
  if (!hasRole(folded.slice(verb.start, verb.end), 'noun') || isActor(reading, before)) return false;
  const [next] = reading.tokensIn({ start: verb.end, end: limit });
  return next?.start === verb.end && hasRole(folded.slice(next.start, next.end), 'compound');
}

/** 现有|员工300人: a verb of what there is, if what is counted stands between it and the amount. */
function possession(verb: VerbMatch | null): VerbMatch | null {
  return verb !== null && /^.[有设]$/.test(verb.predicate) ? { ...verb, type: 'done' } : null;
}

function takesObject(type: VerbType): boolean {
  return type !== 'measure' && type !== 'total';
}

/** Any verb of two characters: one that 了 marks as done, or one that may have an object that is counted (截留|资金40万元). */
function doneVerb({ folded, lower }: FactReading, { start, end, pos }: Span & { pos: string }): VerbMatch | null {
  const word = folded.slice(start, end);
  if (pos !== 'v' || end - start !== 2 || /[为是有成到]/.test(word) || hasRole(word, 'governs')) return null;
  if (folded[end] === '了') return { start, end, predicate: word, type: 'act' };
  const isOther =
    others.some((role) => hasRole(word, role)) || verbAt(lower, start, end) !== null || /[于至占自来]/.test(word);
  return isOther ? null : { start, end, predicate: word, type: 'done' };
}

/** Roles of what is no act by itself. */
const others = ['almost', 'pivot', 'uses', 'noun', 'adverb', 'relates', 'spends', 'modifier', 'about'] as const;

function endsToken(reading: FactReading, verb: Span): boolean {
  return reading.tokensIn({ start: verb.start, end: verb.end + 8 }).some(({ end }) => end === verb.end);
}
