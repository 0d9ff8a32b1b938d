import { z } from 'zod';

/** What schema.org says of an article, as it stands there. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
}

const objectSchema = z.record(z.string(), z.unknown());
type JsonObject = z.infer<typeof objectSchema>;

const articleType = /(?:Article|Posting|Report|Reportage)$/;
/** Where a page's own article may stand in what describes the page. */
const holders = ['@graph', 'mainEntity', 'mainEntityOfPage'];
/** How deep one may stand in another. */
const deepest = 4;

/** The articles that the JSON-LD `scripts` of a page describe, those of the page itself before those that it lists. */
export function readLinkedArticles(scripts: readonly string[]): LinkedArticle[] {
  const objects = scripts.flatMap((script) => objectsIn(parse(script), 0));
  const byId = new Map(
    objects.flatMap((object) => (typeof object['@id'] === 'string' ? [[object['@id'], object]] : [])),
  );
  const resolve = (value: unknown): unknown => {
    const object = toObject(value);
    const reference = object?.['@id'];
    return typeof reference === 'string' && object?.name === undefined ? (byId.get(reference) ?? value) : value;
  };
  return objects.filter(isArticle).map((object) => ({
    headline: toText(object.headline) ?? toText(object.name),
    authors: toNames(object.author ?? object.creator, resolve),
    publisher: toNames(object.publisher ?? object.sourceOrganization, resolve)[0] ?? null,
    published: toText(object.datePublished) ?? toText(object.dateCreated),
  }));
}

function parse(script: string): unknown {
  const json = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>|;)\s*$/g, '');
  for (const text of [json, json.replace(/[\u0000-\u001f]+/g, ' ')])
    try {
      return JSON.parse(text);
    } catch {
      // Line ends inside strings are a common slip; the second try is without them.
    }
  return null;
}

function toObject(value: unknown): JsonObject | null {
  return objectSchema.safeParse(value).data ?? null;
}

function objectsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((member) => objectsIn(member, depth + 1));
  const object = toObject(value);
  if (object === null) return [];
  return [object, ...holders.flatMap((holder) => objectsIn(object[holder], depth + 1))];
}

function isArticle(object: JsonObject): boolean {
  return [object['@type']].flat().some((type) => typeof type === 'string' && articleType.test(type));
}

/** Names of one or more persons or organizations, each an object, a reference or a string. */
function toNames(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return [value]
    .flat()
    .map(resolve)
    .flatMap((party) => (typeof party === 'string' ? [party] : [toObject(party)?.name].flat()))
    .flatMap((name) => toText(name) ?? []);
}

function toText(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first !== 'string') return null;
  const text = first.replace(/\s+/g, ' ').trim();
  return text === '' || /^https?:/.test(text) ? null : text;
}
