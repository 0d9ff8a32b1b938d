import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { htmlTags } from '../../lexicons/html-tags.js';

/** A piece of text and the stretch of source that it comes from: the same, or a character reference that was decoded. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly verbatim: boolean;
}

/** A run of text between two tags. */
export interface TextNode {
  readonly parent: Element;
  readonly pieces: readonly Piece[];
}

/** An element of the page; name and attribute names are in lower case. */
export interface Element {
  readonly parent: Element | null;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | TextNode)[];
}

interface OpenElement extends Element {
  attributes: Map<string, string>;
  readonly children: (OpenElement | OpenText)[];
}

interface OpenText extends TextNode {
  readonly pieces: Piece[];
}

/** Whether a node is an element. */
export function isElement(node: Element | TextNode): node is Element {
  return 'name' in node;
}

/** The text of a run of text. */
export function textOf(node: TextNode): string {
  return node.pieces.map(({ text }) => text).join('');
}

/** All text inside an element, on one line. */
export function innerText(element: Element): string {
  return rawText(element).replace(/\s+/g, ' ').trim();
}

/** All text inside an element, as it stands. */
export function rawText(element: Element): string {
  return element.children.map((child) => (isElement(child) ? rawText(child) : textOf(child))).join('');
}

/** Elements stand no deeper than this, however deep they are nested; browsers draw such a line too. */
const deepest = 100;

/** What a start tag closes: elements named in the first list, up to the nearest one named in the second. */
const closes: readonly (readonly [tags: string, closed: string, until: string])[] = [
  ['li', 'li p', 'ul ol menu'],
  ['dd dt', 'dd dt p', 'dl'],
  ['option optgroup', 'option', 'select'],
  ['td th', 'td th p', 'tr table'],
  ['tr', 'tr td th p', 'table'],
  ['tbody thead tfoot', 'tbody thead tfoot tr td th p', 'table'],
  ['rt rp', 'rt rp', 'ruby'],
  ['h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6 p', ''],
  ['body', 'head', ''],
  [
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header hr main menu nav ol p pre section table ul',
    'p',
    '',
  ],
];
interface ImpliedEnd {
  readonly closed: ReadonlySet<string>;
  readonly until: ReadonlySet<string>;
}
const impliedEnds: ReadonlyMap<string, ImpliedEnd> = new Map(
  closes.flatMap(([tags, closed, until]) =>
    tags
      .split(' ')
      .map((tag) => [tag, { closed: new Set(closed.split(' ')), until: new Set(until.split(' ')) }] as const),
  ),
);
/** An end tag looks no further up than the cell, item or frame that it stands in, unless it is one of these itself. */
const scopes = new Set(['td', 'th', 'table', 'html', 'body']);

/**
 * Reads a page into a tree whose text knows its place in the source, broken as it may be: what is not closed ends with
 * its parent, a stray end tag is nothing. Every text comes once, in the order of the source; in linear time.
 */
export function parseHtml(source: string): Element {
  const builder = createBuilder(source);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder.callbacks);
  tokenizer.write(source);
  tokenizer.end();
  return builder.root;
}

/** The attributes of an element without any; never written to. */
const none = new Map<string, string>();

/** Whether elements of that name have no content and no end tag. */
export function isVoid(name: string): boolean {
  const layout = htmlTags().get(name);
  return layout === 'void' || layout === 'break';
}

function createBuilder(source: string): { readonly root: Element; readonly callbacks: TokenizerCallbacks } {
  const root: OpenElement = { parent: null, name: '', attributes: none, children: [] };
  /** The open elements; those below `deepest` are only counted on, and their children go to the deepest. */
  const open: OpenElement[] = [root];
  const counts = new Map<string, number>();
  let foreign = 0;
  let attribute = { name: '', value: '' };

  const top = (): OpenElement => open.at(-1) ?? root;
  const home = (): OpenElement => open[Math.min(open.length, deepest) - 1] ?? root;
  const isOpen = (name: string): boolean => (counts.get(name) ?? 0) > 0;

  function push(name: string): void {
    const parent = home();
    const element: OpenElement = { parent, name, attributes: none, children: [] };
    parent.children.push(element);
    open.push(element);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (name === 'svg' || name === 'math') foreign++;
  }

  function pop(): void {
    if (open.length === 1) return;
    const name = open.pop()?.name ?? '';
    counts.set(name, (counts.get(name) ?? 0) - 1);
    if (name === 'svg' || name === 'math') foreign--;
  }

  function closeImplied(name: string): void {
    const rule = impliedEnds.get(name);
    for (let at = rule && nearestToClose(rule); at !== undefined; at = rule && nearestToClose(rule)) popTo(at);
  }

  /** Place among the open elements of the nearest one that ends here; no other block may stand in between. */
  function nearestToClose({ closed, until }: ImpliedEnd): number | undefined {
    if (![...closed].some(isOpen)) return undefined;
    for (let i = open.length - 1; i > Math.max(0, open.length - deepest); i--) {
      const above = open[i]?.name ?? '';
      if (closed.has(above)) return i;
      if (until.has(above) || impliedEnds.has(above) || scopes.has(above)) return undefined;
    }
    return undefined;
  }

  function close(name: string): void {
    if (!isOpen(name)) {
      // As browsers have it: these two stand for an empty element.
      if (name !== 'p' && name !== 'br') return;
      push(name);
      pop();
      return;
    }
    for (let i = open.length - 1; i > Math.max(0, open.length - deepest); i--) {
      const above = open[i]?.name ?? '';
      if (above === name) {
        popTo(i);
        return;
      }
      if (scopes.has(above) && !scopes.has(name) && !impliedEnds.has(name)) return;
    }
  }

  function popTo(length: number): void {
    while (open.length > length) pop();
  }

  function addPiece(piece: Piece): void {
    const parent = home();
    const last = parent.children.at(-1);
    const node: OpenText = last !== undefined && !isElement(last) ? last : { parent, pieces: [] };
    if (node !== last) parent.children.push(node);
    const previous = node.pieces.at(-1);
    const joined = previous === undefined ? null : join(previous, piece);
    if (joined === null) node.pieces.push(piece);
    else node.pieces[node.pieces.length - 1] = joined;
  }

  /** Plain text that goes on, or a reference to two characters, which is told of twice. */
  function join(previous: Piece, piece: Piece): Piece | null {
    if (previous.verbatim && piece.verbatim && previous.end === piece.start) return verbatim(previous.start, piece.end);
    return previous.end === piece.end ? { ...previous, text: previous.text + piece.text } : null;
  }

  function verbatim(start: number, end: number): Piece {
    return { start, end, text: source.slice(start, end), verbatim: true };
  }

  function endTag(): void {
    if (isVoid(top().name)) pop();
  }

  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      const name = source.slice(start, end).toLowerCase();
      closeImplied(name);
      push(name);
    },
    onopentagend() {
      endTag();
    },
    onselfclosingtag() {
      if (foreign > 0) pop();
      else endTag();
    },
    onclosetag(start, end) {
      close(source.slice(start, end).toLowerCase());
    },
    onattribname(start, end) {
      attribute = { name: source.slice(start, end).toLowerCase(), value: '' };
    },
    onattribdata(start, end) {
      attribute.value += source.slice(start, end);
    },
    onattribentity(codePoint) {
      attribute.value += String.fromCodePoint(codePoint);
    },
    onattribend(quote) {
      const element = top();
      const value = quote === QuoteType.NoValue ? '' : attribute.value;
      if (element.attributes === none) element.attributes = new Map();
      if (!element.attributes.has(attribute.name)) element.attributes.set(attribute.name, value);
    },
    ontext(start, end) {
      // A page that ends inside a tag may be told of from before its start.
      if (start >= 0) addPiece(verbatim(start, end));
    },
    ontextentity(codePoint, end) {
      const start = source.lastIndexOf('&', end - 1);
      addPiece({ start, end, text: String.fromCodePoint(codePoint), verbatim: false });
    },
    oncdata(start, end, offset) {
      if (foreign > 0) addPiece(verbatim(start, end - offset));
    },
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
    isInForeignContext: () => foreign > 0,
  };
  return { root, callbacks };
}
