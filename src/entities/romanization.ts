import { pinyin } from 'pinyin-pro';
import { openLexicon } from '../lexicons/lexicon.js';

/**
 * Keys under which a Chinese person's name and its romanised form meet, surname first, in pinyin and as Taiwan spells it
 * (Wade-Giles): 李彦宏 and Li Yanhong give `liyanhong`, Yanhong Li that and `yanhongli`. None for a name that cannot be
 * romanised so. Expects the fold.
 */
export function romanKeys(form: string): string[] {
  return /\p{Script=Han}/u.test(form) ? ofHan(form) : ofLatin(form);
}

function ofHan(form: string): string[] {
  const surname = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind).longestAt(form, 0);
  const given = form.length - (surname?.end ?? form.length);
  if (!/^\p{Script=Han}{2,4}$/u.test(form) || given < 1 || given > 2) return [];
  const syllables = pinyin(form, { surname: 'head', toneType: 'none', type: 'array' });
  return [...new Set([spelled(syllables.join('')), syllables.map(toWadeGiles).join('')])];
}

function ofLatin(form: string): string[] {
  const words = form.split(' ');
  if (words.length !== 2 || !words.every((word) => /^[A-ZÜ][A-Za-zü'’-]*$/.test(word))) return [];
  const [first = '', last = ''] = words.map(spelled);
  return [first + last, last + first];
}

/** The same for places, without their words of kind: 东莞市, Dongguan and Dongguan City give `dongguan`. */
export function romanPlaceKeys(form: string): string[] {
  if (!/\p{Script=Han}/u.test(form)) {
    const name = /^([A-ZÜ][a-zü'’]+(?: [A-Z][a-z]+)??)(?: (?:City|County|Province|District|Township|Town))?$/.exec(
      form,
    )?.[1];
    return name === undefined ? [] : [spelled(name)];
  }
  const name = /^(\p{Script=Han}{2,4}?)(?:自治县|地区|[省市县区镇乡岛]|街道)?$/u.exec(form)?.[1];
  return name === undefined ? [] : [spelled(pinyin(name, { toneType: 'none', type: 'array' }).join(''))];
}

/** Small letters without hyphens and apostrophes; ü as u, as most papers write it. */
function spelled(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-zü]/g, '')
    .replace(/(?<=[ln])(?:ü|yu|v)/g, 'u')
    .replace(/ü/g, 'u');
}

/** Pinyin to Wade-Giles without its apostrophes, in this order; the first rule of each group that fits is enough. */
const finals: readonly (readonly [RegExp, string])[] = [
  [/^(zh|ch|sh|r)i$/, '$1ih'],
  [/^[zc]i$/, 'tzu'],
  [/^si$/, 'ssu'],
  [/^you$/, 'yu'],
  [/^er$/, 'erh'],
  [/^([gkh])e$/, '$1o'],
  [/^([gk])ui$/, '$1uei'],
  [/^(zh|ch|r|[dtnlzcs])uo$/, '$1o'],
  [/ong$/, 'ung'],
  [/([iuy])e$/, '$1eh'],
  [/([iy])an$/, '$1en'],
];
const initials: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'ch'],
  [/^[jq]/, 'ch'],
  [/^x/, 'hs'],
  [/^[zc](?!h)(?!u$)/, 'ts'],
  [/^r/, 'j'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
];

function toWadeGiles(syllable: string): string {
  const plain = syllable.replace(/ü/g, 'u');
  const ended = firstFit(finals, plain);
  return /^tzu$/.test(ended) ? ended : firstFit(initials, ended);
}

function firstFit(rules: readonly (readonly [RegExp, string])[], word: string): string {
  const rule = rules.find(([pattern]) => pattern.test(word));
  return rule === undefined ? word : word.replace(...rule);
}
