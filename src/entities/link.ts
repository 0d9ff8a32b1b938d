import type { EntityType, Mention, UserEntry, UserName } from '../document/types.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { canonicalForm, isAbbreviation, isShortOrganization, isShortPerson, isShortPlace } from './forms.js';
import { romanKeys } from './romanization.js';

/** A mention with its form in the fold, by its index in the mentions layer. */
export interface Named {
  readonly index: number;
  readonly mention: Mention;
  readonly form: string;
  /** The user's own entry of the name, where it has one. */
  readonly user: UserEntry | null;
}

/**
 * Parts the mentions into groups that refer to one thing, each in order of the text, groups by first mention. What the
 * user's names say goes before all else: forms of one entry are one, forms of two are not.
 */
export function linkMentions(
  folded: string,
  mentions: readonly Mention[],
  userNames: readonly UserName[] = [],
): Named[][] {
  const users = new Map(userNames.map(({ start, entry }) => [start, entry]));
  const named = mentions.map((mention, index) => ({
    ...{ index, mention, form: folded.slice(mention.start, mention.end) },
    user: mention.by === 'user-lexicon' ? (users.get(mention.start) ?? null) : null,
  }));
  const groups = new Groups(named.map(({ user }) => user?.key ?? null));
  joinEqual(named, groups);
  joinRomanized(named, groups);
  joinGlossed(folded, named, groups);
  joinShort(named, groups);
  return groups.list().map((indexes) => indexes.flatMap((index) => named[index] ?? []));
}

/**
 * Union-find over indexes; the root is the smallest, so the result does not depend on the order of joining. Groups that
 * have different keys are never joined.
 */
class Groups {
  readonly #parent: number[];
  readonly #keys: (string | null)[];

  constructor(keys: readonly (string | null)[]) {
    this.#parent = keys.map((_, index) => index);
    this.#keys = [...keys];
  }

  find(index: number): number {
    const parent = this.#parent[index] ?? index;
    if (parent === index) return index;
    const root = this.find(parent);
    this.#parent[index] = root;
    return root;
  }

  join(a: number, b: number): void {
    const [low, high] = [Math.min(this.find(a), this.find(b)), Math.max(this.find(a), this.find(b))];
    const [key = null, other = null] = [this.#keys[low], this.#keys[high]];
    if (key !== null && other !== null && key !== other) return;
    this.#parent[high] = low;
    this.#keys[low] = key ?? other;
  }

  list(): number[][] {
    const lists = new Map<number, number[]>();
    this.#parent.forEach((_, index) => {
      const root = this.find(index);
      lists.set(root, [...(lists.get(root) ?? []), index]);
    });
    return [...lists.values()];
  }
}

/** Equal forms and forms of one well-known name. */
function joinEqual(named: readonly Named[], groups: Groups): void {
  const first = new Map<string, number>();
  for (const { index, mention, form, user } of named) {
    const known = knownNames(form).filter((name) => name.type === mention.type);
    const listed = listedEnglish(form, mention.type);
    const keys = [
      ...(user === null ? [] : [`user:${user.key}`]),
      `${mention.type}:${canonicalForm(form)}`,
      ...(listed === null ? [] : [`${mention.type}:${canonicalForm(listed)}`]),
      ...(known.length === 1 ? known.map((name) => name.key) : []),
    ];
    for (const key of keys) {
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else groups.join(other, index);
    }
  }
}

/** A Chinese name and its romanised form, unless the article has two names that sound so. */
function joinRomanized(named: readonly Named[], groups: Groups): void {
  const people = named.filter(({ mention }) => mention.type === 'PERSON');
  const heard = new Map<string, Set<string>>();
  for (const { form } of people.filter(({ form }) => isHan(form)))
    for (const key of romanKeys(form)) heard.set(key, (heard.get(key) ?? new Set()).add(form));
  for (const latin of people.filter(({ form }) => !isHan(form)))
    for (const key of romanKeys(latin.form)) {
      const forms = heard.get(key);
      const han = people.find(({ form }) => forms?.has(form));
      if (forms?.size === 1 && han !== undefined) groups.join(han.index, latin.index);
    }
}

const renaming =
  /^[,，]? ?(?:or|also known as|known as|formerly|formerly known as|a\.k\.a\.|又称|又名|亦称|即|简称|以下简称|下称|原名|本名|全称为?)[:“"]? ?$/;

/** A name and the one in brackets behind it, or after `also known as`. */
function joinGlossed(folded: string, named: readonly Named[], groups: Groups): void {
  named.forEach((left, at) => {
    const right = named[at + 1];
    if (right === undefined || left.mention.type !== right.mention.type) return;
    const between = folded.slice(left.mention.end, right.mention.start);
    if (
      renaming.test(between) ||
      (/^[”"]? ?\((?:以下)?(?:简称|下称|又称|即)?[:“"]?$/.test(between) && isGloss(left, right, folded))
    )
      groups.join(left.index, right.index);
  });
}

function isGloss(left: Named, right: Named, folded: string): boolean {
  if (!/^[”"]?(?:[,，][^()]{1,30})?\)/.test(folded.slice(right.mention.end))) return false;
  const [a, b] = [isHan(left.form), isHan(right.form)];
  return a !== b || isAbbreviation(left.form, right.form) || isAbbreviation(right.form, left.form);
}

function isHan(form: string): boolean {
  return /\p{Script=Han}/u.test(form);
}

/**
 * A short form joins one full form: the last that stands before its first mention, or else the first behind it. Two
 * people who share a surname are so never made one.
 */
function joinShort(named: readonly Named[], groups: Groups): void {
  const firsts = new Map<string, Named>();
  for (const name of named) {
    const key = `${name.mention.type}:${name.form}`;
    if (!firsts.has(key)) firsts.set(key, name);
  }
  const unique = [...firsts.values()];
  for (const short of unique) {
    const fits = unique.filter((full) => isFullFor(full, short));
    const full = fits.filter(({ index }) => index < short.index).at(-1) ?? fits[0];
    if (full !== undefined) groups.join(full.index, short.index);
  }
}

function isFullFor(full: Named, short: Named): boolean {
  const { type } = short.mention;
  if (full.mention.type !== type || full.form.length <= short.form.length) return false;
  return isShortFor(full.form, short.form, type) && mayBeOne(full, short);
}

/** Two well-known names of one type are two things, however alike: 阿里 and 阿里云. */
function mayBeOne(full: Named, short: Named): boolean {
  const keys = (name: Named) =>
    knownNames(name.form)
      .filter(({ type }) => type === name.mention.type)
      .map(({ key }) => key);
  const [a, b] = [keys(full), keys(short)];
  return a.length === 0 || b.length === 0 || a.some((key) => b.includes(key));
}

function isShortFor(full: string, short: string, type: EntityType): boolean {
  if (type === 'ORG') return isShortOrganization(full, short);
  if (type === 'PERSON') return isShortPerson(full, short);
  if (type === 'GPE' || type === 'LOC') return isShortPlace(full, short);
  return type === 'EVENT' && short.length >= 2 && full.endsWith(short);
}
