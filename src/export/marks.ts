import {
  claimKinds,
  cueTypes,
  entityTypes,
  modalities,
  polarities,
  quantityTypes,
  quoteKinds,
  sourceKinds,
  sourceStatuses,
  stances,
  timexMods,
  timexTypes,
} from '../document/types.js';
import type { GoldArticle, GoldSpan } from './gold-article.js';

/*
 * What annotation tools have in common: labelled spans with attributes, and links between them. A format writes and
 * reads these, and knows nothing of mentions or claims.
 */

/** A labelled span, by code points. `id` is unique in its article. */
export interface Mark extends GoldSpan {
  readonly id: string;
  readonly label: string;
  /** The values of each attribute that is set, by its name. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** From a claim to its source or its cue. */
export interface MarkLink {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

export interface MarkedArticle extends Pick<GoldArticle, 'id' | 'lang' | 'script' | 'published' | 'text'> {
  readonly marks: readonly Mark[];
  readonly links: readonly MarkLink[];
}

/** What an annotator may say of a span with one of `labels`: free text, or one or several of `values`. */
export interface MarkAttribute {
  readonly name: string;
  readonly labels: readonly string[];
  readonly values: readonly string[] | null;
  readonly several: boolean;
}

export const claimLabel = 'CLAIM';
const sourceLabel = 'SOURCE';
const cueLabel = 'CUE';

/** Labels of spans, by layer. */
export const markLabels = {
  mentions: entityTypes,
  times: timexTypes,
  quantities: quantityTypes,
  claims: [claimLabel, sourceLabel, cueLabel],
} as const;
export const allMarkLabels: readonly string[] = Object.values(markLabels).flat();

/** Links, each from a claim to a span with the label of the same name. */
export const markLinks = [
  { type: 'source', from: claimLabel, to: sourceLabel },
  { type: 'cue', from: claimLabel, to: cueLabel },
] as const;

/** What the attributes with values of their own may be, by name. Others are free text. */
export const markValues = {
  mod: timexMods,
  approx: ['yes'],
  quote: quoteKinds,
  kinds: claimKinds,
  modality: modalities,
  polarity: polarities,
  stance: stances,
  kind: sourceKinds,
  status: sourceStatuses,
  type: cueTypes,
} as const;

/** An attribute with values of its own. */
export type MarkChoice = keyof typeof markValues;

/** One of the values of an attribute. */
export type MarkValue<N extends MarkChoice> = (typeof markValues)[N][number];

const free = (name: string, ...labels: readonly string[]): MarkAttribute => ({
  ...{ name, labels, values: null, several: false },
});
const chosen = (name: MarkChoice, ...labels: readonly string[]): MarkAttribute => ({
  ...{ name, labels, values: markValues[name], several: false },
});

/** Every attribute, in the order in which tools show them. */
export const markAttributes: readonly MarkAttribute[] = [
  free('entity', ...entityTypes, sourceLabel),
  free('value', ...timexTypes, ...quantityTypes),
  chosen('mod', ...timexTypes),
  free('begin', ...timexTypes),
  free('until', ...timexTypes),
  free('low', ...quantityTypes),
  free('high', ...quantityTypes),
  free('unit', ...quantityTypes),
  chosen('approx', ...quantityTypes),
  chosen('quote', claimLabel),
  { ...chosen('kinds', claimLabel), several: true },
  chosen('modality', claimLabel),
  chosen('polarity', claimLabel),
  chosen('stance', claimLabel),
  chosen('kind', sourceLabel),
  chosen('status', sourceLabel),
  chosen('type', cueLabel),
];

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** The article as labelled spans: a source or cue that several claims share is one span. Carriage returns are spaces. */
export function toMarks(article: GoldArticle): MarkedArticle {
  const { id, lang, script, published, mentions, times, quantities, claims } = article;
  const parts = new Map<string, Mark>();
  const links: MarkLink[] = [];
  const link = (type: string, from: string, label: string, span: GoldSpan, values: Values) => {
    const attributes = toAttributes(values);
    const key = JSON.stringify([label, span.start, span.end, attributes]);
    const known = parts.get(key) ?? { id: `p${parts.size + 1}`, label, ...wordsOf(span), attributes };
    parts.set(key, known);
    links.push({ type, from, to: known.id });
  };
  const marks: Mark[] = [
    ...mentions.map(({ type, entity, ...span }, i) => mark(`m${i + 1}`, type, span, { entity })),
    ...times.map(({ type, text, start, end, ...values }, i) => mark(`t${i + 1}`, type, { text, start, end }, values)),
    ...quantities.map(({ type, text, start, end, ...values }, i) =>
      mark(`q${i + 1}`, type, { text, start, end }, values),
    ),
  ];
  claims.forEach(({ source, cue, text, start, end, ...values }, i) => {
    const claim = mark(`c${i + 1}`, claimLabel, { text, start, end }, values);
    marks.push(claim);
    if (source !== null) {
      const { entity, kind, status } = source;
      link('source', claim.id, sourceLabel, source, { entity, kind, status });
    }
    if (cue !== null) link('cue', claim.id, cueLabel, cue, { type: cue.type });
  });
  return { ...{ id, lang, script, published }, text: plain(article.text), marks: [...marks, ...parts.values()], links };
}

function mark(id: string, label: string, span: GoldSpan, values: Values): Mark {
  return { id, label, ...wordsOf(span), attributes: toAttributes(values) };
}

function wordsOf({ text, start, end }: GoldSpan): GoldSpan {
  return { text: plain(text), start, end };
}

/** Readers in Python take a carriage return for a line end or drop it, and offsets shift: as a space it stays. */
function plain(text: string): string {
  return text.replaceAll('\r', ' ');
}

function toAttributes(values: Values): Record<string, readonly string[]> {
  const attributes: Record<string, readonly string[]> = {};
  for (const { name } of markAttributes) {
    const value = values[name];
    if (value === undefined || value === null || value === false) continue;
    const list = Array.isArray(value) ? value : [value === true ? 'yes' : String(value)];
    if (list.length > 0) attributes[name] = list;
  }
  return attributes;
}
