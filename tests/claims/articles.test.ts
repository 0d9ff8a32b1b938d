import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { findSpurious } from '../../src/tools/claims/spurious.js';
import { annotate } from '../support/annotate.js';
import { claimsOf } from './support.js';

const fixtures = new URL('../fixtures/', import.meta.url);
const articles = ['gold', 'articles'].flatMap((folder) =>
  readdirSync(new URL(folder, fixtures)).map((name) => `${folder}/${name}`),
);

// A question that a speaker answers himself, and a refusal in quotation marks: speech that claims nothing.
const known = ['Have you seen the list? We published it.', '不予评论'];

function spuriousIn(path: string): string[] {
  const { claims, quotations } = findSpurious(readFileSync(new URL(path, fixtures), 'utf8'), (text, published) =>
    annotate(text, { published }),
  );
  return [...claims, ...quotations].filter((text) => !known.includes(text));
}

const isNewer = (path: string): boolean => path.startsWith('articles/b');

test.each(articles.filter((path) => !isNewer(path)))('nothing in %s is claimed that nobody claims', (path) => {
  expect(spuriousIn(path)).toEqual([]);
});

// Written by those who did not know the rules: captions that predicate, wishes and advice without a mark of their own.
test('in 61 newer articles five lines of nobody are taken for claims at most', () => {
  expect(articles.filter(isNewer).flatMap(spuriousIn).length).toBeLessThanOrEqual(5);
});

test.each([
  '港口扩建惹争议 渔民称“被骗了”', // a heading with speech in it
  '本报记者 高有田',
  '图：村民在河边洗衣。（高有田摄）',
  '谁来承担损失？',
  '“你们什么时候回来？”高有田问。',
  '公司回应“不予置评”。',
  'By Ruth Amsel',
  'Photo: Ruth Amsel says goodbye to the crew.',
  '“No comment,” the mayor said.',
])('%s: nothing is claimed', (line) => {
  const { claims } = claimsOf(`${line}\n\n河水昨天退了，渡口今天重新开放。`);
  expect(claims.filter(({ start }) => start < line.length).filter(({ quote }) => quote !== 'none')).toEqual([]);
});

test.each([
  '居民高呼“还我河岸”。',
  '小说“潮间带”今年重印。',
  '县里启动“清河”行动。',
  '这座“迷宫”再也没有人走进去。',
  'The film “Low Water” opens today.',
  'The so-called “reform” was dropped.',
  '她把这条路叫作“长廊”。',
])('%s: nobody speaks', (text) => {
  expect(claimsOf(text).claims.filter(({ quote }) => quote === 'direct' || quote === 'mixed')).toEqual([]);
});

test.each([
  ['村长高有田没有露面。\n“水退了，”他说。', null], // nobody opens the paragraph of the pronoun
  ['村长高有田昨天到了河边。他说，水退了。', '高有田'],
  ['村长高有田说，水退了。会计林海燕说，账也清了。她表示，明年再看。', '林海燕'],
  ['Ruth Amsel, the warden, walked the dyke. She said the water had gone.', 'Ruth Amsel'],
  ['Ruth Amsel walked the dyke. They said the water had gone.', null], // a plural is nobody in particular
])('%s: the pronoun is %s', (text, name) => {
  const { document, claims } = claimsOf(text);
  const source = claims.findLast((claim) => claim.source?.status === 'pronoun')?.source ?? null;
  const entity = source === null || source.entity === null ? undefined : document.entities[source.entity];
  const mention = entity === undefined ? undefined : document.mentions[entity.mentions[0] ?? 0];
  expect(mention === undefined ? null : document.text.slice(mention.start, mention.end)).toBe(name);
});
