import { describe, expect, test } from '@jest/globals';
import { toGold } from '../../src/export/gold-article.js';
import { createPipeline } from '../../src/index.js';
import { toReportArticle } from '../../src/report/compact.js';
import { toCorrectedGold } from '../../src/report/corrected.js';

const article = createPipeline().annotate({
  id: 'a',
  text: '𠮷田港務局發言人林又晴表示：「船會準時。」旅客比去年多了12%。\nThe Harbour Office said on Monday that 3 ferries were late.\n',
  published: '2024-03-05',
});
const compact = toReportArticle(article, () => null);

describe('corrections', () => {
  test('without any, the gold is what the pipeline found', () => {
    expect(toCorrectedGold(compact, new Map())).toEqual(toGold(article));
  });

  test('what is wrong is gone, what is retyped has the other type, what is right stays', () => {
    const [first, second] = article.mentions;
    const [claim, other] = article.claims;
    const gold = toCorrectedGold(
      compact,
      new Map([
        [first?.id ?? '', { verdict: 'wrong', type: null }],
        [second?.id ?? '', { verdict: 'retyped', type: 'PRODUCT' }],
        [claim?.id ?? '', { verdict: 'wrong', type: null }],
        [other?.id ?? '', { verdict: 'retyped', type: 'norm' }],
      ] as const),
    );
    expect(gold.mentions).toHaveLength(article.mentions.length - 1);
    expect(gold.mentions[0]).toMatchObject({ text: second?.text, start: second?.start, type: 'PRODUCT' });
    expect(gold.claims).toHaveLength(article.claims.length - 1);
    expect(gold.claims[0]).toMatchObject({ text: other?.text, kinds: ['norm'] });
  });
});
