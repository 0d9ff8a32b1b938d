import { openWords } from '../lexicons/lexicon.js';
import type { NumberMatch } from '../numbers/numbers.js';
import { isEnglishProse, latinAround } from '../text/english-prose.js';
import type { Amount } from './amounts.js';
import { wordBeside } from './beside.js';
import type { Page } from './page.js';

/** Whether what looks like an amount is part of a name, a version, a list, a code or a set phrase. */
export function isNoQuantity(page: Page, amount: Amount): boolean {
  return (
    inPhrase(page, amount) ||
    isQuotedName(page, amount) ||
    (amount.first.form === 'arabic' ? isCode(page, amount) || isVersion(page, amount) : false) ||
    (amount.first.form === 'han' ? isWord(page, amount) || isArticle(page, amount) : false) ||
    (amount.first.form === 'english' ? isSetPhrase(page, amount) || isPronoun(page, amount) : false)
  );
}

const longestPhrase = 8;
const longestTail = 20;

/** 一方面, 进一步, 百度: a set phrase or name that covers the number and reaches beyond it. */
export function inPhrase({ folded, sentence }: Page, { start, numberEnd, first, unit }: Amount): boolean {
  if (first.form !== 'han') return false;
  const phrases = openWords('number-phrases');
  for (let at = Math.max(sentence.start, start - longestPhrase); at <= start; at++) {
    const phrase = phrases.longestAt(folded, at);
    if (phrase === null || phrase.end <= start) continue;
    const isNumber = phrase.end === numberEnd && (unit === null || /^[万千百]/.test(folded.slice(start, numberEnd)));
    if (phrase.end > numberEnd || at < start || isNumber) return true;
  }
  return false;
}

const longestQuotedName = 9;

/** “百花杯”, “千人计划”: a short quotation that goes on behind the numeral it begins with is a name or a slogan. */
function isQuotedName({ folded }: Page, { start, end, first, unit }: Amount): boolean {
  if (first.form !== 'han' || !/[“‘]/.test(folded[start - 1] ?? '')) return false;
  if (unit !== null && unit.row.kind !== 'classifier') return false;
  const close = /^[^“”‘’，。,!?；;]{1,9}[”’]/.exec(folded.slice(end, end + longestQuotedName))?.[0];
  return close !== undefined && start + longestQuotedName >= end + close.length - 1;
}

/** Digits that are no number: 01, 2.0.1, 010-1234567, 7/26, 3:2, (600519), 1、 at the start of a line, beside letters. */
function isCode(page: Page, amount: Amount): boolean {
  const { folded } = page;
  const { start, end, first, unit } = amount;
  const [before, after] = [folded[start - 1] ?? '', folded[end] ?? ''];
  const digits = first.digits ?? '';
  if (/[\d#@/]/.test(before) || (/[.:]/.test(before) && /\d/.test(folded[start - 2] ?? ''))) return true;
  if (/[A-Za-z_]/.test(before) || (/[-–—]/.test(before) && /[A-Za-z0-9]/.test(folded[start - 2] ?? ''))) return true;
  if (before === '-' && unit === null && /\p{Script=Han}/u.test(folded[start - 2] ?? '')) return true;
  if (/^0\d/.test(digits) || /\b(?:Nos?|Art|Sec|Vol|Fig|pp?)\.\s?$/i.test(folded.slice(Math.max(0, start - 6), start)))
    return true;
  // 1/4决赛
  if (unit === null && /\/\d+$/.test(folded.slice(start, end)) && folded.startsWith('决赛', end)) return true;
  if (/^(?:19|20)\d\d$/.test(digits) && unit !== null && /^[届级款版代]$/.test(unit.text)) return true;
  if (unit !== null && unit.row.kind !== 'classifier') return false;
  if (/[A-Za-z_]/.test(after) && !/\s/.test(after)) return true;
  if (unit === null && digits.length >= 6 && (/\p{Script=Han}/u.test(before + after) || digits.length > 10))
    return true;
  if (unit !== null) return false;
  if (/[/:]/.test(after) && /\d/.test(folded[end + 1] ?? '')) return true;
  if (/[-–—.]/.test(after) && /[\dA-Za-z]/.test(folded[end + 1] ?? '')) return true;
  if (/^比\d/.test(folded.slice(end, end + 2)) || /\d比$/.test(folded.slice(Math.max(0, start - 2), start)))
    return true;
  return isListMark(page, amount) || (before === '(' && after === ')');
}

/** 1. 2、 3) at the start of a line or sentence. */
function isListMark({ folded, sentence }: Page, { start, end, first }: Amount): boolean {
  if (first.value === null || first.value > 99 || !/[、.):]/.test(folded[end] ?? '')) return false;
  return start === sentence.start || folded[start - 1] === '\n' || folded[start - 1] === '(';
}

/** GPT 4, Llama 3.2, 骁龙8至尊版, Boeing 737: a number without unit behind a name. */
function isVersion(page: Page, { start, end, first, last, unit }: Amount): boolean {
  const { folded, sentence } = page;
  if (unit !== null || last !== null || (first.value ?? 0) >= 10000 || first.role !== 'cardinal' || first.approx)
    return false;
  if (/[,]/.test(folded.slice(start, first.end)) || wordBeside(page, start, end)?.bound != null) return false;
  const gap = folded[start - 1] === ' ' ? 1 : 0;
  const before = page.tokenAt(start - 1 - gap);
  const after = page.tokenAt(end);
  if (before === undefined || before.start < sentence.start) return false;
  const word = folded.slice(before.start, before.end);
  if (/^[A-Za-z]/.test(word)) {
    const isCapital = /^[A-Z]|[a-z][A-Z]/.test(word);
    // gpt 4 in Chinese, but not “we will hire 300 people”.
    const isName =
      isCapital || (sentence.language === 'zh' && !isEnglishProse(latinAround(folded, { start, end }, sentence)));
    return (
      isName &&
      !(
        before.start === sentence.start &&
        sentence.language === 'en' &&
        openWords('sentence-starts').has(word.toLowerCase())
      )
    );
  }
  if (gap === 1 || sentence.language === 'en') return false;
  if (!/\p{Script=Han}/u.test(word)) return false;
  if (first.digits === null) return true;
  if (/^(?:19|20)\d\d$/.test(first.digits) && /^(?:n|j|x$|eng)/.test(before.pos)) return true;
  if (openWords('number-labels').has(word)) return true;
  const isGlued = after !== undefined && after.start === end && /\p{Script=Han}/u.test(folded[end] ?? '');
  const isNoun = /^(?:n|x$|eng|j|s$|b$)/.test(before.pos);
  return isNoun && (isGlued || (first.value ?? 0) < 100);
}

/** Tags of words that a Chinese numeral may begin. */
const numeralTag = /^(?:m|q|x|t$)/;

/** A Chinese numeral inside a longer word, or in a word that is no numeral: 三星, 万一, 十分. */
function isWord(page: Page, amount: Amount): boolean {
  const { start, end, numberEnd, first, unit } = amount;
  const token = page.tokenAt(start);
  if (token === undefined) return true;
  if (unit === null && (first.value ?? 0) > 1 && wordBeside(page, start, end)?.bound != null) return false;
  if (token.start < start)
    return first.role === 'cardinal' && !token.pos.startsWith('m') && !isLed(page, token.start, start);
  if (token.end > end) return true;
  if (first.role !== 'cardinal') return false;
  const isCount =
    unit !== null && token.end === end && (unit.text === '成' || /^[il]/.test(token.pos) || isMany(page, amount));
  if (!isCount && !numeralTag.test(token.pos) && token.end > token.start + 1) return true;
  if (unit !== null) return isVague(first) && /^[点度分级]$/.test(unit.text);
  if (isRank(page, start, numberEnd) || isSum(page, numberEnd, first)) return false;
  if (page.tokenAt(numberEnd - 1)?.end === numberEnd && isPredicate(page, start, numberEnd))
    return first.value === 1 && !isContrasted(page, numberEnd);
  return page.tokenAt(numberEnd - 1)?.end !== numberEnd || !isCounted(page, numberEnd, first);
}

/** 数百人, 几千户, 逾百户: a numeral of two characters and more, or one that is led, is no part of a noun. */
function isMany({ folded }: Page, { start, first }: Amount): boolean {
  if ((first.value ?? first.low ?? 0) < 100) return false;
  return first.end - first.start > 1 || /[逾近超约过达]/.test(folded[start - 1] ?? '');
}

/** 答案是五: what something is, with nothing counted behind. */
function isPredicate({ folded }: Page, start: number, end: number): boolean {
  return (
    /(?:是|等于|为)$/.test(folded.slice(Math.max(0, start - 2), start)) &&
    !/[^那这而却也和但\P{L}]|\d/u.test(folded[end] ?? '')
  );
}

/** 一共八千。: a numeral in steps, with nothing behind it. */
function isSum({ folded, tokenAt }: Page, end: number, first: NumberMatch): boolean {
  const isLong = (first.value ?? 0) >= 100 && first.end - first.start > 1 && first.digits === null;
  return isLong && tokenAt(end - 1)?.end === end && /^(?:[,。;!?、)]|$)/.test(folded.slice(end, end + 1));
}

/** 排名前三, 全球前十: the first so many. */
function isRank({ folded, sentence }: Page, start: number, end: number): boolean {
  return (
    start > sentence.start && folded[start - 1] === '前' && /^(?:[的强名位大,。;、]|$)/.test(folded.slice(end, end + 1))
  );
}

/** 不是一却是五, 不是一这是九. */
function isContrasted({ folded }: Page, end: number): boolean {
  return /^(?:[却而这。]|$)/.test(folded.slice(end, end + 1));
}

/** 每三, 近百: a word before the numeral that was cut into one word with it. */
function isLed({ folded }: Page, from: number, start: number): boolean {
  return start === from + 1 && /[每近约逾超达共仅有]/.test(folded[from] ?? '');
}

/** 几, 数 alone. */
function isVague(first: NumberMatch): boolean {
  return first.value === null && first.low === null;
}

/** Whether a numeral without measure word counts the noun behind it: 三部门, 十二城市. */
function isCounted(page: Page, end: number, first: NumberMatch): boolean {
  if ((first.value ?? 0) >= 10000 && first.value !== null) return isRoundCount(page, end, first);
  const next = page.tokenAt(end);
  return (
    next !== undefined && next.start === end && /^n/.test(next.pos) && first.value !== 1 && (first.value ?? 0) < 1000
  );
}

/** 千亿参数, 百万用户: two scale words without a digit count a noun; one alone (万众) or before a verb (千万不要) does not. */
function isRoundCount(page: Page, end: number, first: Amount['first']): boolean {
  const written = page.folded.slice(first.start, first.end);
  if (!/^[万亿千百兆]/.test(written)) return true;
  const next = page.tokenAt(end);
  return written.length === 2 && next?.start === end && /^n/.test(next.pos);
}

/** Words before 一 that make it a number: 只有一家, 每三部就有一部. */
const counts = /(?:只|仅|唯|第|每|再|同|不到|不足|超过|至少|最多|约|近|达|增加|减少|新增|共|仅有|只有|死|伤)$/;

/** 一个, 一场 and the like are articles, unless something makes them count; 一 before a real unit counts. */
function isArticle(page: Page, { start, first, last, unit }: Amount): boolean {
  const { folded, sentence } = page;
  if (last !== null || folded.slice(first.start, first.end) !== '一') return false;
  if (unit === null) return !(isPredicate(page, start, first.end) && isContrasted(page, first.end));
  const isLoose =
    unit.row.kind === 'classifier' ||
    (unit.row.kind === 'measure' && unit.text.length === 1 && /[点度级分节票里步转卡]/.test(unit.text));
  if (!isLoose || /[人倍]/.test(unit.text)) return false;
  if (counts.test(folded.slice(Math.max(sentence.start, start - 3), start))) return false;
  // 每三部手机里就有一部: the same measure word has counted before.
  const head = folded.slice(Math.max(sentence.start, start - 60), start);
  const other = head.lastIndexOf(unit.text);
  return !(other > 0 && /每\s?[\d二两三四五六七八九十百]+$/.test(head.slice(0, other)));
}

/** first class, third party: a phrase of the lexicon. */
function isSetPhrase({ folded, sentence }: Page, { start, end }: Amount): boolean {
  const written = folded.slice(start, Math.min(sentence.end, end + longestTail)).toLowerCase();
  const phrase = openWords('number-phrases').longestAt(written, 0);
  return phrase !== null && start + phrase.end > end && !/[a-z]/.test(written[phrase.end] ?? '');
}

/** one and first are pronouns and adverbs more often than numbers. */
function isPronoun(page: Page, { start, end, first, unit }: Amount): boolean {
  const word = page.folded.slice(start, end).toLowerCase();
  if (word === 'one') {
    if (/\b(?:minus|negative) $/i.test(page.folded.slice(Math.max(0, start - 10), start))) return false;
    const isCounted = /\b(?:at least|only|just|more than|less than|exactly) $/i.test(
      page.folded.slice(Math.max(0, start - 10), start),
    );
    return !isCounted && !/^ (?:in|out of) (?:[a-z]+|\d)/.test(page.folded.slice(end, end + 20));
  }
  if (word === 'first' || word === 'second')
    return (
      !/(?:\bthe|\bits|\bhis|\bher|\btheir|\bour|\bmy|\ba|['’]s)\s$/i.test(
        page.folded.slice(Math.max(0, start - 8), start),
      ) &&
      !/\b(?:finish|finished|came|placed|ranks?|ranked|place|stood) $/i.test(
        page.folded.slice(Math.max(0, start - 10), start),
      )
    );
  if (first.role === 'ordinal') return /[A-Z]/.test(page.folded[start] ?? '') && start > page.sentence.start;
  return unit === null && /^-[a-z]/i.test(page.folded.slice(end, end + 2));
}
