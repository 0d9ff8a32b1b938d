import type { Passage } from '../../document/extraction.js';
import { chooseTexts } from './choose.js';
import { layOut } from './layout.js';
import { type Metadata, readMetadata } from './metadata.js';
import { parseHtml } from './tree.js';

/** An article as a page holds it. */
export interface Page {
  readonly metadata: Metadata;
  /** What of the source is no part of the article; the rest is its text. */
  readonly extraction: readonly Passage[];
}

/** Finds the article in the decoded source of a page. Nothing is too broken to be read; there may be no text in it. */
export function readPage(source: string): Page {
  const root = parseHtml(source);
  const metadata = readMetadata(root);
  const chosen = chooseTexts(root, metadata.title);
  return { metadata, extraction: layOut(source, root, (node) => chosen.has(node)) };
}
