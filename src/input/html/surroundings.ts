import { htmlTags } from '../../lexicons/html-tags.js';
import { openWords } from '../../lexicons/lexicon.js';
import { type Element, isElement, type TextNode, textOf } from './tree.js';
import { elementsOf } from './visible.js';

/** Share of a block's letters in links above which it is a list of links. */
const linkShare = 0.8;

/**
 * The texts that stand around an article, by the looks of it: in blocks that are little but links, as menus and lists of
 * what else there is to read, and in elements that are named so.
 */
export function surroundingTexts(root: Element): ReadonlySet<TextNode> {
  const counts = new Map<Element, LinkCount>();
  const { letters } = countLinks(root, false, counts);
  const found = new Set<TextNode>();
  const collect = (element: Element, inside: boolean) => {
    const here = inside || isLinkList(element, counts.get(element)) || isNamedSo(element, counts.get(element), letters);
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

/**
 * Whether a name in the class or id of an element says so: it has such a word in it, and none that names a frame; of an
 * element that is most of the page it has to say nothing else. What holds a first heading or an article is never around.
 */
function isNamedSo(element: Element, count: LinkCount | undefined, all: number): boolean {
  const { name, attributes } = element;
  if (attributes.size === 0 || count === undefined || neverAround.has(name)) return false;
  const named = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, longest);
  const isMost = count.letters * 2 > all;
  if (!named.split(/\s+/).some((part) => isSurroundingName(part, isMost))) return false;
  return !elementsOf(element).some((below) => below.name === 'h1' || below.name === 'article');
}

function isSurroundingName(name: string, exactly: boolean): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const known = openWords('html-surroundings');
  if (exactly) return known.has(words[0] ?? '') && words.every((word) => known.has(word) || parts.has(word));
  return words.some((word) => known.has(word)) && !words.some((word) => frames.has(word));
}

/** Elements that are never around an article, whatever they are named. */
const neverAround = new Set('html body main article p h1 a span b strong em i time'.split(' '));
/** Words of names of what holds both an article and what is around it. */
const frames = new Set(
  'body col column container content has layout main no page with without wrap wrapper'.split(' '),
);
/** Words of names of parts of a page, whatever they hold. */
const parts = new Set('area bar block box group inner items list panel section wrap wrapper zone'.split(' '));
const longest = 500;

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
