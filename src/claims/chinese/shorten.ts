import type { Span } from '../../document/span.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { isCue } from '../cues.js';
import { nounBefore, sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { adverbRoles } from '../source-words.js';
import { isSurname } from './coined-names.js';
import { personAtEnd, roleBehindBody } from './persons.js';
import { beforeTime, endOfSpeaker, isMannerOnly } from './speaker-ends.js';

const longestSource = 30;

/** Where a source ends or what is none, by `source-limits.tsv`. */
type Limit = 'nobody' | 'when' | 'denial' | 'who' | 'part' | 'member';

const limits = lazy(() =>
  openLexicon('source-limits', ['word', 'roles'], (row): ReadonlySet<string> => new Set(row.roles.split(' '))),
);

const longestLimit = 4;

function isLimit(word: string, limit: Limit): boolean {
  return limits().get(word)?.has(limit) ?? false;
}

function endsInLimit(text: string, limit: Limit): boolean {
  for (let length = 1; length <= longestLimit; length++) if (isLimit(text.slice(-length), limit)) return true;
  return false;
}

function hasLimitAt(text: string, at: number, limit: Limit): boolean {
  return limits()
    .allAt(text, at)
    .some(({ value }) => value.has(limit));
}

/** Cuts a noun phrase to what says who, or null: 國內某公司一位前工程師 → 前工程師; 某公司CEO某某 → 某某; 論文《…》 → the title. */
export function shorten(reading: Reading, phrase: Span): Span | null {
  const { folded } = reading;
  const quoted =
    folded[phrase.end - 1] === '”' ? /“([^“”]{2,12})”$/.exec(folded.slice(phrase.start, phrase.end))?.[1] : undefined;
  if (quoted !== undefined) return { start: phrase.end - 1 - quoted.length, end: phrase.end - 1 };
  let { start, end } = trimMarks(folded, phrase);
  end -= article.exec(folded.slice(start, end))?.[0].length ?? 0;
  const text = folded.slice(start, end);
  const title = /《([^《》]+)》[^《》的]{0,4}$/.exec(text);
  if (title !== null && (title.index + title[0].length === text.length || text.endsWith('》'))) {
    const from = start + title.index + 1;
    return { start: from, end: from + (title[1]?.length ?? 0) };
  }
  end = withinPaper(reading, start, beforePlace(reading, start, withoutOutlet(folded, start, end)));
  end = beforeScenePhrase(folded, start, beforeBoth(folded, start, end));
  end = beforeBracket(folded, start, beforeDay(reading, start, end));
  end = beforeAdverb(folded, start, end);

  end = beforeDeed(reading, start, beforeScene(reading, start, end));
  end = endOfSpeaker(reading, pastModifier(reading, start, end), end);
  const person = personAtEnd(reading, { start, end });
  if (person !== null) return person;
  const name = reading.mentionsIn({ start, end }).findLast((mention) => mention.end === end);
  if (name !== undefined) return name.type === 'NORP' ? { start, end } : withPartner(reading, start, name);
  if (isBareHead(folded.slice(start, end))) return { start: pastQuantifier(folded, start, end), end };
  start = pastModifier(reading, start, end);
  start +=
    /^(?:[^的]{1,6}[上中里内时后])?(?:也|还|更|又|都)?(?:有|据)(?=[^关])(?!人$)/.exec(folded.slice(start, end))?.[0]
      .length ?? 0;
  start = pastQuantifier(folded, start, end);
  const named = pastTitle(reading, start, end);
  const isNoun = named < end && end - named <= longestSource && isNominal(folded.slice(named, end));
  if (!isNoun || isGrammar(reading, named, end)) return null;
  if (named === start && isMannerOnly(reading, { start, end })) return null;
  return { start: roleBehindBody(reading, named, end), end };
}

/** 某某|今(早), 作家某某(本名…)|今: the day, or the first character of a time, behind who it is. */
function beforeDay({ folded }: Reading, start: number, end: number): number {
  return /[今昨]/.test(folded[end - 1] ?? '') && end - start > 2 ? end - 1 : end;
}

/** 作家某某|(本名某某某): what is said of somebody in brackets is no part of who. */
function beforeBracket(folded: string, start: number, end: number): number {
  const bracket = /.(\([^()]{1,20}\))$/.exec(folded.slice(start, end))?.[1];
  return end - (bracket?.length ?? 0);
}

/** 他|邊收拾邊, 某某|一邊補網一邊: what somebody does meanwhile is no part of who. */
function beforeBoth(folded: string, start: number, end: number): number {
  if (folded[end - 1] !== '边') return end;
  const who = /^(.{1,12}?)一?边.*[^一]一?边$/.exec(folded.slice(start, end))?.[1];
  return who === undefined ? end : start + who.length;
}

/** 某某|在警誡下, 發言人|在會上: where he was is no part of who. */
function beforeScenePhrase(folded: string, start: number, end: number): number {
  if (!/[上中里下间时后]/.test(folded[end - 1] ?? '')) return end;
  const who = /^(.{1,12}?)在.+.$/.exec(folded.slice(start, end))?.[1];
  return who === undefined || (who.length < 2 && !isSurname(who)) ? end : start + who.length;
}

/** 論文|討論部分, 招股書的|風險因素一章: a part of a paper is the paper. */
function withinPaper({ lower, folded }: Reading, start: number, end: number): number {
  const isPart = endsInLimit(folded.slice(start, end), 'part');
  // 會議記錄|上白紙黑字
  const isOn = /[上里].{2,6}$/.test(folded.slice(start, end));
  for (let at = start + 2; (isPart || isOn) && at < end; at++)
    if (nounBefore(lower, start, at)?.role === 'report' && (isPart || /[上里]/.test(folded[at] ?? ''))) return at;
  return end;
}

/** 車長|之間, 日記|裡: among whom it goes round, or where it stands, is who says it. */
function beforePlace({ lower, folded, mentionsIn }: Reading, start: number, end: number): number {
  const place = /(?:之间|之中|当中|中间|[里中上])$/.exec(folded.slice(Math.max(start, end - 2), end))?.[0];
  const at = end - (place?.length ?? 0);
  if (place === undefined || at <= start || nounBefore(lower, start, end) !== null) return end;
  if (mentionsIn({ start, end }).some((mention) => mention.end > at)) return end;
  const noun = nounBefore(lower, start, at);
  // 族譜|上, not 在展簽|上
  if (place === '上' && (noun?.role !== 'report' || noun.start > start)) return end;
  return noun !== null && at - noun.start >= 2 ? at : end;
}

/** 市政府|官方微博, 校方|方面: through what, or with whom, somebody speaks is left out. */
function withoutOutlet(folded: string, start: number, end: number): number {
  const outlets = openWords('source-outlets');
  for (let at = Math.max(start, end - longestOutlet); at < end; at++) if (outlets.has(folded.slice(at, end))) return at;
  return end;
}

const longestOutlet = 5;

/** 勞基法|第八十四條之一: the law says it. */
const article =
  /第[\d一二三四五六七八九十百零A-Z]{1,7}[条款](?:之[一二三四五六])?(?:第?[一二三四五六七八九十\d]{1,3}[款项])?$/;

/** A token can run a name and an adverb together (某某賽後): the adverb goes. */
function beforeAdverb(folded: string, start: number, end: number): number {
  for (let length = 5; length >= 2; length--) {
    const role = end - length >= start + 2 ? adverbRoles().get(folded.slice(end - length, end)) : undefined;
    if (role === 'adverb' || role === 'conjunction') return end - length;
  }
  // 黨團|則, 公司|也, 房屋局|以: one character that links and never ends a noun.
  return end - start >= 3 && /[则也却亦还以]/.test(folded[end - 1] ?? '') ? end - 1 : end;
}

/** 法院|審理, 氣象台|發布: what somebody did on the way to the cue; 部長|答詢時. */
function beforeDeed(reading: Reading, start: number, end: number): number {
  const { lower } = reading;
  if (nounBefore(lower, start, end) !== null) return end;
  const isTime = lower[end - 1] === '时';
  const last = reading.tokensIn({ start, end }).at(-1);
  const from = isTime ? Math.max(start + 2, end - 6) : (last?.start ?? end);
  if (!isTime && (last === undefined || last.end !== end || !/^vn?$/.test(last.pos))) return end;
  for (let at = isTime ? end - 2 : from; at >= from; at--) {
    const noun = at - start >= 2 ? nounBefore(lower, start, at) : null;
    if (noun !== null && at - noun.start >= 2 && noun.role !== 'report') return at;
    if (!isTime) break;
  }
  return end;
}

/** 某某|步出法庭時: what somebody did at the time is no part of who. */
function beforeScene(reading: Reading, start: number, end: number): number {
  const last = reading.folded[end - 1] ?? '';
  if (end <= start || !/[时后前间]/.test(last)) return end;
  // 某某陳詞時: whatever a person did stands between the name and 時.
  const person = reading.mentionsIn({ start, end }).find(({ type, end: at }) => type === 'PERSON' && end - at <= 12);
  if (person !== undefined && /[时后前]/.test(last) && person.end < end) return person.end;
  const name = reading.mentionsIn({ start, end }).find(({ type }) => type === 'PERSON' || type === 'ORG');
  const next = name === undefined ? undefined : reading.tokensIn({ start: name.end, end })[0];
  if (name !== undefined && next !== undefined && /^[vdp]/.test(next.pos)) return name.end;
  return /[时后]/.test(last) ? beforeTime(reading, pastModifier(reading, start, end), end) : end;
}

/** 接近公司的人士: a head noun that alone says nothing keeps its modifier. */
function isBareHead(text: string): boolean {
  return text.length <= longestSource && /[人士们]$/.test(text) && /^.{2,}的(?:人士|人|人们)$/.test(text);
}

/** Passes a modifier with 的; a single adjective (不同的機構) stays. */
function pastModifier(reading: Reading, start: number, end: number): number {
  // 目擊|的士司機: a taxi modifies nothing.
  const length = /^.*的(?!士(?![兵官绅卒]))(?=[^的])/.exec(reading.folded.slice(start, end))?.[0].length ?? 0;
  const modifier = reading.tokensIn({ start, end: start + length });
  return modifier.length === 2 && modifier[0]?.pos === 'a' ? start : start + length;
}

/** Two names joined (甲和乙) are one source. */
function withPartner(reading: Reading, start: number, name: Span): Span {
  const joined = /[和与及、]$/.test(reading.folded.slice(start, name.start));
  const partner = reading.mentionsIn({ start, end: name.start - 1 }).at(-1);
  const adjoins = joined && partner !== undefined && partner.end === name.start - 1;
  return { start: adjoins ? partner.start : name.start, end: name.end };
}

function trimMarks(folded: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,、:;“”‘’"]/.test(folded[start] ?? '')) start++;
  while (start < end && /[\s,、:;“”‘’"]/.test(folded[end - 1] ?? '')) end--;
  return { start, end };
}

/** One character that is a preposition, particle or the like is nobody. */
function isGrammar({ tokensIn }: Reading, start: number, end: number): boolean {
  return end - start === 1 && tokensIn({ start, end }).some((token) => token.end === end && /^[pucmq]/.test(token.pos));
}

function isNominal(text: string): boolean {
  if (isLimit(text, 'nobody') || endsInLimit(text, 'when') || endsInLimit(text, 'who')) return false;
  if (text.endsWith('地') && !/[当各内本外陆基产工营]地$/.test(text)) return false;
  if (/^[只仅].$|^(?:也|还|更|又|都)?有$|^(?:谁|什么|哪)/.test(text)) return false;
  if (/(?:[于把被向对从]|[^当届按准]时)$/.test(text) && text.length > 2) return false;
  if (/^[不没](?![少同明])|^(?:不是|并非|而是)/.test(text)) return false;
  for (let at = 0; at < text.length; at++) if (hasLimitAt(text, at, 'denial')) return false;
  return /\p{L}/u.test(text);
}

const quantifier =
  /^.*?[一两二三四五六七八九十多数几某这那该此\d](?:位|名|家|份|项|群|批|篇|款|封|本|则|条|组|张|种|个|通)(?:\d{1,3}岁的?)?(?=[^的])/;

function pastQuantifier(folded: string, start: number, end: number): number {
  const text = folded.slice(start, end);
  const counted = quantifier.exec(text);
  if (counted !== null && counted[0].length < text.length) return start + counted[0].length;
  const vague = openWords('vague-quantifiers');
  const isVague = (at: number): boolean => vague.lastAt(text, at, (_, last) => last < text.length) !== null;
  // 大多數 rather than 多數.
  for (let at = text.length - 3; at >= 0; at--)
    if (isVague(at)) return start + (at > 0 && isVague(at - 1) ? at - 1 : at);
  return start;
}

/** Passes the titles and organisations before a person's name (某集團董事長|某某). */
function pastTitle(reading: Reading, start: number, end: number): number {
  const names = reading.mentionsIn({ start, end });
  for (let cut = end - 2; cut > start; cut--) {
    if (names.some((name) => name.start < cut && cut < name.end)) continue;
    const noun = nounBefore(reading.lower, start, cut);
    if (noun === null || (noun.role !== 'title' && noun.role !== 'organization')) continue;
    const rest = reading.folded.slice(cut, end).replace(/^[\s、]+/, '');
    if (noun.role === 'organization' && (cut - noun.start < 2 || !looksCoined(rest))) continue;
    if (
      looksLikeName(rest) &&
      !isManner(reading, end - rest.length, end) &&
      !isCue(rest) &&
      sourceNouns().get(rest.toLowerCase()) === undefined
    )
      return end - rest.length;
  }
  return lastName(reading, start, end);
}

/** 祖父|悄悄: an adverb is no name. */
function isManner({ tokensIn }: Reading, start: number, end: number): boolean {
  return tokensIn({ start, end }).some(
    (token) => token.start === start && token.end === end && /^(?:z$|d$|ad)/.test(token.pos),
  );
}

function looksLikeName(rest: string): boolean {
  return /^[\p{Script=Han}]{2,4}$/u.test(rest) || /^[\p{Script=Han}A-Z][\p{L}.·\- ]{1,28}$/u.test(rest);
}

/** After 公司 or 機構 only a made name can follow (初創公司|某某智算), no common noun (公司|高管). */
function looksCoined(rest: string): boolean {
  return !hasLimitAt(rest, 0, 'member');
}

/** The token that jieba tags as a person's name at the end of a longer phrase. */
function lastName(reading: Reading, start: number, end: number): number {
  const last = reading.tokensIn({ start, end }).at(-1);
  const isName = last !== undefined && last.end === end && /^nr/.test(last.pos) && last.end - last.start >= 2;
  return isName && nounBefore(reading.lower, start, last.start) !== null ? last.start : start;
}
