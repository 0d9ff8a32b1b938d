export const languageCodes = ['zh', 'en'] as const;
export type LanguageCode = (typeof languageCodes)[number];
/** Japanese is told apart, and not read: no rule of either language is for it. */
export const documentLanguages = [...languageCodes, 'ja', 'mixed'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];
/** ISO 15924 codes; `mixed` is Traditional and Simplified in one text. */
export const scripts = ['Hant', 'Hans', 'Jpan', 'Latn', 'mixed'] as const;
export type Script = (typeof scripts)[number];
