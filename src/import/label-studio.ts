import { z } from 'zod';
import { labelStudioNames } from '../export/label-studio.js';
import type { Mark, MarkLink } from '../export/marks.js';
import { fromMarks, pointOfUnit, type ReadMarks } from './from-marks.js';
import { type AnnotationReader, type AnnotationSource, ImportError, parseJson } from './reader.js';

const resultSchema = z.object({
  id: z.string().optional(),
  from_name: z.string().optional(),
  type: z.string(),
  value: z.record(z.string(), z.unknown()).optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  direction: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
});
type Result = z.infer<typeof resultSchema>;

const annotationSchema = z.object({
  result: z.array(resultSchema),
  was_cancelled: z.boolean().nullish(),
  ground_truth: z.boolean().nullish(),
});

const text = z.string().nullish();
const taskSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  data: z.object({ text: z.string(), id: text, lang: text, script: text, published: text }),
  annotations: z.array(annotationSchema).optional(),
  predictions: z.array(annotationSchema).optional(),
});
type Task = z.infer<typeof taskSchema>;

/**
 * Label Studio's JSON, as wenmai writes it or as Label Studio exports it. Of several annotations of a task the ground
 * truth counts, or else the last that was not skipped; of a task that has no list of annotations, the prediction.
 */
export const labelStudioReader: AnnotationReader = {
  name: 'Label Studio JSON',
  recognizes: ({ content }) => /^\s*\[\s*(?:\{|\])/.test(content) || /^\s*\{[^{]*"data"\s*:/.test(content),
  read(source) {
    return tasksOf(source).flatMap((task, i) => readTask(task, task.data.id ?? String(task.id ?? i + 1)));
  },
};

function tasksOf({ content }: AnnotationSource): Task[] {
  const value = parseJson(content, 'the file');
  const parsed = z.array(taskSchema).safeParse(Array.isArray(value) ? value : [value]);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : `: ${issue.path.join('.')} ${issue.message}`;
  throw new ImportError(`it is no list of tasks with "data" and its "text"${where}`);
}

function readTask(task: Task, id: string): ReadMarks[] {
  const { lang = null, script = null, published = null, text } = task.data;
  const chosen = chosenOf(task);
  if (chosen === undefined) return [];
  const regions = new Map<string, Result[]>();
  for (const [i, result] of chosen.result.entries()) {
    if (result.type === 'relation') continue;
    const key = result.id ?? `result ${i + 1}`;
    regions.set(key, [...(regions.get(key) ?? []), result]);
  }
  const unplaced = [...regions].flatMap(([markId, results]) => toMark(markId, results) ?? []);
  const links = chosen.result.filter(({ type }) => type === 'relation').flatMap(toLinks);
  const fields = { id, lang: lang ?? null, script: script ?? null, published: published ?? null, text };
  return [fromMarks({ ...fields, marks: inCodePoints(text, unplaced), links })];
}

function chosenOf({ annotations, predictions }: Task): z.infer<typeof annotationSchema> | undefined {
  if (annotations === undefined) return predictions?.[0];
  const done = annotations.filter(({ was_cancelled }) => was_cancelled !== true);
  return done.find(({ ground_truth }) => ground_truth === true) ?? done.at(-1);
}

/** The mark of a region, or null for results that label nothing, as an answer about the whole text. */
function toMark(id: string, results: readonly Result[]): Mark | null {
  const region = results.find(({ from_name, type }) => type === 'labels' && from_name === labelStudioNames.labels);
  const { start, end, text: words, labels } = region?.value ?? {};
  const label = Array.isArray(labels) ? labels[0] : undefined;
  if (typeof label !== 'string') return null;
  const attributes: Record<string, string[]> = {};
  for (const { from_name, value } of results) {
    const given = value?.choices ?? value?.text;
    if (from_name === undefined || from_name === labelStudioNames.labels || given === undefined) continue;
    attributes[from_name] = (Array.isArray(given) ? given : [given]).map(String);
  }
  return {
    ...{ id, label, attributes, text: typeof words === 'string' ? words : '' },
    ...{ start: Number(start), end: Number(end) },
  };
}

/** The links of a relation: an arrow to the left goes from its second end to its first. */
function toLinks({ from_id: from, to_id: to, labels, direction }: Result): MarkLink[] {
  if (from === undefined || to === undefined) return [];
  return (labels ?? []).map((type) => (direction === 'left' ? { type, from: to, to: from } : { type, from, to }));
}

/**
 * The marks by code points. Old releases of Label Studio counted UTF-16 units: where the words of the marks fit those,
 * and do not fit code points, that is what they are.
 */
function inCodePoints(text: string, marks: readonly Mark[]): Mark[] {
  const point = pointOfUnit(text);
  const points = Array.from(text);
  const told = marks.filter(({ text: words }) => words !== '');
  const fits = (slice: (mark: Mark) => string) => told.filter((mark) => slice(mark) === mark.text).length;
  const asUnits = fits(({ start, end }) => text.slice(start, end));
  const asPoints = fits(({ start, end }) => points.slice(start, end).join(''));
  if (asUnits <= asPoints) return [...marks];
  return marks.map((mark) => ({ ...mark, start: point(mark.start), end: point(mark.end) }));
}
