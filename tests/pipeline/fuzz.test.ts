import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { articleFromHtml, createPipeline } from '../../src/index.js';
import { runs } from '../support/fuzz.js';

/** Any expression or loop that takes more than linear time shows on pieces that are repeated: a run of these hangs. */
const longest = 4000;

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '港務局',
      '說，',
      '“',
      '”',
      '「',
      '」',
      '。',
      '?!',
      '?!鞍',
      '(jīng)',
      '經(jīng)',
      '《',
      '》',
      '(',
      ')',
      '、',
      '：',
      '\n',
      ' ',
      '\t',
      '\r\n',
    ],
    ...['Mr. ', 'U.S. ', 'said ', 'the ', 'A', 'a', '-', '--', '’s ', '"', ', ', '. ', ': ', 'AT&', 'X-1', 'v2.0 '],
    ...['1', '1,000', '0.5%', '三', '萬', '百分之', '年', '月', '日', '第', '$', 'US$', '至', '~', '2024-', '12:00'],
    ...[
      '<p>',
      '</p>',
      '<!--',
      '-->',
      '&amp;',
      '&#',
      '[b]',
      '</',
      '{',
      '}',
      ';',
      '/*',
      '\\',
      '\ufffd',
      '\u200b',
      '\u3000',
      '錕斤拷',
      'Ã¤',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const repeated = fc
  .array(fc.tuple(piece, fc.oneof(fc.nat(3), fc.nat(400))), { minLength: 1, maxLength: 6 })
  .map((parts) =>
    parts
      .map(([text, times]) => text.repeat(times))
      .join('')
      .slice(0, longest),
  );

const pipeline = createPipeline({
  published: '2024-03-05',
  lexicon: [{ name: '港務局', type: 'ORG', aliases: ['A'] }],
});

function expectSound(article: Parameters<typeof pipeline.annotate>[0]): void {
  const { text, sentences, mentions, times, quantities, claims } = pipeline.annotate(article);
  const characters = Array.from(text);
  for (const { start, end, text: own } of [...sentences, ...mentions, ...times, ...quantities, ...claims])
    expect(characters.slice(start, end).join('')).toBe(own);
}

test('a name that the model sees in half a character has the whole of it', () => {
  expectSound({ id: 'half', text: `${'三'.repeat(15)}𐀀𐀀𐀀` });
});

test('repeated pieces of text are annotated in time', () => {
  fc.assert(
    fc.property(repeated, (text) => expectSound({ id: 'fuzz', text })),
    { numRuns: runs() },
  );
});

test('repeated pieces of pages are read in time', () => {
  const page = fc.tuple(
    fc.constantFrom('<div>', '<p>', '<table><tr><td>', '<a href="', '<title>', '<script>', ''),
    repeated,
  );
  fc.assert(
    fc.property(page, ([tag, html]) => expectSound(articleFromHtml(`${tag}${html}`, { id: 'fuzz' }))),
    { numRuns: runs() },
  );
});
