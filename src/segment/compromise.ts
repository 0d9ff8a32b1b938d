import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { lazy } from '../text/lazy.js';
import { remembered } from '../text/remembered.js';
import { withMore } from '../text/with-more.js';
import { type RuleFinder, ruleFinder } from './compromise-rules.js';
import type { Rule, RuleHooks, Term, TermMethods } from './compromise-types.js';

type Terms = readonly Term[];

/** Where in the document a rule matched: sentence, first word, end. */
type Pointer = [sentence: number, start: number, end: number, ...ids: unknown[]];

/** A word as it is written, before anything is known of it: what stands before and behind it, and its plain form. */
interface Written {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  normal?: string;
  /** Its form without hyphens, apostrophes and dropped letters, where that is another one. */
  machine?: string;
}

/** A pattern of words with the tag of those that it fits, and an example. */
type Pattern = readonly [form: Pick<RegExp, 'test'>, tag: unknown, example?: string];

interface WrittenView {
  readonly docs: readonly (readonly Partial<Written>[])[];
  readonly world: World;
}

interface View {
  document: readonly Terms[];
  readonly docs: readonly Terms[];
  compute(steps: readonly string[]): View;
}

interface World {
  readonly compute: Readonly<Record<'normal' | 'machine', (view: WrittenView) => void>>;
  readonly model: {
    readonly two: {
      readonly matches: readonly object[];
      regexText: readonly Pattern[];
      regexNormal: readonly Pattern[];
    };
  };
  readonly methods: {
    readonly one: {
      readonly tokenize: {
        splitSentences(text: string, world: World): string[];
        splitTerms(sentence: string, model: World['model']): string[];
        splitWhitespace(word: string, model: World['model']): Written;
      };
      buildNet(matches: readonly object[], world: World): { readonly hooks: RuleHooks };
      readonly termMethods: TermMethods;
      match(document: readonly Terms[], rule: Rule): { readonly ptrs: readonly Pointer[] };
      bulkTagger(found: readonly object[], document: readonly Terms[], world: World): void;
    };
    readonly two: { quickSplit(document: readonly Terms[]): Terms[] };
  };
}

/** What compromise exports; its typings leave the methods that it hands out (`nlp.methods()`) open. */
interface Engine {
  (text: string): View;
  world(): World;
}

/** compromise as far as its tagger, with the finder of its rules; loaded with the first English sentence. */
const engine = lazy((): { nlp: Engine; rules: RuleFinder } => {
  const nlp = loadEngine();
  const world = nlp.world();
  const { two } = world.model;
  two.regexText = asOne(two.regexText);
  two.regexNormal = asOne(two.regexNormal);
  // Copies: compiling changes a rule.
  const { hooks } = world.methods.one.buildNet(
    world.model.two.matches.map((rule) => ({ ...rule })),
    world,
  );
  return { nlp, rules: ruleFinder(hooks, world.methods.one.termMethods) };
});

/**
 * compromise as a browser loads it, without `process`: it asks the environment for each tag that it gives a word whether it
 * should tell of it, which takes longer than to give it.
 */
function loadEngine(): Engine {
  const filename = createRequire(import.meta.url).resolve('compromise/two');
  const load = compileFunction(readFileSync(filename, 'utf8'), ['module', 'exports', 'process', 'self'], { filename });
  const module: { exports: unknown } = { exports: {} };
  load(module, module.exports, undefined, {});
  return module.exports as Engine;
}

/** Patterns as one, which remembers which of them a word meets first: compromise tries all of them on every word. */
function asOne(patterns: readonly Pattern[]): Pattern[] {
  const firstOf = remembered((word) => patterns.find(([form]) => form.test(word)) ?? null, mostWritten);
  const met: [form: Pick<RegExp, 'test'>, tag: unknown, example: string | undefined] = [
    {
      test(word) {
        const found = firstOf(word);
        met[1] = found?.[1];
        met[2] = found?.[2];
        return found !== null;
      },
    },
    undefined,
    undefined,
  ];
  return [met as Pattern];
}

/** What compromise does to a text before its rules mend the tags, in its order, less what nobody here reads. */
const steps = {
  untilForms: ['contractions', 'alias'],
  fromForms: ['index', 'freeze', 'lexicon', 'preTagger', 'contractionTwo'],
};

/**
 * The words of each text with all tags that compromise gives them. All texts are handed over at once, which takes a third less
 * time than one by one; each is read as if it stood alone.
 */
export function tagTexts(texts: readonly string[]): Term[][] {
  if (texts.length === 0) return [];
  const { nlp } = engine();
  const world = nlp.world();
  const parsed = texts.map((text) => parse(text, world));
  const view = nlp('');
  view.document = parsed.flat();
  view.compute(steps.untilForms);
  // Every other word has its form from how it is written.
  const hidden = view.document.flatMap((terms) => terms.filter(({ implicit }) => implicit !== undefined));
  world.compute.machine({ docs: [hidden], world });
  mendTags(view.compute(steps.fromForms));
  let next = 0;
  return parsed.map(({ length }) => {
    const terms: Term[] = [];
    for (const last = next + length; next < last; next++) terms.push(...(view.document[next] ?? []));
    return terms;
  });
}

/** The words of the sentences of a text, as compromise reads them. */
function parse(text: string, world: World): Term[][] {
  return world.methods.one.tokenize
    .splitSentences(text, world)
    .map((sentence) => splitWords(sentence, world).map((word) => termOf(word, world)));
}

/** The words of a sentence with the space behind them. What has no dash, no slash and no mark alone, compromise cuts at spaces. */
function splitWords(sentence: string, { methods, model }: World): string[] {
  const words = /^\s|[-–—/]/.test(sentence) ? null : sentence.match(/\S+\s*/g);
  if (words?.every((word) => /[A-Za-z0-9]/.test(word))) return words;
  return methods.one.tokenize.splitTerms(sentence, model);
}

const mostWritten = 1 << 14;
/** A longer word may be a view of its article, which would be kept with it. */
const longestKept = 12;
const written = new Map<string, Written>();

/** A term of its own for a word; how a word is written is looked at once, since most of a text are words that stood before. */
function termOf(word: string, world: World): Term {
  let form = written.get(word);
  if (form === undefined) {
    form = world.methods.one.tokenize.splitWhitespace(word, world.model);
    world.compute.normal({ docs: [[form]], world });
    world.compute.machine({ docs: [[form]], world });
    if (written.size >= mostWritten) written.clear();
    if (word.length <= longestKept) written.set(word, form);
  }
  const { text, pre, post, normal = '', machine } = form;
  return {
    text,
    pre,
    post,
    tags: new Set(),
    normal,
    machine,
    // What compromise finds out later: added one by one in any order, it would make thirty shapes of the words of a text, and all that reads them slow.
    index: undefined,
    chunk: undefined,
    dirty: undefined,
    confidence: undefined,
    switch: undefined,
    implicit: undefined,
  } as Term;
}

/** All rules are matched against the tags as they are, and then applied, as compromise does. */
function mendTags({ docs }: View): void {
  const { nlp, rules } = engine();
  const world = nlp.world();
  const { one, two } = world.methods;
  const clauses = two.quickSplit(docs);
  const found: object[] = [];
  clauses.forEach((clause, place) => {
    for (const { rule, from } of rules(clause))
      for (const [, start, end, ...ids] of one.match([from === 0 ? clause : clause.slice(from)], rule).ptrs)
        found.push(withMore(rule, { pointer: [place, start + from, end + from, ...ids] }));
  });
  one.bulkTagger(found, clauses, world);
}
