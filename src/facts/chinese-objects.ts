import { contains, type Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { endsInFigure, hasNounHead, isNameMark, isUnknownVerb, trimmed } from './chinese-nouns.js';
import { holdsPredicate, nominalRoles } from './chinese-object-doubts.js';
import { isDated } from './found.js';
import type { FactReading } from './reading.js';
import { type VerbMatch, verbAt } from './verbs.js';
import { hasRole, wordAt, wordBefore } from './words.js';

const longestObject = 40;

/** What stands behind a verb: an object, a time that ends the clause (成立|于1978年), nothing, or more than that (unclear). */
export type Behind =
  | { readonly kind: 'object'; readonly span: Span }
  | { readonly kind: 'time'; readonly time: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unclear' };

const unclear: Behind = { kind: 'unclear' };

/** Reads what follows a verb up to the end of the clause. */
export function behindVerb(reading: FactReading, stretch: Span): Behind {
  const { folded } = reading;
  const passed = /^(?:了|过|完(?:了)?(?!成))?\s*/.exec(folded.slice(stretch.start, stretch.end))?.[0].length ?? 0;
  const from = pastSecondVerb(reading, { start: stretch.start + passed, end: stretch.end });
  if (from === null) return unclear;
  if (/^[、,]/.test(folded.slice(from, stretch.end))) return unclear;
  const whole = trimmed(folded, { start: from, end: stretch.end });
  const isPaid = wordBefore(folded, stretch.start, stretch.start - 2, 'pays') !== '';
  const span = withoutSent(reading, withoutPurpose(reading, whole, isPaid));
  if (span.start >= span.end) return { kind: 'nothing' };
  const time = reading.timesIn(span).find(({ start, end }) => end === span.end && start <= span.start + 1);
  if (time !== undefined && isDated(time) && /^于?$/.test(folded.slice(span.start, time.start)))
    return /于$/.test(folded.slice(stretch.start - 1, time.start)) ? { kind: 'time', time: time.index } : unclear;
  // 已有|四条电缆受损: a clause, not what there is.
  if (isToll(reading, span)) return folded[stretch.start - 1] === '有' ? unclear : { kind: 'object', span };
  return isPlainObject(reading, span) ? { kind: 'object', span: namedPart(reading, span) } : unclear;
}

/** 发布|并开源了|…: behind a second verb of the lexicon; null where the second verb is no such verb. */
function pastSecondVerb({ folded, lower }: FactReading, { start, end }: Span): number | null {
  if (!/^并\p{Script=Han}{2}/u.test(folded.slice(start, end))) return start;
  const second = verbAt(lower, start + 1, end);
  return second === null ? null : second.end + (folded[second.end] === '了' ? 1 : 0);
}

/** 转移|安置|群众1万人, 开通|运营: the second verb of two in a row, which has the same object; null where none stands there. */
export function verbInRow(reading: FactReading, verb: VerbMatch, limit: number): VerbMatch | null {
  const { folded, lower } = reading;
  const first = folded.slice(verb.start, verb.end);
  const [token, next] = reading.tokensIn({ start: verb.end, end: limit });
  // 通过了|建立学校的法律: a verb within the object.
  if (/[了过着完]$/.test(first) || folded.slice(verb.end, limit).includes('的')) return null;
  if (first.length < 2 || token === undefined || token.start !== verb.end || token.end - token.start !== 2) return null;
  if (hasRole(first, 'light') || hasRole(first, 'governs') || reading.nameAround(token) !== undefined) return null;
  const isLast = next === undefined;
  const second = verbAt(lower, token.start, limit, (type) => !/^(?:measure|total)$/.test(type));
  if (!/^v/.test(token.pos) && second === null) return null;
  // 调查|犯罪案件: a verb before a noun that it modifies.
  if (second === null || second.end !== token.end) return isLast ? { ...token, predicate: '', type: 'done' } : null;
  // 停课|接受调查: another act.
  if (hasRole(folded.slice(token.start, token.end), 'light')) return { ...token, predicate: '', type: 'done' };
  if (next === undefined) return second;
  // 上演|逆转戏码, 起获|改造手枪2支: the first part of a noun, unless those behind it are people (转移|安置群众2人), named or counted.
  const isNoun = hasRole(folded.slice(token.start, token.end), 'noun');
  const isShared =
    /[众民人员者户客生工]$/.test(folded.slice(next.start, next.end)) ||
    (!isNoun &&
      (/^[《“了]/.test(folded.slice(token.end)) ||
        next.pos === 'm' ||
        reading.mentionsIn({ start: token.end, end: limit }).some(({ start }) => start === token.end)));
  return isShared && !isModifierOf(reading, next) ? second : null;
}

/** 出动|抢修人员186人: those whose work a verb before them tells. */
function isModifierOf({ folded }: FactReading, { end }: Span): boolean {
  return hasRole(folded.charAt(end - 1), 'worked');
}

/** 派出|150名兵力|待命: what those do who are sent is no part of the object. */
function withoutSent(reading: FactReading, span: Span): Span {
  const { folded } = reading;
  const [amount] = reading.quantitiesIn(span);
  if (amount === undefined) {
    // 派出|巡逻艇|参与搜救.
    const isSent = hasRole(folded.slice(span.start - 2, span.start), 'sends');
    const words = reading.tokensIn(span);
    const errand = words.findIndex(({ start, end }) => hasRole(folded.slice(start, end), 'errand'));
    const before = words[errand - 1];
    return isSent && before !== undefined ? { start: span.start, end: before.end } : span;
  }
  // 派出|救护车9辆|在码头待命.
  // 调派|兵力200名|待命.
  if (amount.start > span.start)
    return (/^(?:在|赴|到|前往)/.test(folded.slice(amount.end, span.end)) ||
      wordAt(folded, amount.end, 'errand') !== '') &&
      !reading.mentionsIn(span).some(({ end }) => end >= amount.start)
      ? { start: span.start, end: amount.end }
      : span;
  // 只有|七个国家参加: it is not the countries alone.
  if (folded[span.start - 1] === '有') return span;
  const tokens = reading.tokensIn({ start: amount.end, end: span.end });
  const next = tokens.findIndex(({ start, end }) => hasRole(folded.slice(start, end), 'errand'));
  const last = next === 0 ? amount : tokens[next - 1];
  return last !== undefined && tokens.slice(0, next).every(({ pos }) => /^(?:n|j|b)/.test(pos))
    ? { start: span.start, end: last.end }
    : span;
}

/** 投入|3亿元|建设网络, 编列|8亿元|修缮校舍: what the money is for is no part of the object. */
function withoutPurpose(reading: FactReading, span: Span, isPaid: boolean): Span {
  const [amount] = reading.quantitiesIn(span);
  if (amount?.type !== 'MONEY' || amount.start !== span.start) return span;
  const [next] = reading.tokensIn({ start: amount.end, end: span.end });
  if (next === undefined) return span;
  const word = reading.folded.slice(next.start, next.end);
  const isVerb = next.pos === 'v' && next.end < span.end && !nominalRoles.some((role) => hasRole(word, role));
  return isVerb || (isPaid && /^v/.test(next.pos)) ? { start: span.start, end: amount.end } : span;
}

const openings =
  /^(?:[予之于在由向对与和及为被把将的、第有是具后时这那其该它他她此至到给了着过得不没未]|自己|本|直[到至]|由于|因为|根据|按照|自从|除了)/;

function isPlainObject(reading: FactReading, span: Span): boolean {
  const { folded } = reading;
  const text = folded.slice(span.start, span.end);
  if (
    text.length < 2 ||
    text.length > longestObject ||
    openings.test(text) ||
    /["?!]|[^行作]为|(?:时候|之后|之前|之际|期间|时|后)$/.test(text)
  )
    return false;
  if (reading.cutsName(span)) return false;
  const tokens = reading.tokensIn(span);
  if (tokens[0]?.start !== span.start || tokens.at(-1)?.end !== span.end) return false;
  // 資本募集|主要局限於…: an adverb opens a predicate, not an object.
  if (/^(?:d|ad|zg|vd|p|c|r)$/.test(tokens[0]?.pos ?? '') && !/^[各全每]/.test(text)) return false;
  if (isTwo(reading, span) || isTimes(reading, span) || opensAsLength(reading, span) || holdsPredicate(reading, span))
    return false;
  if (!hasNounHead(reading, span) && !endsInAmountOrName(reading, span)) return false;
  return /^《[^《》]+》$/.test(text) || isMadeOfObjectWords(reading, span);
}

/** Whether every word may stand in an object: in a name, an amount or a noun phrase, or before the last 的. */
function isMadeOfObjectWords(reading: FactReading, span: Span): boolean {
  const { folded } = reading;
  const tokens = reading.tokensIn(span);
  const units = [...reading.mentionsIn(span), ...reading.quantitiesIn(span)];
  const head = span.start + folded.slice(span.start, span.end).lastIndexOf('的') + 1;
  return tokens.every(
    ({ start, end, pos }, index) =>
      units.some((unit) => contains(unit, { start, end })) ||
      isNameMark(reading, { start, end }, reading.mentionsIn(span)) ||
      (isObjectWord(folded.slice(start, end), pos, start < head) && !isSecondVerb(reading, tokens, index)) ||
      isCompound(reading, span, index),
  );
}

/** 授予|某某荣誉博士学位, 資助|單車隊3200萬元: two objects; 實現|營業收入3億元: one. */
function isTwo(reading: FactReading, { start, end }: Span): boolean {
  const { folded } = reading;
  const verbEnd = folded[start - 1] === '了' ? start - 1 : start;
  const isConferred = wordBefore(folded, verbEnd, verbEnd - 2, 'confers') !== '';
  if (isConferred && reading.mentionsIn({ start, end }).some((name) => name.type === 'PERSON' && name.end < end))
    return true;
  const paid = reading.quantitiesIn({ start, end }).find(({ type }) => type === 'MONEY');
  const isPaidTo = paid !== undefined && paid.start > start && paid.end === end;
  return isPaidTo && !endsInFigure(folded, { start, end: paid.start });
}

/** 卖了|二十年|萝卜干: how long. */
function opensAsLength({ folded, timesIn }: FactReading, span: Span): boolean {
  const length = timesIn(span).find(({ start, type }) => start === span.start && type === 'DURATION');
  return length !== undefined && length.end < span.end && !/^[的期制级份]/.test(folded.slice(length.end));
}

/** 造成|3人死亡、12人受伤: how many and what came of it for them. */
function isToll(reading: FactReading, span: Span): boolean {
  const { folded } = reading;
  const parts = folded.slice(span.start, span.end).split(/[、和及]/);
  let start = span.start;
  return parts.every((part) => {
    const piece = { start, end: start + part.length };
    start = piece.end + 1;
    const amount = reading.quantitiesIn(piece).find((one) => one.start === piece.start);
    const tokens = reading.tokensIn({ start: amount?.end ?? piece.end, end: piece.end });
    const outcome = tokens.at(-1);
    return (
      amount !== undefined &&
      outcome !== undefined &&
      hasRole(folded.slice(outcome.start, outcome.end), 'outcome') &&
      tokens.slice(0, -1).every(({ pos }) => /^(?:n|b|j)/.test(pos))
    );
  });
}

/** 拍了|四次: how often is no object. */
function isTimes({ folded }: FactReading, { start, end }: Span): boolean {
  return /^[\d一二两三四五六七八九十百千万几数多]+(?:次|遍|趟|回|下|番)$/.test(folded.slice(start, end));
}

/** 召开会议|研究|政策: a verb with an object of its own, though it may be a noun as well. */
function isSecondVerb({ folded }: FactReading, tokens: readonly Token[], index: number): boolean {
  const [before, verb, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (verb?.pos !== 'v' || before === undefined || next === undefined || verb.end - verb.start !== 2) return false;
  const word = folded.slice(verb.start, verb.end);
  const isVerb = hasRole(word, 'light') || verbAt(folded, verb.start, verb.end) !== null;
  return isVerb && /^n/.test(before.pos) && /^[npmx]/.test(next.pos);
}

/**
 * 32间临时|庇护|中心, 抢修|队伍38支: a verb before the last noun of what is counted modifies it, where no other noun stands before.
 */
function isCompound(reading: FactReading, span: Span, index: number): boolean {
  const { folded } = reading;
  const [amount, other] = reading.quantitiesIn(span);
  const tokens = reading.tokensIn(span);
  const [verb, head, next] = tokens.slice(index);
  if (amount === undefined || verb === undefined || head === undefined) return false;
  if (verb.end - verb.start !== 2 || verb.pos !== 'v' || !/^n/.test(head.pos) || !isModifierOf(reading, head))
    return false;
  if (amount.start > span.start)
    return index === 0 && other === undefined && head.end === amount.start && amount.end === span.end;
  if (next !== undefined || /人$/.test(folded.slice(amount.start, amount.end))) return false;
  return reading.tokensIn({ start: amount.end, end: verb.start }).every(({ pos }) => /^[abf]/.test(pos));
}

function endsInAmountOrName(reading: FactReading, span: Span): boolean {
  return (
    /[》”]$/.test(reading.folded.slice(span.start, span.end)) ||
    reading.quantitiesIn(span).some(({ end }) => end === span.end) ||
    reading.mentionsIn(span).some(({ end }) => end === span.end)
  );
}

/** What an object may hold: before its last 的 verbs as well, behind it only those that are nouns, too. */
function isObjectWord(word: string, pos: string, isModifier: boolean): boolean {
  if (/[“”]/.test(word) || isUnknownVerb(word, pos)) return false;
  if (
    /^(?:以[利便求免防期致]|着|了|过|并|并且|而|后|以|来|从|被|把|将|给|予|时|由|因|却|则|就|才|前往|用于|为)$/.test(
      word,
    )
  )
    return false;
  if (isModifier || nominalRoles.some((role) => hasRole(word, role))) return true;
  return (
    !/^(?:v|vd|vi|d|ad|p|r|ul|uz|ug|y|e|o|zg)$/.test(pos) || /^[各全每]/.test(word) || word === '与' || word === '和'
  );
}

/** The name that ends the object behind what describes it, or the whole object. */
function namedPart(reading: FactReading, span: Span): Span {
  const { folded } = reading;
  const text = folded.slice(span.start, span.end);
  const name = reading.mentionsIn(span).findLast(({ end }) => end === span.end);
  if (name === undefined || name.type !== 'PERSON' || /[、和与及]/.test(text)) return span;
  const before = reading.tokensIn({ start: span.start, end: name.start }).at(-1);
  const isTitled = before?.end === name.start && /^n/.test(before.pos) && before.end - before.start > 1;
  return isTitled && span.start + text.lastIndexOf('的') < name.start ? name : span;
}
