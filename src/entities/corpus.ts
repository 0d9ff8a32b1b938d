import { createHash } from 'node:crypto';
import { type Entity, type EntityType, type Link, type LinkRule, type NameForm, nameForms } from '../document/types.js';
import { knownNames } from '../lexicons/names.js';
import { fold } from '../script/fold.js';
import { linkAcross } from './across.js';
import { canonicalForm, isHan } from './forms.js';
import { Groups } from './groups.js';
import { kindOf } from './link.js';
import { type DocumentNode, neighbourhood } from './neighbours.js';
import { reasonOf } from './reasons.js';
import { type RomanKey, romanKeys, romanPlaceKeys } from './romanization.js';

/**
 * An entity of one article, or what several articles say alike: of the mentions only their number counts. `documents` are the
 * articles that name it, some of them if it is named in many; its own alone, if not given.
 */
export type CountedEntity = Omit<Entity, 'mentions'> & {
  readonly mentions: { readonly length: number };
  readonly documents?: readonly string[];
};

/** The entities of one article. */
export interface DocumentEntities {
  readonly documentId: string;
  readonly entities: readonly CountedEntity[];
}

/** A thing that the corpus speaks of, over all its articles. */
export interface CorpusEntity {
  /** Type and ten hexadecimal digits of its name's hash: the same in every corpus that calls it so. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly names: Readonly<Record<NameForm, string | null>>;
  /** All other forms, sorted by code point. */
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly documents: number;
  /** What the user's own entry says of it. */
  readonly wikidata: string | null;
  readonly ticker: string | null;
  /** What made its forms one name, `rule: form = form`, sorted. */
  readonly why: readonly string[];
}

export interface CorpusEntities {
  /** Sorted by id. */
  readonly entities: readonly CorpusEntity[];
  /** For each document id, the corpus entity of each of its entities, by index. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

interface Node extends DocumentNode {
  readonly documentId: string;
  readonly index: number;
  readonly entity: CountedEntity;
  /** What its full names are compared by, and whether it bears them itself or only a lexicon says so. */
  readonly keys: ReadonlyMap<string, boolean>;
}

/** Nodes that are one thing so far, by their index in the list of all. */
interface Cluster {
  readonly root: number;
  readonly nodes: readonly Node[];
}

/**
 * Merges the entities of articles that are one thing: by a telling form of their name, by how it is read in Latin letters, by
 * a short form that only one of them has, and by names of the two languages that sound or mean the same. The result does
 * not depend on the order of the documents.
 */
export function linkCorpus(documents: readonly DocumentEntities[]): CorpusEntities {
  const nodes = [...documents]
    .sort((a, b) => compare(a.documentId, b.documentId))
    .flatMap(({ documentId, entities }) => entities.map((entity, index): Node => toNode(documentId, index, entity)));
  const groups = new Groups(nodes.map(({ entity }) => entity.user?.key ?? null));
  joinByName(nodes, groups);
  joinByRomanization(nodes, groups);
  joinByAlias(nodes, groups);
  // What the first round links, the second may take for company.
  if (joinAcross(nodes, groups) > 0) joinAcross(nodes, groups);
  const ids = new Map(documents.map(({ documentId, entities }) => [documentId, entities.map(() => '')]));
  const clusters = groups.list().map(({ members, links }) => ({ members: pick(nodes, members), links }));
  const entities = withIds(clusters).map(({ entity, members }) => {
    for (const { documentId, index } of members) ids.get(documentId)?.splice(index, 1, entity.id);
    return entity;
  });
  return { entities: entities.sort((a, b) => compare(a.id, b.id)), ids };
}

/**
 * Whether an entity has no name that tells it from others, as a surname alone: two articles that speak of one so do not
 * speak of the same, if nothing else joins them.
 */
export function isNameless(entity: CountedEntity): boolean {
  return keysOf(entity).size === 0;
}

/** The corpus entity of a nameless one that stays apart from those of other articles. */
export function entityApart(entity: CountedEntity, documentId: string, index: number): CorpusEntity {
  const [{ entity: described } = { entity: null }] = withIds(
    [{ members: [toNode(documentId, index, entity)], links: [] }],
    true,
  );
  if (described === null) throw new Error('An entity was lost.');
  return described;
}

function toNode(documentId: string, index: number, entity: CountedEntity): Node {
  return { documentId, documents: entity.documents ?? [documentId], index, entity, keys: keysOf(entity) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pick(nodes: readonly Node[], indexes: readonly number[]): Node[] {
  return indexes.flatMap((index) => nodes[index] ?? []);
}

function clustersOf(nodes: readonly Node[], groups: Groups): Cluster[] {
  return groups.list().map(({ members }) => ({ root: members[0] ?? 0, nodes: pick(nodes, members) }));
}

/** The forms that name an entity in full: its own name and its names in three forms; first of all the user's entry of it. */
function keysOf({ type, name, names, user }: CountedEntity): Map<string, boolean> {
  const keys = new Map<string, boolean>(user === undefined ? [] : [[`user:${user.key}`, true]]);
  for (const form of [name, ...nameForms.flatMap((form) => names[form] ?? [])])
    if (isTelling(form, type)) {
      const key = keyOf(form, type);
      keys.set(key, keys.get(key) === true || form === name);
    }
  return keys;
}

/** A place may be a city in one article and an island in another: all kinds of places are linked by name. */
function keyOf(form: string, type: EntityType): string {
  return `${kindOf(type)}:${canonicalForm(fold(form))}`;
}

/** A Latin surname alone, or one character, tells no one person or thing. */
function isTelling(form: string, type: EntityType): boolean {
  if (type === 'PERSON' && !isHan(form)) return /[ .]/.test(form.trim());
  return form.length >= 2;
}

function joinByName(nodes: readonly Node[], groups: Groups): void {
  const owner = new Map<string, number>();
  nodes.forEach((node, index) => {
    for (const [key, own] of node.keys) {
      const first = owner.get(key);
      const other = first === undefined ? undefined : nodes[first];
      if (first === undefined || other === undefined) {
        owner.set(key, index);
        continue;
      }
      const spelled = own && other.keys.get(key) === true;
      groups.join(first, index, spelled ? 'spelling' : listing(other.entity, node.entity), [
        other.entity.name,
        node.entity.name,
      ]);
    }
  });
}

function listing(a: CountedEntity, b: CountedEntity): LinkRule {
  return [a, b].some(({ name }) => knownNames(fold(name)).length > 0) ? 'lexicon' : 'dictionary';
}

/**
 * A person or a place known by a romanised name only joins the one Chinese name of the corpus that sounds so; if two do,
 * it stays apart.
 */
function joinByRomanization(nodes: readonly Node[], groups: Groups): void {
  const clusters = clustersOf(nodes, groups);
  const heard = new Map<string, Map<number, { readonly form: string; readonly rule: LinkRule }>>();
  for (const { root, nodes: members } of clusters)
    for (const { key, rule, form } of soundsOf(members, true)) {
      const forms = heard.get(key) ?? new Map();
      if (!forms.has(root)) forms.set(root, { form, rule });
      heard.set(key, forms);
    }
  for (const { root, nodes: members } of clusters) {
    if (members.some(({ entity }) => isHan(entity.name) || entity.aliases.some(isHan))) continue;
    const sounds = soundsOf(members, false);
    const fits = new Map(
      sounds.flatMap(({ key, form }) => [...(heard.get(key) ?? [])].map(([at, how]) => [at, { ...how, latin: form }])),
    );
    const [fit] = fits;
    if (fits.size === 1 && fit !== undefined) groups.join(fit[0], root, fit[1].rule, [fit[1].form, fit[1].latin]);
  }
}

/** The romanised keys of a cluster's Chinese names, or those of its Latin ones. */
function soundsOf(cluster: readonly Node[], han: boolean): (RomanKey & { readonly form: string })[] {
  return cluster.flatMap(({ entity }) => {
    const kind = kindOf(entity.type);
    const read = kind === 'PERSON' ? romanKeys : kind === 'PLACE' ? romanPlaceKeys : () => [];
    return [entity.name, ...entity.aliases]
      .filter((form) => isHan(form) === han)
      .flatMap((form) => read(fold(form)).map(({ key, rule }) => ({ key: `${kind}:${key}`, rule, form })));
  });
}

/** A cluster known only by a short form joins the one cluster that uses this form as an alias; if two do, it stays apart. */
function joinByAlias(nodes: readonly Node[], groups: Groups): void {
  const clusters = clustersOf(nodes, groups);
  const users = new Map<string, Map<number, string>>();
  for (const { root, nodes: members } of clusters)
    for (const { entity } of members)
      for (const alias of entity.aliases.filter((form) => isTelling(form, entity.type))) {
        const key = keyOf(alias, entity.type);
        users.set(key, (users.get(key) ?? new Map<number, string>()).set(root, entity.name));
      }
  for (const { root, nodes: members } of clusters) {
    const targets = new Map(
      members.flatMap(({ keys }) => [...keys.keys()].flatMap((key) => [...(users.get(key) ?? [])])),
    );
    targets.delete(root);
    const [target] = targets;
    if (targets.size === 1 && target !== undefined)
      groups.join(target[0], root, 'alias', [target[1], members[0]?.entity.name ?? '']);
  }
}

/** Forms of a thing that are compared with names of the other language: more would add short ones only. */
const mostForms = 6;

/** Names of one language that sound or mean the same as one of the other: how many were linked. */
function joinAcross(nodes: readonly Node[], groups: Groups): number {
  const clusters = clustersOf(nodes, groups);
  const single = clusters.flatMap(({ root, nodes: members }) => {
    const forms = new Map(
      members.flatMap(({ entity }) => [entity.name, ...entity.aliases].map((form) => [fold(form), form])),
    );
    // Initials stand beside names of either language.
    const scripts = new Set(
      [...forms.keys()].filter((form) => !/^[A-Z]{2,6}$/.test(form) || forms.size === 1).map(isHan),
    );
    const kind = kindOf(members[0]?.entity.type ?? 'ORG');
    const most = [...forms.keys()]
      .filter((form) => scripts.has(isHan(form)))
      .sort((a, b) => b.length - a.length || compare(a, b))
      .slice(0, mostForms);
    return scripts.size === 1 ? [{ root, kind, forms: most, written: forms }] : [];
  });
  const meet = neighbourhood(clusters);
  const together = (a: number, b: number) => meet(single[a]?.root ?? 0, single[b]?.root ?? 0);
  const links = linkAcross(single, together);
  for (const { han, latin, rule, forms } of links) {
    const [a, b] = [single[han], single[latin]];
    if (a === undefined || b === undefined) continue;
    groups.join(a.root, b.root, rule, [a.written.get(forms[0]) ?? forms[0], b.written.get(forms[1]) ?? forms[1]]);
  }
  return links.length;
}

interface Described {
  readonly members: readonly Node[];
  readonly hashed: string;
  readonly entity: Omit<CorpusEntity, 'id'>;
}

/** Ids of clusters; two that bear the same name (people known by a surname only) are told apart by their first document. */
function withIds(
  clusters: readonly { readonly members: readonly Node[]; readonly links: readonly Link[] }[],
  areMany = false,
): { entity: CorpusEntity; members: readonly Node[] }[] {
  const taken = new Map<string, number>();
  const described = clusters.map(({ members, links }): Described => ({ members, ...describe(members, links) }));
  for (const { hashed } of described) taken.set(hashed, (taken.get(hashed) ?? 0) + 1);
  return described.map(({ members, hashed, entity }) => {
    const first = members.map(({ documentId, index }) => `${documentId}:${index}`).sort(compare)[0];
    const content = areMany || (taken.get(hashed) ?? 0) > 1 ? `${hashed}\n${first}` : hashed;
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
    return { members, entity: { id: `${prefixOf(entity.type)}-${digest}`, ...entity } };
  });
}

function prefixOf(type: EntityType): string {
  return type
    .toLowerCase()
    .replace('person', 'per')
    .replace('work_of_art', 'work')
    .replace('language', 'lang')
    .replace('product', 'prod');
}

function describe(members: readonly Node[], links: readonly Link[]): Omit<Described, 'members'> {
  const user = members.find(({ entity }) => entity.user !== undefined)?.entity.user;
  const naming = user === undefined ? members : members.filter(({ entity }) => entity.user !== undefined);
  const type = naming[0]?.entity.type ?? 'ORG';
  const name = mostUsed(naming.map(({ entity }) => [entity.name, entity.mentions.length] as const)) ?? '';
  const names = Object.fromEntries(
    nameForms.map((form) => [form, mostUsed(naming.flatMap(({ entity }) => named(entity, form)))]),
  ) as Record<NameForm, string | null>;
  const forms = new Set(members.flatMap(({ entity }) => [entity.name, ...entity.aliases]));
  forms.delete(name);
  const reasons = [...members.flatMap(({ entity }) => entity.why), ...links].map(reasonOf);
  return {
    hashed: `${type}\n${canonicalForm(fold(names['zh-Hans'] ?? names.en ?? name))}`,
    entity: {
      type,
      name,
      names,
      aliases: [...forms].sort(compare),
      mentions: members.reduce((sum, { entity }) => sum + entity.mentions.length, 0),
      documents: new Set(members.map(({ documentId }) => documentId)).size,
      wikidata: user?.wikidata ?? null,
      ticker: user?.ticker ?? null,
      why: [...new Set(reasons)].sort(compare),
    },
  };
}

function named(entity: CountedEntity, form: NameForm): [string, number][] {
  const name = entity.names[form];
  return name === null ? [] : [[name, entity.mentions.length]];
}

/** The form with the most mentions; of equals the longer, then the first by code point. */
function mostUsed(forms: readonly (readonly [string, number])[]): string | null {
  const counts = new Map<string, number>();
  for (const [form, count] of forms) counts.set(form, (counts.get(form) ?? 0) + count);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || compare(a, b));
  return sorted[0]?.[0] ?? null;
}
