import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { htmlTags } from '../../lexicons/html-tags.js';
import { type Element, innerText, isElement, isVoid, type TextNode, textOf } from './tree.js';
import { isReadable } from './visible.js';

/** Readability takes time that grows with the square of a page; above this a page is no article of a newspaper. */
const mostElements = 20_000;
const mostCharacters = 2_000_000;
/** Readability looks again, less strictly, where it found less than this; Chinese says in it what English says in 500. */
const shortArticle = 140;
/** Each text is marked with a character of private use, by which it is known again in what Readability returns. */
const firstMark = 0x100000;
const mostTexts = 0xfffd;
/** Share of a block's letters in links above which it is a list of links. */
const linkShare = 0.8;
const marks = /[\u{100000}-\u{10fffd}]/gu;

/**
 * The texts of a page that are its article: those that Readability keeps, or every readable text where it keeps none or
 * the page is too large for it; without lists of links, with the headline.
 */
export function chooseTexts(root: Element, title: string | null): ReadonlySet<TextNode> {
  const draft: Draft = { texts: [], elements: 0 };
  const markup = toMarkup(root, draft);
  const { texts } = draft;
  const isLarge = texts.length > mostTexts || draft.elements > mostElements || markup.length > mostCharacters;
  const kept = isLarge ? [] : runReadability(`<html><body>${markup}</body></html>`);
  const found = kept.length === 0 ? texts : kept.flatMap((index) => texts[index] ?? []);
  const links = linkLists(root);
  const chosen = found.filter((text) => !links.has(text));
  return new Set([...headlineBefore(chosen[0], texts, title), ...(chosen.length === 0 ? found : chosen)]);
}

interface Draft {
  readonly texts: TextNode[];
  elements: number;
}

/** The headline, which Readability leaves out where it stands apart: the last text before `first` that is the title. */
function headlineBefore(first: TextNode | undefined, texts: readonly TextNode[], title: string | null): TextNode[] {
  if (first === undefined || title === null) return [];
  const before = texts.slice(0, texts.indexOf(first));
  const alone = before.findLast((text) => textOf(text).replace(/\s+/g, ' ').trim() === title);
  if (alone !== undefined) return [alone];
  const heading = before
    .map(({ parent }) => headingAround(parent))
    .findLast((element) => element && innerText(element) === title);
  return before.filter((text) => heading && headingAround(text.parent) === heading);
}

function headingAround(element: Element | null): Element | null {
  return element === null || /^h[12]$/.test(element.name) ? element : headingAround(element.parent);
}

/** The texts of the blocks that are little but links: menus, and what else there is to read. */
function linkLists(root: Element): ReadonlySet<TextNode> {
  const counts = new Map<Element, LinkCount>();
  countLinks(root, false, counts);
  const found = new Set<TextNode>();
  const collect = (element: Element, inside: boolean) => {
    const here = inside || isLinkList(element, counts.get(element));
    for (const child of element.children) {
      if (isElement(child)) collect(child, here);
      else if (here) found.add(child);
    }
  };
  collect(root, false);
  return found;
}

interface LinkCount {
  readonly links: number;
  /** Letters inside links, and all letters. */
  readonly linked: number;
  readonly letters: number;
}

function isLinkList({ name }: Element, count: LinkCount | undefined): boolean {
  if (count === undefined || htmlTags().get(name) !== 'block') return false;
  return count.links > 1 && count.linked > count.letters * linkShare;
}

function countLinks(element: Element, inLink: boolean, counts: Map<Element, LinkCount>): LinkCount {
  let [links, linked, letters] = [element.name === 'a' ? 1 : 0, 0, 0];
  for (const child of element.children) {
    const count = isElement(child)
      ? countLinks(child, inLink || child.name === 'a', counts)
      : countLetters(child, inLink);
    links += count.links;
    linked += count.linked;
    letters += count.letters;
  }
  const total = { links, linked, letters };
  counts.set(element, total);
  return total;
}

function countLetters(node: TextNode, inLink: boolean): LinkCount {
  const letters = textOf(node).replace(/[^\p{L}\p{N}]+/gu, '').length;
  return { links: 0, linked: inLink ? letters : 0, letters };
}

/** Indexes of the texts that Readability keeps. */
function runReadability(markup: string): number[] {
  const document = new JSDOMParser().parse(markup, 'http://localhost/');
  if (document === null) return [];
  const content = new Readability(document, { charThreshold: shortArticle, serializer: textContentOf }).parse()
    ?.content;
  return Array.from((content ?? '').matchAll(marks), ([mark]) => (mark.codePointAt(0) ?? 0) - firstMark);
}

function textContentOf(node: { readonly textContent: string | null }): string {
  return node.textContent ?? '';
}

/** Well-formed markup of what is readable, with every text that is not blank marked and added to the draft. */
function toMarkup(element: Element, draft: Draft): string {
  return element.children.map((child) => (isElement(child) ? tagged(child, draft) : markText(child, draft))).join('');
}

function tagged(element: Element, draft: Draft): string {
  const { name } = element;
  if (!isReadable(element)) return '';
  const inside = toMarkup(element, draft);
  if (name === 'html' || name === 'body' || !/^[a-z][a-z0-9]*$/.test(name)) return inside;
  if (inside === '' && !isVoid(name)) return '';
  draft.elements++;
  const start = `<${name}${[...element.attributes]
    .filter(([key]) => kept.has(key))
    .map(toAttribute)
    .join('')}`;
  return isVoid(name) ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** The attributes that Readability judges by. */
const kept = new Set(['class', 'id', 'href', 'role', 'rel', 'itemprop', 'itemtype', 'itemscope']);

function toAttribute([name, value]: readonly [string, string]): string {
  return ` ${name}="${toReferences(value).replace(/"/g, '&quot;')}"`;
}

function markText(node: TextNode, { texts }: Draft): string {
  const text = textOf(node);
  if (text.trim() === '') return text === '' ? '' : ' ';
  texts.push(node);
  return (
    String.fromCodePoint(firstMark + Math.min(texts.length - 1, mostTexts)) + toReferences(text.replace(marks, ''))
  );
}

function toReferences(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
