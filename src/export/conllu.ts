import { fileNames } from './file-names.js';
import type { ExportFormat } from './format.js';
import type { AnnotatedArticle, AnnotatedMention } from './schema.js';
import { type Word, withoutOverlap, wordsOf } from './words.js';

/**
 * CoNLL-U: the sentences and tokens of every article in one file. MISC has the names in the form of CorefUD
 * (`Entity=(e1-ORG)`), and names, times and quantities as `NE=B-ORG` in the tags of spaCy's converter (B, I, L, U). There
 * is no syntax: those columns are `_`.
 */
export const conllu: ExportFormat = {
  name: 'conllu',
  description: 'CoNLL-U: sentences and tokens, with names, times and quantities in MISC',
  readsTokens: true,
  open(create) {
    const file = create('annotations.conllu');
    // UD keeps the slash in a sentence's id for itself, and ids have no spaces: the names that are safe for files are here too.
    const nameOf = fileNames();
    let [rows, entities] = [0, 0];
    return {
      add({ article }) {
        // Readers of CorefUD take one id for one entity throughout a file.
        const ids = new Map<string, string>();
        const sentences = sentencesOf(article, nameOf(article.id), (of) => {
          const known = ids.get(of) ?? `e${++entities}`;
          ids.set(of, known);
          return known;
        });
        file.write(sentences.join(''));
        rows += sentences.length;
      },
      close: () => [
        {
          name: 'conllu',
          description: 'One sentence a block; a comment "newdoc id" begins each article.',
          ...{ format: 'conllu', mediatype: 'text/x-conllu', rows, file: file.close() },
        },
      ],
    };
  },
};

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

function sentencesOf(article: AnnotatedArticle, name: string, entityId: (of: string) => string): string[] {
  const { id, mentions, times, quantities, sentences } = article;
  const names = withoutOverlap(mentions);
  const labelled: Labelled[] = withoutOverlap<Labelled>([...mentions, ...times, ...quantities]);
  const points = Array.from(article.text);
  const words = wordsOf(article, [...names, ...labelled, ...sentences]);
  const label = labelsOf(labelled);
  const entity = entitiesOf(names, entityId);
  const blocks: string[] = [];
  let [next, paragraph] = [0, -1];
  for (const sentence of sentences) {
    const inside: Word[] = [];
    for (let word = words[next]; word !== undefined && word.start < sentence.end; word = words[++next])
      inside.push(word);
    if (inside.length === 0) continue;
    const gaps = inside.map(({ end }, i) => points.slice(end, inside[i + 1]?.start ?? words[next]?.start).join(''));
    const isNew = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    const lines = [
      ...(blocks.length === 0 ? [`# newdoc id = ${inLine(id)}`, '# global.Entity = eid-etype'] : []),
      ...(isNew ? [`# newpar id = ${name}-p${paragraph + 1}`] : []),
      `# sent_id = ${name}-${sentence.id}`,
      `# text = ${inside.map(({ text }, i) => text + (i < inside.length - 1 && gaps[i] !== '' ? ' ' : '')).join('')}`,
      ...inside.map((word, i) => {
        const misc = [...entity(word), ...label(word), ...spaceAfter(gaps[i] ?? '')].join('|');
        return [i + 1, word.text, '_', '_', word.pos ?? '_', '_', '_', '_', '_', misc === '' ? '_' : misc].join('\t');
      }),
    ];
    blocks.push(`${lines.join('\n')}\n\n`);
  }
  return blocks;
}

/** The `NE` of a word, by the span that it is a part of. */
function labelsOf(spans: readonly Labelled[]): (word: Word) => string[] {
  let next = 0;
  return ({ start, end }) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = spans[next];
    if (span === undefined || span.start >= end) return [];
    const [first, last] = [span.start === start, span.end === end];
    return [`NE=${first ? (last ? 'U' : 'B') : last ? 'L' : 'I'}-${span.type}`];
  };
}

/** The `Entity` of a word at which a name begins or ends. A name of no entity is one of its own. */
function entitiesOf(names: readonly AnnotatedMention[], entityId: (of: string) => string): (word: Word) => string[] {
  const idOf = ({ entity, id }: AnnotatedMention) => entityId(entity ?? id);
  const starts = new Map(names.map((name) => [name.start, name]));
  const ends = new Map(names.map((name) => [name.end, name]));
  return ({ start, end }) => {
    const [opened, closed] = [starts.get(start), ends.get(end)];
    const opening = opened === undefined ? '' : `(${idOf(opened)}-${opened.type}`;
    const closing = closed === undefined ? '' : opened === closed ? ')' : `${idOf(closed)})`;
    return opening + closing === '' ? [] : [`Entity=${opening}${closing}`];
  };
}

/** What says which white space follows a word, in UDPipe's escapes where it is no single space. */
function spaceAfter(gap: string): string[] {
  if (gap === '') return ['SpaceAfter=No'];
  if (gap === ' ') return [];
  const escapes: Readonly<Record<string, string>> = { ' ': '\\s', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return [`SpacesAfter=${Array.from(gap, (character) => escapes[character] ?? character).join('')}`];
}

function inLine(id: string): string {
  return id.replace(/\s+/g, ' ');
}
