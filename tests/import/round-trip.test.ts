import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  claimKinds,
  cueTypes,
  entityTypes,
  modalities,
  polarities,
  quantityTypes,
  quoteKinds,
  sourceKinds,
  sourceStatuses,
  stances,
  timexMods,
  timexTypes,
} from '../../src/document/types.js';
import { brat } from '../../src/export/brat.js';
import { doccano } from '../../src/export/doccano.js';
import type { ExportFormat } from '../../src/export/format.js';
import { type GoldArticle, inOrder, toGold } from '../../src/export/gold-article.js';
import { labelStudio } from '../../src/export/label-studio.js';
import { type MarkedArticle, toMarks } from '../../src/export/marks.js';
import type { AnnotatedArticle } from '../../src/export/schema.js';
import { fromMarks } from '../../src/import/from-marks.js';
import { importAnnotations } from '../../src/import/index.js';
import { annotated, astralTexts, exported } from '../support/exported.js';
import { makeWorkplace } from '../support/run.js';

const place = makeWorkplace();
afterAll(() => place.remove());

/** What comes back of an export of `articles` in `format`, read from the file or folder `path`. */
async function comesBack(format: ExportFormat, articles: readonly AnnotatedArticle[], path: string) {
  const folder = makeWorkplace();
  try {
    folder.write(Object.fromEntries(await exported(format, articles)));
    return importAnnotations(`${folder.path}/${path}`);
  } finally {
    folder.remove();
  }
}

/** Carriage returns are spaces in what annotation tools get. */
function withoutReturns(article: GoldArticle): GoldArticle {
  return JSON.parse(JSON.stringify(article).replaceAll('\\r', ' '));
}

const articles = annotated(astralTexts);
const gold = articles.map(toGold).map(withoutReturns);

test('the articles have something of every layer', () => {
  const count = (layer: 'mentions' | 'times' | 'quantities') =>
    gold.map((one) => one[layer].length).reduce((a, b) => a + b);
  expect(count('mentions')).toBeGreaterThan(2);
  expect(count('times')).toBeGreaterThan(2);
  expect(count('quantities')).toBeGreaterThan(2);
  expect(gold.flatMap(({ claims }) => claims.filter(({ source, cue }) => source && cue)).length).toBeGreaterThan(1);
});

describe('what is exported comes back the same', () => {
  test.each([
    ['Label Studio', labelStudio, 'label-studio/tasks.json'],
    ['brat', brat, 'brat'],
    ['brat, by the folder of the export', brat, '.'],
  ] as const)('%s', async (_name, format, path) => {
    const read = await comesBack(format, articles, path);
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(read.map(({ article }) => article)).toEqual(gold);
  });

  test('doccano: spans and relations, not their values', async () => {
    const read = await comesBack(doccano, articles, 'doccano/relations.jsonl');
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    const spans = (all: readonly GoldArticle[]) =>
      all.map(({ id, text, mentions, times, quantities, claims }) => ({
        ...{ id, text, mentions: mentions.map(({ entity: _, ...mention }) => mention) },
        times: [...times, ...quantities].map(({ type, text: words, start, end }) => ({ type, words, start, end })),
        claims: claims.map(({ start, end, source, cue }) => [start, end, source?.start, source?.text, cue?.text]),
      }));
    expect(spans(read.map(({ article }) => article))).toEqual(spans(gold));
  });

  test('doccano without relations: names, times and quantities', async () => {
    const read = await comesBack(doccano, articles, 'doccano/spans.jsonl');
    expect(read.map(({ article }) => article.mentions.map(({ text }) => text))).toEqual(
      gold.map(({ mentions }) => mentions.map(({ text }) => text)),
    );
    expect(read.flatMap(({ article }) => article.claims)).toEqual([]);
  });
});

const text = fc
  .string({ unit: fc.constantFrom('a', '林', '𠮷', '🚢', ' ', '\n', '。', '"', '\\'), minLength: 1 })
  .map((words) => `${words}。`);

/** Gold articles with any spans and values. */
const goldArticle: fc.Arbitrary<GoldArticle> = text.chain((words) => {
  const points = Array.from(words);
  const span = fc.tuple(fc.nat(points.length - 1), fc.nat(points.length - 1)).map(([a, b]) => {
    // No span begins or ends at a line end: brat has no form for that.
    let [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
    while (end < points.length && points[end - 1] === '\n') end++;
    while (points[start] === '\n') start++;
    return { start, end, text: points.slice(start, end).join('') };
  });
  const spans = fc.option(span, { nil: null });
  const word = fc.option(fc.stringMatching(/^[a-z0-9"\\-]{1,6}$/), { nil: null });
  const number = fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    { nil: null },
  );
  const of = <T extends string>(values: readonly T[]) => fc.constantFrom(...values);
  const maybe = <T extends string>(values: readonly T[]) => fc.option(of(values), { nil: null });
  const list = <T extends object>(fields: fc.Arbitrary<T>) =>
    fc.array(
      fc.tuple(span, fields).map(([where, rest]) => ({ ...where, ...rest })),
      { maxLength: 4 },
    );
  const part = <T extends object>(fields: fc.Arbitrary<T>) =>
    fc.tuple(spans, fields).map(([where, rest]) => where && { ...where, ...rest });
  return fc
    .record({
      ...{ id: fc.string({ minLength: 1 }), lang: fc.constant('zh'), script: fc.constant(null) },
      ...{ published: fc.constant('2024-03-05'), text: fc.constant(words) },
      mentions: list(fc.record({ type: of(entityTypes), entity: word })),
      times: list(fc.record({ type: of(timexTypes), value: word, mod: maybe(timexMods), begin: word, until: word })),
      quantities: list(
        fc.record({
          ...{ type: of(quantityTypes), value: number, low: number, high: number, unit: word, approx: fc.boolean() },
        }),
      ),
      claims: list(
        fc.record({
          source: part(fc.record({ entity: word, kind: maybe(sourceKinds), status: maybe(sourceStatuses) })),
          cue: part(fc.record({ type: maybe(cueTypes) })),
          quote: of(quoteKinds),
          kinds: fc.uniqueArray(of(claimKinds)),
          ...{ modality: of(modalities), polarity: of(polarities), stance: of(stances) },
        }),
      ),
    })
    .map(inOrder);
});

/** The order of several kinds is that of the list, not that of the annotator. */
function sorted(article: GoldArticle): GoldArticle {
  return { ...article, claims: article.claims.map((claim) => ({ ...claim, kinds: [...claim.kinds].sort() })) };
}

describe('any gold article', () => {
  test('is the same after marks and back', () => {
    fc.assert(
      fc.property(goldArticle, (article) => {
        const { article: back, problems } = fromMarks(toMarks(article));
        expect(problems).toEqual([]);
        expect(sorted(back)).toEqual(sorted(article));
      }),
    );
  });

  test.each([
    ['Label Studio', labelStudio, 'label-studio/tasks.json'],
    ['brat', brat, 'brat'],
  ] as const)('is the same after %s and back', async (_name, format, path) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(goldArticle, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
        async (all) => {
          const read = await comesBack(format, all.map(asAnnotated), path);
          expect(read.map(({ article }) => sorted(article))).toEqual(all.map(sorted));
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** A gold article is all of an annotated one that these formats read. */
function asAnnotated(article: GoldArticle): AnnotatedArticle {
  return article as unknown as AnnotatedArticle;
}

describe('what cannot be understood is left out and told', () => {
  const marked: MarkedArticle = {
    ...{ id: 'a', lang: 'zh', script: 'Hans', published: null, text: '林又晴说了三次。' },
    marks: [{ id: 'm1', label: 'PERSON', start: 0, end: 3, text: '林又晴', attributes: {} }],
    links: [],
  };
  const claim = { id: 'c1', label: 'CLAIM', start: 3, end: 7, text: '说了三次', attributes: {} };
  test.each<[string, Partial<MarkedArticle>, string[]]>([
    ['all well', {}, []],
    [
      'a label of others',
      { marks: [{ id: 'x', label: 'ANIMAL', start: 0, end: 1, text: '林', attributes: {} }] },
      ['a: label "ANIMAL" of x is none of wenmai\'s'],
    ],
    [
      'a span past the end',
      { marks: [{ id: 'x', label: 'PERSON', start: 7, end: 9, text: '', attributes: {} }] },
      ['a: x has no place among the 8 characters of the text'],
    ],
    [
      'no number',
      { marks: [{ id: 'q', label: 'CARDINAL', start: 5, end: 7, text: '三次', attributes: { value: ['three'] } }] },
      ['a: value "three" of q is no number'],
    ],
    [
      'a value of others',
      { marks: [{ ...claim, attributes: { modality: ['sure'] } }] },
      ['a: modality "sure" of c1 is none of asserted, probable, possible, hypothetical'],
    ],
    [
      'a link of others',
      { links: [{ type: 'likes', from: 'm1', to: 'm1' }] },
      ['a: link "likes" is none of wenmai\'s'],
    ],
    [
      'a link between the wrong spans',
      { marks: [...marked.marks, claim], links: [{ type: 'source', from: 'c1', to: 'm1' }] },
      ['a: link "source" from c1 to m1 does not go from a CLAIM to a SOURCE'],
    ],
  ])('%s', (_name, change, problems) => {
    expect(fromMarks({ ...marked, ...change }).problems).toEqual(problems);
  });
});
