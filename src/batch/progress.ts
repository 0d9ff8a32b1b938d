/** How far a run is; told as it goes on. */
export interface Progress {
  /** annotating: articles are read and annotated; writing: the tables are made of them. */
  readonly stage: 'annotating' | 'writing';
  /** Articles that are done in this stage, those of an earlier run among them. */
  readonly articles: number;
  /** Articles of the whole stage, where it is known: not before all have been read. */
  readonly allArticles: number | null;
  /** Articles that could not be annotated, so far. */
  readonly failed: number;
  /** Bytes of the input up to the last article that is done, and of all of it. */
  readonly bytes: number;
  readonly allBytes: number;
}
