import { type EntityType, entityTypes } from '../../document/types.js';
import { linkCorpus } from '../../entities/corpus.js';
import { defaultPipeline } from '../../pipeline/default-pipeline.js';

/** A name in one sentence of a pair; `thing` is the number that its other names in the pair share. */
export interface MarkedName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly thing: string;
}

export interface MarkedSentence {
  readonly text: string;
  readonly names: readonly MarkedName[];
}

/** One sentence in English and in Chinese. */
export interface Pair {
  readonly id: string;
  readonly en: MarkedSentence;
  readonly zh: MarkedSentence;
}

/** Reads `id`, `en`, `zh`, `script`; comment lines start with `# `, and a header row names the columns. */
export function readPairs(content: string): Pair[] {
  return content
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# ') && !line.startsWith('id\t'))
    .map((line) => {
      const [id = '', en = '', zh = ''] = line.split('\t');
      return { id, en: readMarked(en), zh: readMarked(zh) };
    });
}

/** A sentence whose names are marked as `[surface|TYPE:n]`; offsets are UTF-16 units of its text. */
function readMarked(marked: string): MarkedSentence {
  const names: MarkedName[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\[([^[\]|]+)\|([A-Z_]+):(\d+)\]/g)) {
    text += marked.slice(at, match.index);
    const surface = match[1] ?? '';
    const type = entityTypes.find((one) => one === match[2]);
    if (type !== undefined)
      names.push({ start: text.length, end: text.length + surface.length, type, thing: match[3] ?? '' });
    text += surface;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), names };
}

/** A name that was not found as it is marked, or found and not linked. */
export interface Miss {
  readonly pair: string;
  readonly cause: 'zh' | 'en' | 'type' | 'link' | 'mixed-up';
  readonly what: string;
}

export interface PairFigures {
  readonly pairs: number;
  /** Pairs in which every marked thing is found in both languages and is one entity there, and no other thing is. */
  readonly whole: number;
  /** The same, and no person, organisation or place found that is not marked. */
  readonly exact: number;
  /** Things of which every mention was found in both languages, and those of them that are one entity. */
  readonly found: number;
  readonly linked: number;
  readonly things: number;
  readonly misses: readonly Miss[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly entity: string;
}

/**
 * Annotates the two sentences of each pair as two articles, links them as a corpus, and counts the pairs that give the
 * same people, organisations and places. With `together` all pairs make one corpus, where names have more rivals.
 */
export function measurePairs(pairs: readonly Pair[], together = false): PairFigures {
  const documents = pairs.flatMap(({ id, en, zh }) => [annotate(`${id}/en`, en.text), annotate(`${id}/zh`, zh.text)]);
  const ids = together ? linkCorpus(documents).ids : undefined;
  const results = pairs.map((pair, i) => {
    const both = documents.slice(2 * i, 2 * i + 2);
    const links = ids ?? linkCorpus(both).ids;
    const [en = [], zh = []] = both.map(({ documentId, found }) =>
      found.map(({ entity, ...span }): Found => ({ ...span, entity: links.get(documentId)?.[entity] ?? '' })),
    );
    return judge(pair, en, zh);
  });
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    pairs: pairs.length,
    whole: sum(({ misses }) => Number(misses.length === 0)),
    exact: sum(({ misses, extra }) => Number(misses.length === 0 && !extra)),
    found: sum(({ found }) => found),
    linked: sum(({ linked }) => linked),
    things: sum(({ things }) => things),
    misses: results.flatMap(({ misses }) => misses),
  };
}

function annotate(id: string, text: string) {
  const { mentions, entities } = defaultPipeline.run({ id, text });
  const found = entities.flatMap((entity, index) =>
    entity.mentions.flatMap((mention) => {
      const at = mentions[mention];
      return at === undefined ? [] : [{ start: at.start, end: at.end, type: at.type, entity: index }];
    }),
  );
  return { documentId: id, entities, found };
}

interface Result {
  readonly misses: readonly Miss[];
  readonly extra: boolean;
  readonly things: number;
  readonly found: number;
  readonly linked: number;
}

function judge({ id, en, zh }: Pair, foundEn: readonly Found[], foundZh: readonly Found[]): Result {
  const misses: Miss[] = [];
  const things = [...new Set([...en.names, ...zh.names].map(({ thing }) => thing))];
  const entityOf = new Map<string, string>();
  let [whole, linked] = [0, 0];
  for (const thing of things) {
    const sides = [
      { language: 'en' as const, sentence: en, found: foundEn },
      { language: 'zh' as const, sentence: zh, found: foundZh },
    ];
    const entities = new Set<string>();
    const forms: string[] = [];
    let complete = true;
    for (const { language, sentence, found } of sides)
      for (const name of sentence.names.filter((one) => one.thing === thing)) {
        const form = sentence.text.slice(name.start, name.end);
        forms.push(form);
        const same = found.find(({ start, end }) => start === name.start && end === name.end);
        if (same !== undefined && kindOf(same.type) === kindOf(name.type)) entities.add(same.entity);
        else {
          complete = false;
          misses.push({ pair: id, ...causeOf(language, name, form, same, found, sentence) });
        }
      }
    if (!complete) continue;
    whole++;
    const [entity = ''] = entities;
    const owner = entityOf.get(entity);
    if (entities.size > 1) misses.push({ pair: id, cause: 'link', what: forms.join(' / ') });
    else if (owner !== undefined) misses.push({ pair: id, cause: 'mixed-up', what: `${forms.join(' / ')} = ${owner}` });
    else linked++;
    entityOf.set(entity, forms.join(' / '));
  }
  const extra = [en, zh].some((sentence, i) =>
    (i === 0 ? foundEn : foundZh).some(
      ({ start, end, type }) =>
        kindOf(type) !== null && !sentence.names.some((name) => name.start === start && name.end === end),
    ),
  );
  return { misses, extra, things: things.length, found: whole, linked };
}

function causeOf(
  language: 'en' | 'zh',
  name: MarkedName,
  form: string,
  same: Found | undefined,
  found: readonly Found[],
  { text }: MarkedSentence,
): Omit<Miss, 'pair'> {
  if (same !== undefined) return { cause: 'type', what: `${form}: ${name.type} found as ${same.type}` };
  const over = found
    .filter(({ start, end }) => start < name.end && end > name.start)
    .map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);
  return { cause: language, what: `${form} ${name.type}${over.length > 0 ? `: found ${over.join(', ')}` : ''}` };
}

/** What kind of place a place is, the two languages may see differently. */
function kindOf(type: EntityType): string | null {
  if (type === 'GPE' || type === 'LOC' || type === 'FAC') return 'PLACE';
  return type === 'PERSON' || type === 'ORG' ? type : null;
}
