import type { Counts, Summary } from '../batch/summary.js';
import type { Problem } from '../document/provenance.js';
import type { SourceKind } from '../document/types.js';
import { relativePath } from '../input/discover.js';

const shownNames = 8;
const shownProblems = 20;

/** What to call claims whose source is no entity of its own. */
const sourceNames: Readonly<Record<SourceKind, string>> = {
  author: 'the author',
  person: 'other persons',
  organization: 'other organizations',
  publication: 'other publications',
  anonymous: 'unnamed sources',
  general: 'people in general',
};

/** The summary of a run, in aligned lines. */
export function renderSummary(summary: Summary, output: string): string {
  const {
    articles,
    characters,
    repairs,
    entities,
    times,
    undated,
    quantities,
    claims,
    sources,
    problems,
    topEntities,
  } = summary;
  const rows: [string, number, string][] = [
    ['articles', articles, `${group(characters)} characters`],
    ['repairs', sum(repairs), renderCounts(repairs)],
    [
      'entities',
      entities,
      topEntities
        .slice(0, shownNames)
        .map(({ name, mentions }) => `${name} ${mentions}`)
        .join(', '),
    ],
    ['times', times, undated > 0 ? `${articlesOf(undated)} no date, from which some count: see --published` : ''],
    ['quantities', quantities, ''],
    ['claims', claims, renderCounts(new Map([...sources].map(([name, count]) => [sourceName(name), count])))],
    ['problems', problems, problems > 0 ? `see ${output}/errors.csv` : ''],
  ];
  const width = Math.max(...rows.map(([, count]) => group(count).length));
  const lines = rows.map(([name, count, rest]) =>
    `${name.padEnd(10)}  ${group(count).padStart(width)}  ${printable(rest)}`.trimEnd(),
  );
  return `${lines.join('\n')}\n\nThe tables are in ${output}; datapackage.json there describes them.\n`;
}

function articlesOf(count: number): string {
  return count === 1 ? '1 article has' : `${group(count)} articles have`;
}

/**
 * One line for each problem, the first twenty of them; `all` says how many there are if not all are given, `list` which file
 * has them all, if one does. `show` turns a path in the output into one for the reader.
 */
export function renderProblems(
  problems: readonly Problem[],
  show: (path: string) => string,
  { all = problems.length, list = null }: { readonly all?: number; readonly list?: string | null } = {},
): string {
  const lines = problems.slice(0, shownProblems).map((problem) => `wenmai: ${renderProblem(problem, show)}\n`);
  const more = all - lines.length;
  const where = list === null ? '' : `; all are in ${printable(list)}`;
  return lines.join('') + (more > 0 ? `wenmai: ${group(more)} more problems${where}.\n` : '');
}

/** That former exports, which were met among the inputs, are none of them; `cwd` is where the reader stands. */
export function renderExports(directories: readonly string[], cwd: string): string {
  const shown = directories.slice(0, shownNames).map((path) => relativePath(cwd, path) || '.');
  const more = directories.length - shown.length;
  const names = printable([...shown, ...(more > 0 ? [`${more} more`] : [])].join(', '));
  return directories.length === 1
    ? `${names} was written by wenmai and was passed over; name a file in it to have it read.`
    : `${names} were written by wenmai and were passed over; name a file in them to have it read.`;
}

/** The message of a problem with the paths in it as `show` gives them. */
export function messageOf({ message, paths = [] }: Problem, show: (path: string) => string): string {
  return paths.reduce((text, path) => text.replaceAll(`"${path}"`, () => `"${show(path)}"`), message);
}

function renderProblem(problem: Problem, show: (path: string) => string): string {
  const { documentId, path, line } = problem;
  const message = messageOf(problem, show);
  const file = path === null ? '' : show(path);
  const place = line === null ? file : `${file}, line ${line}`;
  return printable(`${place === '' ? (documentId ?? '') : place}: ${message}`);
}

function sourceName(name: string): string {
  return Object.hasOwn(sourceNames, name) ? sourceNames[name as SourceKind] : name;
}

/** What an article says of itself must not steer a terminal, nor turn the direction of what stands around it. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]+/g, ' ');
}

function renderCounts(counts: Counts): string {
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const more = ranked.length - shownNames;
  const shown = ranked.slice(0, shownNames).map(([name, count]) => `${name} ${group(count)}`);
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** 12345 as 12,345, whatever the locale. */
function group(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
