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
import {
  type GoldArticle,
  type GoldClaim,
  type GoldCue,
  type GoldSource,
  type GoldSpan,
  inOrder,
} from './gold-article.js';

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

const claimLabel = 'CLAIM';
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

const free = (name: string, ...labels: readonly string[]): MarkAttribute => ({
  ...{ name, labels, values: null, several: false },
});
const one = (name: string, values: readonly string[], ...labels: readonly string[]): MarkAttribute => ({
  ...{ name, labels, values, several: false },
});

/** Every attribute, in the order in which tools show them. */
export const markAttributes: readonly MarkAttribute[] = [
  free('entity', ...entityTypes, sourceLabel),
  free('value', ...timexTypes, ...quantityTypes),
  one('mod', timexMods, ...timexTypes),
  free('begin', ...timexTypes),
  free('until', ...timexTypes),
  free('low', ...quantityTypes),
  free('high', ...quantityTypes),
  free('unit', ...quantityTypes),
  one('approx', ['yes'], ...quantityTypes),
  one('quote', quoteKinds, claimLabel),
  { name: 'kinds', labels: [claimLabel], values: claimKinds, several: true },
  one('modality', modalities, claimLabel),
  one('polarity', polarities, claimLabel),
  one('stance', stances, claimLabel),
  one('kind', sourceKinds, sourceLabel),
  one('status', sourceStatuses, sourceLabel),
  one('type', cueTypes, cueLabel),
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

/** An article that was read back, and what in it could not be understood, in sentences. */
export interface ReadMarks {
  readonly article: GoldArticle;
  readonly problems: readonly string[];
}

/** The gold article that marks and links of an annotation tool say. What is unknown is left out and told. */
export function fromMarks(marked: MarkedArticle): ReadMarks {
  const { id, lang, script, published, text } = marked;
  const problems: string[] = [];
  const tell = (what: string) => problems.push(`${id}: ${what}`);
  const points = Array.from(text);
  const known = marked.marks.filter(({ id: markId, label, start, end }) => {
    if (!allMarkLabels.includes(label)) tell(`label "${label}" of ${markId} is none of wenmai's`);
    else if (start < 0 || start >= end || end > points.length) tell(`${markId} ends outside of the text`);
    else return true;
    return false;
  });
  const spans = known.map((one) => ({ ...one, text: points.slice(one.start, one.end).join('') }));
  const byId = new Map(spans.map((one) => [one.id, one]));
  const target = (type: string, from: string): Mark | null => {
    const links = marked.links.filter((link) => link.type === type && link.from === from);
    const found = links.flatMap(({ to }) => byId.get(to) ?? []);
    if (found.length > 1) tell(`${from} has ${found.length} links "${type}"; the first was taken`);
    return found[0] ?? null;
  };
  for (const { type, from, to } of marked.links) {
    const kind = markLinks.find((link) => link.type === type);
    if (kind === undefined) tell(`link "${type}" is none of wenmai's`);
    else if (byId.get(from)?.label !== kind.from || byId.get(to)?.label !== kind.to)
      tell(`link "${type}" from ${from} to ${to} does not go from a ${kind.from} to a ${kind.to}`);
  }
  const reader = readerOf(tell);
  const labelled = (labels: readonly string[]) => spans.filter(({ label }) => labels.includes(label));
  const article = inOrder({
    ...{ id, lang, script, published, text },
    mentions: labelled(markLabels.mentions).map((one) => reader.mention(one)),
    times: labelled(markLabels.times).map((one) => reader.time(one)),
    quantities: labelled(markLabels.quantities).map((one) => reader.quantity(one)),
    claims: labelled([claimLabel]).map((one) => reader.claim(one, target('source', one.id), target('cue', one.id))),
  });
  return { article, problems };
}

/** Reads marks whose label is known; `tell` is told of values that are not. */
function readerOf(tell: (what: string) => void) {
  const text = ({ attributes }: Mark, name: string) => attributes[name]?.[0]?.trim() || null;
  const number = (one: Mark, name: string) => {
    const value = text(one, name);
    if (value === null || Number.isFinite(Number(value))) return value === null ? null : Number(value);
    tell(`${name} "${value}" of ${one.id} is no number`);
    return null;
  };
  const choices = <T extends string>({ id, attributes }: Mark, name: string, values: readonly T[]): T[] =>
    (attributes[name] ?? []).flatMap((value) => {
      const found = values.find((one) => one === value);
      if (found === undefined) tell(`${name} "${value}" of ${id} is none of ${values.join(', ')}`);
      return found ?? [];
    });
  const choice = <T extends string>(one: Mark, name: string, values: readonly T[]): T | null =>
    choices(one, name, values)[0] ?? null;
  const typed = <T extends string>({ label, text: words, start, end }: Mark, types: readonly T[]) => {
    const type = types.find((one) => one === label);
    if (type === undefined) throw new Error(`"${label}" is no label of this layer.`);
    return { type, text: words, start, end };
  };
  const span = ({ text: words, start, end }: Mark): GoldSpan => ({ text: words, start, end });
  return {
    mention: (one: Mark) => ({ ...typed(one, entityTypes), entity: text(one, 'entity') }),
    time: (one: Mark) => ({
      ...typed(one, timexTypes),
      ...{ value: text(one, 'value'), mod: choice(one, 'mod', timexMods) },
      ...{ begin: text(one, 'begin'), until: text(one, 'until') },
    }),
    quantity: (one: Mark) => ({
      ...typed(one, quantityTypes),
      ...{ value: number(one, 'value'), low: number(one, 'low'), high: number(one, 'high') },
      ...{ unit: text(one, 'unit'), approx: choice(one, 'approx', ['yes']) !== null },
    }),
    claim: (one: Mark, source: Mark | null, cue: Mark | null): GoldClaim => ({
      ...span(one),
      source: source && toSource(source),
      cue: cue && toCue(cue),
      quote: choice(one, 'quote', quoteKinds) ?? (source === null ? 'none' : 'indirect'),
      kinds: choices(one, 'kinds', claimKinds),
      modality: choice(one, 'modality', modalities) ?? 'asserted',
      polarity: choice(one, 'polarity', polarities) ?? 'positive',
      stance: choice(one, 'stance', stances) ?? 'neutral',
    }),
  };

  function toSource(one: Mark): GoldSource {
    const [kind, status] = [choice(one, 'kind', sourceKinds), choice(one, 'status', sourceStatuses)];
    return { ...span(one), entity: text(one, 'entity'), kind, status };
  }

  function toCue(one: Mark): GoldCue {
    return { ...span(one), type: choice(one, 'type', cueTypes) };
  }
}
