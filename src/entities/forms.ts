import { openLexicon, openWords } from '../lexicons/lexicon.js';

/** A form without what does not tell names apart: case, spaces, hyphens, possessives, AI for 人工智能. Expects the fold. */
export function canonicalForm(folded: string): string {
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

/** Whether `short` is `full` without its last words of kind, or without the place before it. */
export function isShortOrganization(full: string, short: string): boolean {
  if (short.length < 2 || short.length >= full.length) return false;
  if (/^[\x20-\x7f]+$/.test(full)) return isShortLatin(full, short);
  if (full.startsWith(short)) return isKinds(full.slice(short.length));
  return (
    full.endsWith(short) &&
    short.length >= 3 &&
    /^(?:中国|国家|中华|全国|美国|香港|台湾|北京|上海|[\p{Script=Han}]{2,3}[省市])$/u.test(full.slice(0, -short.length))
  );
}

/** Whether a rest is made of words of kind only: 国际, 科技集团, 股份有限公司. */
function isKinds(rest: string): boolean {
  if (rest === '' || rest === '国际' || rest === '中国') return true;
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  for (let length = rest.length; length > 0; length--) {
    const head = rest.slice(0, length);
    const company = suffixes.get(head)?.kind === 'company';
    const kind =
      company || (openWords('generic-words').has(head) && head.length >= 2 && head !== rest) || head === '国际';
    if (kind && (length === rest.length || isKinds(rest.slice(length)))) return true;
  }
  return false;
}

function isShortLatin(full: string, short: string): boolean {
  const words = full.split(' ');
  const acronym = words
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');
  if (/^[A-Z]{2,}$/.test(short)) return acronym === short;
  return full.toLowerCase().startsWith(`${short.toLowerCase()} `) && short.split(' ').length < words.length;
}

/** Whether `short` is a part of a person's name that stands for it: the last part of a dotted name, a Latin surname. */
export function isShortPerson(full: string, short: string): boolean {
  if (short.length < 2 || short.length >= full.length) return false;
  if (/·/.test(full)) return full.split('·').at(-1) === short || full.split('·')[0] === short;
  const words = full.split(' ');
  return words.length > 1 && !short.includes(' ') && (words[0] === short || words.at(-1) === short);
}

/** Whether two forms of a place differ only by its kind: 四川 and 四川省, 齐 and 齐国. */
export function isShortPlace(full: string, short: string): boolean {
  return (
    full.startsWith(short) &&
    /^(?:省|市|县|区|州|镇|乡|里|村|旗|盟|郡|国|自治区|特区|地区)$/.test(full.slice(short.length))
  );
}
