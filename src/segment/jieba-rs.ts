import { createRequire } from 'node:module';
import type { Engine, TaggedWord } from './engine.js';

/** What `@node-rs/jieba` exports, as far as it is used here; it is not installed everywhere. */
interface JiebaRs {
  readonly Jieba: {
    withDict(dictionary: Uint8Array): {
      tag(text: string, unknownByHmm: boolean): TaggedWord[];
      loadDict(dictionary: Uint8Array): void;
    };
  };
}

const packageName = '@node-rs/jieba';
const require = createRequire(import.meta.url);
/** How often jieba's dictionary has a word in the middle of it: what nodejieba gives to words that are added. */
const frequency = 3;

/** Whether the package is installed. */
export function hasJiebaRs(): boolean {
  try {
    require.resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the engine with a dictionary: word, frequency and tag a line, UTF-8.
 *
 * @throws Error if the package is not installed.
 */
export function openJiebaRs(dictionary: Uint8Array): Engine {
  const jieba = (require(packageName) as JiebaRs).Jieba.withDict(dictionary);
  return {
    tag: (text) => jieba.tag(text, true),
    insertWord: (word, tag) => jieba.loadDict(Buffer.from(`${word} ${frequency} ${tag}\n`)),
  };
}
