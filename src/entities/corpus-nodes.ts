import { type Entity, type EntityType, nameForms } from '../document/types.js';
import { fold } from '../script/fold.js';
import { canonicalForm, isHan } from './forms.js';
import { kindOf } from './link.js';
import { isNamesake } from './namesakes.js';
import type { DocumentNode } from './neighbours.js';

/**
 * An entity of one article, or what several articles say alike: of the mentions only their number counts. `documents` are the
 * articles that name it, some of them if it is named in many; its own alone, if not given.
 */
export type CountedEntity = Omit<Entity, 'mentions'> & {
  readonly mentions: { readonly length: number };
  readonly documents?: readonly string[];
};

/** An entity of an article among those of all articles. */
export interface Node extends DocumentNode {
  readonly documentId: string;
  readonly index: number;
  readonly entity: CountedEntity;
  /** What its full names are compared by, and whether it bears them itself or only a lexicon says so. */
  readonly keys: ReadonlyMap<string, boolean>;
}

/** The entity of an article, by its place there, as it is linked over the corpus. */
export function toNode(documentId: string, index: number, entity: CountedEntity): Node {
  return { documentId, documents: entity.documents ?? [documentId], index, entity, keys: keysOf(entity) };
}

/** The forms that name an entity in full: its own name and its names in three forms; first of all the user's entry of it. */
function keysOf({ type, name, names, user }: CountedEntity): Map<string, boolean> {
  const keys = new Map<string, boolean>(user === undefined ? [] : [[`user:${user.key}`, true]]);
  for (const form of [name, ...nameForms.flatMap((form) => names[form] ?? [])])
    if (isTelling(form, type)) {
      const key = isNamesake(fold(form), type, names.en) ? `namesake:${keyOf(form, type)}` : keyOf(form, type);
      keys.set(key, keys.get(key) === true || form === name);
    }
  return keys;
}

/** A place may be a city in one article and an island in another: all kinds of places are linked by name. */
export function keyOf(form: string, type: EntityType): string {
  return `${kindOf(type)}:${canonicalForm(fold(form))}`;
}

/** A Latin surname alone, or one character, tells no one person or thing. */
export function isTelling(form: string, type: EntityType): boolean {
  if (type === 'PERSON' && !isHan(form)) return /[ .]/.test(form.trim());
  return form.length >= 2;
}

/**
 * Whether an entity has no name that tells it from others, as a surname alone: two articles that speak of one so do not
 * speak of the same, if nothing else joins them.
 */
export function isNameless(entity: CountedEntity): boolean {
  return keysOf(entity).size === 0;
}

/** The nodes with these places in the list of all. */
export function pick(nodes: readonly Node[], indexes: readonly number[]): Node[] {
  return indexes.flatMap((index) => nodes[index] ?? []);
}
