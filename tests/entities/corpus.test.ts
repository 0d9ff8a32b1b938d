import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Entity, EntityType } from '../../src/document/types.js';
import { type DocumentEntities, linkCorpus } from '../../src/entities/corpus.js';

function entity(type: EntityType, name: string, fields: Partial<Entity> = {}): Entity {
  return {
    type,
    name,
    names: { 'zh-Hant': null, 'zh-Hans': null, en: null },
    aliases: [],
    mentions: [0],
    why: [],
    ...fields,
  };
}

const names = (hans: string, en: string | null = null) => ({ 'zh-Hant': null, 'zh-Hans': hans, en });

const documents: DocumentEntities[] = [
  {
    documentId: 'a',
    entities: [entity('ORG', '雲硯科技', { names: names('云砚科技'), aliases: ['雲硯'], mentions: [0, 1] })],
  },
  { documentId: 'b', entities: [entity('ORG', '云砚科技', { names: names('云砚科技', 'Yunyan') })] },
  { documentId: 'c', entities: [entity('ORG', '云砚'), entity('PRODUCT', '云砚科技')] },
  {
    documentId: 'd',
    entities: [
      entity('PERSON', 'Field'),
      entity('ORG', 'Yunyan', { names: { ...names('云砚科技'), 'zh-Hans': null, en: 'Yunyan' } }),
    ],
  },
  { documentId: 'e', entities: [entity('PERSON', 'Field')] },
];

test('entities that share their type and a full name are one, over scripts and languages', () => {
  const { entities, ids } = linkCorpus(documents);
  const firm = entities.find(({ type, name }) => type === 'ORG' && name === '雲硯科技');
  expect(firm).toMatchObject({ mentions: 5, documents: 4, names: { 'zh-Hans': '云砚科技', en: 'Yunyan' } });
  expect(firm?.aliases).toEqual(['Yunyan', '云砚', '云砚科技', '雲硯']);
  for (const [id, index] of [
    ['a', 0],
    ['b', 0],
    ['c', 0],
    ['d', 1],
  ] as const)
    expect(ids.get(id)?.[index]).toBe(firm?.id);
  expect(ids.get('c')?.[1]).not.toBe(firm?.id);
});

test('other forms are in the order of their code points, beyond U+FFFF too', () => {
  const aliases = ['\u{20bb7}田', '\u{1f600}田', '\ufa19田', '吉田'];
  const { entities } = linkCorpus([{ documentId: 'a', entities: [entity('ORG', '吉田商事', { aliases })] }]);
  expect(entities[0]?.aliases).toEqual(['吉田', '\ufa19田', '\u{1f600}田', '\u{20bb7}田']);
});

test('a surname alone does not join people of two articles', () => {
  const { ids } = linkCorpus(documents);
  expect(ids.get('d')?.[0]).not.toBe(ids.get('e')?.[0]);
});

test('a short form that two firms share joins neither', () => {
  const { ids } = linkCorpus([
    { documentId: 'a', entities: [entity('ORG', '星河证券', { aliases: ['星河'] })] },
    { documentId: 'b', entities: [entity('ORG', '星河银行', { aliases: ['星河'] })] },
    { documentId: 'c', entities: [entity('ORG', '星河')] },
  ]);
  expect(new Set([...ids.values()].flat()).size).toBe(3);
});

test('ids are type and ten hexadecimal digits, unique, sorted, and the same in any order of the documents', () => {
  const linked = linkCorpus(documents);
  const ids = linked.entities.map(({ id }) => id);
  for (const id of ids) expect(id).toMatch(/^[a-z]+-[0-9a-f]{10}$/);
  expect(ids).toEqual([...new Set(ids)].sort());
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
      const again = linkCorpus(shuffled);
      expect(again.entities).toEqual(linked.entities);
      for (const [id, list] of linked.ids) expect(again.ids.get(id)).toEqual(list);
    }),
  );
});

describe('people of two articles, each named in one language', () => {
  const ids = (chinese: string, english: string, shared: readonly string[]) => {
    const company = shared.map((name) => entity('ORG', name));
    const linked = linkCorpus([
      { documentId: 'a', entities: [entity('PERSON', chinese), ...company] },
      { documentId: 'b', entities: [entity('PERSON', english), ...company] },
    ]);
    return new Set([...linked.ids.values()].map(([id]) => id));
  };

  test.each([
    ['安德鲁·卡弗', 'Andrew Carver', []],
    ['苏尼塔·拉奥', 'Sunita Rao', []],
    ['李明', 'Li Ming', []],
    ['王丽娜', 'Lina Wang', []],
    ['门捷列夫', 'Dmitri Mendeleev', ['Copper Ridge']],
  ])('%s is %s', (chinese, english, shared) => {
    expect(ids(chinese, english, shared).size).toBe(1);
  });

  test.each([
    ['李明', 'Priya Raman', []],
    ['李明', 'Priya Raman', ['Copper Ridge']],
    ['马丽', 'John Miller', ['Copper Ridge']],
    ['安娜', 'Laura Ming', []],
    ['普里娅·拉曼', 'Olga Lenina', []],
    ['安娜·米勒', 'John Miller', ['Copper Ridge']],
    ['威廉姆斯', 'Helen Williams', []],
  ])('%s is not %s', (chinese, english, shared) => {
    expect(ids(chinese, english, shared).size).toBe(2);
  });
});
