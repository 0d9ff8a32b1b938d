import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { TagResult } from 'nodejieba';
import { openWords } from '../lexicons/lexicon.js';
import { chineseForms } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';

/** What nodejieba exports; its own typings leave out the paths of the dictionaries. */
interface Engine {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  load(dictionaries: { readonly idfDict: string }): void;
  tag(text: string): TagResult[];
  insertWord(word: string, tag: string): boolean;
}

/** Words of a run of Han characters of the fold with jieba's tags, unknown words by its HMM. */
export function tagWords(run: string): TagResult[] {
  return loadedEngine().tag(run);
}

/** Path of jieba's main dictionary: word, frequency and tag a line. */
export function dictionaryPath(): string {
  return requireEngine().DEFAULT_DICT;
}

/** A table of one word in the place of the one by which keywords are weighed: 20 MB that nobody here asks for. */
const noIdf = fileURLToPath(new URL('./data/no-idf.utf8', import.meta.url));

/** The engine with its dictionary, loaded on first use. A missing file throws here: nodejieba would abort the process. */
const loadedEngine = lazy((): Engine => {
  const engine = requireEngine();
  for (const file of [engine.DEFAULT_DICT, engine.DEFAULT_HMM_DICT, engine.DEFAULT_USER_DICT, noIdf])
    if (!existsSync(file)) throw new Error(`nodejieba's dictionary ${file} is missing; install the package again.`);
  engine.load({ idfDict: noIdf });
  addNames(engine);
  return engine;
});

const tags: Readonly<Record<string, string>> = { PERSON: 'nr', GPE: 'ns', LOC: 'ns', FAC: 'ns', ORG: 'nt' };

/** Teaches the engine the well-known names that it cuts in two, but not those that are also words. */
function addNames(engine: Engine): void {
  const ambiguous = openWords('ambiguous-names');
  for (const { form, type } of chineseForms())
    if (!ambiguous.has(form) && !isWord(engine, form)) engine.insertWord(form, tags[type] ?? 'nz');
}

function isWord(engine: Engine, form: string): boolean {
  const words = engine.tag(form);
  return words.length === 1 && words[0]?.tag !== 'x';
}

function requireEngine(): Engine {
  return createRequire(import.meta.url)('nodejieba') as Engine;
}
