/**
 * `npm run train:kinds [-- --folds N] [--apart] [--held-out folder]`: fits the weights by which a claim's kinds are told from
 * what its words show (`src/claims/kinds/features.ts`), on the articles of `data/kinds` and `data/claims` and the annotated ones of
 * `tests/fixtures`, and writes `kind-weights.tsv`. `--folds` prints how well weights do on articles that they were not fitted on, `--apart` on the
 * articles that are kept apart (some of those with an even number) when fitted on the others; `--held-out` measures on a folder of
 * annotated articles instead of writing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kindFeatures } from '../claims/kinds/features.js';
import { least } from '../claims/kinds/kinds.js';
import { scanWords } from '../claims/words.js';
import { lowerCase } from '../document/lower-case.js';
import { within } from '../document/span.js';
import type { Claim, ClaimKind, Document, LayerName } from '../document/types.js';
import { claimKinds } from '../document/types.js';
import { defaultPipeline } from '../pipeline/default-pipeline.js';
import { withoutMarks } from './claims/marked.js';
import { type KindsArticle, readKindsArticles } from './training/kinds-articles.js';
import { chanceOf, fitKinds, type KindsExample, type KindWeights } from './training/kinds-fit.js';

interface AnnotatedArticle {
  readonly id: string;
  readonly script: string;
  readonly text: string;
  readonly raw?: string;
  readonly published: string;
  /** In code points of `text`. */
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly claim: boolean;
    readonly kinds?: readonly ClaimKind[];
    readonly optional?: boolean;
  }[];
}

const root = new URL('../../', import.meta.url);
const fixtures = fileURLToPath(new URL('tests/fixtures/', root));
const kindsData = fileURLToPath(new URL('data/kinds/', root));
const claimsData = fileURLToPath(new URL('data/claims/', root));
const weightsFile = fileURLToPath(new URL('src/lexicons/data/kind-weights.tsv', root));

/** Articles whose writers give fewer kinds to a sentence than the annotated ones have: they measure, and nothing is fitted on them. */
const neverFitted = /^(?:h[hij]|t[ijk]|n[jkl])-\d/;

/** Articles of two rounds of writing that no feature, word or rule was chosen by. */
const setsApart: readonly (readonly [name: string, ids: RegExp])[] = [
  ['fixtures', /^b\d*[02468]$/],
  ['claims', /^(?:hf|hg|tf|tg|nf|ng)-\d[02468]$/],
];

function isApart({ group }: KindsExample): boolean {
  return setsApart.some(([, ids]) => ids.test(group));
}

function examplesOfJson(json: string): KindsExample[] {
  const { sentences, ...article } = JSON.parse(json) as AnnotatedArticle;
  const offsets = [0];
  for (const character of article.text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const marked = sentences
    .filter(({ claim, optional }) => claim && optional !== true)
    .map(({ start, end, kinds = [] }) => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0, kinds }));
  return examplesOf({ ...article, sentences: marked }, article.raw);
}

/** An example for each sentence that claims something in which the program finds a claim. */
function examplesOf({ id, script, published, text, sentences }: KindsArticle, raw = text): KindsExample[] {
  const document = defaultPipeline.run({ id, text: raw, published });
  return sentences
    .filter(({ kinds }) => kinds.length > 0)
    .flatMap(({ start, end, kinds }) => {
      const inside = document.claims.filter((claim) => {
        const overlap = Math.min(claim.end, end) - Math.max(claim.start, start);
        return overlap > 0.5 * Math.min(claim.end - claim.start, end - start);
      });
      const claims = inside.map((claim) => featuresOf(document, claim, published));
      return claims.length === 0 ? [] : [{ group: id, script, kinds, claims }];
    });
}

function examplesOfRows(name: string, rows: readonly string[]): KindsExample[] {
  return rows.map((row, index) => {
    const [text = '', kinds = ''] = row.split('\t');
    const published = '2025-03-12';
    const document = defaultPipeline.run({ id: name, text, published });
    return {
      group: `${name}-${index % 5}`,
      script: '',
      kinds: kinds.split(' ') as ClaimKind[],
      claims: document.claims.map((claim) => featuresOf(document, claim, published)),
    };
  });
}

function featuresOf(document: Document<LayerName>, claim: Claim, published: string): ReadonlyMap<string, number> {
  const lower = lowerCase(document);
  const { start, end, quote, cue, source } = claim;
  const content = { start, end };
  const named = within(document.mentions, content);
  return kindFeatures({
    words: scanWords(lower),
    content,
    tokens: within(document.tokens, content),
    times: claim.times.flatMap((index) => document.times[index] ?? []),
    quantities: claim.quantities.flatMap((index) => document.quantities[index] ?? []),
    mentions: named,
    quoted: quote === 'none' && source === null ? [...within(document.quotations, content), ...named] : named,
    published,
    quote,
    cue: cue === null ? '' : lower.slice(cue.start, cue.end),
    cueType: cue?.type ?? null,
  });
}

function told(weights: KindWeights, claims: readonly ReadonlyMap<string, number>[]): Set<ClaimKind> {
  return new Set(
    claims.flatMap((claim) => {
      const ranked = claimKinds
        .map((kind, index) => ({ kind, likely: chanceOf(weights, claim, index) }))
        .filter(
          ({ kind }) =>
            kind !== 'statistic' || claim.has('figure') || claim.has('small-number') || claim.has('ordinal'),
        )
        .sort((a, b) => b.likely - a.likely);
      const sure = ranked.filter(({ likely }) => likely >= least);
      return (sure.length > 0 ? sure.slice(0, 4) : ranked.slice(0, 1)).map(({ kind }) => kind);
    }),
  );
}

interface Count {
  hit: number;
  found: number;
  wanted: number;
}

function measure(
  name: string,
  examples: readonly KindsExample[],
  weightsOf: (example: KindsExample) => KindWeights,
): void {
  const total: Count = { hit: 0, found: 0, wanted: 0 };
  const byKind = new Map(claimKinds.map((kind) => [kind, { hit: 0, found: 0, wanted: 0 } as Count]));
  for (const example of examples) {
    const found = told(weightsOf(example), example.claims);
    for (const kind of claimKinds) {
      const isFound = found.has(kind);
      const isWanted = example.kinds.includes(kind);
      for (const count of [total, byKind.get(kind)])
        if (count !== undefined) {
          count.hit += isFound && isWanted ? 1 : 0;
          count.found += isFound ? 1 : 0;
          count.wanted += isWanted ? 1 : 0;
        }
    }
  }
  const f1 = ({ hit, found, wanted }: Count): string => ((2 * hit) / Math.max(1, found + wanted)).toFixed(3);
  const kinds = [...byKind].map(([kind, count]) => `${kind} ${f1(count)}`).join(', ');
  process.stdout.write(
    `${name}: ${examples.length} sentences, P ${(total.hit / total.found).toFixed(3)} R ${(total.hit / total.wanted).toFixed(3)} F ${f1(total)}; ${kinds}\n`,
  );
}

/** The files of a folder whose names end so, by name. */
function filesOf(folder: string, end: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

function allExamples(): KindsExample[] {
  const articles = ['gold', 'articles'].flatMap((folder) =>
    filesOf(`${fixtures}${folder}`, '.json').flatMap((json) => examplesOfJson(json)),
  );
  const marked = [...filesOf(kindsData, '.txt'), ...filesOf(claimsData, '.txt').map(withoutMarks)].flatMap((file) =>
    readKindsArticles(file).flatMap((one) => examplesOf(one)),
  );
  const rows = readdirSync(`${fixtures}claims`)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) =>
      examplesOfRows(
        name,
        readFileSync(`${fixtures}claims/${name}`, 'utf8')
          .split('\n')
          .filter((row) => row !== '' && !row.startsWith('#')),
      ),
    );
  return [...articles, ...marked, ...rows];
}

/** What weighs less says next to nothing. */
const leastWeight = 0.1;

function write(weights: KindWeights): void {
  const head = [
    '# What the signs of a claim speak for its kinds: weights of a logistic regression, written by `npm run train:kinds`',
    `# columns: feature ${claimKinds.join(' ')}`,
    '# source: own annotated articles and sentences (data/kinds, data/claims, tests/fixtures)',
    '# license: CC0-1.0',
    '# used-by: src/claims/kinds/kinds.ts',
  ];
  const rows = [...weights]
    .filter(([, row]) => row.some((weight) => Math.abs(weight) >= leastWeight))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, row]) => [name, ...row.map((weight) => weight.toFixed(2).replace('-0.00', '0.00'))].join('\t'));
  writeFileSync(weightsFile, `${[...head, ...rows].join('\n')}\n`);
}

/** Measures articles with weights that were not fitted on them, all and by script. */
function measureArticles(
  name: string,
  articles: readonly KindsExample[],
  weightsOf: (example: KindsExample) => KindWeights,
): void {
  measure(name, articles, weightsOf);
  for (const script of ['Hans', 'Hant', 'Latn'])
    measure(
      `  ${script}`,
      articles.filter((example) => example.script === script),
      weightsOf,
    );
}

function measureFolds(examples: readonly KindsExample[], folds: number): void {
  const groups = [...new Set(examples.map(({ group }) => group))].sort();
  const foldOf = (example: KindsExample): number => groups.indexOf(example.group) % folds;
  const fitted = Array.from({ length: folds }, (_, fold) =>
    fitKinds(examples.filter((example) => foldOf(example) !== fold)),
  );
  const weightsOf = (example: KindsExample): KindWeights => fitted[foldOf(example)] ?? new Map();
  measure('not fitted on', examples, weightsOf);
  const articles = examples.filter(({ script }) => script !== '');
  measureArticles('articles not fitted on', articles, weightsOf);
}

const [, , ...words] = process.argv;
const folder = words.includes('--held-out') ? words[words.indexOf('--held-out') + 1] : undefined;
const folds = words.includes('--folds') ? Number(words[words.indexOf('--folds') + 1]) : 0;
const all = allExamples();
const examples = all.filter(({ group }) => !neverFitted.test(group));
if (folds > 0) measureFolds(examples, folds);
if (words.includes('--apart')) {
  const fitted = fitKinds(examples.filter((example) => !isApart(example)));
  for (const [name, ids] of setsApart)
    measureArticles(
      `kept apart, ${name}`,
      examples.filter(({ group }) => ids.test(group)),
      () => fitted,
    );
}
const weights = fitKinds(examples);
measure('fitted on', examples, () => weights);
if (words.includes('--apart'))
  measureArticles(
    'never fitted on',
    all.filter(({ group }) => neverFitted.test(group)),
    () => weights,
  );
if (folder !== undefined) {
  const unseen = filesOf(folder, '.json').flatMap((json) => examplesOfJson(json));
  measureArticles('held out', unseen, () => weights);
} else write(weights);
