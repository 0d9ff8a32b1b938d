import { extractText, type Passage } from '../../document/extraction.js';
import type { SourceFrame } from '../../document/types.js';
import { chooseTexts, mostCompared, textsIn } from './choose.js';
import { layOut } from './layout.js';
import { type Metadata, readMetadata } from './metadata.js';
import { letters } from './titles.js';
import { type Element, parseHtml, type TextNode } from './tree.js';

/** An article as a page holds it. */
export interface Page {
  readonly metadata: Metadata;
  /** The source of the page, or the article's text from its metadata where the page shows much less. */
  readonly text: string;
  /** Which of the two `text` is. */
  readonly frame: SourceFrame;
  /** What of `text` is no part of the article. */
  readonly extraction: readonly Passage[];
}

/** Finds the article in the decoded source of a page. Nothing is too broken to be read; there may be no text in it. */
export function readPage(source: string): Page {
  const root = parseHtml(source);
  const metadata = readMetadata(root);
  const chosen = extract(source, root, chooseTexts(root, metadata.title));
  if (metadata.body === null) return { metadata, ...chosen };
  const body = plainText(metadata.body);
  if (sharedWith(chosen, body) >= 0.5) return { metadata, ...chosen };
  const stated = extract(source, root, textsIn(root, body, metadata.title));
  if (sharedWith(stated, body) >= 0.9) return { metadata, ...stated };
  const isMuchLess = letters(extractText(chosen).text).length * 2 < letters(body).length;
  return { metadata, ...(isMuchLess ? { text: body, frame: 'extracted', extraction: [] } : chosen) };
}

type Extracted = Omit<Page, 'metadata'>;

function extract(text: string, root: Element, chosen: ReadonlySet<TextNode>): Extracted {
  return { text, frame: 'file', extraction: layOut(text, root, (node) => chosen.has(node)) };
}

/** The share of the letters of `body` that stand in lines of an extraction; all, where it takes too long to tell. */
function sharedWith(extracted: Extracted, body: string): number {
  const whole = letters(body);
  const lines = extractText(extracted).text.split('\n').map(letters);
  if (whole === '' || lines.length * whole.length > mostCompared) return 1;
  const shared = lines.filter((line) => whole.includes(line)).reduce((sum, { length }) => sum + length, 0);
  return shared / whole.length;
}

/** Text that may hold markup, as it reads without. */
function plainText(text: string): string {
  if (!text.includes('<')) return text;
  return extractText({ text, extraction: layOut(text, parseHtml(text), () => true) }).text;
}
