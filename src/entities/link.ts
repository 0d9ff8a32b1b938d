import type { EntityType, Link, LinkRule, Mention, UserEntry, UserName } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { betweenNames, inBracket } from '../lexicons/renaming.js';
import { lazy } from '../text/lazy.js';
import { remembered } from '../text/remembered.js';
import { linkAcross } from './across.js';
import { abbreviates, canonicalForm, isAbbreviation, isHan, isPersonsSurname, shortRule, shortsOf } from './forms.js';
import { Groups } from './groups.js';
import { type RomanKey, romanKeys, romanPlaceKeys } from './romanization.js';

const genders = lazy(() => openLexicon('title-genders', ['title', 'gender'], (row) => row.gender));
const surnames = lazy(() => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind));

/** A mention with its form in the article and in the fold, by its index in the mentions layer. */
export interface Named {
  readonly index: number;
  readonly mention: Mention;
  readonly text: string;
  readonly form: string;
  /** What a title says of the sex of a person known by surname: Mr., 女士; '' where it says nothing. */
  readonly gender: string;
  /** The user's own entry of the name, where it has one. */
  readonly user: UserEntry | null;
}

/** Mentions that refer to one thing, in order of the text, and what made their forms one name. */
export interface LinkedGroup {
  readonly members: readonly Named[];
  readonly links: readonly Link[];
}

/** A text with its fold, of the same length, and the language of the sentence at an offset. */
export interface LinkedText {
  readonly text: string;
  readonly folded: string;
  readonly languageAt: (offset: number) => 'zh' | 'en' | undefined;
}

/**
 * Parts the mentions into groups that refer to one thing, groups by first mention. What the user's names say goes before all
 * else: forms of one entry are one, forms of two are not.
 */
export function linkMentions(
  text: LinkedText,
  mentions: readonly Mention[],
  userNames: readonly UserName[] = [],
): LinkedGroup[] {
  const users = new Map(userNames.map(({ start, entry }) => [start, entry]));
  const named = mentions.map((mention, index) => {
    const user = mention.by === 'user-lexicon' ? (users.get(mention.start) ?? null) : null;
    return toNamed(text, mention, index, user);
  });
  const groups = new Groups(named.map(({ user }) => user?.key ?? null));
  joinEqual(named, groups);
  joinRomanized(named, groups);
  joinGlossed(text.folded, named, groups);
  joinShort(named, groups);
  joinAcross(text, named, groups);
  return groups
    .list()
    .map(({ members, links }) => ({ members: members.flatMap((index) => named[index] ?? []), links }));
}

function toNamed({ text, folded }: LinkedText, mention: Mention, index: number, user: UserEntry | null): Named {
  const { role } = mention;
  const title = role === undefined ? '' : folded.slice(role.start, role.end).toLowerCase().replace(/\.$/, '');
  return {
    index,
    mention,
    text: text.slice(mention.start, mention.end),
    form: folded.slice(mention.start, mention.end),
    gender: genders().get(title) ?? '',
    user,
  };
}

/** Whether a form is a surname alone: it names whoever bore it last, not the same person each time. */
function isSurnameAlone({ mention, form }: Named): boolean {
  if (mention.type !== 'PERSON') return false;
  return isHan(form) ? form.length === 1 || isCompoundSurname(form) : !/[ .·-]/.test(form);
}

function isCompoundSurname(form: string): boolean {
  return surnames().get(form) === 'compound';
}

/** Equal forms and forms of one well-known name. */
function joinEqual(named: readonly Named[], groups: Groups): void {
  const first = new Map<string, Named>();
  for (const name of named) {
    const { mention, form, user } = name;
    const known = knownNames(form).filter(({ type }) => type === mention.type);
    const listed = listedEnglish(form, mention.type);
    const keys: (readonly [string, LinkRule])[] = [
      ...(user === null ? [] : [[`user:${user.key}`, 'lexicon'] as const]),
      [`${mention.type}:${canonicalForm(form)}${isSurnameAlone(name) ? `:${name.gender}` : ''}`, 'spelling'],
      ...(listed === null ? [] : [[`${mention.type}:${canonicalForm(listed)}`, 'dictionary'] as const]),
      ...(known.length === 1 ? known.map(({ key }) => [`known ${key}`, 'lexicon'] as const) : []),
    ];
    for (const [key, rule] of keys) {
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      else groups.join(other.index, name.index, rule, [other.text, name.text]);
    }
  }
}

/** A Chinese name and its romanised form, unless the article has two names that sound so. */
function joinRomanized(named: readonly Named[], groups: Groups): void {
  const latin = firstOfEach(named.filter(({ form }) => !isHan(form)))
    .map((name) => ({ name, sounds: soundsOf(name) }))
    .filter(({ sounds }) => sounds.length > 0);
  if (latin.length === 0) return;
  const kinds = new Set(latin.map(({ name }) => kindOf(name.mention.type)));
  const heard = new Map<string, { readonly name: Named; readonly rule: LinkRule }[]>();
  for (const name of firstOfEach(named.filter(({ form, mention }) => isHan(form) && kinds.has(kindOf(mention.type)))))
    for (const { key, rule } of soundsOf(name)) heard.set(key, [...(heard.get(key) ?? []), { name, rule }]);
  for (const { name, sounds } of latin) {
    const fits = sounds.flatMap(({ key }) => heard.get(key) ?? []);
    const [fit] = fits;
    if (fit === undefined || new Set(fits.map((one) => groups.find(one.name.index))).size > 1) continue;
    groups.join(fit.name.index, name.index, fit.rule, [fit.name.text, name.text]);
  }
}

/** The keys of names by kind; who and what is named in one article is mostly named in others too. */
const sounds: Readonly<Record<string, (form: string) => readonly RomanKey[]>> = {
  PERSON: remembered((form) => romanKeys(form).map(({ key, rule }) => ({ key: `PERSON:${key}`, rule })), 1 << 10),
  PLACE: remembered((form) => romanPlaceKeys(form).map(({ key, rule }) => ({ key: `PLACE:${key}`, rule })), 1 << 10),
};

function soundsOf({ mention, form }: Named): readonly RomanKey[] {
  return sounds[kindOf(mention.type)]?.(form) ?? [];
}

/** A place may be a city to one reader and an island to another. */
export function kindOf(type: EntityType): string {
  return type === 'GPE' || type === 'LOC' || type === 'FAC' ? 'PLACE' : type;
}

/** The first mention of each form and type. */
function firstOfEach(named: readonly Named[]): Named[] {
  const firsts = new Map<string, Named>();
  for (const name of named) {
    const key = `${name.mention.type}:${name.form}`;
    if (!firsts.has(key)) firsts.set(key, name);
  }
  return [...firsts.values()];
}

const renaming = lazy(() => new RegExp(`^[,，]? ?(?:${betweenNames()})[:“"]? ?$`));
const bracketed = lazy(() => new RegExp(String.raw`^[”"]? ?\((?:the |${inBracket()})?[:“"]?$`));

/** A name and the one in brackets behind it, or after `also known as`. */
function joinGlossed(folded: string, named: readonly Named[], groups: Groups): void {
  named.forEach((left, at) => {
    const right = named[at + 1];
    if (right === undefined || left.mention.type !== right.mention.type) return;
    const between = folded.slice(left.mention.end, right.mention.start);
    const renamed = renaming().test(between);
    if (renamed || (bracketed().test(between) && isGloss(left, right, folded)))
      groups.join(left.index, right.index, renamed ? 'renamed' : 'gloss', [left.text, right.text]);
  });
}

function isGloss(left: Named, right: Named, folded: string): boolean {
  if (!/^[”"]?(?:[,，][^()]{1,30}|或[“"]?[^()]{1,12})?\)/.test(folded.slice(right.mention.end, right.mention.end + 40)))
    return false;
  const [a, b] = [left.form, right.form];
  return (
    isHan(a) !== isHan(b) || isAbbreviation(a, b) || isAbbreviation(b, a) || abbreviates(a, b) || abbreviates(b, a)
  );
}

/**
 * A short form joins one full form: the last that stands before its first mention, or else the first behind it. A surname
 * alone is asked for at every mention: two people who share it are so never made one.
 */
function joinShort(named: readonly Named[], groups: Groups): void {
  const firsts = firstOfEach(named);
  const borne = new Set(named.map(({ form }) => form));
  const fulls = new Map<string, Named[]>();
  for (const full of firsts)
    for (const key of shortsOf(full.form, full.mention.type)) {
      if (!borne.has(key)) continue;
      const at = `${full.mention.type}:${key}`;
      fulls.set(at, [...(fulls.get(at) ?? []), full]);
    }
  const bearers = [...named.filter((name) => isSurnameAlone(name)), ...firsts.filter((name) => !isSurnameAlone(name))];
  for (const short of bearers) {
    const fits = (fulls.get(`${short.mention.type}:${short.form}`) ?? []).filter((full) => isFullFor(full, short));
    const full = lastBefore(named, fits, short) ?? fits[0];
    const rule = full === undefined ? null : shortRule(full.form, short.form, short.mention.type);
    if (full !== undefined && rule !== null) groups.join(full.index, short.index, rule, [full.text, short.text]);
  }
  joinAbbreviated(firsts, groups);
}

/** Of full names, the one that was mentioned last before `short`. */
function lastBefore(named: readonly Named[], fits: readonly Named[], short: Named): Named | undefined {
  if (fits.length < 2) return fits.find(({ index }) => index < short.index);
  const forms = new Set(fits.map(({ form }) => form));
  for (let at = short.index - 1; at >= 0; at--) {
    const name = named[at];
    if (name !== undefined && forms.has(name.form) && name.mention.type === short.mention.type)
      return fits.find(({ form }) => form === name.form);
  }
  return undefined;
}

function isFullFor(full: Named, short: Named): boolean {
  if (full.form.length <= short.form.length) return false;
  if (isSurnameAlone(short) && isHan(short.form) && !isPersonsSurname(full.form, short.form)) return false;
  const apart = full.gender !== '' && short.gender !== '' && full.gender !== short.gender;
  return !apart && mayBeOne(full, short);
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

/** 上期所 for 上海期货交易所: characters of one organisation's name in order, its first and its last among them. */
function joinAbbreviated(firsts: readonly Named[], groups: Groups): void {
  const organizations = firsts.filter(({ mention, form }) => mention.type === 'ORG' && /^\p{Script=Han}+$/u.test(form));
  const fulls = new Map<string, Named[]>();
  for (const full of organizations)
    if (full.form.length >= 5) {
      const ends = `${full.form.charAt(0)}${full.form.at(-1)}`;
      fulls.set(ends, [...(fulls.get(ends) ?? []), full]);
    }
  for (const short of organizations) {
    if (short.form.length < 3 || short.form.length > 5) continue;
    const fits = (fulls.get(`${short.form.charAt(0)}${short.form.at(-1)}`) ?? []).filter(
      (full) =>
        full.form.length > short.form.length + 1 && isAbbreviation(full.form, short.form) && mayBeOne(full, short),
    );
    const [full] = fits;
    if (full !== undefined && new Set(fits.map(({ index }) => groups.find(index))).size === 1)
      groups.join(full.index, short.index, 'abbreviation', [full.text, short.text]);
  }
}

/** Names of one language that sound or mean the same as one of the other. */
function joinAcross({ languageAt }: LinkedText, named: readonly Named[], groups: Groups): void {
  const things = groups.list().map(({ members }) => members.flatMap((index) => named[index] ?? []));
  const single = things.filter((members) => new Set(members.map(({ form }) => isHan(form))).size === 1);
  const candidates = single.flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ first, members, kind: kindOf(first.mention.type) }];
  });
  const nameables = candidates.map(({ kind, members }) => ({
    kind,
    forms: [...new Set(members.map(({ form }) => form))],
  }));
  // A translated article: each name in sentences of its own language.
  const isAtHome = (at: number, language: 'zh' | 'en') =>
    candidates[at]?.members.some(({ mention }) => languageAt(mention.start) === language) === true;
  for (const { han, latin, rule, forms } of linkAcross(nameables, (a, b) => isAtHome(a, 'zh') && isAtHome(b, 'en'))) {
    const [a, b] = [candidates[han], candidates[latin]];
    if (a === undefined || b === undefined) continue;
    const text = (members: readonly Named[], form: string) => members.find((name) => name.form === form)?.text ?? form;
    groups.join(a.first.index, b.first.index, rule, [text(a.members, forms[0]), text(b.members, forms[1])]);
  }
}
