import type { LinkRule } from '../document/types.js';
import { knownNames } from '../lexicons/names.js';
import { fold } from '../script/fold.js';
import { byCodePoint } from '../text/code-points.js';
import { linkAcross } from './across.js';
import { type CountedEntity, isTelling, keyOf, type Node, pick } from './corpus-nodes.js';
import { isHan } from './forms.js';
import type { Groups } from './groups.js';
import { kindOf } from './link.js';
import { isPartOf } from './namesakes.js';
import { neighbourhood } from './neighbours.js';
import { type RomanKey, romanKeys, romanPlaceKeys } from './romanization.js';

/** Nodes that are one thing so far, by their index in the list of all. */
interface Cluster {
  readonly root: number;
  readonly nodes: readonly Node[];
}

function clustersOf(nodes: readonly Node[], groups: Groups): Cluster[] {
  return groups.list().map(({ members }) => ({ root: members[0] ?? 0, nodes: pick(nodes, members) }));
}

/** Joins what bears the same telling name: the same full form, or the same entry of the user. */
export function joinByName(nodes: readonly Node[], groups: Groups): void {
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
export function joinByRomanization(nodes: readonly Node[], groups: Groups): void {
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

/** 教育局, a well-known name by itself, where an article calls 台南市教育局 so. */
function isListedPart(form: string, { name, type }: CountedEntity): boolean {
  return isPartOf(fold(name), fold(form), type) && knownNames(fold(form)).length > 0;
}

/** A cluster known only by a short form joins the one cluster that uses this form as an alias; if two do, it stays apart. */
export function joinByAlias(nodes: readonly Node[], groups: Groups): void {
  const clusters = clustersOf(nodes, groups);
  const users = new Map<string, Map<number, string>>();
  for (const { root, nodes: members } of clusters)
    for (const { entity } of members)
      for (const alias of entity.aliases.filter(
        (form) => isTelling(form, entity.type) && !isListedPart(form, entity),
      )) {
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
export function joinAcross(nodes: readonly Node[], groups: Groups): number {
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
      .sort((a, b) => b.length - a.length || byCodePoint(a, b))
      .slice(0, mostForms);
    return scripts.size === 1 ? [{ root, kind, forms: most, written: forms }] : [];
  });
  const meet = neighbourhood(clusters);
  const together = (a: number, b: number) => meet(single[a]?.root ?? 0, single[b]?.root ?? 0);
  const links = linkAcross(single, together, 'corpus');
  for (const { han, latin, rule, forms } of links) {
    const [a, b] = [single[han], single[latin]];
    if (a === undefined || b === undefined) continue;
    groups.join(a.root, b.root, rule, [a.written.get(forms[0]) ?? forms[0], b.written.get(forms[1]) ?? forms[1]]);
  }
  return links.length;
}
