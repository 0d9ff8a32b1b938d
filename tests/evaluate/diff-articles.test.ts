import { describe, expect, test } from '@jest/globals';
import { type ArticleDiff, diffArticles } from '../../src/evaluate/diff-articles.js';
import type { AnnotatedArticle } from '../../src/export/schema.js';
import { annotated } from '../support/exported.js';

const text = '港務局發言人林又晴昨天表示，票價會漲30%。渡輪停航。';
const of = (words: string): AnnotatedArticle => {
  const [article] = annotated({ a: words });
  if (article === undefined) throw new Error('no article');
  return article;
};
const old = of(text);

/** The difference in short: `layer +words -words ~words field old→new`. */
function short(diff: ArticleDiff | null): string[] {
  if (diff === null) return [];
  const fields = (all: ArticleDiff['fields']) => all.map(({ field, old: a, new: b }) => `${field} ${a}→${b}`).join(' ');
  return [
    ...(diff.fields.length > 0 ? [`article ${fields(diff.fields)}`] : []),
    ...diff.layers.flatMap(({ layer, appeared, vanished, changed }) => [
      ...appeared.map((item) => `${layer} +${item.label} ${item.text}`),
      ...vanished.map((item) => `${layer} -${item.label} ${item.text}`),
      ...changed.map((change) => `${layer} ~${change.new.text} ${fields(change.fields)}`),
    ]),
  ];
}

/** The old article with something in one of its layers changed. */
function changed(change: (article: AnnotatedArticle) => void): AnnotatedArticle {
  const copy = JSON.parse(JSON.stringify(old)) as AnnotatedArticle;
  change(copy);
  return copy;
}

describe('diffArticles', () => {
  test('nothing', () =>
    expect(
      diffArticles(
        old,
        changed(() => {}),
      ),
    ).toBeNull());

  test.each<[string, (article: AnnotatedArticle) => void, string[]]>([
    [
      'a type',
      ({ mentions: [one] }) => Object.assign(one ?? {}, { type: 'GPE' }),
      ['mentions ~林又晴 type PERSON→GPE'],
    ],
    ['a value', ({ quantities: [one] }) => Object.assign(one ?? {}, { value: 31 }), ['quantities ~30% value 30→31']],
    [
      'a longer span',
      ({ mentions }) => Object.assign(mentions[0] ?? {}, { start: 5, text: '人林又晴' }),
      ['mentions ~人林又晴 text 林又晴→人林又晴'],
    ],
    ['what vanished', ({ times }) => times.pop(), ['times -DATE 昨天']],
    [
      'a claim without its source',
      ({ claims: [one] }) => Object.assign(one ?? {}, { source: null }),
      [
        expect.stringMatching(
          /^claims ~票價會漲30% source\.words 林又晴→null source\.entity 林又晴→null/,
        ) as unknown as string,
      ],
    ],
    [
      'ids alone',
      ({ mentions: [one] }) => Object.assign(one ?? {}, { id: 'x1' }),
      ['article ids, order or raw offsets null→null'],
    ],
    ['a token', ({ tokens }) => tokens.pop(), [`article tokens ${old.tokens.length}→${old.tokens.length - 1}`]],
    [
      'a field of the article',
      (article) => Object.assign(article, { published: '2024-03-06' }),
      ['article published 2024-03-05→2024-03-06'],
    ],
  ])('%s', (_name, change, expected) => expect(short(diffArticles(old, changed(change)))).toEqual(expected));

  test('what only moved is the same; what was added appears', () => {
    const diff = diffArticles(old, of(`百度也停了。${text}`));
    expect(diff?.isTextChanged).toBe(true);
    const lines = short(diff).filter((line) => /^(mentions|times|quantities) /.test(line));
    expect(lines).toEqual(['mentions +ORG 百度']);
  });

  test('both ways round', () => {
    const now = of(text.replace('30%', '35%').replace('渡輪停航', '渡輪照開'));
    const swapped = diffArticles(now, old);
    expect(
      diffArticles(old, now)?.layers.map(({ appeared, vanished, changed: c }) => [
        appeared.length,
        vanished.length,
        c.length,
      ]),
    ).toEqual(
      swapped?.layers.map(({ appeared, vanished, changed: c }) => [vanished.length, appeared.length, c.length]),
    );
  });
});
