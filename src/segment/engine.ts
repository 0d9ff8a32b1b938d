/** A word and jieba's tag of it. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** Cuts text into words and tags them; words can be added. */
export interface Engine {
  tag(text: string): readonly TaggedWord[];
  insertWord(word: string, tag: string): void;
}
