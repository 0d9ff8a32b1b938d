/*
 * What a report holds, as the page reads it: an index, parsed at once, and blocks of articles, parsed when they are asked
 * for. Offsets are UTF-16 units of `text`, the unit of the page's own language.
 */

/** Numbers that the index block and the page agree upon. */
export const articlesPerBlock = 20;

export interface ReportSpan {
  readonly start: number;
  readonly end: number;
}

export interface ReportName extends ReportSpan {
  readonly id: string;
  readonly type: string;
  /** Index into the entities of the article; null where the mention refers to none. */
  readonly entity: number | null;
  readonly by: string;
  readonly confidence: number;
}

/** The names of an entity in three forms; a null is a form that nobody knows. */
export interface ReportNames {
  readonly hant: string | null;
  readonly hans: string | null;
  readonly en: string | null;
}

export interface ReportArticleEntity {
  /** Identifier in the whole corpus; null where the export has no table of mentions. */
  readonly corpusId: string | null;
  readonly type: string;
  readonly name: string;
  readonly names: ReportNames;
}

export interface ReportTime extends ReportSpan {
  readonly id: string;
  readonly type: string;
  readonly value: string | null;
  readonly mod: string | null;
  readonly begin: string | null;
  readonly until: string | null;
  readonly edtf: string | null;
  readonly anchor: string | null;
  readonly by: string;
}

export interface ReportQuantity extends ReportSpan {
  readonly id: string;
  readonly type: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly of: string | null;
  readonly approx: boolean;
  readonly by: string;
}

export interface ReportClaim extends ReportSpan {
  readonly id: string;
  readonly source:
    | (ReportSpan & { readonly entity: number | null; readonly kind: string; readonly status: string })
    | null;
  readonly cue: (ReportSpan & { readonly type: string }) | null;
  readonly quote: string;
  readonly kinds: readonly string[];
  readonly modality: string;
  readonly polarity: string;
  readonly stance: string;
  readonly checkWorthy: number;
  readonly reasons: readonly string[];
  /** The first day of the first dated time in it. */
  readonly date: string | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface ReportRepair extends ReportSpan {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly rule: string;
  readonly confidence: number;
  readonly note: string | null;
}

/** A sentence that is no plain text of the body. */
export interface ReportAside extends ReportSpan {
  readonly kind: string;
}

export interface ReportArticle {
  readonly id: string;
  /** As the export names them. */
  readonly language: string;
  readonly script: string;
  readonly published: string | null;
  readonly text: string;
  /** The text in Traditional and in Simplified characters, of the same length; null where there is nothing to convert. */
  readonly hant: string | null;
  readonly hans: string | null;
  readonly mentions: readonly ReportName[];
  readonly entities: readonly ReportArticleEntity[];
  readonly times: readonly ReportTime[];
  readonly quantities: readonly ReportQuantity[];
  readonly claims: readonly ReportClaim[];
  readonly repairs: readonly ReportRepair[];
  readonly asides: readonly ReportAside[];
}

/** An article in the list of all. */
export interface ReportHead {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** The value of the `lang` attribute of its text. */
  readonly lang: string;
  readonly mentions: number;
  readonly claims: number;
  readonly repairs: number;
}

export interface ReportEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly names: ReportNames;
  readonly aliases: readonly string[];
  readonly pinyin: string;
  readonly mentions: number;
  readonly documents: number;
  /** The first article that mentions it and the mention; null where none of the report's articles does. */
  readonly first: { readonly article: number; readonly mention: string } | null;
}

export interface TimelinePoint {
  readonly article: number;
  readonly claim: string;
  readonly date: string;
  readonly text: string;
  readonly source: string | null;
  readonly checkWorthy: number;
}

export interface NetworkLink {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
}

export interface Pictures {
  readonly timeline: readonly TimelinePoint[];
  readonly network: { readonly names: readonly string[]; readonly links: readonly NetworkLink[] };
  readonly matrix: {
    readonly names: readonly string[];
    readonly articles: readonly number[];
    /** Mentions by name, then by article. */
    readonly counts: readonly (readonly number[])[];
  };
}

export interface ReportIndex {
  /** Articles of the export; more than `articles` holds where the report is a sample. */
  readonly total: number;
  readonly articles: readonly ReportHead[];
  /** Simplified form and reading without tones of every Chinese character of the articles, for the search. */
  readonly characters: Readonly<Record<string, readonly [simplified: string, reading: string]>>;
  readonly pictures: Pictures;
}
