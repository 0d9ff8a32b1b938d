import { createHash } from 'node:crypto';
import { type EntityType, type Link, type NameForm, nameForms } from '../document/types.js';
import { fold } from '../script/fold.js';
import { byCodePoint } from '../text/code-points.js';
import { type CountedEntity, type Node, toNode } from './corpus-nodes.js';
import { canonicalForm } from './forms.js';
import { reasonOf } from './reasons.js';

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

/** The corpus entity of a nameless one that stays apart from those of other articles. */
export function entityApart(entity: CountedEntity, documentId: string, index: number): CorpusEntity {
  const [{ entity: described } = { entity: null }] = withIds(
    [{ members: [toNode(documentId, index, entity)], links: [] }],
    true,
  );
  if (described === null) throw new Error('An entity was lost.');
  return described;
}

interface Described {
  readonly members: readonly Node[];
  readonly hashed: string;
  readonly entity: Omit<CorpusEntity, 'id'>;
}

/** Ids of clusters; two that bear the same name (people known by a surname only) are told apart by their first document. */
export function withIds(
  clusters: readonly { readonly members: readonly Node[]; readonly links: readonly Link[] }[],
  areMany = false,
): { entity: CorpusEntity; members: readonly Node[] }[] {
  const taken = new Map<string, number>();
  const described = clusters.map(({ members, links }): Described => ({ members, ...describe(members, links) }));
  for (const { hashed } of described) taken.set(hashed, (taken.get(hashed) ?? 0) + 1);
  return described.map(({ members, hashed, entity }) => {
    const first = members.map(({ documentId, index }) => `${documentId}:${index}`).sort(byCodePoint)[0];
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
      aliases: [...forms].sort(byCodePoint),
      mentions: members.reduce((sum, { entity }) => sum + entity.mentions.length, 0),
      documents: new Set(members.map(({ documentId }) => documentId)).size,
      wikidata: user?.wikidata ?? null,
      ticker: user?.ticker ?? null,
      why: [...new Set(reasons)].sort(byCodePoint),
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
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || byCodePoint(a, b));
  return sorted[0]?.[0] ?? null;
}
