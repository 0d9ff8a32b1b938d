import { createHash } from 'node:crypto';
import { type Entity, type EntityType, type NameForm, nameForms } from '../document/types.js';
import { fold } from '../script/fold.js';
import { canonicalForm } from './forms.js';
import { romanKeys, romanPlaceKeys } from './romanization.js';

/** The entities of one article. */
export interface DocumentEntities {
  readonly documentId: string;
  readonly entities: readonly Entity[];
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
}

export interface CorpusEntities {
  /** Sorted by id. */
  readonly entities: readonly CorpusEntity[];
  /** For each document id, the corpus entity of each of its entities, by index. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

interface Node {
  readonly documentId: string;
  readonly index: number;
  readonly entity: Entity;
}

/**
 * Merges the entities of articles that share their type and a telling form of their name. The result does not depend
 * on the order of the documents.
 */
export function linkCorpus(documents: readonly DocumentEntities[]): CorpusEntities {
  const nodes = [...documents]
    .sort((a, b) => compare(a.documentId, b.documentId))
    .flatMap(({ documentId, entities }) => entities.map((entity, index): Node => ({ documentId, index, entity })));
  const ids = new Map(documents.map(({ documentId, entities }) => [documentId, entities.map(() => '')]));
  const entities = withIds(joinByAlias(joinByRomanization(joinByName(nodes)))).map(({ entity, members }) => {
    for (const { documentId, index } of members) ids.get(documentId)?.splice(index, 1, entity.id);
    return entity;
  });
  return { entities: entities.sort((a, b) => compare(a.id, b.id)), ids };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Forms that name the entity in full: its own name and its names in three forms. */
function fullNames({ type, name, names }: Entity): string[] {
  const forms = [name, ...nameForms.flatMap((form) => names[form] ?? [])];
  return [
    ...new Set(
      forms.filter((form) => isTelling(form, type)).map((form) => `${kindOf(type)}:${canonicalForm(fold(form))}`),
    ),
  ];
}

/** A place may be a city in one article and an island in another: all kinds of places are linked by name. */
function kindOf(type: EntityType): string {
  return type === 'GPE' || type === 'LOC' || type === 'FAC' ? 'PLACE' : type;
}

/** A Latin surname alone, or one character, tells no one person or thing. */
function isTelling(form: string, type: EntityType): boolean {
  const han = /\p{Script=Han}/u.test(form);
  if (type === 'PERSON' && !han) return /[ .]/.test(form.trim());
  return form.length >= 2;
}

function joinByName(nodes: readonly Node[]): Node[][] {
  const owner = new Map<string, Node[]>();
  const clusters = new Set<Node[]>();
  for (const node of nodes) {
    let cluster = [node];
    for (const form of fullNames(node.entity)) {
      const other = owner.get(form);
      if (other === undefined || other === cluster) continue;
      clusters.delete(cluster);
      cluster = merge(owner, other, cluster);
    }
    clusters.add(cluster);
    for (const form of fullNames(node.entity)) owner.set(form, cluster);
  }
  return [...clusters];
}

/**
 * A person or a place known by a romanised name only joins the one Chinese name of the corpus that sounds so; if two do,
 * it stays apart.
 */
function joinByRomanization(clusters: readonly Node[][]): Node[][] {
  const heard = new Map<string, Set<Node[]>>();
  for (const cluster of clusters)
    for (const key of soundsOf(cluster, true)) heard.set(key, (heard.get(key) ?? new Set()).add(cluster));
  const joined = new Set<Node[]>();
  for (const cluster of clusters) {
    if (soundsOf(cluster, true).length > 0) continue;
    const targets = new Set(soundsOf(cluster, false).flatMap((key) => [...(heard.get(key) ?? [])]));
    const [target] = targets;
    if (targets.size !== 1 || target === undefined) continue;
    target.push(...cluster);
    joined.add(cluster);
  }
  return clusters.filter((cluster) => !joined.has(cluster));
}

/** The romanised keys of a cluster's Chinese names, or those of its Latin ones. */
function soundsOf(cluster: readonly Node[], han: boolean): string[] {
  return cluster.flatMap(({ entity }) => {
    const kind = kindOf(entity.type);
    const forms = [entity.name, ...entity.aliases].filter((form) => /\p{Script=Han}/u.test(form) === han);
    const keysOf = kind === 'PERSON' ? romanKeys : kind === 'PLACE' ? romanPlaceKeys : () => [];
    return forms.flatMap((form) => keysOf(fold(form))).map((key) => `${kind}:${key}`);
  });
}

/** Puts `added` into `kept`, and points every form of it there. */
function merge(owner: Map<string, Node[]>, kept: Node[], added: readonly Node[]): Node[] {
  kept.push(...added);
  for (const node of added) for (const form of fullNames(node.entity)) owner.set(form, kept);
  return kept;
}

/** A cluster known only by a short form joins the one cluster that uses this form as an alias; if two do, it stays apart. */
function joinByAlias(clusters: readonly Node[][]): Node[][] {
  const users = new Map<string, Set<Node[]>>();
  for (const cluster of clusters)
    for (const { entity } of cluster)
      for (const alias of entity.aliases.filter((form) => isTelling(form, entity.type))) {
        const form = `${kindOf(entity.type)}:${canonicalForm(fold(alias))}`;
        users.set(form, (users.get(form) ?? new Set()).add(cluster));
      }
  const joined = new Map<Node[], Node[]>();
  for (const cluster of clusters) {
    const targets = new Set(
      cluster.flatMap(({ entity }) => fullNames(entity)).flatMap((form) => [...(users.get(form) ?? [])]),
    );
    targets.delete(cluster);
    const [target] = targets;
    if (targets.size === 1 && target !== undefined && rootOf(joined, target) !== cluster) joined.set(cluster, target);
  }
  const result = new Map<Node[], Node[]>();
  for (const cluster of clusters) {
    const root = rootOf(joined, cluster);
    result.set(root, [...(result.get(root) ?? []), ...cluster]);
  }
  return [...result.values()];
}

function rootOf(joined: ReadonlyMap<Node[], Node[]>, cluster: Node[]): Node[] {
  let root = cluster;
  for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
  return root;
}

/** Ids of clusters; two that bear the same name (people known by a surname only) are told apart by their first document. */
function withIds(clusters: readonly (readonly Node[])[]): { entity: CorpusEntity; members: readonly Node[] }[] {
  const taken = new Map<string, number>();
  const described = clusters.map((members) => ({ members, ...describe(members) }));
  for (const { hashed } of described) taken.set(hashed, (taken.get(hashed) ?? 0) + 1);
  return described.map(({ members, hashed, entity }) => {
    const first = members.map(({ documentId, index }) => `${documentId}:${index}`).sort(compare)[0];
    const content = (taken.get(hashed) ?? 0) > 1 ? `${hashed}\n${first}` : hashed;
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

function describe(members: readonly Node[]): { hashed: string; entity: Omit<CorpusEntity, 'id'> } {
  const type = members[0]?.entity.type ?? 'ORG';
  const name = mostUsed(members.map(({ entity }) => [entity.name, entity.mentions.length] as const)) ?? '';
  const names = Object.fromEntries(
    nameForms.map((form) => [form, mostUsed(members.flatMap(({ entity }) => named(entity, form)))]),
  ) as Record<NameForm, string | null>;
  const forms = new Set(members.flatMap(({ entity }) => [entity.name, ...entity.aliases]));
  forms.delete(name);
  return {
    hashed: `${type}\n${canonicalForm(fold(names['zh-Hans'] ?? names.en ?? name))}`,
    entity: {
      type,
      name,
      names,
      aliases: [...forms].sort(compare),
      mentions: members.reduce((sum, { entity }) => sum + entity.mentions.length, 0),
      documents: new Set(members.map(({ documentId }) => documentId)).size,
      wikidata: null,
      ticker: null,
    },
  };
}

function named(entity: Entity, form: NameForm): [string, number][] {
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
