import type { Edit } from '../document/alignment.js';
import { htmlTags, type TagLayout } from '../lexicons/html-tags.js';

const tagOrComment = /<(?:!--[\s\S]{0,2000}?-->|(\/?)([a-zA-Z][a-zA-Z0-9]{0,10})([^<>]{0,1000})>)/g;
const attributes = /^(?: [\w:@.-]+(?: ?= ?(?:"[^"]*"|'[^']*'|[^\s"'=]+))?)* ?\/?$/;
const tagRest =
  /(?<=[\p{Script=Han}。，！？；：、”’」』）…?!,.;:"')\ufffd])\/([a-z][a-z0-9]{0,9})>(?=[ \t]*(?:\r?\n|$))/gu;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly layout: TagLayout;
}

/**
 * Removes what is left of HTML: tags of known elements, comments, scripts and styles with what they hold, and the rest
 * of a closing tag (`/p>`) at the end of a line. Tags that end a line become a line break where text stands on both
 * sides. `a < b`, `<3` and the type arguments of code stay.
 */
export function findMarkup(text: string): Edit[] {
  if (!text.includes('>')) return [];
  const runs = joinRuns(text, withContent(text, findTags(text)));
  return [...runs.map((run) => removeRun(text, run)), ...findTagRests(text)];
}

function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  for (const match of text.matchAll(tagOrComment)) {
    const [whole, slash, name, rest] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (name === undefined) tags.push({ ...span, layout: 'inline' });
    else if (isTag(text, match.index, slash === '/', name, rest ?? '')) {
      const layout = htmlTags().get(name.toLowerCase()) ?? 'inline';
      tags.push({ ...span, layout });
    }
  }
  return tags;
}

function isTag(text: string, start: number, closing: boolean, name: string, rest: string): boolean {
  const layout = htmlTags().get(name.toLowerCase());
  if (layout === undefined || !(name === name.toLowerCase() || name === name.toUpperCase())) return false;
  const spaced = rest.replace(/\s+/g, ' ');
  if (closing) return spaced.trim() === '';
  // `if x <b and c> 0` has no attribute that is given a value.
  if (!attributes.test(spaced) || (name.length === 1 && /[a-z]/i.test(spaced) && !spaced.includes('='))) return false;
  // `List<object>` is code; `word<b>` is markup where a closing tag bears it out.
  const afterWord = /[A-Za-z0-9_]/.test(text.charAt(start - 1));
  return !afterWord || layout === 'break' || layout === 'void' || text.includes(`</${name}`, start);
}

/** Lets an opening tag of a script or style reach to the end of its closing tag. */
function withContent(text: string, tags: readonly Tag[]): Tag[] {
  const kept: Tag[] = [];
  let end = 0;
  tags.forEach((tag, i) => {
    if (tag.start < end) return;
    const closing = tags[i + 1];
    const holds = tag.layout === 'content' && text.charAt(tag.start + 1) !== '/' && closing?.layout === 'content';
    end = holds ? closing.end : tag.end;
    kept.push({ ...tag, end });
  });
  return kept;
}

/** Joins tags that only spaces and line ends part. */
function joinRuns(text: string, tags: readonly Tag[]): Tag[] {
  const runs: Tag[] = [];
  for (const tag of tags) {
    const previous = runs.at(-1);
    if (previous !== undefined && text.slice(previous.end, tag.start).trim() === '' && endsLine(previous, tag))
      runs[runs.length - 1] = { start: previous.start, end: tag.end, layout: 'block' };
    else runs.push(tag);
  }
  return runs;
}

function endsLine(...tags: readonly Tag[]): boolean {
  return tags.some((tag) => tag.layout === 'block' || tag.layout === 'break');
}

function removeRun(text: string, run: Tag): Edit {
  const before = text.charAt(run.start - 1);
  const after = text.charAt(run.end);
  const between = before !== '' && before !== '\n' && after !== '' && after !== '\n' && after !== '\r';
  const replacement = between && endsLine(run) ? '\n' : '';
  return { start: run.start, end: run.end, replacement, kind: 'markup', rule: 'html-tag', confidence: 0.98 };
}

function findTagRests(text: string): Edit[] {
  return [...text.matchAll(tagRest)]
    .filter((match) => htmlTags().has(match[1] ?? ''))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      replacement: '',
      kind: 'markup',
      rule: 'tag-rest',
      confidence: 0.9,
    }));
}
