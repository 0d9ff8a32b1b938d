import { describe, expect, test } from '@jest/globals';
import { ArticleError } from '../../src/input/article.js';
import { decode } from '../../src/input/decode.js';
import { encode } from '../support/encode.js';

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
  ])('%s %#', (encoding, bytes, text) => expect(decode(bytes)).toEqual({ text, encoding }));

  test('a file of NULs stays what it is', () => {
    expect(decode(new Uint8Array(9))).toEqual({ text: '\0'.repeat(9), encoding: 'UTF-8' });
  });

  test.each([
    ['a broken byte in UTF-8', Buffer.concat([utf8('新渡輪將於下月試航'), Buffer.of(0xff), utf8(traditional)]), 27],
    ['a character cut in two', utf8(traditional).subarray(0, 10), 9],
    ['English in a Western code page', Buffer.from('The caf\xe9 by the port, it\x92s said, is open.', 'latin1'), 7],
    ['noise', Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 129) % 256 || 1), 0],
    ['half a unit after a UTF-16 mark', Buffer.of(0xff, 0xfe, 0x39), 2],
  ])('%s is refused with its place', (_name, bytes, at) => {
    expect(() => decode(bytes)).toThrow(ArticleError);
    expect(() => decode(bytes)).toThrow(`Byte ${at} is not`);
  });
});
