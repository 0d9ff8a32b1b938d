import type { AnnotatedArticle } from '../export/schema.js';
import { sharedPart } from './match.js';
import { mapText, type TextMap } from './text-map.js';

/** Two items of a layer that share less of their place than this are two items, and not one that changed. */
const sharedPlace = 0.5;

export type Value = string | number | boolean | null;

/** An item of a layer as two exports are compared: where it is, what a person calls it, and all else about it. */
export interface ComparedItem {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, Value>>;
}

export interface FieldChange {
  readonly field: string;
  readonly old: Value;
  readonly new: Value;
}

export interface ItemChange {
  readonly old: ComparedItem;
  readonly new: ComparedItem;
  readonly fields: readonly FieldChange[];
}

export interface LayerDiff {
  readonly layer: string;
  readonly appeared: readonly ComparedItem[];
  readonly vanished: readonly ComparedItem[];
  readonly changed: readonly ItemChange[];
}

/** What is different in one article. */
export interface ArticleDiff {
  readonly id: string;
  readonly status: 'appeared' | 'vanished' | 'changed';
  /** The fields of the article itself: language, title, source … */
  readonly fields: readonly FieldChange[];
  readonly isTextChanged: boolean;
  readonly layers: readonly LayerDiff[];
}

/** Where nothing is. */
const nowhere = { start: -1, end: -1 };

/** Layers that are told item by item. Tokens are told as one, facts and quotations among the rest. */
export const comparedLayers = [
  'mentions',
  'entities',
  'times',
  'quantities',
  'claims',
  'facts',
  'quotations',
  'sentences',
  'repairs',
  'diagnostics',
] as const;
export type ComparedLayer = (typeof comparedLayers)[number];

/** What is different between the old and the new form of an article, or null if nothing is. */
export function diffArticles(old: AnnotatedArticle, now: AnnotatedArticle): ArticleDiff | null {
  if (JSON.stringify(old) === JSON.stringify(now)) return null;
  const map: TextMap = mapText(old.text, now.text) ?? { isSame: false, span: () => nowhere };
  const layers = comparedLayers
    .map((layer) => diffLayer(layer, itemsOf(old, layer), itemsOf(now, layer), map))
    .filter(({ appeared, vanished, changed }) => appeared.length + vanished.length + changed.length > 0);
  const fields = diffFields(headOf(old), headOf(now));
  const isTextChanged = old.text !== now.text;
  if (!isTextChanged && JSON.stringify(old.tokens) !== JSON.stringify(now.tokens))
    fields.push({ field: 'tokens', old: old.tokens.length, new: now.tokens.length });
  // What is left are ids, offsets into the raw text, the order: told as one, so that nothing passes for the same.
  if (fields.length + layers.length === 0 && !isTextChanged)
    fields.push({ field: 'ids, order or raw offsets', old: null, new: null });
  return { id: now.id, status: 'changed', fields, isTextChanged, layers };
}

function headOf({ source, lang, script, title, author, publisher, published }: AnnotatedArticle) {
  return { lang, script, title, author, publisher, published, ...flat(source, 'source.') };
}

function diffLayer(layer: string, old: readonly ComparedItem[], now: readonly ComparedItem[], map: TextMap): LayerDiff {
  const moved = old.map((item) => ({ item, ...(item.start < 0 ? nowhere : map.span(item)) }));
  const [changed, left, free]: [ItemChange[], typeof moved, Set<ComparedItem>] = [[], [], new Set(now)];
  const pair = (before: ComparedItem, after: ComparedItem) => {
    free.delete(after);
    const fields = diffFields(
      { type: before.label, text: before.text, ...before.fields },
      { type: after.label, text: after.text, ...after.fields },
    );
    if (fields.length > 0) changed.push({ old: before, new: after, fields });
  };
  const places = new Map<string, ComparedItem[]>();
  for (const item of now) {
    const key = placeOf(item);
    places.set(key, [...(places.get(key) ?? []), item]);
  }
  for (const one of moved) {
    const candidates = (places.get(placeOf({ ...one.item, start: one.start, end: one.end })) ?? []).filter((item) =>
      free.has(item),
    );
    const same = candidates.find((item) => item.label === one.item.label) ?? candidates[0];
    if (same === undefined) left.push(one);
    else pair(one.item, same);
  }
  const vanished: ComparedItem[] = [];
  for (const one of left) {
    const near = [...free]
      .map((item) => ({ item, share: sharedPart(one, item) }))
      .filter(({ share }) => share >= sharedPlace)
      .sort((a, b) => b.share - a.share)[0];
    if (near === undefined) vanished.push(one.item);
    else pair(one.item, near.item);
  }
  return { layer, appeared: now.filter((item) => free.has(item)), vanished, changed };
}

/** Items without a place of their own, as entities, are the same if their words and label are. */
function placeOf({ start, end, label, text }: ComparedItem): string {
  return start < 0 ? `${label} ${text}` : `${start} ${end}`;
}

function diffFields(old: Readonly<Record<string, Value>>, now: Readonly<Record<string, Value>>): FieldChange[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    const [before, after] = [old[field] ?? null, now[field] ?? null];
    return before === after ? [] : [{ field, old: before, new: after }];
  });
}

/** Fields that say where an item is or which number it has, and so change with what stands before it. */
const placing = new Set(['id', 'text', 'start', 'end', 'rawStart', 'rawEnd', 'type', 'paragraph', 'sentence']);

function itemsOf(article: AnnotatedArticle, layer: ComparedLayer): ComparedItem[] {
  const name = namesIn(article);
  const items: readonly object[] = article[layer];
  return items.map((item) => {
    const all = flat(item, '', name);
    const { start, end, type, kind, text, name: called, code, before, after } = all;
    const label = String(type ?? code ?? (layer === 'claims' ? (all.quote ?? '') : (kind ?? '')));
    return {
      start: typeof start === 'number' ? start : -1,
      end: typeof end === 'number' ? end : -1,
      label,
      text: String(text ?? called ?? (before === undefined ? (all.message ?? '') : `${before} → ${after}`)),
      fields: Object.fromEntries(Object.entries(all).filter(([key]) => !placing.has(lastOf(key)))),
    };
  });
}

function lastOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** What the ids within an article stand for, in words: ids are numbers, and shift. */
function namesIn({ entities, times, quantities, claims }: AnnotatedArticle): (id: string) => string {
  const words = new Map<string, string>([
    ...entities.map(({ id, name }) => [id, name] as const),
    ...[...times, ...quantities, ...claims].map(({ id, text }) => [id, text] as const),
  ]);
  return (id) => words.get(id) ?? id;
}

const references = new Set(['entity', 'entities', 'time', 'times', 'quantity', 'quantities', 'claim']);

/** An object as one of texts, numbers and booleans: `source.text` of nested ones, lists joined, ids as what they stand for. */
function flat(value: object, prefix: string, name: (id: string) => string = (id) => id): Record<string, Value> {
  const fields: Record<string, Value> = {};
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const word = (one: unknown) => (references.has(key) && typeof one === 'string' ? name(one) : one);
    if (Array.isArray(inner)) fields[prefix + key] = inner.map((one) => listed(word(one))).join(', ');
    else if (typeof inner === 'object' && inner !== null)
      Object.assign(fields, nested(inner, `${prefix}${key}.`, name));
    else fields[prefix + key] = toValue(word(inner));
  }
  return fields;
}

/** The words and kinds of a nested span, as a claim's source; its offsets go with the words. */
function nested(value: object, prefix: string, name: (id: string) => string): Record<string, Value> {
  const {
    start: _start,
    end: _end,
    rawStart: _rawStart,
    rawEnd: _rawEnd,
    text,
    type,
    ...rest
  } = value as Record<string, unknown>;
  const own = { ...(text === undefined ? {} : { words: text }), ...(type === undefined ? {} : { sort: type }) };
  return flat({ ...own, ...rest }, prefix, name);
}

function listed(item: unknown): string {
  return typeof item === 'object' && item !== null && 'text' in item ? String(item.text) : String(item);
}

function toValue(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
