import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openWords } from '../lexicons/lexicon.js';
import { chineseForms } from '../lexicons/names.js';
import { defaultSegmenter, type SegmenterName } from '../settings/segmenters.js';
import { lazy } from '../text/lazy.js';
import type { Engine, TaggedWord } from './engine.js';
import { openJiebaRs } from './jieba-rs.js';

/** What nodejieba exports; its own typings leave out the paths of the dictionaries. */
interface NodeJieba extends Engine {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  load(dictionaries: { readonly idfDict: string }): void;
}

/** Each loads its dictionary on first use. */
const engines: Readonly<Record<SegmenterName, () => Engine>> = {
  nodejieba: lazy(() => withNames(openNodeJieba())),
  'jieba-rs': lazy(() => withNames(openJiebaRs(readFileSync(dictionaryPath())))),
};

/** Words of a run of Han characters of the fold with jieba's tags, unknown words by its HMM. */
export function tagWords(run: string, segmenter: SegmenterName = defaultSegmenter): readonly TaggedWord[] {
  return engines[segmenter]().tag(run);
}

/** Path of jieba's main dictionary: word, frequency and tag a line. */
export function dictionaryPath(): string {
  return requireNodeJieba().DEFAULT_DICT;
}

/** A table of one word in the place of the one by which keywords are weighed: 20 MB that nobody here asks for. */
const noIdf = fileURLToPath(new URL('./data/no-idf.utf8', import.meta.url));

/** A missing file throws here: nodejieba would abort the process. */
function openNodeJieba(): Engine {
  const engine = requireNodeJieba();
  for (const file of [engine.DEFAULT_DICT, engine.DEFAULT_HMM_DICT, engine.DEFAULT_USER_DICT, noIdf])
    if (!existsSync(file)) throw new Error(`nodejieba's dictionary ${file} is missing; install the package again.`);
  engine.load({ idfDict: noIdf });
  return engine;
}

const tags: Readonly<Record<string, string>> = { PERSON: 'nr', GPE: 'ns', LOC: 'ns', FAC: 'ns', ORG: 'nt' };

/** The engine with the well-known names that it cuts in two, but not those that are also words. */
function withNames(engine: Engine): Engine {
  const ambiguous = openWords('ambiguous-names');
  for (const { form, type } of chineseForms())
    if (!ambiguous.has(form) && !isWord(engine, form)) engine.insertWord(form, tags[type] ?? 'nz');
  return engine;
}

function isWord(engine: Engine, form: string): boolean {
  const words = engine.tag(form);
  return words.length === 1 && words[0]?.tag !== 'x';
}

function requireNodeJieba(): NodeJieba {
  return createRequire(import.meta.url)('nodejieba') as NodeJieba;
}
