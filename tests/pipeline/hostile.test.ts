import { expect, test } from '@jest/globals';
import { createPipeline } from '../../src/index.js';

const pipeline = createPipeline();

test.each([
  ['one word without end', '港務局'.repeat(150_000)],
  ['one paragraph of many sentences', '港務局說,船會準時。'.repeat(15_000)],
  ['one Latin word', 'a'.repeat(500_000)],
  ['one number', '1'.repeat(200_000)],
  ['dates without a break', '2024年3月5日'.repeat(10_000)],
  ['markers of damage', '?!'.repeat(50_000)],
  ['brackets and quotes that never close', '(“「'.repeat(30_000)],
  ['tags that never close', '<p &nbsp '.repeat(20_000)],
  ['glosses of nothing', '(jīng)'.repeat(20_000)],
  ['forty thousand paragraphs', '船。\n'.repeat(40_000)],
  ['English without full stops', 'the ship said that '.repeat(3_000)],
])('%s is annotated', (_name, text) => {
  const article = pipeline.annotate({ id: 'hostile', text, published: '2025-03-12' });
  expect(article.sentences.length).toBeGreaterThan(0);
});

test.each([
  ['nothing', ''],
  ['white space', ' \n\t\r\n '],
  ['NUL', '\u0000\u0000'],
  ['lone surrogates', '港\ud800務\udc00局'],
  ['an unpaired combining mark', '\u0301'],
])('%s is annotated', (_name, text) => {
  expect(pipeline.annotate({ id: 'odd', text }).id).toBe('odd');
});
