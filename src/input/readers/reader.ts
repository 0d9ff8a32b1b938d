import type { Passage } from '../../document/extraction.js';
import type { Diagnostic, SourceFrame } from '../../document/types.js';
import type { ArticleError } from '../article.js';

/** What a file holds at one place: the fields of an article, still unchecked, or what is wrong there. */
export type InputRecord = {
  readonly line: number | null;
  /** About how many bytes of the file end with it, where that is known: how far a run is. */
  readonly end?: number;
} & (
  | {
      readonly value: unknown;
      /** What offsets in the text count in; the file, if not said, where the content is the article itself. */
      readonly frame?: SourceFrame;
      /** What of the text is no part of the article, where the text is a page. */
      readonly extraction?: readonly Passage[];
      readonly diagnostics?: readonly Diagnostic[];
    }
  | { readonly error: ArticleError }
);

/** What a reader may know besides the content. */
export interface FileContext {
  /** Name of the file without its extension. */
  readonly name: string;
  /** Fields from the table beside the file, if it has a row there. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Takes articles out of the decoded content of a file. A new format is one reader and its entry in index.ts. */
export interface Reader {
  readonly extensions: readonly string[];
  /** Whether the content is the article itself, so that its fields stand in a table beside it. */
  readonly plain: boolean;
  /** The encoding that the bytes of a file say they are in, where the format has a place for that. */
  readonly declaredEncoding?: (bytes: Uint8Array) => string | null;
  read(content: string, context: FileContext): InputRecord[];
  /** The same records, read one by one out of the bytes of a file in UTF-8, where the format has a row for each article. */
  rows?(chunks: AsyncIterable<Uint8Array>): AsyncIterable<InputRecord>;
}
