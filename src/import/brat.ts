import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bratDocuments, bratFolder, flagOf } from '../export/brat.js';
import { type Mark, type MarkLink, markAttributes } from '../export/marks.js';
import { byCodePoint } from '../text/code-points.js';
import { fromMarks, type ReadMarks, sameWords } from './from-marks.js';
import { type AnnotationReader, ImportError, parseJson, parseLines, readUtf8 } from './reader.js';

const field = z.string().nullable().default(null);
const documentSchema = z.object({ file: z.string(), id: z.string(), lang: field, script: field, published: field });
type BratDocument = z.infer<typeof documentSchema>;

/** A directory of brat standoff, or an export with one in it. */
export const bratReader: AnnotationReader = {
  name: 'brat standoff',
  recognizes: ({ path, isDirectory }) => isDirectory && folderIn(path) !== null,
  read({ path }) {
    const folder = folderIn(path) ?? path;
    const names = filesIn(folder);
    const documents = documentsIn(folder);
    const inOrder = [...documents.values()].map(({ file }) => file).filter((file) => names.includes(file));
    const others = names.filter((name) => !documents.has(name));
    return [...inOrder, ...others].map((name) =>
      readDocument(folder, documents.get(name) ?? { file: name, id: name, lang: null, script: null, published: null }),
    );
  },
};

function folderIn(path: string): string | null {
  return [path, join(path, bratFolder)].find((folder) => existsSync(folder) && filesIn(folder).length > 0) ?? null;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .map((name) => name.slice(0, -'.ann'.length))
    .sort(byCodePoint);
}

function documentsIn(folder: string): Map<string, BratDocument> {
  const path = join(folder, bratDocuments);
  if (!existsSync(path)) return new Map();
  const rows = parseLines(readUtf8(path, bratDocuments)).map(({ line, value }) => {
    const parsed = documentSchema.safeParse(value);
    if (!parsed.success) throw new ImportError(`line ${line} of ${bratDocuments} has no "file" and "id"`);
    return parsed.data;
  });
  return new Map(rows.map((row) => [row.file, row]));
}

function readDocument(folder: string, { file, id, lang, script, published }: BratDocument): ReadMarks {
  const textFile = join(folder, `${file}.txt`);
  if (!existsSync(textFile)) throw new ImportError(`there is no ${file}.txt beside ${file}.ann`);
  const text = readUtf8(textFile, `${file}.txt`);
  const { marks, links, problems } = parseStandoff(readUtf8(join(folder, `${file}.ann`), `${file}.ann`), file, text);
  const read = fromMarks({ id, lang, script, published, text, marks, links });
  return { article: read.article, problems: [...problems.map((problem) => `${id}: ${problem}`), ...read.problems] };
}

interface Standoff {
  readonly marks: readonly Mark[];
  readonly links: readonly MarkLink[];
  readonly problems: readonly string[];
}

/** The lines T, R, A (or M) and #; E, N and * are told of and left out, and so is a T whose words are not at its place in `text`. */
function parseStandoff(content: string, file: string, text: string): Standoff {
  const points = Array.from(text);
  const marks = new Map<string, Mark & { attributes: Record<string, string[]> }>();
  const links: MarkLink[] = [];
  const problems: string[] = [];
  const lines = content.split(/\r?\n/).map((line, i) => ({ line, place: `${file}.ann, line ${i + 1}` }));
  for (const { line, place } of lines) {
    if (!line.startsWith('T')) continue;
    const bound = textBoundIn(line, points);
    if (bound === null) throw new ImportError(`${place} is no text-bound annotation`);
    const { mark, words, found } = bound;
    if (marks.has(mark.id)) problems.push(`${place} has the number of a line before it, ${mark.id}; it was left out`);
    else if (sameWords(words, found)) marks.set(mark.id, { ...mark, attributes: {} });
    else problems.push(`${place} is "${words}", and at its place in ${file}.txt stands "${found}"; it was left out`);
  }
  for (const { line, place } of lines) {
    const [relation, attribute, note] = [relationIn(line), attributeIn(line), noteIn(line)];
    if (relation !== null) links.push(relation);
    else if (attribute !== null) set(attribute.of, attribute.name, [attribute.value], place);
    else if (note !== null)
      for (const [name, value] of Object.entries(valuesOf(note.text, place))) set(note.of, name, [value], place);
    else if (/^[^T\s]/.test(line)) problems.push(`${place} is of a kind that is not read`);
  }
  return { marks: [...marks.values()], links, problems };

  function set(of: string, name: string, values: readonly string[], place: string): void {
    const attributes = marks.get(of)?.attributes;
    if (!markAttributes.some((one) => one.name === name))
      problems.push(`${place}: attribute "${name}" is none of wenmai's`);
    else if (attributes === undefined) problems.push(`${place} is about ${of}, which there is not`);
    else attributes[name] = [...(attributes[name] ?? []), ...values];
  }
}

/** A mark from the first of its pieces to the last; what it says its words are, and what stands in its pieces. */
function textBoundIn(line: string, points: readonly string[]): { mark: Mark; words: string; found: string } | null {
  const [, id = '', label = '', places = '', words = ''] =
    /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/.exec(line) ?? [];
  const pieces = places.split(';').map((piece) => piece.split(' ').map(Number));
  const [start, end] = [pieces[0]?.[0], pieces.at(-1)?.[1]];
  if (id === '' || start === undefined || end === undefined) return null;
  const found = pieces.map(([from, to]) => points.slice(from, to).join('')).join(' ');
  return { mark: { id, label, start, end, text: '', attributes: {} }, words, found };
}

function relationIn(line: string): MarkLink | null {
  const match = /^R\d+\t(\S+) Arg1:(\S+) Arg2:(\S+)/.exec(line);
  return match && { type: match[1] ?? '', from: match[2] ?? '', to: match[3] ?? '' };
}

/** An attribute with a value, or one whose name says the value of an attribute that has several. */
function attributeIn(line: string): { of: string; name: string; value: string } | null {
  const match = /^[AM]\d+\t(\S+) (\S+)(?: (\S+))?/.exec(line);
  if (match === null) return null;
  const [, written = '', of = '', given] = match;
  const flags = markAttributes.flatMap(({ name, values }) => (values ?? []).map((value) => ({ name, value })));
  const flag = given === undefined ? flags.find(({ name, value }) => flagOf(name, value) === written) : undefined;
  return { of, ...(flag ?? { name: written, value: given ?? 'yes' }) };
}

function noteIn(line: string): { of: string; text: string } | null {
  const match = /^#\d+\tAnnotatorNotes (\S+)\t(.*)$/.exec(line);
  return match && { of: match[1] ?? '', text: match[2] ?? '' };
}

/** The values in a note: a JSON object, or one value alone, as an annotator writes it. */
function valuesOf(note: string, place: string): Record<string, string> {
  if (!note.startsWith('{')) return { value: note };
  const parsed = z
    .record(z.string(), z.union([z.string(), z.number()]).transform(String))
    .safeParse(parseJson(note, `the note in ${place}`));
  if (!parsed.success) throw new ImportError(`the note in ${place} is no JSON object of texts`);
  return parsed.data;
}
