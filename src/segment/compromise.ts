import { createRequire } from 'node:module';
import { lazy } from '../text/lazy.js';
import { type Rule, type RuleFinder, type RuleHooks, ruleFinder } from './compromise-rules.js';

/** A word as compromise keeps it; what a contraction hides has no text. */
export interface Term {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
}

type Terms = readonly Term[];

/** Where in the document a rule matched: sentence, first word, end. */
type Pointer = [number, ...unknown[]];

interface View {
  document: readonly Terms[];
  readonly docs: readonly Terms[];
  compute(steps: readonly string[]): View;
}

interface World {
  readonly model: { readonly two: { readonly matches: readonly object[] } };
  readonly methods: {
    readonly one: {
      readonly tokenize: { fromString(text: string, world: World): Terms[] };
      buildNet(matches: readonly object[], world: World): { readonly hooks: RuleHooks };
      cacheDoc(document: readonly Terms[]): Set<string>[];
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
  const nlp = createRequire(import.meta.url)('compromise/two') as Engine;
  const world = nlp.world();
  // Copies: compiling changes a rule.
  const { hooks } = world.methods.one.buildNet(
    world.model.two.matches.map((rule) => ({ ...rule })),
    world,
  );
  return { nlp, rules: ruleFinder(hooks) };
});

/** What compromise does to a text before its rules mend the tags, in its order, less what nobody here reads. */
const steps = ['contractions', 'alias', 'machine', 'index', 'id', 'freeze', 'lexicon', 'preTagger', 'contractionTwo'];

/**
 * The words of each text with all tags that compromise gives them. All texts are handed over at once, which takes a third less
 * time than one by one; each is read as if it stood alone.
 */
export function tagTexts(texts: readonly string[]): Term[][] {
  if (texts.length === 0) return [];
  const { nlp } = engine();
  const world = nlp.world();
  const parsed = texts.map((text) => world.methods.one.tokenize.fromString(text, world));
  const view = nlp('');
  view.document = parsed.flat();
  mendTags(view.compute(steps));
  let at = 0;
  return parsed.map(({ length }) => {
    at += length;
    return view.document.slice(at - length, at).flat();
  });
}

/** All rules are matched against the tags as they are, and then applied, as compromise does. */
function mendTags({ docs }: View): void {
  const { nlp, rules } = engine();
  const world = nlp.world();
  const { one, two } = world.methods;
  const clauses = two.quickSplit(docs);
  const found = clauses.flatMap((clause, place) =>
    rules(...keysOf(clause, world)).flatMap((rule) =>
      one.match([clause], rule).ptrs.map(([, ...words]) => ({ ...rule, pointer: [place, ...words] })),
    ),
  );
  one.bulkTagger(found, clauses, world);
}

/** What each word of a clause answers to, and what all of them do together, of which a capital is no part. */
function keysOf(clause: Terms, { methods }: World): [words: Set<string>[], whole: Set<string>] {
  const words = methods.one.cacheDoc(clause.map((term) => [term]));
  const whole = new Set<string>();
  for (const word of words) for (const key of word) whole.add(key);
  clause.forEach(({ text }, i) => {
    words[i]?.add(text);
  });
  return [words, whole];
}
