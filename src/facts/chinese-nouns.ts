import { contains, type Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import type { FactReading } from './reading.js';
import { verbAt } from './verbs.js';
import { hasRole, wordAt, wordBefore } from './words.js';

/** jieba's tags of what a noun phrase may be made of. Adverbs, verbs, particles and pronouns are none of it. */
const nominal = /^(?:n|j|l|i|x|eng|b|a|m|q|f|s|t|vn|uj|u$|k|h|g)/;

/**
 * Whether a stretch is made of whole words that a noun phrase may be made of. A verb is one only where the lexicon says
 * that it is a noun, too (*操作*); names are taken whole, whatever jieba makes of them.
 */
export function isNominal(reading: FactReading, span: Span): boolean {
  const tokens = reading.tokensIn(span);
  const end = tokens.at(-1)?.end ?? 0;
  if (tokens[0]?.start !== span.start || reading.cutsName(span)) return false;
  if (end !== span.end && gluedAdverb(reading, span.end) !== end && !cutsFigure(reading, span, end)) return false;
  const names = reading.mentionsIn(span);
  // 病例占总数的比例: a share is named by its verb; 票房占|比: a noun that jieba cuts.
  const text = reading.folded.slice(span.start, span.end);
  const share = /(?:比例|比重|百分比|份额|占比)$/.test(text) ? span.start + text.indexOf('占') : -1;
  const isShare = (at: number) => at === share || (at === share + 1 && text.endsWith('占比'));
  return tokens.every(
    (token, index) =>
      names.some((name) => contains(name, token)) ||
      isNameMark(reading, token, names) ||
      isAttributive(reading, token, span.end) ||
      (isShare(token.start) && token.end - token.start === 1) ||
      isNominalToken(reading, token, tokens[index + 1], index === 0) ||
      reading.quantitiesIn(span).some((amount) => contains(amount, token)),
  );
}

/** 新创企业|“|某某科技|”: a mark of quotation around a whole name. */
export function isNameMark({ folded }: FactReading, mark: Span, names: readonly Span[]): boolean {
  const text = folded.slice(mark.start, mark.end);
  return (
    /^[“”《》]$/.test(text) &&
    names.some(({ start, end }) =>
      /[“《]/.test(text) ? start === mark.end && /[”》]/.test(folded[end] ?? '') : end === mark.start,
    )
  );
}

/** |来自|东南亚的游客, |参加|活动的人数: a verb that says with its object which the noun behind 的 is. */
export function isAttributive({ folded }: FactReading, { start, end, pos }: Token, limit: number): boolean {
  return (
    pos === 'v' && hasRole(folded.slice(start, end), 'attributive') && /^[^了的]+的./u.test(folded.slice(end, limit))
  );
}

/** 杠杆|率为|…, 船体|长约|…: whether the last character of a noun of what is measured stands at `at` in one word with its verb. */
function cutsFigure(reading: FactReading, { start, end }: Span, at: number): boolean {
  const last = reading.tokensIn({ start: at, end: end + longestVerb }).find((token) => token.start === at);
  return end === at + 1 && last?.pos === 'x' && last.end > end && endsInFigure(reading.folded, { start, end });
}

const longestVerb = 4;

/** Where the word begins that jieba did not know and that ends in an adverb behind `at` (石盘镇|共, 镇共); -1 where none does. */
export function gluedAdverb(reading: FactReading, at: number): number {
  const token = reading.tokensIn({ start: at - 3, end: at + 1 }).at(-1);
  const isGlued =
    token?.end === at + 1 && token.start < at && token.pos === 'x' && hasRole(reading.folded.charAt(at), 'tail');
  return isGlued ? token.start : -1;
}

/** 某某为|他人…, 某某在|船上…: a word that was made of a name and a preposition; not 在校, 于任内. */
function holdsPreposition(word: string): boolean {
  const tail = word.split(/[校职建读线任野内]/).at(-1) ?? '';
  return /(?<![作行人华因])为/.test(word) || /[于在]./.test(tail.length === word.length ? tail.slice(1) : tail);
}

function isNominalToken(reading: FactReading, token: Token, next: Token | undefined, isFirst: boolean): boolean {
  const { folded } = reading;
  const word = folded.slice(token.start, token.end);
  if (/[,;:。!?“”"()<>—…]/.test(word) && token.pos !== 'm') return false;
  if (token.pos === 'x' && holdsPreposition(word)) return false;
  if (/^(?:和|与|及|以及|或|、)$/.test(word)) return !isFirst && next !== undefined;
  // 负责管理: a verb that governs another, both taken for one noun.
  if (word.length > 3 && wordAt(folded, token.start, 'governs').length > 1) return false;
  // 持续保持|高位: an adverb and a verb that jieba takes for one noun.
  if (word.length === 4 && wordAt(folded, token.start, 'adverb').length === 2)
    if (verbAt(folded, token.start + 2, token.end)?.end === token.end) return false;
  if (hasRole(word, 'about') && /^[mq]/.test(next?.pos ?? '')) return true;
  if (token.pos === 'v') return isNominalVerb(reading, token, next, isFirst);
  // 下修|营收: a verb of the lexicon that jieba did not know.
  if (isFirst && token.pos === 'x' && word.length > 1 && verbAt(folded, token.start, token.end)?.end === token.end)
    return hasRole(word, 'noun') || hasRole(word, 'modifier') || hasRole(word, 'figure');
  if (hasRole(word, 'modifier') && next !== undefined) return true;
  // 奥匈帝国利用地形|…, 某某代表政府|…: verbs that jieba takes for nouns.
  if (hasRole(word, 'uses') && next !== undefined) return false;
  if (namesThing(word)) return true;
  // 逆|回购: the modifier of a noun of action.
  if (token.pos === 'vg') return next !== undefined && hasRole(folded.slice(next.start, next.end), 'noun');
  return (
    (nominal.test(token.pos) || isPhase(word)) &&
    !hasRole(word, 'governs') &&
    !hasRole(word, 'almost') &&
    !hasRole(word, 'loose')
  );
}

/** Whether the lexicon has a word for a noun, whatever its tag. */
function namesThing(word: string): boolean {
  return /^[每各]/.test(word) || hasRole(word, 'noun') || hasRole(word, 'figure');
}

/** Whether what jieba takes for a verb is a noun, or modifies the word behind it. */
function isNominalVerb(reading: FactReading, verb: Token, next: Token | undefined, isFirst: boolean): boolean {
  const { folded } = reading;
  const word = folded.slice(verb.start, verb.end);
  if (next === undefined) return namesThing(word);
  const head = folded.slice(next.start, next.end);
  const isAction = word.length === 2 && !hasRole(word, 'light');
  // 政府收取|的管理费: what a noun is modified by.
  if (word.length === 2 && head === '的' && !isFirst) return !hasRole(word, 'governs');
  // 租用|率, 播放|量: how much of an action there is.
  if (isAction && head.length === 1 && hasRole(head, 'figure')) return true;
  // 烧结|温度, 录取|分数: a verb before what is measured of it.
  if (isFirst && hasRole(head, 'figure'))
    return verbAt(folded, verb.start, verb.end) === null && !hasRole(word, 'governs');
  // 支付|利息1亿元: a verb that opens the stretch is none of its modifiers.
  if (hasRole(word, 'modifier')) return !(isFirst && takesObject(reading, verb));
  if (hasRole(word, 'uses')) return false;
  // 轮胎|采购|成本: a noun, too, before what is measured of it.
  if (hasRole(word, 'noun') && hasRole(head, 'figure')) return true;
  // 被告|赔偿|原告损失: a verb that is a noun, too, with an object behind it.
  if (!isFirst && takesObject(reading, verb)) return false;
  // 发掘|工作: an action as what people are at.
  return namesThing(word) || (isAction && !isFirst && hasRole(head, 'activity'));
}

function takesObject({ lower }: FactReading, { start, end }: Span): boolean {
  return verbAt(lower, start, end, (type) => type === 'act' || type === 'done' || type === 'either') !== null;
}

/** 19人|获救, 全岛2600余户|停电: how many of whom. */
export function isHeadcount(reading: FactReading, span: Span): boolean {
  const amount = reading.quantitiesIn(span).at(-1);
  return amount?.end === span.end && /[人户名]$/.test(reading.folded.slice(amount.start, span.end));
}

/** 参演官兵|近800人: whether those before an amount are people, who are counted without a noun of what is measured. */
export function endsInPeople(folded: string, { start, end }: Span): boolean {
  return (
    !/^(?:现|共|设|已|尚)有/.test(folded.slice(start, end)) &&
    /(?:..[兵员民众生者客工迷]|^员工)$/.test(folded.slice(start, end))
  );
}

/** Whether the last word is a noun: by its tag, by the lexicon, or as a noun of what is measured, whatever stands before it. */
export function hasNounHead({ folded, tokensIn }: FactReading, span: Span): boolean {
  const last = tokensIn(span).at(-1);
  if (last === undefined) return false;
  const word = folded.slice(last.start, last.end);
  if (hasRole(word, 'governs') || hasRole(word, 'adverb') || hasRole(word, 'period')) return false;
  if (endsInFigure(folded, span)) return true;
  if (hasRole(word, 'noun')) return !(last.pos === 'v' && last.start === span.start);
  return (
    (/^(?:n|j|eng)/.test(last.pos) && word !== '时') ||
    (last.pos === 'x' &&
      /^\p{Script=Han}+[案员者费款权法令书报奖杯厂校站店队团组桥路线车船机楼村镇区器品段湾岛港]$/u.test(word)) ||
    isPhase(word) ||
    /^[两三四五六七八九十多各][市国岸党派队校县区州省军]$|^\p{Script=Han}{2,}[会展赛节院局署厅馆所]$/u.test(word)
  );
}

/** 一期, 二期: a part of a work, whatever jieba takes it for. */
export function isPhase(word: string): boolean {
  return /^[一二三四五六七八九十\d]+期$/.test(word);
}

/** Whether a stretch ends in a noun of what is measured (毛利率, 体长). */
export function endsInFigure(folded: string, { start, end }: Span): boolean {
  const figure = wordBefore(folded, end, start, 'figure');
  // 将率|16万骑兵: one character is one only behind another (毛利|率).
  return (
    figure.length > 1 ||
    (figure !== '' &&
      /[\p{Script=Han}][^将曾已]$/u.test(folded.slice(start, end)) &&
      !/[将曾已]$/.test(folded.slice(start, end - 1)))
  );
}

/** The span without spaces and marks at its ends; marks around a part of it stay. */
export function trimmed(folded: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s、]/.test(folded[from] ?? '')) from++;
  while (to > from && /[\s,。;、]/.test(folded[to - 1] ?? '')) to--;
  const close = folded.slice(from, to).indexOf('”');
  if (folded[from] === '“' && (close < 0 || from + close === to - 1)) from++;
  return folded[to - 1] === '”' && !folded.slice(from, to).includes('“')
    ? { start: from, end: to - 1 }
    : { start: from, end: to };
}

/** 台糖|卖起|…, 零钱|存进|小猪: a verb that jieba does not know, by what it ends in. */
export function isUnknownVerb(word: string, pos: string): boolean {
  return pos === 'x' && /^\p{Script=Han}[起进出入回到]$/u.test(word);
}
