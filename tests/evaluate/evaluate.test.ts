import { describe, expect, test } from '@jest/globals';
import { startEvaluation } from '../../src/evaluate/evaluate.js';
import { toScoredArticle } from '../../src/evaluate/scored-article.js';

const text = '林又晴昨天表示，票價會漲30%。她反對。';
const span = (words: string) => {
  const start = text.indexOf(words);
  return { text: words, start, end: start + words.length };
};
const gold = {
  ...{ id: 'a', text },
  mentions: [
    { ...span('林又晴'), type: 'PERSON', entity: 'e1' },
    { ...span('她'), type: 'PERSON', entity: 'e1' },
  ],
  times: [{ ...span('昨天'), type: 'DATE', value: '2024-03-04' }],
  quantities: [{ ...span('30%'), type: 'PERCENT', value: 30 }],
  claims: [
    { ...span('票價會漲30%'), source: span('林又晴'), quote: 'indirect', kinds: ['prediction', 'statistic'] },
    { ...span('她反對'), source: null, quote: 'none', kinds: ['event'] },
  ],
};
type Gold = typeof gold;

/** The figures of one layer: hits, found, gold. */
function score(layer: string, change: (found: Gold) => object, of: object = gold) {
  const evaluation = startEvaluation([toScoredArticle(of)]);
  evaluation.add(toScoredArticle({ ...gold, ...change(gold) }));
  const { hits, found, gold: all } = evaluation.close().scores.get(layer) ?? { hits: -1, found: -1, gold: -1 };
  return [hits, found, all];
}

const layers = ['mentions', 'mentions.PERSON', 'mentions.span', 'aliases', 'times', 'times.DATE', 'times.value'].concat(
  ...['quantities', 'quantities.value', 'claims', 'claims.partial', 'claims.kinds', 'attributions'],
);
test.each(layers)('what is the same is right: %s', (layer) => {
  const [hits, found, all] = score(layer, () => ({}));
  expect(hits).toBeGreaterThan(0);
  expect([found, all]).toEqual([hits, hits]);
});

describe('what counts', () => {
  const [first, second] = gold.mentions;
  const [claim, other] = gold.claims;
  test.each<[string, string, (found: Gold) => object, number[]]>([
    ['another type is no hit', 'mentions', () => ({ mentions: [{ ...first, type: 'ORG' }, second] }), [1, 2, 2]],
    ['but the span is', 'mentions.span', () => ({ mentions: [{ ...first, type: 'ORG' }, second] }), [2, 2, 2]],
    ['a span that is a character shorter is none', 'mentions', () => ({ mentions: [{ ...first, end: 2 }] }), [0, 1, 2]],
    ['the same span twice counts once', 'mentions', () => ({ mentions: [first, first, second] }), [2, 2, 2]],
    [
      'two names of two entities are no alias',
      'aliases',
      () => ({ mentions: [first, { ...second, entity: 'e2' }] }),
      [0, 0, 1],
    ],
    ['another value', 'times.value', () => ({ times: [{ ...gold.times[0], value: '2024-03-05' }] }), [0, 1, 1]],
    ['is the time still', 'times', () => ({ times: [{ ...gold.times[0], value: '2024-03-05' }] }), [1, 1, 1]],
    [
      'six digits of a number',
      'quantities.value',
      () => ({ quantities: [{ ...gold.quantities[0], value: 30.00000001 }] }),
      [1, 1, 1],
    ],
    ['the content of a claim, exactly', 'claims', () => ({ claims: [{ ...claim, end: 14 }, other] }), [1, 2, 2]],
    ['or most of it', 'claims.partial', () => ({ claims: [{ ...claim, end: 14 }, other] }), [2, 2, 2]],
    ['not a little of it', 'claims.partial', () => ({ claims: [{ ...claim, end: 10 }, other] }), [1, 2, 2]],
    ['one claim fits one', 'claims.partial', () => ({ claims: [claim, { ...claim, end: 14 }, other] }), [2, 3, 2]],
    [
      'kinds one by one',
      'claims.kinds',
      () => ({ claims: [{ ...claim, kinds: ['prediction', 'cause'] }, other] }),
      [2, 3, 3],
    ],
    ['a claim with no source and no quotation is no attribution', 'attributions', () => ({}), [1, 1, 1]],
    ['another source', 'attributions', () => ({ claims: [{ ...claim, source: span('她') }] }), [0, 1, 1]],
    [
      'another source, partly',
      'attributions.partial',
      () => ({ claims: [{ ...claim, source: span('她') }] }),
      [0, 1, 1],
    ],
    [
      'a source and content that overlap',
      'attributions.partial',
      () => ({ claims: [{ ...claim, end: 14, source: span('又晴') }] }),
      [1, 1, 1],
    ],
    ['nothing found', 'mentions', () => ({ mentions: [] }), [0, 0, 2]],
  ])('%s', (_name, layer, change, expected) => expect(score(layer, change)).toEqual(expected));

  test('what is optional is neither hit nor miss', () => {
    const [name, pronoun] = gold.mentions;
    const withOptional = { ...gold, mentions: [name, { ...pronoun, optional: true }] };
    expect(score('mentions', () => ({}), withOptional)).toEqual([1, 1, 1]);
    expect(score('mentions', () => ({ mentions: [name] }), withOptional)).toEqual([1, 1, 1]);
  });

  test('what gold does not speak of is not scored', () => {
    const { claims: _claims, quantities: _quantities, ...rest } = gold;
    expect(score('claims', () => ({}), rest)).toEqual([-1, -1, -1]);
    expect(score('times.value', () => ({}), { ...gold, times: [{ ...gold.times[0], value: null }] })).toEqual([
      -1, -1, -1,
    ]);
  });
});

describe('gold files with attributions, sentences and lists of names', () => {
  const file = {
    ...{
      id: 'a',
      text,
      mentions: gold.mentions.map(({ entity: _entity, ...mention }) => mention),
      entities: [['林又晴', '她']],
    },
    sentences: [
      { start: 0, end: 16, claim: true, kinds: ['prediction'] },
      { start: 16, end: 20, claim: false, kinds: [] },
    ],
    attributions: [{ source: span('林又晴'), cue: span('表示'), content: span('票價會漲30%'), quote: 'indirect' }],
  };
  test.each([
    ['sentences', [1, 2, 1]],
    ['attributions', [1, 1, 1]],
    ['aliases', [1, 1, 1]],
    ['claims', [-1, -1, -1]],
  ])('%s', (layer, expected) => expect(score(layer, () => ({}), file)).toEqual(expected));
});

describe('texts that differ', () => {
  test('offsets are moved along', () => {
    const evaluation = startEvaluation([toScoredArticle(gold)]);
    const shifted = JSON.parse(JSON.stringify(gold), (key, value) =>
      key === 'start' || key === 'end' ? value + 2 : value,
    );
    evaluation.add(toScoredArticle({ ...shifted, text: `🚢 ${text}` }));
    const { moved, scores } = evaluation.close();
    expect(moved).toEqual(['a']);
    expect([...scores.values()].every(({ f1 }) => f1 === 1)).toBe(true);
  });

  test('a text that is quite another has no hits', () => {
    const evaluation = startEvaluation([toScoredArticle({ ...gold, text: text + '船'.repeat(9000) })]);
    evaluation.add(toScoredArticle({ ...gold, text: text + '票'.repeat(9000) }));
    const { unlike, scores } = evaluation.close();
    expect(unlike).toEqual(['a']);
    expect(scores.get('mentions')).toMatchObject({ hits: 0, found: 2, gold: 2 });
  });

  test('an article that is missing was missed; one that gold has not is passed over', () => {
    const evaluation = startEvaluation([toScoredArticle(gold), toScoredArticle({ ...gold, id: 'b' })]);
    evaluation.add(toScoredArticle(gold));
    evaluation.add(toScoredArticle({ ...gold, id: 'c' }));
    expect(evaluation.close()).toMatchObject({ articles: 2, missing: ['b'] });
    expect(evaluation.close().scores.get('mentions')).toMatchObject({ hits: 2, found: 2 });
  });
});

test.each([
  ['no text', { id: 'a' }],
  ['a mention without offsets', { id: 'a', text, mentions: [{ type: 'PERSON' }] }],
  ['no object', 'a'],
])('%s is no article', (_name, value) => expect(() => toScoredArticle(value)).toThrow());
