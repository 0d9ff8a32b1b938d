/** Systems of spelling in which one sound is written in several ways. */
export type Spelling = 'cantonese' | 'korean';

const rules: Readonly<Record<Spelling, readonly (readonly [RegExp, string])[]>> = {
  cantonese: [
    [/gw|kw|qu/g, 'kw'],
    [/(?:dz|tz|ts|ch|z|j)(?=[aeiou])/g, 'ch'],
    [/tsz|tze|tz|ts/g, 'ch'],
    [/sz(?=e|$)|sh/g, 's'],
    [/(?<!n)g/g, 'k'],
    [/b/g, 'p'],
    [/d/g, 't'],
    [/oh|or(?![aeiou])|aw/g, 'o'],
    [/ar(?![aeiou])|ah/g, 'a'],
    [/ee|ey(?![aeiou])/g, 'i'],
    [/oo|eu(?!n)/g, 'u'],
    [/ow|ou/g, 'o'],
    [/y(?=u)/g, ''],
    [/ue/g, 'u'],
  ],
  korean: [
    [/ch|j|zh/g, 'c'],
    [/g/g, 'k'],
    [/d/g, 't'],
    [/b/g, 'p'],
    [/nk/g, 'ng'],
    [/sh/g, 's'],
    [/eo|oo|eu|uh|ou|u/g, 'o'],
    [/ee|yi/g, 'i'],
    [/ae|ay|ai/g, 'e'],
    [/(?<=[aeiou])h(?![aeiou])/g, ''],
    [/r(?![aeiou])/g, ''],
    [/r/g, 'l'],
    [/w(?=o)/g, ''],
  ],
};

/** A romanised word or syllable without what spellings of one sound differ in: Kwok and Gwok are one, Jung and Chung. */
export function soundsLike(word: string, spelling: Spelling): string {
  return rules[spelling].reduce((form, [pattern, by]) => form.replaceAll(pattern, by), word.toLowerCase());
}
