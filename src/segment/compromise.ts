import { createRequire } from 'node:module';
import { lazy } from '../text/lazy.js';
import {
  type Rule,
  type RuleFinder,
  type RuleHooks,
  ruleFinder,
  type Term,
  type TermMethods,
} from './compromise-rules.js';

type Terms = readonly Term[];

/** Where in the document a rule matched: sentence, first word, end. */
type Pointer = [sentence: number, start: number, end: number, ...ids: unknown[]];

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
  const nlp = createRequire(import.meta.url)('compromise/two') as Engine;
  const world = nlp.world();
  // Copies: compiling changes a rule.
  const { hooks } = world.methods.one.buildNet(
    world.model.two.matches.map((rule) => ({ ...rule })),
    world,
  );
  return { nlp, rules: ruleFinder(hooks, world.methods.one.termMethods) };
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
  const found: object[] = [];
  clauses.forEach((clause, place) => {
    for (const { rule, from } of rules(clause))
      for (const [, start, end, ...ids] of one.match([from === 0 ? clause : clause.slice(from)], rule).ptrs)
        found.push({ ...rule, pointer: [place, start + from, end + from, ...ids] });
  });
  one.bulkTagger(found, clauses, world);
}
