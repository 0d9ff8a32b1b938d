import type { EntityType } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames, knownNamesAt } from '../lexicons/names.js';

/** The short forms that a text may use for a full name: 甲乙 for 甲乙股份, Lantern Hill for Lantern Hill Robotics, a surname. */
export function shortForms(name: string, type: EntityType): string[] {
  if (/\p{Script=Han}/u.test(name))
    return type === 'ORG'
      ? shortOrganization(name)
      : type === 'PERSON'
        ? shortPerson(name)
        : type === 'PRODUCT'
          ? shortProduct(name)
          : type === 'GPE'
            ? shortPlace(name)
            : [];
  const words = name.split(' ');
  if (type === 'PERSON' && words.length > 1) return latinPerson(words);
  return type === 'ORG' && words.length > 1 ? latinOrganization(words) : [];
}

/** The full name without its last words of kind, if what is left can stand for it. */
function shortOrganization(name: string): string[] {
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  const forms: string[] = [];
  let rest = name;
  for (let round = 0; round < 3; round++) {
    let length = Math.min(8, rest.length - 2);
    while (length >= 2 && suffixes.get(rest.slice(-length))?.kind !== 'company') length--;
    if (length < 2 && !rest.endsWith('国际')) break;
    rest = rest.slice(0, -Math.max(2, length));
    if (isUsable(rest)) forms.push(rest);
  }
  const brand = name.endsWith('公司') ? withoutSeat(rest) : '';
  return isUsable(brand) && !suffixes.has(brand) ? [...forms, brand] : forms;
}

/** 杭州聚岚 without the place where the company is; nothing where no place stands before it. */
function withoutSeat(name: string): string {
  const seat = knownNamesAt(name, 0).findLast(({ value }) => value.some(({ type }) => type === 'GPE'));
  return seat === undefined ? '' : name.slice(seat.end).replace(/^[省市]/, '');
}

function isUsable(form: string): boolean {
  if (form.length < 2 || form.length > 6) return false;
  if (openWords('generic-words').has(form)) return false;
  return !knownNames(form).some((known) => known.type === 'GPE' || known.type === 'LOC');
}

/** 甲乙 for 甲乙县. */
function shortPlace(name: string): string[] {
  const stem = /^(\p{Script=Han}{2,4})[省市县区镇乡]$/u.exec(name)?.[1];
  return stem !== undefined && !openWords('generic-words').has(stem) && !/[市县区省]$/.test(stem) ? [stem] : [];
}

/** The Chinese brand before a version: 甲乙 for 甲乙-7B-v2. */
function shortProduct(name: string): string[] {
  const brand = /^(\p{Script=Han}{2,4})-/u.exec(name)?.[1];
  return brand !== undefined && isUsable(brand) && knownNames(brand).length === 0 ? [brand] : [];
}

/** A compound surname is not used alone; the last part of a dotted name is. */
function shortPerson(name: string): string[] {
  const parts = name.split('·');
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && last.length >= 2 ? [last] : [];
}

function latinPerson(words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  const first = words[0] ?? '';
  const surnames = openWords('surnames-en');
  // Terence Mok Wing-cheung is called Mok, by his surname before a given name of two syllables.
  const inner = words.at(-2) ?? '';
  if (words.length > 2 && /^[A-Z][a-z]+-[a-z]+$/.test(last) && surnames.has(inner.toLowerCase())) return [inner];
  // Li Yanhong is called Li; Robin Li is called Li too.
  const forms = surnames.has(first.toLowerCase()) && !surnames.has(last.toLowerCase()) ? [first] : [last];
  return forms.filter(
    (form) => form.length >= 2 && /^[A-Z]/.test(form) && !openWords('no-names-en').has(form.toLowerCase()),
  );
}

function latinOrganization(words: readonly string[]): string[] {
  const suffixes = openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as EntityType);
  const kept = [...words];
  while (kept.length > 1 && suffixes.get((kept.at(-1) ?? '').toLowerCase().replace(/[.,]/g, '')) === 'ORG') kept.pop();
  const acronym = words
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');
  const short = kept.join(' ');
  const isPlain = kept.length === 1 && (openWords('no-names-en').has(short.toLowerCase()) || short.length < 3);
  const isPlace = knownNames(short).some((known) => known.type === 'GPE' || known.type === 'LOC');
  return [
    ...(kept.length < words.length && !isPlain && !isPlace ? [short] : []),
    ...(acronym.length >= 3 ? [acronym] : []),
  ];
}
