import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Settled } from '../../src/document/types.js';
import { sentences } from '../../src/segment/sentences.js';
import { runs } from '../support/fuzz.js';
import { repair } from '../support/repair.js';

const corpus = new URL('../../corpus/', import.meta.url);
const articles = readdirSync(corpus)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, corpus), 'utf8'));

/** Puts every `before` back in the place of its `after`. */
function undo({ text, repairs }: Settled): string {
  const pieces: string[] = [];
  let at = 0;
  for (const change of repairs) {
    pieces.push(text.slice(at, change.start), change.before);
    at = change.end;
  }
  return pieces.join('') + text.slice(at);
}

function expectSound(raw: string): void {
  const settled = repair(raw);
  expect(undo(settled)).toBe(raw);
  for (const change of settled.repairs) {
    expect(settled.text.slice(change.start, change.end)).toBe(change.after);
    expect(raw.slice(change.rawStart, change.rawEnd)).toBe(change.before);
    expect(change.confidence).toBeGreaterThan(0);
    expect(change.confidence).toBeLessThanOrEqual(1);
  }
  const { layers } = sentences.annotate(settled, { published: null, article: settled.article });
  let end = 0;
  for (const sentence of layers.sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(end);
    expect(sentence.end).toBeGreaterThan(sentence.start);
    end = sentence.end;
  }
  expect(end).toBeLessThanOrEqual(settled.text.length);
}

const article = fc.constantFrom(...articles);
const cut = fc.tuple(article, fc.nat(), fc.nat({ max: 1500 })).map(([text, from, length]) => {
  const start = from % text.length;
  return text.slice(start, start + length);
});
const noise = fc.constantFrom(
  '<p',
  '</p>',
  '/p>',
  '<br',
  '<!--',
  '-->',
  'class="x">',
  '<rt>',
  '[b]',
  '[/b]',
  '[caption id="1"]',
  '&nbsp',
  '&#8220',
  '&amp;lt;',
  'nbsp;',
  '(jīng)',
  'ㄐㄧㄥ',
  '經(jīng)',
  '\n',
  '\r\n',
  '\n\n',
  '　　',
  'var a = $(b);\n',
  '阅读全文',
  '\u200b',
  '\ud83d',
  '?!',
  '�',
);

describe('whatever comes, every offset slices and nothing is changed in silence', () => {
  test('bytes read as UTF-8, GBK, Big5 and Latin-1', () => {
    const encoding = fc.constantFrom('utf-8', 'gbk', 'big5', 'latin1', 'utf-16le');
    const bytes = fc.tuple(fc.uint8Array({ maxLength: 200 }), encoding);
    fc.assert(
      fc.property(bytes, ([list, label]) => expectSound(new TextDecoder(label).decode(list))),
      { numRuns: runs(1000) },
    );
  }, 120_000);

  test('truncated articles', () => {
    fc.assert(fc.property(cut, expectSound), { numRuns: runs(100) });
  }, 120_000);

  test('articles spliced with each other and with rests of pages', () => {
    const spliced = fc.array(fc.oneof(cut, noise), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(spliced, expectSound), { numRuns: runs(150) });
  }, 120_000);

  test('rests of pages alone', () => {
    const rests = fc.array(fc.oneof(noise, fc.constantFrom('港務局', '。', '“', '”', 'ship', ' ', '<', '>')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(rests, (parts) => expectSound(parts.join(''))),
      { numRuns: runs(500) },
    );
  }, 120_000);
});

test.each([
  ['comments that never close', '<!--'],
  ['attributes that never close', '<a b="'],
  ['closing tags', '</p>'],
  ['ampersands', '&amp;'],
  ['codes', '[b]'],
  ['glosses', '經(jīng)'],
  ['zhuyin', '漢ㄏㄢˋ'],
  ['quotation marks', 'a="b" '],
  ['lines of code', '{;}\n'],
  ['wrapped lines', '港務局昨天公布新的航班表碼頭將在下\n'],
])('a long text of %s', (_name, piece) => {
  const raw = piece.repeat(Math.ceil(60_000 / piece.length));
  expect(undo(repair(raw))).toBe(raw);
});

test.each([
  ['a script', '<script>', '</script>'],
  ['a style', '<style>', '</style>'],
])('%s of a page with more repairs in it than a call takes arguments', (_name, opening, closing) => {
  const raw = `港務局昨天公布新的航班表。\n${opening}${'\u200b;'.repeat(150_000)}${closing}\n碼頭將在下月開始夜間作業。`;
  const settled = repair(raw);
  expect(settled.text).not.toContain('\u200b');
  expect(undo(settled)).toBe(raw);
});
