import { describe, expect, test } from '@jest/globals';
import { rewrite } from '../../src/document/alignment.js';
import { repairsOf } from '../../src/document/repairs.js';
import type { Claim, Document, LayerName } from '../../src/document/types.js';
import { toAnnotatedArticle } from '../../src/export/annotated-article.js';
import { annotatedArticleSchema } from '../../src/export/schema.js';

const raw = '🚢<b>林又晴表示：渡輪會來。票價不變。';
const { text, alignment } = rewrite(
  raw,
  [],
  [{ start: 2, end: 5, replacement: '', kind: 'markup', rule: 'tag', confidence: 0.90001 }],
);

function at(words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const claim: Claim = {
  ...at('渡輪會來。票價不變'),
  sentence: 0,
  source: { ...at('林又晴'), entity: 0, kind: 'person', status: 'explicit' },
  cue: { ...at('表示'), type: 'say' },
  quote: 'indirect',
  kinds: ['prediction'],
  modality: 'asserted',
  polarity: 'positive',
  stance: 'neutral',
  hedges: [{ ...at('會'), kind: 'future' }],
  checkWorthy: 0.1 + 0.2,
  checkability: 0.5,
  stake: 0,
  reasons: ['because'],
  entities: [0],
  times: [],
  quantities: [],
  rule: 'name-cue-colon',
  confidence: 0.9,
};

const document: Document<LayerName> = {
  article: { id: 'a', text: raw },
  ...{ raw, text, folded: text, alignment, repairs: repairsOf(raw, text, alignment) },
  script: 'Hant',
  language: 'zh',
  userNames: [],
  userWords: [],
  diagnostics: [{ code: 'test/remark', severity: 'info', message: 'x', span: at('票') }],
  sentences: [
    { start: 0, end: at('票').start, paragraph: 0, kind: 'body', language: 'zh', script: 'Hant' },
    { start: at('票').start, end: text.length, paragraph: 0, kind: 'body', language: 'zh', script: 'Hant' },
  ],
  tokens: [{ ...at('渡輪'), pos: 'n' }],
  times: [],
  quantities: [],
  mentions: [{ ...at('林又晴'), type: 'PERSON', by: 'test', confidence: 1 }],
  entities: [
    {
      type: 'PERSON',
      name: '林又晴',
      names: { 'zh-Hant': '林又晴', 'zh-Hans': null, en: null },
      aliases: [],
      mentions: [0],
      why: [],
    },
  ],
  claims: [claim],
  quotations: [],
  facts: [],
};

describe('toAnnotatedArticle', () => {
  const article = toAnnotatedArticle(document);

  test('has the shape of the schema, field by field', () => {
    expect(annotatedArticleSchema.strict().parse(article)).toEqual(article);
  });

  test('counts in code points, in the text and in the input', () => {
    expect(article.mentions[0]).toEqual({
      ...{ id: 'm1', entity: 'e1', type: 'PERSON', text: '林又晴' },
      ...{ start: 1, end: 4, rawStart: 4, rawEnd: 7, role: null, by: 'test', confidence: 1 },
    });
    expect(article.repairs[0]).toMatchObject({
      ...{ id: 'r1', start: 1, end: 1, rawStart: 1, rawEnd: 4, before: '<b>', after: '', confidence: 0.9 },
    });
  });

  test('refers to sentences and entities by id and rounds scores', () => {
    expect(article.claims[0]).toMatchObject({
      ...{ id: 'c1', sentence: 's1', entities: ['e1'], checkWorthy: 0.3, text: '渡輪會來。票價不變' },
      source: { text: '林又晴', entity: 'e1', start: 1, rawStart: 4 },
      cue: { text: '表示', type: 'say' },
      hedges: [{ text: '會', kind: 'future' }],
    });
  });

  test('a sentence has the kinds of the claims that start in it or cover most of it', () => {
    expect(article.sentences.map(({ id, claim, kinds }) => ({ id, claim, kinds }))).toEqual([
      { id: 's1', claim: true, kinds: ['prediction'] },
      { id: 's2', claim: true, kinds: ['prediction'] },
    ]);
    const short = { ...claim, end: claim.end - 3 };
    expect(toAnnotatedArticle({ ...document, claims: [short] }).sentences[1]).toMatchObject({
      claim: false,
      kinds: [],
    });
  });

  test('tokens have their part of speech only when asked', () => {
    expect(article.tokens[0]).not.toHaveProperty('pos');
    expect(toAnnotatedArticle(document, { pos: true }).tokens[0]).toMatchObject({ text: '渡輪', pos: 'n' });
  });

  test('an article that was handed over has its own UTF-8 bytes as source', () => {
    expect(article.source).toMatchObject({ path: null, bytes: Buffer.byteLength(raw), encoding: 'UTF-8' });
  });
});
