import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ArticleOrder } from '../../src/batch/article-order.js';
import { toLinkRow } from '../../src/batch/claim-records.js';
import { collectClaims } from '../../src/batch/corpus-claims.js';
import { linkEntities } from '../../src/batch/corpus-entities.js';
import { type ComparableClaim, linkClaims } from '../../src/claims/claim-links.js';
import type { Entity } from '../../src/document/types.js';
import { linkCorpus } from '../../src/entities/corpus.js';
import { runs } from '../support/fuzz.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

let place: Workplace;
let count = 0;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

function freshDirectory(): string {
  const path = join(place.path, String(count++));
  mkdirSync(path);
  return path;
}

const name = fc.constantFrom(
  '雲硯科技',
  '云砚科技',
  '雲硯',
  '星河銀行',
  '星河',
  '歐陽沐秋',
  '王',
  'Field',
  'Wang',
  'Ouyang Muqiu',
  'Roc Bay',
);
const entity = fc.record({
  type: fc.constantFrom('ORG' as const, 'PERSON' as const, 'GPE' as const, 'LOC' as const),
  name,
  names: fc.record({
    'zh-Hant': fc.constant(null),
    'zh-Hans': fc.option(fc.constantFrom('云砚科技', '星河银行'), { freq: 3 }),
    en: fc.option(fc.constantFrom('Yunyan', 'Ouyang Muqiu'), { freq: 3 }),
  }),
  aliases: fc.uniqueArray(name, { maxLength: 2 }),
  mentions: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
  why: fc.constant([]),
});
const corpus = fc.array(fc.array(entity, { maxLength: 4 }), { maxLength: 12 });

describe('the entities of a corpus', () => {
  test('are grouped as linkCorpus groups those of all articles', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const ids = documents.map((_, i) => `d${String(i).padStart(3, '0')}`);
        const expected = linkCorpus(documents.map((entities, i) => ({ documentId: ids[i] ?? '', entities })));
        const linked = linkEntities(orderOf(ids, documents), freshDirectory());
        const found = documents.map((entities, i) => linked.idsOf(ids[i] ?? '', toLine(entities)));
        const flat = found.flat();
        const wanted = ids.flatMap((id) => [...(expected.ids.get(id) ?? [])]);
        const groups = (list: readonly string[]) => list.map((id) => list.indexOf(id));
        expect(groups(flat)).toEqual(groups(wanted));
        const withoutId = (list: Iterable<{ id: string }>) =>
          [...list].map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();
        expect(withoutId(linked.entities())).toEqual(withoutId(expected.entities));
        const all = [...linked.entities()].map(({ id }) => id);
        expect(all).toEqual([...new Set(all)].sort());
        expect(new Set(flat)).toEqual(new Set(all));
        expect(linked.count()).toBe(all.length);
      }),
      { numRuns: runs(200) },
    );
  });
});

function toLine(entities: readonly Entity[]): string {
  return JSON.stringify(
    entities.map(({ mentions, ...rest }) => ({ key: JSON.stringify(rest), mentions: mentions.length })),
  );
}

function orderOf(ids: readonly string[], documents: readonly (readonly Entity[])[]): ArticleOrder {
  const articles = ids.map((id, i) => ({ id, entities: () => toLine(documents[i] ?? []), article: () => null }));
  return { articles: () => articles, close: () => undefined };
}

const claim = fc.record({
  folded: fc.constantFrom(
    '渡轮将于5月试航票价为10元',
    '渡轮将于5月试航票价为20元',
    '票价不变',
    '学生参加考试',
    '渡轮不会试航了吧',
  ),
  entities: fc.uniqueArray(fc.constantFrom('org-1', 'per-2'), { maxLength: 2 }),
  source: fc.constantFrom(null, 'org-1', 'per-2'),
  isCarried: fc.boolean(),
  polarity: fc.constantFrom('positive' as const, 'negative' as const),
  figures: fc.array(
    fc.record({ unit: fc.constant('MONEY CNY'), low: fc.nat(2), high: fc.nat(2), isTelling: fc.boolean() }),
    { maxLength: 2 },
  ),
  times: fc.array(fc.constantFrom('2024-05', '2024'), { maxLength: 1 }),
});

test('the links of claims are those that linkClaims finds among all of them', () => {
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 90 }), (drafts) => {
      const claims = drafts.map(
        (draft, i): ComparableClaim => ({ ...draft, documentId: `d${i >> 2}`, claimId: `c${i}` }),
      );
      const collected = collectClaims(freshDirectory());
      for (const one of claims) collected.add(one);
      const rows = [...collected.links()];
      expect(rows.map(({ id: _, ...row }) => row)).toEqual(linkClaims(claims).map(toLinkRow));
      expect(rows.map(({ id }) => id)).toEqual(rows.map((_, i) => `l${i + 1}`));
      expect([...collected.links()]).toEqual(rows);
      collected.close();
    }),
    { numRuns: runs(100) },
  );
});
