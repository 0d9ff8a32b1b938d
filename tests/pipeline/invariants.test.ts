import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { type AnnotatedArticle, createPipeline } from '../../src/index.js';
import { runs } from '../support/fuzz.js';

const pipeline = createPipeline();
const corpus = new URL('../../corpus/', import.meta.url);
const clean = new URL('../fixtures/clean/', import.meta.url);
const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
const damaged = readdirSync(clean);

function read(folder: URL, name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function annotate(text: string): AnnotatedArticle {
  return pipeline.annotate({ id: 'x', text, published: '2025-03-12' });
}

/** Checks what must hold of every article, whatever was in it. */
function expectSound(raw: string, article: AnnotatedArticle): void {
  const text = Array.from(article.text);
  const input = Array.from(raw);
  const spans = [
    article.sentences,
    article.mentions,
    article.times,
    article.quantities,
    article.claims,
    article.tokens,
  ].flat();
  for (const span of spans) {
    expect(span.end).toBeGreaterThan(span.start);
    expect(text.slice(span.start, span.end).join('')).toBe(span.text ?? text.slice(span.start, span.end).join(''));
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  for (const mention of article.mentions) {
    expect(mention.text.trim()).toBe(mention.text);
    expect(article.sentences.some(({ start, end }) => start <= mention.start && end >= mention.end)).toBe(true);
  }
  for (const span of [article.sentences, article.mentions, article.times, article.quantities, article.claims].flat()) {
    expect(span.rawStart).toBeGreaterThanOrEqual(0);
    expect(span.rawEnd).toBeGreaterThanOrEqual(span.rawStart);
    expect(span.rawEnd).toBeLessThanOrEqual(input.length);
    const repaired = article.repairs.some((repair) => repair.rawStart < span.rawEnd && span.rawStart < repair.rawEnd);
    if (!repaired) expect(input.slice(span.rawStart, span.rawEnd)).toEqual(text.slice(span.start, span.end));
  }
  let restored: string[] = [];
  let at = 0;
  for (const repair of article.repairs) {
    expect(input.slice(repair.rawStart, repair.rawEnd).join('')).toBe(repair.before);
    expect(text.slice(repair.start, repair.end).join('')).toBe(repair.after);
    restored = [...restored, ...text.slice(at, repair.start), ...Array.from(repair.before)];
    at = repair.end;
  }
  expect([...restored, ...text.slice(at)].join('')).toBe(raw);
}

describe('every span slices to its text, in the repaired text and in the raw one', () => {
  test.each(names)('%s', (name) => {
    const raw = read(corpus, name);
    expectSound(raw, annotate(raw));
  });

  const pieces = fc.constantFrom(
    '港務局',
    '林又晴表示',
    '，',
    '。',
    '“',
    '”',
    '「',
    '」',
    '2024年3月',
    '去年',
    '百分之五',
    '3.2億元',
    'Kestrel-7B',
    ' said ',
    'Ada Okafor',
    '\n',
    '經(jīng)',
    '?',
    '</p>',
    '&nbsp;',
    '\u200b',
    '\u0000',
    '🚢',
    '𠮷',
    '\ufffd',
    '"',
    "'",
    '(',
    ')',
    '《',
    '》',
    '據',
    '顯示',
    '10000-25000',
    '-',
    '…',
    '\r\n',
    'http://a.example/?b=1&amp;c',
    '第',
    '三',
    '個',
  );
  test('random splices of news, damage and astral characters', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const raw = parts.join('');
        expectSound(raw, annotate(raw));
      }),
      { numRuns: runs(150) },
    );
  });

  test('any well-formed string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => expectSound(raw, annotate(raw))),
      { numRuns: runs(100) },
    );
  });
});

describe('repair', () => {
  test.each(damaged)('%s gives its clean text', (name) => {
    expect(annotate(read(corpus, name)).text).toBe(read(clean, name));
  });

  test.each([
    ...names.filter((name) => !damaged.includes(name)).map((name) => [name, corpus] as const),
    ...damaged.map((name) => [name, clean] as const),
  ])('%s, clean, is left alone', (name, folder) => {
    const text = read(folder, name);
    const article = annotate(text);
    expect(article.text).toBe(text);
    expect(article.repairs).toEqual([]);
  });
});

describe('Traditional and Simplified versions of a text give the same', () => {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const toTraditional = Converter({ from: 'cn', to: 't' });
  /** What is marked, without the words themselves, which differ in script. */
  const marks = (article: AnnotatedArticle) => ({
    mentions: article.mentions.map(({ start, end, type, by }) => ({ start, end, type, by })),
    times: article.times.map(({ start, end, type, value, mod, begin, until }) => ({
      start,
      end,
      type,
      value,
      mod,
      begin,
      until,
    })),
    quantities: article.quantities.map(({ start, end, type, value, low, high, approx }) => ({
      start,
      end,
      type,
      value,
      low,
      high,
      approx,
    })),
    claims: article.claims.map(({ start, end, quote, kinds, modality, polarity, rule, source, cue }) => ({
      start,
      end,
      quote,
      kinds,
      modality,
      polarity,
      rule,
      source: source?.start,
      cue: cue?.start,
    })),
  });

  const texts = names.map((name) => [name, read(damaged.includes(name) ? clean : corpus, name)] as const);
  test.each(texts.filter(([, text]) => /\p{Script=Han}/u.test(text)))('%s', (_name, text) => {
    const simplified = toSimplified(text);
    expect(simplified).toHaveLength(text.length);
    expect(marks(annotate(text))).toEqual(marks(annotate(simplified)));
    const traditional = toTraditional(simplified);
    if (traditional.length === text.length) expect(marks(annotate(traditional))).toEqual(marks(annotate(simplified)));
  });
});

test('the same article gives the same bytes, again and in any company', () => {
  const texts = names.map((name) => read(corpus, name));
  const first = texts.map((text) => JSON.stringify(annotate(text)));
  const again = texts.toReversed().map((text) => JSON.stringify(annotate(text)));
  expect(again.toReversed()).toEqual(first);
});
