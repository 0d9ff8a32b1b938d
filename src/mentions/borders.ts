import type { Span } from '../document/span.js';
import type { EntityType } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';
import { pastCompanyKind } from './company-kinds.js';
import { wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';

/** What the rules propose that starts at an offset. */
type ProposedAt = (start: number) => readonly Candidate[];

/**
 * A name that a model found, with the borders that words around it tell: without the rest of a word that ends in it
 * (运营方|海岚云科), without a title behind a surname (林|处长) or letters behind a name (May Chen|KC), and without what a well-known name is the subject of
 * (辉达|会投资).
 */
export function withTrueBorders(reading: Reading, candidate: Candidate, proposedAt: ProposedAt): Candidate {
  const { start, end, type } = candidate;
  const span = /[A-Z]/.test(reading.folded.charAt(start))
    ? type === 'PERSON'
      ? inQuotedName(reading, {
          start: pastHonorific(reading, start, end),
          end: beforeLetters(reading, start, beforeSum(reading, start, end)),
        })
      : { start: pastOpener(reading, start, end), end: beforeSum(reading, start, end) }
    : inChinese(reading, candidate, proposedAt);
  return span.start === start && span.end === end ? candidate : { ...candidate, ...span };
}

function inChinese(reading: Reading, { start, end, type }: Candidate, proposedAt: ProposedAt): Span {
  const opened = { start: pastLead(reading, start, end), end };
  if (type === 'PERSON') {
    const named = { start: pastOffice(reading, opened), end };
    return withoutTitle(reading, withoutVerb(reading, inFull(named, proposedAt), proposedAt));
  }
  if (type === 'ORG') opened.start = pastCompanyKind(reading, { start: pastPreposition(reading, opened), end });
  return withoutTail(reading, withoutOffice(reading, opened), type);
}

function isPreposition(reading: Reading, at: number): boolean {
  const character = reading.folded.charAt(at);
  // 数据|研究院: these end many words.
  return /[向到对把被从给在]/.test(character) || (/[依按据由]/.test(character) && reading.tokenAt(at)?.end === at + 1);
}

const shortestOffice = 4;

/** 港铁|行政总裁: a body without the first word of an office that goes on behind it; not so 财政部长, nor 证券|分析师 whose word ends names. */
function withoutOffice({ folded }: Reading, { start, end }: Span): Span {
  const titles = openLexicon('person-titles', ['word', 'side'], (row) => row.side);
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  // 中芯国际联席|首席执行官: nor the word that qualifies an office.
  const qualifier = wordEndingAt(openWords('role-modifiers'), folded, end);
  if (qualifier !== null && qualifier.start >= start + 2 && (titles.longestAt(folded, end)?.end ?? 0) >= end + 2)
    return { start, end: qualifier.start };
  for (let cut = start + 2; cut <= end - 2; cut++) {
    const office = titles.longestAt(folded, cut);
    if (office === null || office.end <= end || office.end - cut < shortestOffice) continue;
    return suffixes.has(folded.slice(cut, end)) ? { start, end } : { start, end: cut };
  }
  return { start, end };
}

/** Neither|Washington: a word that opens a sentence and names nothing. */
function pastOpener({ folded }: Reading, start: number, end: number): number {
  const first =
    /^(?:Neither|Both|Either|Only|Even|Yet|Although|While|When|Since|Because|Unlike|Like|Despite|After|Before) (?=[A-Z])/.exec(
      folded.slice(start, end),
    );
  return first === null ? start : start + first[0].length;
}

/** Cllr|May Chen: nor is what somebody is addressed by. */
function pastHonorific(reading: Reading, start: number, end: number): number {
  const from = pastOpener(reading, start, end);
  const title = /^([A-Z][a-z]+)\.? (?=[A-Z])/.exec(reading.folded.slice(from, end));
  return title?.[1] !== undefined && openWords('honorifics-en').has(title[1].toLowerCase())
    ? from + title[0].length
    : from;
}

/** Kam Lee| HK$310: whose dollar it is belongs to the sum. */
function beforeSum({ folded }: Reading, start: number, end: number): number {
  if (!/[$£€¥]/.test(folded.charAt(end))) return end;
  const prefix = /(?: [a-z]{1,4})? [A-Z]{1,3}$/.exec(folded.slice(start, end));
  return prefix === null ? end : end - prefix[0].length;
}

/** Ronald “Skip|” LaCombe: what a person is called by, in quotation marks behind his first name, is no border. */
function inQuotedName({ folded }: Reading, { start, end }: Span): Span {
  const tail = nicknameBehind.exec(folded.slice(start, end + longestNickname));
  return tail === null || tail[0].length <= end - start ? { start, end } : { start, end: start + tail[0].length };
}

const nameWord = `[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]*`;
const nicknameBehind = new RegExp(
  String.raw`^${nameWord}(?: [A-Z]\.)? “${nameWord}(?: ${nameWord})?” ${nameWord}(?: (?:Jr|Sr)\.)?`,
  'u',
);
const longestNickname = 48;

/** May Chen|KC, May Chen|PhD: letters of an office, an order or a degree are no part of the name. */
function beforeLetters(reading: Reading, start: number, end: number): number {
  const behind = /,? ([A-Z][a-z]{0,2}[A-Z]+[a-z]?)$/.exec(reading.folded.slice(start, end));
  if (
    behind?.[1] === undefined ||
    !openLexicon('postnominals-en', ['word', 'use'], (row) => row.use).has(behind[1].toLowerCase())
  )
    return end;
  return beforeLetters(reading, start, end - behind[0].length);
}

/** 陈男向|台北地方法院, 怪到|绿仓合作社, 依|航港局: a preposition before a word, and enough of a name behind it. */
function pastPreposition(reading: Reading, { start, end }: Span): number {
  if (isGuessedWith(reading, { start, end })) return start + 1;
  for (let at = end - 4; at >= start; at--)
    if (
      isPreposition(reading, at) &&
      reading.isBoundary(at + 1) &&
      knownNames(reading.folded.slice(start, end)).length === 0
    )
      return at + 1;
  return start;
}

/** 据|市人社局, 由|县教育局 where a word segmenter guesses 据市, 由县; but 由田新技 is a company. */
function isGuessedWith({ folded, tokenAt }: Reading, { start, end }: Span): boolean {
  const first = folded.charAt(start);
  if (!/[据按由从依]/.test(first) || tokenAt(start)?.pos !== 'x' || end - start < 4) return false;
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  return /[据按]/.test(first) || wordEndingAt(suffixes, folded, end)?.value.kind !== 'company';
}

/** 林志明|说, where a word segmenter reads 明说: a given name of two characters that the rules are sure of. */
function inFull({ start, end }: Span, proposedAt: ProposedAt): Span {
  const longer = proposedAt(start).find((rule) => rule.by === 'chinese-name' && rule.end === end + 1);
  return end - start === 2 && longer !== undefined && longer.score >= 0.8 ? { start, end: longer.end } : { start, end };
}

/** 褚乔|带着, 冷秀兰|道: a character that 着, 了 or 过 makes a verb, or that says; and what the rule for dotted names left out. */
function withoutVerb({ folded, isBoundary }: Reading, { start, end }: Span, proposedAt: ProposedAt): Span {
  const shorter = end - 1;
  if (shorter - start < 2) return { start, end };
  const spoken = /^\p{Script=Han}{2,3}?(?=[叹笑问答喊]?道$)/u.exec(folded.slice(start, end));
  if (spoken !== null && end - start > 3) return { start, end: start + spoken[0].length };
  // 雷霆|回应: a verb of saying that a model cut in two.
  const said = openLexicon('person-verbs', ['word', 'kind'], (row) => row.kind).longestAt(folded, shorter);
  if (said !== null && said.end > end && said.value === 'strong' && isBoundary(shorter)) return { start, end: shorter };
  const isVerb = /^[着了过]/.test(folded.slice(end)) && !folded.slice(start, end).includes('·');
  const dotted = proposedAt(start).some((rule) => rule.by === 'dotted-name' && rule.end === shorter);
  return isVerb || dotted ? { start, end: shorter } : { start, end };
}

/** Words that end inside a name and began before it. */
function pastLead({ folded }: Reading, start: number, end: number): number {
  for (let cut = start + 1; cut <= Math.min(start + 2, end - 2); cut++) {
    const word = wordEndingAt(openWords('party-words'), folded, cut);
    if (word !== null && word.start < start) return cut;
  }
  return start;
}

/** 董秘|匡雁, 理事长|江石 where a word segmenter reads 长江: a title at the start of a name, or one that ends with its first character. */
function pastOffice({ folded }: Reading, { start, end }: Span): number {
  const titles = openLexicon('person-titles', ['word', 'side'], (row) => row.side);
  const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
  const within = titles.longestAt(folded, start);
  const across = wordEndingAt(titles, folded, start + 1);
  const cut =
    within !== null && within.end - start >= 2
      ? within.end
      : across !== null && across.start <= start - 2
        ? start + 1
        : start;
  return end - cut >= 2 && surnames.longestAt(folded, cut) !== null ? cut : start;
}

/** A surname without its title, 林|处长, 老|桑. */
function withoutTitle(reading: Reading, { start, end }: Span): Span {
  const surname = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind).longestAt(reading.folded, start);
  if (end - start === 2 && /[老小]/.test(reading.folded.charAt(start))) return { start: start + 1, end };
  if (surname === null || surname.end >= end) return { start, end };
  return openWords('surname-titles').has(reading.folded.slice(surname.end, end))
    ? { start, end: surname.end }
    : { start, end };
}

/** Characters with which no name goes on: what the thing will do, or has. */
const goesOn = /^[会将已也还则都曾又正在是的有向把被让与和](?=\p{Script=Han})/u;

/** A well-known name without what it does. */
function withoutTail({ folded }: Reading, { start, end }: Span, type: EntityType): Span {
  if (type === 'WORK_OF_ART' || type === 'LAW' || type === 'EVENT') return { start, end };
  for (let cut = end - 1; cut >= start + 2; cut--) {
    if (!goesOn.test(folded.slice(cut, end + 1))) continue;
    const name = folded.slice(start, cut);
    if (!isAmbiguous(name) && knownNames(name).length > 0 && knownNames(folded.slice(start, end)).length === 0)
      return { start, end: cut };
  }
  return { start, end };
}
