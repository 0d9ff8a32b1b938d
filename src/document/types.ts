import type { Alignment, Replacement } from './alignment.js';
import type { Passage } from './extraction.js';
import type { Span } from './span.js';

/** Where an article came from; `path` is null for an article that was handed over directly. */
export interface Source {
  readonly path: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** How the encoding was found out, and how sure that is (0..1); null where nobody looked. */
  readonly encodingBasis?: EncodingBasis | null;
  readonly encodingConfidence?: number | null;
  /** What raw offsets count in: the decoded bytes that `sha256` is of, or a text taken out of them, as if not said. */
  readonly frame?: SourceFrame;
}

/** How an encoding was found out, the surest first. */
export const encodingBases = ['given', 'bom', 'declared', 'strict', 'statistics'] as const;
export type EncodingBasis = (typeof encodingBases)[number];
export const sourceFrames = ['file', 'extracted'] as const;
export type SourceFrame = (typeof sourceFrames)[number];

/**
 * One article as it arrives. `text` is the decoded input, damage and all; `published` is an ISO date or date-time. Where
 * the input is a page, `extraction` says what of it is no part of the article, in order and disjoint.
 */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly lang?: string | null;
  readonly source?: Source;
  readonly extraction?: readonly Passage[];
}

export const languageCodes = ['zh', 'en'] as const;
export type LanguageCode = (typeof languageCodes)[number];
/** Japanese is told apart, and not read: no rule of either language is for it. */
export const documentLanguages = [...languageCodes, 'ja', 'mixed'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];
/** ISO 15924 codes; `mixed` is Traditional and Simplified in one text. */
export const scripts = ['Hant', 'Hans', 'Jpan', 'Latn', 'mixed'] as const;
export type Script = (typeof scripts)[number];

export const repairKinds = ['gloss', 'mojibake', 'markup', 'entity', 'character', 'linewrap'] as const;
export type RepairKind = (typeof repairKinds)[number];

/** One change between raw and text: what was there, what stands there now, and how sure the repair is (0..1). */
export interface Repair extends Span {
  readonly kind: RepairKind;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly before: string;
  readonly after: string;
  /** The rule or rules that made it, joined by `+`. */
  readonly rule: string;
  readonly confidence: number;
  /** Characters of `after` that were inferred rather than decoded, with their evidence; null where none was. */
  readonly note: string | null;
}

/**
 * What a sentence is in its article: the text itself (body, or a duplicate of earlier body), its furniture (heading,
 * section number, byline, caption, image credit, timestamp), or the page's (read-more tails, share buttons, related
 * links, notices). Only body and duplicate are read for claims.
 */
export const sentenceKinds = [
  'body',
  'heading',
  'section',
  'byline',
  'caption',
  'credit',
  'timestamp',
  'duplicate',
  'readmore',
  'share',
  'related',
  'notice',
] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

export interface Sentence extends Span {
  /** 0-based number of the paragraph. */
  readonly paragraph: number;
  readonly kind: SentenceKind;
  readonly language: LanguageCode;
  /** Its own, or where its characters do not tell, that of its paragraph or of the document. */
  readonly script: Script;
}

/** A word of the fold. `pos` is jieba's tag in Chinese (nr, ns, v, m, eng, x …) and compromise's main tag in English. */
export interface Token extends Span {
  readonly pos: string;
}

export const timexTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimexType = (typeof timexTypes)[number];
export const timexMods = ['START', 'MID', 'END', 'APPROX'] as const;
export type TimexMod = (typeof timexMods)[number];

/** A TIMEX3 expression. `begin`..`until` is half-open, in ISO dates or local date-times; null where it is not known. */
export interface Timex extends Span {
  readonly type: TimexType;
  readonly value: string | null;
  readonly mod: TimexMod | null;
  readonly begin: string | null;
  readonly until: string | null;
  /** The ISO date that a relative expression was resolved against; null for an absolute one. */
  readonly anchor: string | null;
  /** The offset from UTC of the zone that the text names beside a clock: `+08:00`, `Z`. Begin and until are local to it. */
  readonly zone: string | null;
  /** The same in EDTF (ISO 8601-2): `2023-12~`, `199X`, `../2018`. */
  readonly edtf: string | null;
  readonly by: string;
}

export const quantityTypes = ['CARDINAL', 'ORDINAL', 'PERCENT', 'MONEY', 'QUANTITY'] as const;
export type QuantityType = (typeof quantityTypes)[number];

export interface Quantity extends Span {
  readonly type: QuantityType;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly approx: boolean;
  /** The value, or the bounds, in the base unit of what is measured, and the UCUM code of that unit. */
  readonly base: number | null;
  readonly baseLow: number | null;
  readonly baseHigh: number | null;
  readonly baseUnit: string | null;
  /** What is counted or measured, as the article writes it. */
  readonly of: string | null;
  readonly by: string;
}

export const entityTypes = [
  'PERSON',
  'NORP',
  'FAC',
  'ORG',
  'GPE',
  'LOC',
  'PRODUCT',
  'EVENT',
  'WORK_OF_ART',
  'LAW',
  'LANGUAGE',
] as const;
/** OntoNotes 5 names. A new type is one entry here and its words in the lexicons. */
export type EntityType = (typeof entityTypes)[number];

/** A name that the user gave in a lexicon of his own; `key` tells it from all others. */
export interface UserEntry {
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  readonly en: string | null;
  readonly zhHant: string | null;
  readonly zhHans: string | null;
  readonly wikidata: string | null;
  readonly ticker: string | null;
}

/** A form of such a name in the text. */
export interface UserName extends Span {
  readonly entry: UserEntry;
}

/** A word of the user's in the text, which is not cut; `pos` is its tag. */
export interface UserWordSpan extends Span {
  readonly pos: string;
}

/** A proper name in the text. `by` names the recogniser that proposed it; `confidence` is 0..1. */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly by: string;
  readonly confidence: number;
  /** The title, office or calling that stands beside the name of a person. */
  readonly role?: Span;
}

export const nameForms = ['zh-Hant', 'zh-Hans', 'en'] as const;
export type NameForm = (typeof nameForms)[number];

/**
 * Why two forms are taken for one name. spelling: case, spaces, hyphens, AI for 人工智能; lexicon: forms of one well-known name;
 * dictionary: as dictionaries translate it; pinyin, wade-giles, cantonese, korean, japanese: a reading of its characters;
 * gloss: one in brackets behind the other; renamed: after words such as 簡稱, also known as; abbreviation: characters or
 * initials of the other; short-form: the other without words of kind, or a part of a person's name; surname: a surname and
 * a title; region: a place without its word of kind; sound: a foreign name written by sound; translation: part by part;
 * alias: a short form that one name only has in the corpus.
 */
const linkRules = [
  'spelling',
  'lexicon',
  'dictionary',
  'pinyin',
  'wade-giles',
  'cantonese',
  'korean',
  'japanese',
  'gloss',
  'renamed',
  'abbreviation',
  'short-form',
  'surname',
  'region',
  'sound',
  'translation',
  'alias',
] as const;
export type LinkRule = (typeof linkRules)[number];

/** Two forms that a rule found to be one name. */
export interface Link {
  readonly rule: LinkRule;
  readonly forms: readonly [string, string];
}

/** What mentions refer to. `mentions` are indexes into the mentions layer, ascending. */
export interface Entity {
  readonly type: EntityType;
  /** The form that the article uses first and in full. */
  readonly name: string;
  readonly names: Readonly<Record<NameForm, string | null>>;
  /** The other forms that the article uses, sorted by code point. */
  readonly aliases: readonly string[];
  readonly mentions: readonly number[];
  /** What the user's own entry of it says, where it has one. */
  readonly user?: Pick<UserEntry, 'key' | 'wikidata' | 'ticker'>;
  /** What made its forms one name, in the order in which they were joined. */
  readonly why: readonly Link[];
}

export const claimKinds = [
  'statistic',
  'event',
  'prediction',
  'cause',
  'comparison',
  'evaluation',
  'norm',
  'state',
] as const;
export type ClaimKind = (typeof claimKinds)[number];
export const cueTypes = [
  'say',
  'think',
  'announce',
  'predict',
  'data',
  'report',
  'hearsay',
  'ask',
  'write',
  'infer',
] as const;
export type CueType = (typeof cueTypes)[number];
export const sourceKinds = ['person', 'organization', 'publication', 'anonymous', 'general', 'author'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const sourceStatuses = ['explicit', 'pronoun', 'carried', 'unnamed'] as const;
export type SourceStatus = (typeof sourceStatuses)[number];
export const quoteKinds = ['direct', 'indirect', 'mixed', 'none'] as const;
export type QuoteKind = (typeof quoteKinds)[number];
export const modalities = ['asserted', 'probable', 'possible', 'hypothetical'] as const;
export type Modality = (typeof modalities)[number];
export const polarities = ['positive', 'negative'] as const;
export type Polarity = (typeof polarities)[number];
export const stances = ['endorses', 'neutral', 'distances'] as const;
export type Stance = (typeof stances)[number];

/** Who or what a claim is attributed to. `entity` is an index into the entities layer. */
export interface ClaimSource extends Span {
  readonly entity: number | null;
  readonly kind: SourceKind;
  readonly status: SourceStatus;
}

export interface Cue extends Span {
  readonly type: CueType;
}

export interface Hedge extends Span {
  readonly kind: string;
}

/** One claim; its own span is the content. Index lists point into the layers of the same name. */
export interface Claim extends Span {
  /** Index of the sentence in which the content starts. */
  readonly sentence: number;
  readonly source: ClaimSource | null;
  readonly cue: Cue | null;
  readonly quote: QuoteKind;
  readonly kinds: readonly ClaimKind[];
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly stance: Stance;
  readonly hedges: readonly Hedge[];
  /** 0..1: checkability × (½ + ½ × stake). */
  readonly checkWorthy: number;
  readonly checkability: number;
  readonly stake: number;
  /** Why, in words: `checkable: a figure +0.30`. */
  readonly reasons: readonly string[];
  readonly entities: readonly number[];
  readonly times: readonly number[];
  readonly quantities: readonly number[];
  /** The frame that fired. */
  readonly rule: string;
  readonly confidence: number;
}

/** A part of a fact, with the entity (an index) that it names. */
export interface FactPart extends Span {
  readonly entity: number | null;
}

/** Who did what, or how much there is of what; its own span is the clause. Indexes point into the layers of the name. */
export interface Fact extends Span {
  readonly claim: number;
  readonly subject: FactPart;
  /** The verb as it stands (empty where none does), and the form that is the same in every row. */
  readonly predicate: Span & { readonly lemma: string };
  readonly object: FactPart | null;
  readonly time: number | null;
  readonly quantity: number | null;
  readonly rule: string;
}

export const claimLinkKinds = ['restates', 'continues', 'contradicts'] as const;
export type ClaimLinkKind = (typeof claimLinkKinds)[number];

export const quotationClasses = ['direct', 'mixed', 'scare', 'title', 'term', 'slogan'] as const;
export type QuotationClass = (typeof quotationClasses)[number];

/** Words between quotation marks, without the marks: what they are, and why they were taken for that. */
export interface Quotation extends Span {
  readonly kind: QuotationClass;
  /** The frame that attributes it, or what speaks against speech. */
  readonly reason: string;
  /** 0 for an outermost quotation. */
  readonly depth: number;
  /** No closing mark was found: the end of the paragraph closed it. */
  readonly unbalanced: boolean;
}

/** Something worth telling about an article that did not stop its annotation. */
export interface Diagnostic {
  readonly code: `${string}/${string}`;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly span: Span | null;
}

/** Every layer that a stage may add. A new layer is one new line here. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly times: readonly Timex[];
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly quotations: readonly Quotation[];
  readonly facts: readonly Fact[];
}
export type LayerName = keyof Layers;

/** The article after the rewriters: its text is settled. `folded` has the same length as `text` in UTF-16 units. */
export interface Settled {
  readonly article: Article;
  readonly raw: string;
  readonly text: string;
  readonly folded: string;
  readonly alignment: Alignment<Replacement>;
  readonly repairs: readonly Repair[];
  readonly script: Script;
  readonly language: DocumentLanguage;
  /** The names and words of the user's that stand in the text, in order, none overlapping another of its kind. */
  readonly userNames: readonly UserName[];
  readonly userWords: readonly UserWordSpan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A document whose type says which layers it carries: `Document<'tokens' | 'mentions'>`. */
export type Document<L extends LayerName = never> = Settled & Pick<Layers, L>;
