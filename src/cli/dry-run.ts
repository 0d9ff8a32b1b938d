import { extname } from 'node:path';
import stringWidth from 'string-width';
import type { Problem } from '../document/provenance.js';
import type { Source } from '../document/types.js';
import type { InputFile } from '../input/discover.js';
import { duplicateId } from '../input/read-articles.js';
import { type InputItem, type ReadOptions, readInputs } from '../input/read-inputs.js';
import { countCodePoints } from '../text/code-points.js';
import { printable } from './render.js';

const namedIds = 3;

/** What a run would read of one file. */
interface FileReport {
  readonly path: string;
  readonly what: string;
  bytes: number | null;
  encoding: string;
  articles: number;
  readonly ids: string[];
  undated: number;
  first: string | null;
  last: string | null;
}

/** What a run would read: a line for each file and one for all, and what is wrong. */
export interface DryRun {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads the inputs as a run would, and annotates and writes nothing. Paths in the problems are relative to `home`. */
export async function dryRun(
  files: readonly InputFile[],
  home: string,
  options: ReadOptions,
  show: (path: string) => string,
): Promise<DryRun> {
  const reports = new Map<string, FileReport>();
  const ids = new Map<string, { path: string | null; line: number | null }>();
  const problems: Problem[] = [];
  let characters = 0;
  for await (const item of readInputs(files, home, options)) {
    if ('problem' in item) problems.push(item.problem);
    else if ('source' in item) reports.set(item.source.path, openReport(item, show));
    else {
      const { checked, line } = item.article;
      const { id, source, text } = checked.article;
      const place = { path: source?.path ?? null, line };
      const first = ids.get(id);
      if (first !== undefined) problems.push(duplicateId(id, place, first));
      else {
        ids.set(id, place);
        characters += countCodePoints(text);
        const report = reports.get(source?.path ?? '');
        if (report !== undefined) count(report, id, checked.article.published ?? null, source);
      }
    }
  }
  const all = [...reports.values()];
  return { lines: [...table(all), '', totals(all, characters, problems)], problems };
}

function openReport({ source }: Extract<InputItem, { source: unknown }>, show: (path: string) => string): FileReport {
  return {
    ...{ path: show(source.path), what: source.role === 'fields' ? 'fields' : extname(source.path).slice(1) },
    ...{ bytes: source.bytes, encoding: '', articles: 0, ids: [], undated: 0, first: null, last: null },
  };
}

function count(report: FileReport, id: string, published: string | null, source: Source | undefined): void {
  report.articles++;
  if (report.ids.length < namedIds) report.ids.push(id);
  report.encoding ||= `${source?.encoding ?? ''} (${source?.encodingBasis ?? 'given'})`;
  if (published === null) report.undated++;
  else {
    if (report.first === null || published < report.first) report.first = published;
    if (report.last === null || published > report.last) report.last = published;
  }
}

function table(reports: readonly FileReport[]): string[] {
  const rows = reports.map((report) => [
    ...[report.path, report.what, report.bytes === null ? 'unreadable' : `${report.bytes} bytes`, report.encoding],
    report.what === 'fields' ? '' : plural(report.articles, 'article'),
    report.ids.join(', ') + (report.articles > namedIds ? ', …' : ''),
    datesOf(report),
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(0, ...rows.map((row) => stringWidth(row[column] ?? ''))));
  return rows.map((row) =>
    printable(
      row.map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(cell)))).join('  '),
    ).trimEnd(),
  );
}

function datesOf({ articles, undated, first, last }: FileReport): string {
  if (articles === 0) return '';
  const range = first === last ? first : `${first} to ${last}`;
  if (undated === 0) return range ?? '';
  return undated === articles ? 'no date' : `${range}, ${undated} without a date`;
}

function totals(reports: readonly FileReport[], characters: number, problems: readonly Problem[]): string {
  const articles = reports.reduce((sum, report) => sum + report.articles, 0);
  const undated = reports.reduce((sum, report) => sum + report.undated, 0);
  const facts = [
    ...[plural(reports.length, 'file'), plural(articles, 'article'), plural(characters, 'character')],
    ...(undated > 0 ? [`${undated} without a date`] : []),
    ...(problems.length > 0 ? [plural(problems.length, 'problem')] : []),
  ];
  return `${facts.join(', ')}; nothing was written.`;
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
