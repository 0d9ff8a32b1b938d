import { z } from 'zod';
import type { Mark, MarkLink } from '../export/marks.js';
import { fromMarks, pointOfUnit, type ReadMarks } from './from-marks.js';
import { type AnnotationReader, ImportError, parseLines } from './reader.js';

const field = z.string().nullish();
const id = z.union([z.string(), z.number()]);
const spanSchema = z.tuple([z.number(), z.number(), z.string()]);
const exampleSchema = z
  .object({
    id: id.optional(),
    ...{ document_id: field, lang: field, script: field, published: field },
    text: z.string(),
    label: z.array(spanSchema).optional(),
    labels: z.array(spanSchema).optional(),
    entities: z.array(z.object({ id, label: z.string(), start_offset: z.number(), end_offset: z.number() })).optional(),
    relations: z.array(z.object({ from_id: id, to_id: id, type: z.string() })).optional(),
  })
  .refine(({ label, labels, entities }) => (label ?? labels ?? entities) !== undefined, 'has no label and no entities');
type Example = z.infer<typeof exampleSchema>;

/** doccano's JSONL, with spans alone or with relations. Values and entities are not in it. Offsets are UTF-16 units. */
export const doccanoReader: AnnotationReader = {
  name: 'doccano JSONL',
  recognizes: ({ content }) => /^\s*\{/.test(content) && /"(?:labels?|entities)"\s*:\s*\[/.test(content),
  read: ({ content }) =>
    parseLines(content).map(({ line, value }) => {
      const parsed = exampleSchema.safeParse(value);
      if (parsed.success) return readExample(parsed.data, line);
      const [issue] = parsed.error.issues;
      throw new ImportError(`line ${line} is no example of doccano: ${issue?.path.join('.')} ${issue?.message}`);
    }),
};

function readExample(example: Example, line: number): ReadMarks {
  const { document_id, lang = null, script = null, published = null, text, entities, relations = [] } = example;
  const point = pointOfUnit(text);
  const marks: Mark[] =
    entities?.map(({ id, label, start_offset, end_offset }) => markOf(`${id}`, start_offset, end_offset, label)) ??
    (example.label ?? example.labels ?? []).map(([start, end, label], i) => markOf(`${i + 1}`, start, end, label));
  const links = relations.map(({ type, from_id, to_id }): MarkLink => ({ type, from: `${from_id}`, to: `${to_id}` }));
  return fromMarks({
    ...{ id: document_id ?? String(example.id ?? line), lang, script, published, text, links },
    marks: marks.map((mark) => ({ ...mark, start: point(mark.start), end: point(mark.end) })),
  });
}

function markOf(id: string, start: number, end: number, label: string): Mark {
  return { id, label, start, end, text: '', attributes: {} };
}
