/** What went wrong with an article or a file; `path` is relative to the output. */
export interface Problem {
  readonly documentId: string | null;
  readonly path: string | null;
  /** Line of the file, or place in a JSON array, from 1. */
  readonly line: number | null;
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  /**
   * The paths that stand in the message in quotation marks, relative to the output as `path` is. They are there for the console
   * alone, which shows them from where the reader stands; tables have the message as it is.
   */
  readonly paths?: readonly string[];
  /** Place in the repaired text in code points, where there is one. */
  readonly start: number | null;
  readonly end: number | null;
}

/** A file that articles came from; without bytes and hash if it could not be read. `path` is relative to the output. */
export interface InputSource {
  readonly path: string;
  /** Whether it holds articles, or the fields of the articles beside it. */
  readonly role: 'articles' | 'fields';
  readonly bytes: number | null;
  readonly sha256: string | null;
}
