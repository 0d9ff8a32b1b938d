import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeXml } from '../../src/export/xml.js';

test.each([
  ['船 & <b>"A"</b>', '船 &amp; &lt;b&gt;&quot;A&quot;&lt;/b&gt;'],
  ['a\tb\r\nc', 'a&#9;b&#13;&#10;c'],
  ['𠮷😀', '𠮷😀'],
  ['\u0000\u001b\ufffe', '\ufffd\ufffd\ufffd'],
  ['\ud842', '\ufffd'],
  ["'", "'"],
])('%j', (text, escaped) => expect(escapeXml(text)).toBe(escaped));

test('whatever the text, nothing is left that XML reads as markup or cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/);
      expect(escaped).not.toMatch(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u);
    }),
  );
});
