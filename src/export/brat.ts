import { fileNames } from './file-names.js';
import type { ExportFormat, Resource } from './format.js';
import { toGold } from './gold-article.js';
import { allMarkLabels, type Mark, type MarkedArticle, markAttributes, markLinks, toMarks } from './marks.js';

/** Where the files of the collection lie, and which of them tells the ids and fields of its documents. */
export const bratFolder = 'brat';
export const bratDocuments = 'documents.jsonl';

/**
 * brat standoff: a text and an `.ann` for each article, by code points as brat's server counts. Free values (`value`,
 * `begin`, `unit` …) are a note in JSON, choices attributes, those of several values one attribute for each value.
 */
export const brat: ExportFormat = {
  name: 'brat',
  description: 'brat: a collection of standoff files with its annotation.conf',
  open(create) {
    const nameOf = fileNames();
    const config = create(`${bratFolder}/annotation.conf`);
    config.write(annotationConfig());
    const documents = create(`${bratFolder}/${bratDocuments}`);
    const resources: Resource[] = [];
    let rows = 0;
    return {
      add({ article }) {
        const marked = toMarks(toGold(article));
        const name = nameOf(marked.id);
        const { id, lang, script, published } = marked;
        documents.write(`${JSON.stringify({ file: name, id, lang, script, published })}\n`);
        const [text, annotations] = [create(`${bratFolder}/${name}.txt`), create(`${bratFolder}/${name}.ann`)];
        const lines = toStandoff(marked);
        text.write(marked.text);
        annotations.write(lines.map((line) => `${line}\n`).join(''));
        rows++;
        resources.push(
          {
            name: `brat-text-${rows}`,
            description: 'The text of an article, for brat.',
            ...{ format: 'txt', mediatype: 'text/plain', rows: 1, file: text.close() },
          },
          {
            name: `brat-annotations-${rows}`,
            description: 'The annotations of an article in brat standoff.',
            ...{ format: 'ann', mediatype: 'text/plain', rows: lines.length, file: annotations.close() },
          },
        );
      },
      close: () => [
        {
          name: 'brat-config',
          description: 'The types of annotations in the brat collection.',
          ...{ format: 'conf', mediatype: 'text/plain', rows: 1, file: config.close() },
        },
        {
          name: 'brat-documents',
          description: 'Which file of the brat collection is which article; brat itself passes it over.',
          ...{ format: 'jsonl', mediatype: 'application/jsonl', rows, file: documents.close() },
        },
        ...resources,
      ],
    };
  },
};

/** The lines of the `.ann` file. */
function toStandoff({ text, marks, links }: MarkedArticle): string[] {
  const points = Array.from(text);
  const ids = new Map(marks.map(({ id }, i) => [id, `T${i + 1}`]));
  const attributes = marks.flatMap((mark, i) =>
    attributesOf(mark).map((attribute) => ({ attribute, of: `T${i + 1}` })),
  );
  const notes = marks.flatMap((mark, i) => {
    const note = noteOf(mark);
    return note === null ? [] : [{ note, of: `T${i + 1}` }];
  });
  return [
    ...marks.map((mark, i) => `T${i + 1}\t${mark.label} ${fragments(points, mark)}`),
    ...links.map(({ type, from, to }, i) => `R${i + 1}\t${type} Arg1:${ids.get(from)} Arg2:${ids.get(to)}`),
    ...attributes.map(({ attribute: [name, ...value], of }, i) => `A${i + 1}\t${[name, of, ...value].join(' ')}`),
    ...notes.map(({ note, of }, i) => `#${i + 1}\tAnnotatorNotes ${of}\t${note}`),
  ];
}

/** Offsets and words; a span over several lines is one fragment a line, as brat has it. */
function fragments(points: readonly string[], { start, end }: Mark): string {
  const parts: string[] = [];
  const words: string[] = [];
  for (let from = start; from < end; ) {
    let to = from;
    while (to < end && points[to] !== '\n') to++;
    if (to > from) {
      parts.push(`${from} ${to}`);
      words.push(points.slice(from, to).join(''));
    }
    from = to + 1;
  }
  return `${parts.join(';')}\t${words.join(' ')}`;
}

function attributesOf({ label, attributes }: Mark): string[][] {
  return markAttributes
    .filter(({ values, labels }) => values !== null && labels.includes(label))
    .flatMap(({ name, several, values }) => {
      const chosen = attributes[name] ?? [];
      return several || values?.length === 1
        ? chosen.map((value) => [flagOf(name, value)])
        : chosen.map((value) => [name, value]);
    });
}

/** The name of the attribute that says that an attribute has this value, where it may have several. */
export function flagOf(name: string, value: string): string {
  return `${name}-${value}`;
}

/** The free values of a mark as a JSON object, or null where there are none. */
function noteOf({ label, attributes }: Mark): string | null {
  const values = markAttributes
    .filter(({ values, labels }) => values === null && labels.includes(label))
    .flatMap(({ name }) => (attributes[name]?.[0] === undefined ? [] : [[name, attributes[name]?.[0]]]));
  return values.length === 0 ? null : JSON.stringify(Object.fromEntries(values));
}

function annotationConfig(): string {
  return [
    '[entities]',
    ...allMarkLabels,
    '',
    '[relations]',
    ...markLinks.map(({ type, from, to }) => `${type}\tArg1:${from}, Arg2:${to}`),
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    ...markAttributes.flatMap(({ name, labels, values, several }) => {
      const of = `Arg:${labels.join('|')}`;
      if (values === null) return [];
      if (several || values.length === 1) return values.map((value) => `${flagOf(name, value)}\t${of}`);
      return [`${name}\t${of}, Value:${values.join('|')}`];
    }),
    '',
  ].join('\n');
}
