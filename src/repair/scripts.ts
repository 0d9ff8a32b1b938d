import type { Edit } from '../document/alignment.js';
import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { isAboutCode } from './literal.js';

const rule = /^[\w.#:*,>~@()[\]="'\s-]{0,200}\{[^{}]{0,2000}\}?$/;
const declaration = /^\s*([a-z-]{3,30})\s*:\s*[^;:{}]{1,120};?\s*$/;
const strings = /"[^"\n]*"|'[^'\n]*'|\/\/.*$|\/\*.*?\*\//g;
const fewestProse = 2;

interface Line {
  readonly start: number;
  readonly end: number;
  /** What it shows: a page's own code, a call or rule that pages have, code without such a sign, or prose. */
  readonly kind: 'page' | 'sign' | 'code' | 'prose';
}

interface Run {
  readonly lines: readonly Line[];
  /** The line before. */
  readonly before: Line | null;
}

/**
 * Removes lines that are left of a page's scripts and styles. Only whole runs of lines that are code, with a sign of
 * a page's code in them, and only in an article: at least two lines of prose, and none of them about code, or none
 * that stands before a page's own code.
 */
export function findScripts(text: string): Edit[] {
  if (!/[{};]/.test(text) || !/[{}]|\);|\w = /.test(text)) return [];
  const lines = readLines(text);
  const prose = lines.filter(({ kind }) => kind === 'prose').length;
  const code = lines.length - prose;
  if (code === 0 || prose < fewestProse || code > prose * 4) return [];
  const technical = lazy(() => isTechnical(text, lines));
  return runsOf(lines)
    .filter(({ lines: run, before }) => {
      const own = run.some(({ kind }) => kind === 'page');
      if (own) return before === null || !isAboutCode(text.slice(before.start, before.end));
      return run.some(({ kind }) => kind === 'sign') && !technical();
    })
    .map(({ lines: run }): Edit => {
      const start = run[0]?.start ?? 0;
      let end = run.at(-1)?.end ?? start;
      if (start > 0) return { ...removal, start: start - 1, end };
      if (text.charAt(end) === '\n') end++;
      return { ...removal, start, end };
    });
}

const removal = { replacement: '', kind: 'markup', rule: 'script-leftover', confidence: 0.85 } as const;

function readLines(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter((match) => match[0].trim() !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length, kind: kindOf(match[0]) }));
}

function kindOf(line: string): Line['kind'] {
  if (line.length > 4000) return 'prose';
  const bare = line.replace(strings, '""').trim();
  if (bare === '""' && line.trim().startsWith('/') && !/\p{Script=Han}/u.test(line)) return 'code';
  if (/\p{Script=Han}/u.test(bare) || !/[{};]$|^[{}()]|[;{}]/.test(bare)) return 'prose';
  const words = bare.match(/[A-Za-z]{2,}(?: [A-Za-z]{2,}){4,}/)?.[0].length ?? 0;
  if (words > bare.length / 2) return 'prose';
  if (!/[{}]|\);?$|=|\w;$|: ?[^;]+;$/.test(bare)) return 'prose';
  return signOf(bare) ?? signOf(line) ?? 'code';
}

/** What shows a line of code to be a page's: a word that only pages have, or one that they often have. */
function signOf(line: string): 'page' | 'sign' | null {
  const words = openLexicon('script-leftovers', ['word', 'role'], (row) => row.role);
  let sign: 'sign' | null = hasProperty(line, words) ? 'sign' : null;
  for (let at = 0; at < line.length; at++)
    for (const { value, end } of words.allAt(line, at)) {
      if (value === 'property' || !isWhole(line, at, end)) continue;
      if (value === 'page') return 'page';
      sign = 'sign';
    }
  return sign;
}

/** Whether a line is a rule or a declaration of a style sheet. */
function hasProperty(line: string, words: Lexicon<string>): boolean {
  if (!rule.test(line) && !declaration.test(line)) return false;
  const body = line.slice(line.indexOf('{') + 1);
  const properties = body.split(';').map((part) => part.split(':', 1)[0]?.replace('}', '').trim() ?? '');
  return properties.some((property) => words.get(property) === 'property');
}

function isWhole(line: string, start: number, end: number): boolean {
  const inWord = /\w/.test(line.charAt(start)) && /[\w.]/.test(line.charAt(start - 1));
  return !inWord && !(/\w/.test(line.charAt(end - 1)) && /\w/.test(line.charAt(end)));
}

function runsOf(lines: readonly Line[]): Run[] {
  const runs: { lines: Line[]; before: Line | null }[] = [];
  lines.forEach((line, i) => {
    if (line.kind === 'prose') return;
    const before = lines[i - 1] ?? null;
    if (before === null || before.kind === 'prose') runs.push({ lines: [line], before });
    else runs.at(-1)?.lines.push(line);
  });
  return runs;
}

/** Whether the article writes about code: its prose says so, or introduces what follows. */
function isTechnical(text: string, lines: readonly Line[]): boolean {
  const prose = lines.filter(({ kind }) => kind === 'prose').map(({ start, end }) => text.slice(start, end));
  const introduced = lines.some(({ end, kind }, i) => {
    const next = lines[i + 1];
    return (
      kind === 'prose' && next !== undefined && next.kind !== 'prose' && /[:：]\s*$/.test(text.slice(end - 3, end))
    );
  });
  return introduced || isAboutCode(prose.join('\n'));
}
