import type { CueType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { wordList } from './words.js';

/** What follows a verb of claiming or asking in the place of a clause. */
export type Complement =
  | 'to'
  | 'object-to'
  | 'object-of'
  | 'object-at'
  | 'object-as'
  | 'object-adj'
  | 'object-a'
  | 'object-down'
  | 'doing'
  | 'noun'
  | 'object-for'
  | 'about';

/** What the lexicon says about a verb that claims or asks by a deed. */
export interface Deed {
  readonly type: CueType;
  readonly complements: readonly Complement[];
}

/** The English verbs that claim or ask without a clause. */
export const deedVerbs = wordList(() =>
  openLexicon(
    'deed-verbs-en',
    ['word', 'type', 'complements'],
    (row): Deed => ({ type: row.type as CueType, complements: row.complements.split(' ') as Complement[] }),
  ),
);

/** What must stand behind the verb: an infinitive; an object and an infinitive, of and a deed, at and a figure. */
const behind: Readonly<Record<Complement, RegExp>> = {
  to: /^\s(?:(?:on|in|at)\s(?:[\w'’]+\s){1,4}?)?(?=to\s["“'‘]?(?:\w+ly\s)?[a-z]{2,})/,
  'object-to':
    /^\s(?=[^,.;:“”"]{2,70}?\s["“](?:not\s)?to\s|(?!to\b|that\b|for\b|about\b|if\b|whether\b|why\b|how\b|what\b)[^,.;:“”"]{2,70}?\s(?:not\s)?to\s[a-z]{2,})/,
  'object-as': /^\s(?=(?!as\s)[^,.;:“”"]{2,70}?\sas\s(?![a-z]{2,12}ing\b)[a-z])/,
  'object-adj':
    /^\s(?=(?:it|him|her|them|himself|herself|themselves|itself)\s(?:an?\s|the\s|[a-z-]+(?:able|ible|less|ful|ous|ive|ic|al|ish|ent|ant|ary|y|ed|ing|ow|se)\b))/,
  'object-a': /^\s(?=(?:the|this|that|his|her|its|their|\p{Lu}[\w'’-]+)\s(?:[\w'’-]+\s){0,4}?an?\s[a-z])/u,
  'object-down': /^\s(?=(?:[\w'’-]+\s){1,8}?down\sto\s)/,
  doing: /^\s(?=(?:(?:him|her|it|them|his|their|the\s[a-z]+)\s)?[a-z]{2,}ing\s)/,
  noun: /^\s(?=[a-z“"‘'])/,
  'object-for':
    /^\s(?=(?!for\b|on\b|to\b)[^,.;:“”"]{2,70}?\s(?:for|on|to|with)\s(?:an?|the|its|his|her|their|\w+ing|\p{L}+)\b)/u,
  about: /^\s(?:of|about|against)\s(?=[a-z])/,
  'object-of': /^\s(?=[^,.;:“”"]{2,60}?\sof\s["“'‘]?(?:\w+ly\s)?(?:[a-z]+ing\b|an?\s|the\s))/,
  'object-at':
    /^\s(?=(?:[^.;:“”"]|\.(?=\s?\d)){3,90}?\s(?:at|on)\s(?:[a-z]+\s){0,4}?["“]?(?:[$£€¥₹\d]|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|fifty)\b))/,
};

/** What parts a verb from its complement in the text behind it, or null where none of its complements stands there. */
export function complementBehind({ complements }: Deed, text: string): RegExpExecArray | null {
  return complements.map((form) => behind[form].exec(text)).find((match) => match !== null) ?? null;
}

/** Whether a verb asks, promises or accuses; the others only judge. */
export function addresses({ complements }: Deed): boolean {
  return complements.some((complement) => /^(?:to|object-to|object-of)$/.test(complement));
}
