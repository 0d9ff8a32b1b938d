import type { Edit } from '../document/alignment.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { isAboutCode } from './literal.js';

const rule = /^[\w.#:*,>~@()[\]="'\s-]{0,200}\{[^{}]{0,2000}\}?$/;
const declaration = /^\s*([a-z-]{3,30})\s*:\s*[^;:{}]{1,120};?\s*$/;
const strings = /"[^"\n]*"|'[^'\n]*'|\/\/.*$|\/\*.*?\*\//g;
const fewestProse = 2;

interface Line {
  readonly start: number;
  readonly end: number;
  /** What it shows: a call or rule that only pages have, code without such a sign, or prose. */
  readonly kind: 'sign' | 'code' | 'prose';
}

/**
 * Removes lines that are left of a page's scripts and styles. Only whole runs of lines that are code, with a sign of
 * a page's own code in them, and only in an article: at least two lines of prose, and none of them about code.
 */
export function findScripts(text: string): Edit[] {
  if (!/[{};]/.test(text) || !/[{}]|\);|\w = /.test(text)) return [];
  const lines = readLines(text);
  const prose = lines.filter(({ kind }) => kind === 'prose').length;
  const code = lines.length - prose;
  if (code === 0 || prose < fewestProse || code > prose * 4 || isTechnical(text, lines)) return [];
  return runsOf(lines)
    .filter((run) => run.some(({ kind }) => kind === 'sign'))
    .map((run): Edit => {
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
  if (/\p{Script=Han}/u.test(bare) || !/[{};]$|^[{}()]|[;{}]/.test(bare)) return 'prose';
  const words = bare.match(/[A-Za-z]{2,}(?: [A-Za-z]{2,}){4,}/)?.[0].length ?? 0;
  if (words > bare.length / 2) return 'prose';
  if (!/[{}]|\);?$|=|\w;$|: ?[^;]+;$/.test(bare)) return 'prose';
  return hasSign(bare) ? 'sign' : 'code';
}

function hasSign(line: string): boolean {
  const words = openLexicon('script-leftovers', ['word', 'role'], (row) => row.role);
  if (rule.test(line) || declaration.test(line)) {
    const body = line.slice(line.indexOf('{') + 1);
    const properties = body.split(';').map((part) => part.split(':', 1)[0]?.replace('}', '').trim() ?? '');
    if (properties.some((property) => words.get(property) === 'property')) return true;
  }
  for (let at = 0; at < line.length; at++)
    if (words.allAt(line, at).some(({ value, end }) => value === 'call' && isWhole(line, at, end))) return true;
  return false;
}

function isWhole(line: string, start: number, end: number): boolean {
  const inWord = /\w/.test(line.charAt(start)) && /[\w.]/.test(line.charAt(start - 1));
  return !inWord && !(/\w/.test(line.charAt(end - 1)) && /\w/.test(line.charAt(end)));
}

function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === 'prose') open = false;
    else if (open) runs.at(-1)?.push(line);
    else {
      runs.push([line]);
      open = true;
    }
  }
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
