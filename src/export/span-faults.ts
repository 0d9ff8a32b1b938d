import { countCodePoints, unitOffsets } from '../text/code-points.js';

/** No article is nested as deep as this. */
const deepest = 50;

/** Texts in messages are cut after so many characters. */
const longest = 20;

/** The names of two numbers that are the ends of a span. */
const ends = [
  ['start', 'end'],
  ['rawStart', 'rawEnd'],
] as const;

/** Where something is wrong, and what. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

/**
 * The first thing in `layers`, whatever they hold, that says where it stands and does not stand there: its ends are no places of
 * `text` in code points, or what is between them is not its `text`. A clause that names it by its path, or null.
 */
export function faultOfSpans(text: string, layers: Readonly<Record<string, unknown>>): string | null {
  const at = unitOffsets(text);
  const length = countCodePoints(text);
  const fault = faultWithin(layers, 0);
  return fault && `${fault.path.join('.')}: ${fault.what}`;

  function faultWithin(value: unknown, depth: number): Fault | null {
    if (typeof value !== 'object' || value === null) return null;
    if (depth > deepest) return { path: [], what: 'it is nested too deep' };
    const what = Array.isArray(value) ? null : faultOf(value as Readonly<Record<string, unknown>>);
    if (what !== null) return { path: [], what };
    for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      const fault = faultWithin(inner, depth + 1);
      if (fault !== null) return { path: [key, ...fault.path], what: fault.what };
    }
    return null;
  }

  function faultOf(span: Readonly<Record<string, unknown>>): string | null {
    for (const [first, last] of ends) {
      const [start, end] = [span[first] ?? null, span[last] ?? null];
      if (start === null && end === null) continue;
      if (!isOffset(start) || !isOffset(end)) return `${first} and ${last} are not two whole numbers from 0`;
      if (start > end) return `${first} ${start} is behind ${last} ${end}`;
      if (first !== 'start') continue;
      if (end > length) return `${last} ${end} is beyond the text, which has ${length} characters`;
      const found = text.slice(at(start), at(end));
      if (typeof span.text === 'string' && span.text !== found)
        return `${start} to ${end} is "${brief(found)}" and not "${brief(span.text)}"; offsets are code points`;
    }
    return null;
  }
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function brief(text: string): string {
  const points = Array.from(text.slice(0, 2 * longest + 2));
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : text;
}
