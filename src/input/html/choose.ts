import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { htmlTags } from '../../lexicons/html-tags.js';
import { surroundingTexts } from './surroundings.js';
import { type Element, innerText, isElement, isVoid, type TextNode, textOf } from './tree.js';
import { isReadable } from './visible.js';

/** Readability takes time that grows with the square of a page; above any of these a page is no article of a newspaper. */
const mostElements = 20_000;
const mostMarkup = 2_000_000;
/** Characters of text, each as often as elements hold it. */
const mostNested = 10_000_000;
/** Readability looks again, less strictly, where it found less than this; Chinese says in it what English says in 500. */
const shortArticle = 140;
/** Each text is marked with a character of private use, by which it is known again in what Readability returns. */
const firstMark = 0x100000;
const mostTexts = 0xfffd;
const marks = /[\u{100000}-\u{10fffd}]/gu;

/**
 * The texts of a page that are its article: those that Readability keeps and what else is a paragraph of the same
 * `article`; every readable text where it keeps none or the page is too large for it. Lists of links and what else
 * stands around go, unless nothing is left; the headline is added.
 */
export function chooseTexts(root: Element, title: string | null): ReadonlySet<TextNode> {
  const around = surroundingTexts(root);
  const inner = chooseFrom(root, title, (text) => !around.has(text));
  return inner.size > 0 ? inner : chooseFrom(root, title, () => true);
}

function chooseFrom(root: Element, title: string | null, isInner: (text: TextNode) => boolean): Set<TextNode> {
  const draft: Draft = { texts: [], elements: 0, nested: 0, isInner };
  const markup = toMarkup(root, draft, 0);
  const { texts } = draft;
  const kept = isTooLarge(draft, markup) ? [] : runReadability(`<html><body>${markup}</body></html>`);
  const found = new Set(kept.length === 0 ? texts : kept.flatMap((index) => texts[index] ?? []));
  const [first] = found;
  const article = first === undefined ? null : articleAround(first.parent);
  const chosen = texts.filter((text) => found.has(text) || (article !== null && isParagraphOf(article, text.parent)));
  return new Set([...headlineBefore(chosen[0], texts, title), ...chosen]);
}

function articleAround(element: Element | null): Element | null {
  if (element === null || element.name === 'article') return element;
  return element.attributes.get('itemprop') === 'articleBody' ? element : articleAround(element.parent);
}

/** Whether an element is or is in a paragraph, heading or the like that is in `article`, before any other block. */
function isParagraphOf(article: Element, element: Element | null): boolean {
  if (element === null || element === article) return false;
  if (/^(?:p|h[2-6]|li|blockquote|figcaption)$/.test(element.name)) return isIn(article, element);
  return htmlTags().get(element.name) === 'inline' && isParagraphOf(article, element.parent);
}

function isIn(outer: Element, element: Element | null): boolean {
  return element !== null && (element === outer || isIn(outer, element.parent));
}

interface Draft {
  /** The readable texts that are not blank. */
  readonly texts: TextNode[];
  elements: number;
  nested: number;
  readonly isInner: (text: TextNode) => boolean;
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

function isTooLarge({ texts, elements, nested }: Draft, markup: string): boolean {
  return texts.length > mostTexts || elements > mostElements || nested > mostNested || markup.length > mostMarkup;
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
function toMarkup(element: Element, draft: Draft, depth: number): string {
  return element.children
    .map((child) => (isElement(child) ? tagged(child, draft, depth + 1) : markText(child, draft, depth)))
    .join('');
}

function tagged(element: Element, draft: Draft, depth: number): string {
  const { name } = element;
  if (!isReadable(element)) return '';
  const inside = toMarkup(element, draft, depth);
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

function markText(node: TextNode, draft: Draft, depth: number): string {
  const { texts, isInner } = draft;
  if (!isInner(node)) return '';
  const text = textOf(node);
  if (text.trim() === '') return text === '' ? '' : ' ';
  texts.push(node);
  draft.nested += text.length * depth;
  return (
    String.fromCodePoint(firstMark + Math.min(texts.length - 1, mostTexts)) + toReferences(text.replace(marks, ''))
  );
}

function toReferences(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
