import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { ArticleError } from '../../src/input/article.js';
import { decode, encodingByLabel } from '../../src/input/decode.js';
import { encode } from '../support/encode.js';
import { runs } from '../support/fuzz.js';

const traditional = '港務局昨日表示，新渡輪將於下個月開始試航，票價沒有改變。';
const simplified = '港务局昨日表示，新渡轮将于下个月开始试航，票价没有改变。';
const english = 'The port authority said the new ferry would start its trials next month.';
const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('decode', () => {
  test.each([
    ['UTF-8', utf8(traditional), traditional],
    ['UTF-8', utf8(`\ufeff${simplified}`), simplified],
    ['UTF-8', utf8(english), english],
    ['UTF-8', utf8(''), ''],
    ['UTF-8', utf8('café 🚢 𠮷'), 'café 🚢 𠮷'],
    ['UTF-16LE', encode(`\ufeff${traditional}`, 'utf-16le'), traditional],
    ['UTF-16BE', encode(`\ufeff${english}`, 'utf-16be'), english],
    ['UTF-16LE', encode(simplified, 'utf-16le'), simplified],
    ['UTF-16BE', encode(traditional, 'utf-16be'), traditional],
    ['UTF-16LE', encode(english, 'utf-16le'), english],
    ['UTF-16BE', encode(english, 'utf-16be'), english],
    ['GB18030', encode(simplified, 'gb18030'), simplified],
    ['GB18030', encode(traditional, 'gb18030'), traditional],
    ['GB18030', encode(`${english}\n渡轮`, 'gb18030'), `${english}\n渡轮`],
    ['Big5', encode(traditional, 'big5'), traditional],
    ['Big5', encode('港務局的新渡輪', 'big5'), '港務局的新渡輪'],
  ])('%s %#', (encoding, bytes, text) => expect(decode(bytes)).toMatchObject({ text, encoding }));

  test('a file of NULs stays what it is', () => {
    expect(decode(new Uint8Array(9))).toMatchObject({ text: '\0'.repeat(9), encoding: 'UTF-8' });
  });

  test.each([
    ['UTF-8', utf8(traditional).subarray(0, 10), 1, 'strict'],
    ['UTF-8', utf8(simplified).subarray(0, 29), 2, 'strict'],
    ['UTF-8 of characters of four bytes', utf8('船𠮷').subarray(0, 6), 3, 'strict'],
    ['UTF-8 with a mark', utf8(`\ufeff${english}港`).subarray(0, -1), 2, 'bom'],
  ])('%s that is cut off in a character is read to its end', (_name, bytes, cutOff, basis) => {
    const whole = new TextDecoder().decode(bytes);
    expect(decode(bytes)).toMatchObject({ text: whole, encoding: 'UTF-8', cutOff, basis });
    expect(decode(bytes, { given: 'UTF-8', declared: 'Big5' })).toMatchObject({ text: whole, cutOff });
  });

  test.each([
    ['a broken byte in UTF-8', Buffer.concat([utf8('新渡輪將於下月試航'), Buffer.of(0xff), utf8(traditional)]), 27],
    ['a character cut in two, and more behind it', Buffer.concat([utf8(traditional).subarray(0, 10), utf8('x')]), 9],
    ['ASCII and the beginning of a character', Buffer.concat([utf8('ship'), Buffer.of(0xe6)]), 4],
    ['English in a Western code page', Buffer.from('The caf\xe9 by the port, it\x92s said, is open.', 'latin1'), 7],
    ['noise', Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 129) % 256 || 1), 0],
    ['half a unit after a UTF-16 mark', Buffer.of(0xff, 0xfe, 0x39), 2],
    ['GB18030 cut in a character', encode(simplified, 'gb18030').slice(0, -1), 54],
    ['Big5 with a byte lost at its end', encode(`${traditional}x`, 'big5').slice(0, -2), 54],
  ])('%s is refused with its place', (_name, bytes, at) => {
    expect(() => decode(bytes)).toThrow(ArticleError);
    expect(() => decode(bytes)).toThrow(`Byte ${at} is not`);
  });
});

describe('how sure it is', () => {
  test.each([
    ['bom', 1, utf8(`\ufeff${simplified}`)],
    ['bom', 1, Buffer.concat([Buffer.of(0x84, 0x31, 0x95, 0x33), encode(simplified, 'gb18030')])],
    ['strict', 1, utf8(english)],
    ['strict', 0.75, utf8('café')],
    ['strict', 1, utf8(traditional)],
    ['statistics', 0.999, encode(simplified, 'gb18030')],
    ['statistics', 0.999, encode(english, 'utf-16be')],
  ])('%s %d', (basis, confidence, bytes) => {
    const decoded = decode(bytes);
    expect([decoded.basis, Math.round(decoded.confidence * 1000) / 1000]).toEqual([basis, confidence]);
    expect(decoded.text).not.toMatch(/^\ufeff/);
  });
});

describe('a declaration', () => {
  test.each([
    ['is believed', 'GB18030', encode('渡轮', 'gb18030'), 'GB18030', 'declared'],
    [
      'is believed in a Western page',
      'windows-1252',
      Buffer.from('caf\xe9 \x93x\x94', 'latin1'),
      'windows-1252',
      'declared',
    ],
    ['is believed where two pairs pass for UTF-8', 'GB18030', encode('什么', 'gb18030'), 'GB18030', 'declared'],
    ['loses to UTF-8', 'Big5', utf8(traditional), 'UTF-8', 'strict'],
    ['loses to a byte-order mark', 'GB18030', utf8(`\ufeff${traditional}`), 'UTF-8', 'bom'],
    ['loses to what it reads like', 'Big5', encode(simplified, 'gb18030'), 'GB18030', 'statistics'],
    [
      'loses to what it reads like, too, if it fits all bytes',
      'windows-1252',
      encode(traditional, 'big5'),
      'Big5',
      'statistics',
    ],
  ])('%s', (_name, declared, bytes, encoding, basis) =>
    expect(decode(bytes, { declared })).toMatchObject({ encoding, basis }),
  );

  test('Windows-1252 has its quotation marks', () =>
    expect(decode(Buffer.of(0x93, 0xe9, 0x94), { given: 'windows-1252' }).text).toBe('“é”'));
});

describe('what the user names', () => {
  test('is not questioned', () => {
    const bytes = encode(traditional, 'big5');
    expect(decode(bytes, { given: 'Big5', declared: 'GB18030' })).toMatchObject({ text: traditional, basis: 'given' });
    expect(decode(bytes, { given: 'GB18030' }).text).not.toBe(traditional);
  });

  test('is refused at the first byte that does not fit', () => {
    const bytes = Buffer.concat([encode(traditional, 'big5'), utf8('x'), Buffer.of(0xff)]);
    expect(() => decode(bytes, { given: 'Big5' })).toThrow(`Byte ${bytes.length - 1} is not Big5;`);
    expect(() => decode(utf8(traditional), { given: 'UTF-16LE', declared: 'UTF-8' })).not.toThrow();
    expect(() => decode(Buffer.of(0xff, 0xfe, 0, 0, 0x2d, 0x4e, 0, 0))).toThrow('UTF-32LE');
  });

  test.each([
    ['GBK', 'GB18030'],
    ['gb2312', 'GB18030'],
    [' Big5-HKSCS ', 'Big5'],
    ['utf8', 'UTF-8'],
    ['UTF-16', 'UTF-16LE'],
    ['latin1', 'windows-1252'],
    ['klingon', null],
    ['', null],
  ])('%j is %s', (label, encoding) => expect(encodingByLabel(label)).toBe(encoding));
});

test('any bytes are read whole, or refused at one of them', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 80 }),
      fc.constantFrom(null, 'UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'),
      fc.constantFrom(null, 'UTF-8', 'GB18030', 'Big5', 'windows-1252'),
      (bytes, given, declared) => {
        try {
          const { text, confidence } = decode(bytes, { given, declared });
          expect(text).not.toMatch(/\p{Surrogate}/u);
          expect(confidence).toBeGreaterThan(0.5);
          expect(confidence).toBeLessThanOrEqual(1);
        } catch (error) {
          if (!(error instanceof ArticleError)) throw error;
          const at = /^Byte (\d+) is not/.exec(error.message)?.[1];
          if (at !== undefined) expect(Number(at)).toBeLessThan(bytes.length);
          else expect(error.message).toContain('UTF-32');
        }
      },
    ),
    { numRuns: runs(3000) },
  );
});

test('line ends, NULs and private characters stay as they are', () => {
  const text = '一\r\n二\r三\n\0四\ue000\ufeff';
  for (const encoding of ['utf-16le', 'utf-16be'] as const)
    expect(decode(encode(`\ufeff${text}`, encoding)).text).toBe(text);
  expect(decode(utf8(text)).text).toBe(text);
});

describe('every stretch of the corpus of 12 characters or more', () => {
  const corpus = new URL('../../corpus/', import.meta.url);
  const text = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, corpus), 'utf8'))
    .join('')
    .replace(/\([^)]*\)|\?!\?|\/p>/g, '');
  const scripts = {
    Hant: Array.from(Converter({ from: 'cn', to: 'tw' })(text)),
    Hans: Array.from(Converter({ from: 'tw', to: 'cn' })(text)),
  };

  test.each([
    ['utf-8', 'Hant'],
    ['utf-16le', 'Hant'],
    ['utf-16be', 'Hans'],
    ['gb18030', 'Hans'],
    ['gb18030', 'Hant'],
    ['big5', 'Hant'],
  ] as const)('in %s, %s: the same text, or an error, rarely', (encoding, script) => {
    const characters = scripts[script];
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(fc.nat(characters.length - 12), fc.integer({ min: 12, max: 60 }), (at, length) => {
        const stretch = characters.slice(at, at + length).join('');
        if ((stretch.match(/\p{Script=Han}/gu) ?? []).length < 8) return;
        const bytes = encoding === 'utf-8' ? utf8(stretch) : encodeIfPossible(stretch, encoding);
        if (bytes === null) return;
        try {
          expect(decode(bytes).text).toBe(stretch);
          read++;
        } catch (error) {
          if (!(error instanceof ArticleError)) throw error;
          refused++;
        }
      }),
      { numRuns: runs(300), seed: 4 },
    );
    expect(read).toBeGreaterThan(100);
    expect(refused / read).toBeLessThan(0.02);
  });
});

function encodeIfPossible(text: string, encoding: Parameters<typeof encode>[1]): Uint8Array | null {
  try {
    return encode(text, encoding);
  } catch {
    return null;
  }
}
