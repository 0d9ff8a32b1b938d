import { collectFaults, type PackageTable, valuesOf } from './check-table.js';
import { recordsOf } from './table-records.js';

/** The columns of a span: where it stands in the text of its document, and what stands there. */
interface SpanColumns {
  readonly start: string;
  readonly end: string;
  readonly text: string;
}

/** The texts of the documents by their id, from the table that has both. */
export async function readTexts(documents: PackageTable): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const { cells } of recordsOf(documents)) {
    const value = valuesOf(cells ?? [], documents.schema);
    const [id, text] = [value('document_id'), value('text')];
    if (id !== null && text !== null) texts.set(id, text);
  }
  return texts;
}

/** Each span of which the text is not what stands in its document between `start` and `end`, in code points, half-open. */
export async function checkSpans(table: PackageTable, texts: ReadonlyMap<string, string>): Promise<string[]> {
  const faults = collectFaults(table.path);
  const names = new Set(table.schema.fields.map(({ name }) => name));
  const spans = spansAmong(names);
  if (!names.has('document_id') || spans.length === 0) return [];
  let [row, current, points]: [number, string | undefined, readonly string[]] = [0, undefined, []];
  for await (const { cells } of recordsOf(table)) {
    if (cells === null) continue;
    row++;
    const value = valuesOf(cells, table.schema);
    const text = texts.get(value('document_id') ?? '');
    if (text === undefined) continue;
    if (text !== current) [current, points] = [text, Array.from(text)];
    for (const columns of spans) {
      const [start, end, said] = [value(columns.start), value(columns.end), value(columns.text)];
      if (start === null || end === null || said === null) continue;
      if (points.slice(Number(start), Number(end)).join('') !== said)
        faults.add(`row ${row}: ${columns.start} ${start} and ${columns.end} ${end} do not cut out ${columns.text}`);
    }
  }
  return [...faults.list];
}

/** `start`, `end` and `text`, and all that have the same word in front of all three. */
function spansAmong(names: ReadonlySet<string>): SpanColumns[] {
  return [...names]
    .filter((name) => name === 'text' || name.endsWith('_text'))
    .map((text) => text.slice(0, -'text'.length))
    .map((front) => ({ start: `${front}start`, end: `${front}end`, text: `${front}text` }))
    .filter(({ start, end }) => names.has(start) && names.has(end));
}
