import {
  type GoldArticle,
  type GoldClaim,
  type GoldCue,
  type GoldSource,
  type GoldSpan,
  inOrder,
} from '../export/gold-article.js';
import {
  allMarkLabels,
  claimLabel,
  type Mark,
  type MarkChoice,
  type MarkedArticle,
  type MarkValue,
  markLabels,
  markLinks,
  markValues,
} from '../export/marks.js';
import { codePointOffsets } from '../text/code-points.js';

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
  const known = marked.marks.filter(({ id: markId, label, start, end, text: words }) => {
    const found = points.slice(start, end).join('');
    if (!allMarkLabels.includes(label)) tell(`label "${label}" of ${markId} is none of wenmai's`);
    else if (!isPlace(start, points) || !isPlace(end, points) || start >= end)
      tell(`${markId} has no place among the ${points.length} characters of the text`);
    else if (words !== '' && !sameWords(words, found))
      tell(`${markId} is "${words}", and at its place stands "${found}"`);
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

function isPlace(offset: number, points: readonly string[]): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= points.length;
}

/** Whether two texts are the same but for white space, which tools write in their own way. */
export function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

/**
 * Maps UTF-16 offsets of `text` to code points. Where there is no character, as within a pair of surrogates or beyond the text, it
 * gives what is no number, and so no place.
 */
export function pointOfUnit(text: string): (unit: number) => number {
  const point = codePointOffsets(text);
  return (unit) => {
    const isWithin = Number.isInteger(unit) && unit >= 0 && unit <= text.length;
    return isWithin && !(unit > 0 && (text.codePointAt(unit - 1) ?? 0) > 0xffff) ? point(unit) : Number.NaN;
  };
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
  const choices = <N extends MarkChoice>({ id, attributes }: Mark, name: N): MarkValue<N>[] => {
    const values: readonly MarkValue<N>[] = markValues[name];
    return (attributes[name] ?? []).flatMap((value) => {
      const found = values.find((one) => one === value);
      if (found === undefined) tell(`${name} "${value}" of ${id} is none of ${values.join(', ')}`);
      return found ?? [];
    });
  };
  const choice = <N extends MarkChoice>(one: Mark, name: N): MarkValue<N> | null => choices(one, name)[0] ?? null;
  const typed = <T extends string>({ label, text: words, start, end }: Mark, types: readonly T[]) => {
    const type = types.find((one) => one === label);
    if (type === undefined) throw new Error(`"${label}" is no label of this layer.`);
    return { type, text: words, start, end };
  };
  const span = ({ text: words, start, end }: Mark): GoldSpan => ({ text: words, start, end });
  return {
    mention: (one: Mark) => ({ ...typed(one, markLabels.mentions), entity: text(one, 'entity') }),
    time: (one: Mark) => ({
      ...typed(one, markLabels.times),
      ...{ value: text(one, 'value'), mod: choice(one, 'mod') },
      ...{ begin: text(one, 'begin'), until: text(one, 'until') },
    }),
    quantity: (one: Mark) => ({
      ...typed(one, markLabels.quantities),
      ...{ value: number(one, 'value'), low: number(one, 'low'), high: number(one, 'high') },
      ...{ unit: text(one, 'unit'), approx: choice(one, 'approx') !== null },
    }),
    claim: (one: Mark, source: Mark | null, cue: Mark | null): GoldClaim => ({
      ...span(one),
      source: source && toSource(source),
      cue: cue && toCue(cue),
      quote: choice(one, 'quote') ?? (source === null ? 'none' : 'indirect'),
      kinds: choices(one, 'kinds'),
      modality: choice(one, 'modality') ?? 'asserted',
      polarity: choice(one, 'polarity') ?? 'positive',
      stance: choice(one, 'stance') ?? 'neutral',
    }),
  };

  function toSource(one: Mark): GoldSource {
    const [kind, status] = [choice(one, 'kind'), choice(one, 'status')];
    return { ...span(one), entity: text(one, 'entity'), kind, status };
  }

  function toCue(one: Mark): GoldCue {
    return { ...span(one), type: choice(one, 'type') };
  }
}
