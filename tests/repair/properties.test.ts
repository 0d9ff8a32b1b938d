import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Settled } from '../../src/document/types.js';
import { damage } from '../../src/tools/damage-model.js';
import { runs } from '../support/fuzz.js';
import { repair } from '../support/repair.js';

const sentences = fc.constantFrom(
  '市政府昨天公布了新的公交線路。',
  '他問:“明年還辦嗎?”',
  '记者在现场看到,河水已经退去。',
  '价格涨了三成!',
  'The minister did not answer (again).',
  '公司(Acme)去年賣出 3,000 台機器。',
  '「還早。」她笑了笑。',
);
const clean = fc.array(sentences, { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
const sites = fc.constantFrom(
  '經理說：“設備這個月就到。”</p>',
  '規模可觀，人手也多。',
  '天已經亮了。“確保安全”這句話他說了三遍。',
  '這里沒有損壞。',
);
const damaged = fc
  .array(sites, { minLength: 1, maxLength: 5 })
  .map((list) => damage(list.join('\n'), { 這: 'zhè', 經: 'jīng', 設: 'shè' }));
const noise = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '?!',
        '?',
        '�',
        '(zhàn)',
        '戰',
        '</p>',
        '/p>',
        '<b',
        '&amp;',
        '&lt;',
        '。',
        '“',
        '說',
        '鞍倌',
        '\u200b',
        '\ud800',
        '\r\n',
      ),
    ),
    { maxLength: 30 },
  )
  .map((list) => list.join(''));

/** Puts every `before` back in the place of its `after`. */
function undo({ text, repairs }: Settled): string {
  let raw = '';
  let at = 0;
  for (const change of repairs) {
    raw += text.slice(at, change.start) + change.before;
    at = change.end;
  }
  return raw + text.slice(at);
}

function expectSound(raw: string): void {
  const settled = repair(raw);
  expect(undo(settled)).toBe(raw);
  expect(settled.folded).toHaveLength(settled.text.length);
  for (const change of settled.repairs) {
    expect(settled.text.slice(change.start, change.end)).toBe(change.after);
    expect(raw.slice(change.rawStart, change.rawEnd)).toBe(change.before);
  }
}

describe('repair as a whole', () => {
  test('clean text stays as it is', () => {
    fc.assert(fc.property(clean, (text) => expect(repair(text).text).toBe(text)));
  });

  test('nothing is changed in silence, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(noise, damaged, clean), expectSound), { numRuns: runs(300) });
  }, 60_000);

  test('any bytes read as GBK', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((list) => new TextDecoder('gbk').decode(list));
    fc.assert(fc.property(bytes, expectSound), { numRuns: runs(200) });
  }, 60_000);

  test('a repaired text needs no repair', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const { text } = repair(raw);
        expect(repair(text).text).toBe(text);
      }),
      { numRuns: runs(60) },
    );
  }, 60_000);
});
