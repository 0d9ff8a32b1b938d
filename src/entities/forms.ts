import type { EntityType, LinkRule } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';

/** Whether a form of a name is written with Han characters. */
export function isHan(form: string): boolean {
  return /\p{Script=Han}/u.test(form);
}

/** A form without what does not tell names apart: case, spaces, hyphens, possessives, AI for 人工智能. Expects the fold. */
export function canonicalForm(folded: string): string {
  if (/^\p{Script=Han}+$/u.test(folded)) return folded;
  return folded
    .replace(/['’]s$/, '')
    .replace(/AI(?=\p{Script=Han})/gu, '人工智能')
    .toLowerCase()
    .replace(/[\s·‧・'’“”"-]+/g, '');
}

/** Whether the characters of `short` stand in `full` in the same order: 郑商所 in 郑州商品交易所. */
export function isAbbreviation(full: string, short: string): boolean {
  if (short.length < 2 || short.length >= full.length) return false;
  let at = -1;
  return [...short].every((character) => {
    at = full.indexOf(character, at + 1);
    return at >= 0;
  });
}

/** Whether `short` is the initials of a Latin name, with or without those of its small words: BIS, DoT, R&D. */
export function abbreviates(full: string, short: string): boolean {
  return acronymsOf(full).includes(short.replace(/\./g, '').toUpperCase());
}

function acronymsOf(full: string): string[] {
  const words = full.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  if (words.length < 2 || !/^[\x20-\x7fÀ-ɏ]+$/.test(full)) return [];
  const initials = (chosen: readonly string[]) => chosen.map((word) => word.charAt(0).toUpperCase()).join('');
  const large = words.filter((word) => /^\p{Lu}/u.test(word));
  const bare = large.filter((word) => !/^(?:Inc|Corp|Co|Ltd|PLC|LLC)\.?$/i.test(word));
  return [initials(words), initials(large), initials(bare)].filter((acronym) => acronym.length >= 2);
}

/** What is longer is no name that anyone shortens, and has too many beginnings and ends; in UTF-16 units. */
const longestName = 160;

/** The forms that may stand short for a name in an article; `shortRule` tells which of them do. */
export function shortsOf(full: string, type: EntityType): string[] {
  if (full.length > longestName) return [];
  if (isHan(full)) {
    const inner = Array.from({ length: full.length - 1 }, (_, at) => at + 1);
    const parts = type === 'PERSON' ? full.split('·') : [];
    return [...new Set([...inner.map((at) => full.slice(0, at)), ...inner.map((at) => full.slice(at)), ...parts])];
  }
  const words = full.split(' ');
  const heads = words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
  return [
    ...new Set([
      ...heads,
      ...(type === 'PERSON' ? words : []),
      ...(type === 'ORG' ? acronymsOf(full) : []),
      ...(type === 'EVENT' ? [words.slice(1).join(' ')] : []),
    ]),
  ];
}

/** By which rule `short` stands for `full` in the article; null if it does not. Expects the fold. */
export function shortRule(full: string, short: string, type: EntityType): LinkRule | null {
  if (short.length >= full.length) return null;
  if (type === 'PERSON') return shortPerson(full, short);
  if (short.length < 2) return null;
  if (type === 'ORG') return shortOrganization(full, short);
  if (type === 'GPE' || type === 'LOC') return isShortPlace(full, short) ? 'region' : null;
  return type === 'EVENT' && full.endsWith(short) ? 'short-form' : null;
}

function shortOrganization(full: string, short: string): LinkRule | null {
  if (/^[\x20-\x7fÀ-ɏ’]+$/.test(full)) {
    if (abbreviates(full, short)) return 'abbreviation';
    return full.toLowerCase().startsWith(`${short.toLowerCase()} `) ? 'short-form' : null;
  }
  if (full.startsWith(short)) return isKinds(full.slice(short.length)) ? 'short-form' : null;
  const isPlace =
    full.endsWith(short) &&
    short.length >= 3 &&
    /^(?:中国|国家|中华|全国|美国|香港|台湾|北京|上海|[\p{Script=Han}]{2,3}[省市])$/u.test(
      full.slice(0, -short.length),
    );
  return isPlace ? 'short-form' : null;
}

/** Whether a rest is made of words of kind only: 国际, 科技集团, 股份有限公司. */
function isKinds(rest: string): boolean {
  if (rest === '' || rest === '国际' || rest === '中国') return true;
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  for (let length = rest.length; length > 0; length--) {
    const head = rest.slice(0, length);
    const isCompany = suffixes.get(head)?.kind === 'company';
    const kind =
      isCompany || (openWords('generic-words').has(head) && head.length >= 2 && head !== rest) || head === '国际';
    if (kind && (length === rest.length || isKinds(rest.slice(length)))) return true;
  }
  return false;
}

/** A part of a person's name that stands for it: of a dotted name the last, a surname, a given name. */
function shortPerson(full: string, short: string): LinkRule | null {
  if (/·/.test(full)) {
    const parts = full.split('·');
    return short.length >= 2 && (parts.at(-1) === short || parts[0] === short) ? 'short-form' : null;
  }
  if (isHan(full)) {
    if (isPersonsSurname(full, short)) return 'surname';
    const surname = surnames().longestAt(full, 0);
    return surname !== null && full.slice(surname.end) === short && short.length >= 2 ? 'short-form' : null;
  }
  const words = full.split(' ');
  if (words.length < 2 || short.includes(' ') || short.length < 2) return null;
  if (words.at(-1) === short) return 'surname';
  if (words[0] !== short) return null;
  return openWords('surnames-en').has(short.toLowerCase()) ? 'surname' : 'short-form';
}

const surnames = () => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);

/** Whether a Chinese name of a person begins with this surname, all of it: 欧 is none of 欧阳沐秋's. */
export function isPersonsSurname(full: string, surname: string): boolean {
  if (!/^\p{Script=Han}{2,5}$/u.test(full) || !full.startsWith(surname)) return false;
  const own = surnames().longestAt(full, 0);
  return own !== null && full.slice(own.start, own.end) === surname;
}

/** Whether two forms of a place differ only by its kind: 四川 and 四川省, 齐 and 齐国. */
function isShortPlace(full: string, short: string): boolean {
  return (
    full.startsWith(short) &&
    /^(?:省|市|县|区|州|镇|乡|里|村|旗|盟|郡|国|自治区|特区|地区| City| County| Province| District| Township)$/.test(
      full.slice(short.length),
    )
  );
}
