import type { Span } from '../document/span.js';
import { htmlTags, type TagLayout } from '../lexicons/html-tags.js';
import type { Written } from './literal.js';

/** A tag, comment or declaration of a text. */
export interface Tag extends Written {
  /** In lower case; '' for a comment or declaration. */
  readonly name: string;
  readonly closing: boolean;
  readonly layout: TagLayout;
  /** False for one that may as well be a placeholder: `<title>` without its other half. */
  readonly certain: boolean;
}

const tagAt = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15}(?:[:-][a-zA-Z0-9]{1,15}){0,3})([^<>]{0,2000})>/y;
const attributes = /^(?: [\w:@.-]+(?: ?= ?(?:"[^"]*"|'[^']*'|[^\s"'=]+))?)* ?\/?$/;
/** Blocks that HTML lets stand without their closing tag. */
const openBlock = /^(?:p|li|t[dr]|th|d[dt]|h[1-6])$/;
const longestComment = 20_000;
const longestDeclaration = 400;

/** Every tag, comment and declaration of `text` in which ASCII is narrow. Type arguments, comparisons and placeholders are none. */
export function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const closers = lastClosers(text);
  const comments = nextOf(text, '-->');
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const tag = tagStartingAt(text, at, closers, comments);
    if (tag === null) continue;
    tags.push(tag);
    at = tag.end - 1;
  }
  return tags;
}

function tagStartingAt(
  text: string,
  at: number,
  closers: ReadonlyMap<string, number>,
  comments: (from: number) => number,
): Tag | null {
  const next = text.charAt(at + 1);
  if (next === '!' || next === '?') return declarationAt(text, at, comments);
  tagAt.lastIndex = at;
  const match = tagAt.exec(text);
  if (match === null) return null;
  const [whole, slash, written = '', rest = ''] = match;
  const name = written.toLowerCase();
  const attributed = rest.replace(/\s+/g, ' ');
  const closing = slash === '/';
  if (written !== name && written !== written.toUpperCase()) return null;
  if (closing ? attributed.trim() !== '' : !attributes.test(attributed)) return null;
  const span = { start: at, end: at + whole.length };
  const known = htmlTags().get(name);
  const layout = known ?? 'inline';
  const bare = !closing && !attributed.includes('=');
  const tag: Tag = { ...span, name, closing, layout, opens: bare ? name : null, certain: true };
  const closed = (closers.get(name) ?? -1) > at;
  if (closing) return known !== undefined || name.includes(':') ? tag : null;
  if (/[A-Za-z0-9_]/.test(text.charAt(at - 1)) && !(closed || isAlone(layout))) return null;
  if (!bare) return known !== undefined || closed || /=\s*["']/.test(attributed) ? tag : null;
  if (!/^ ?\/?$/.test(attributed)) return null;
  if (standsBare(text, tag, known, closed)) return tag;
  return known === undefined ? null : { ...tag, certain: false };
}

/** Whether a tag without attributes is one: `<title>` alone is a placeholder, `#include <map>` a header. */
function standsBare(text: string, { start, name }: Tag, known: TagLayout | undefined, closed: boolean): boolean {
  if (/#include ?$/.test(text.slice(Math.max(0, start - 9), start))) return false;
  if (known === undefined) return closed && /[:-]/.test(name);
  if (closed || known === 'break' || name === 'wbr') return true;
  if (known === 'annotation') return /[\p{Script=Han}>]/u.test(text.charAt(start - 1));
  return openBlock.test(name) && !/[A-Za-z0-9_ ]/.test(text.charAt(start - 1));
}

function isAlone(layout: TagLayout): boolean {
  return layout === 'break' || layout === 'void';
}

/** A comment, a document type, CDATA or a processing instruction. */
function declarationAt(text: string, at: number, comments: (from: number) => number): Tag | null {
  const declared = { start: at, name: '', closing: false, layout: 'inline', opens: null, certain: true } as const;
  if (text.startsWith('<!--', at)) {
    const end = comments(at + 4) + 3;
    return end >= 3 && end - at <= longestComment ? { ...declared, end } : null;
  }
  if (!/^<(?:!(?:doctype|\[CDATA\[|\[(?:end)?if)|\?xml)/i.test(text.slice(at, at + 9))) return null;
  const length = text.slice(at, at + longestDeclaration).indexOf('>') + 1;
  return length === 0 ? null : { ...declared, end: at + length };
}

/** Finds the next `needle` from ever later offsets, each stretch of the text once; below 0 where there is none. */
function nextOf(text: string, needle: string): (from: number) => number {
  let next = text.indexOf(needle);
  return (from) => {
    if (next >= 0 && next < from) next = text.indexOf(needle, from);
    return next < 0 ? -needle.length : next;
  };
}

/** The last offset of a closing tag, or of the rest of one, by name. */
function lastClosers(text: string): Map<string, number> {
  const closers = new Map<string, number>();
  for (const match of text.matchAll(/\/([a-zA-Z][a-zA-Z0-9:-]{0,20})\s?>/g))
    closers.set((match[1] ?? '').toLowerCase(), match.index);
  return closers;
}

/** Lets an opening tag whose content is no text of the article reach to the end of its closing tag. */
export function withContent(text: string, tags: readonly Tag[]): Tag[] {
  const kept: Tag[] = [];
  let end = 0;
  tags.forEach((tag, i) => {
    if (tag.start < end) return;
    end = Math.max(tag.end, contentEnd(text, tags, i));
    kept.push({ ...tag, end });
  });
  return kept;
}

const searched = 50;
const glossWithoutClosing =
  /[\p{Script=Latin}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}ー・ˊˇˋ˙()（） ]{1,24}(?=<|\s|$|\p{Script=Han})/uy;

/** Where the content of the script, style or ruby text that the tag at `i` opens ends; 0 where it opens none. */
function contentEnd(text: string, tags: readonly Tag[], i: number): number {
  const tag = tags[i];
  if (tag === undefined || tag.closing || !(tag.layout === 'content' || tag.layout === 'annotation')) return 0;
  for (let j = i + 1; j < Math.min(tags.length, i + searched); j++) {
    const other = tags[j];
    if (other === undefined) break;
    if (tag.layout === 'annotation' && other.name !== tag.name) break;
    if (other.closing && other.name === tag.name) return other.end;
  }
  if (tag.layout === 'content') return 0;
  glossWithoutClosing.lastIndex = tag.end;
  return tag.end + (glossWithoutClosing.exec(text)?.[0].length ?? 0);
}

/** Whether two spans overlap none of `spans`, which are sorted and disjoint: a test for one span at a time, in order. */
export function outside<S extends Span>(candidates: readonly S[], spans: readonly Span[]): S[] {
  let next = 0;
  return candidates.filter(({ start, end }) => {
    while ((spans[next]?.end ?? Infinity) <= start) next++;
    return (spans[next]?.start ?? Infinity) >= end;
  });
}
