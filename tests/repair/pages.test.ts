import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

const corpus = new URL('../../corpus/', import.meta.url);
const clean = new URL('../fixtures/clean/', import.meta.url);
const mended = readdirSync(clean);
const articles = readdirSync(corpus)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, mended.includes(name) ? clean : corpus), 'utf8').trim());

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const lines = (text: string, change: (line: string, index: number) => string) =>
  text
    .split('\n')
    .map((line, index) => (line === '' ? line : change(line, index)))
    .join('\n');
/** Every seventh run of three Han characters, changed. */
const words = (text: string, change: (word: string) => string) => {
  let count = 0;
  return text.replace(/\p{Script=Han}{3}/gu, (word) => (count++ % 7 === 0 ? change(word) : word));
};

describe('an article in the markup of a page comes out as it was', () => {
  test.each<[string, (text: string) => string]>([
    ['paragraphs', (text) => lines(text, (line) => `<p>${escaped(line)}</p>`)],
    ['escaped paragraphs', (text) => lines(text, (line) => `&lt;p&gt;${escaped(escaped(line))}&lt;/p&gt;`)],
    ['rests of tags', (text) => lines(text, (line, index) => (index % 2 === 0 ? `${line}/p>` : line))],
    ['line breaks', (text) => lines(text, (line, index) => (index % 2 === 0 ? `${line}<br />` : line))],
    ['line breaks cut short', (text) => lines(text, (line) => (/[。！？”」.]$/.test(line) ? `${line}<br` : line))],
    ['bold words', (text) => words(text, (word) => `<strong>${word}</strong>`)],
    ['links', (text) => words(text, (word) => `<a href="https://a.example/?x=1&y=2" target="_blank">${word}</a>`)],
    ['zero-width spaces', (text) => words(text, (word) => `${word}\u200b`)],
    ['named quotes', (text) => text.replace(/[“”]/g, (mark) => (mark === '“' ? '&ldquo;' : '&rdquo;'))],
    ['numbered quotes', (text) => text.replace(/[“”]/g, (mark) => `&#${mark.charCodeAt(0)};`)],
    ['comments', (text) => lines(text, (line, index) => (index % 3 === 0 ? `<!-- ad ${index} -->${line}` : line))],
    [
      'a script',
      (text) => `${text}\n<script>\nvar a = 1; if (a < 2 && b > 3) { document.write("<b>x</b>"); }\n</script>`,
    ],
    [
      'a line of a script',
      (text) =>
        lines(text, (line, index) =>
          index === 4 ? `(adsbygoogle = window.adsbygoogle || []).push({});\n${line}` : line,
        ),
    ],
  ])('%s', (_name, mark) => {
    for (const article of articles) expect(repair(mark(article)).text.trim()).toBe(article);
  });

  test('paragraphs without line ends between them', () => {
    for (const article of articles) {
      const paragraphs = article.split('\n').filter((line) => line !== '');
      const raw = paragraphs.map((line) => `<p class="a b" style="text-indent:2em">${escaped(line)}</p>`).join('');
      expect(repair(raw).text).toBe(paragraphs.join('\n'));
    }
  });
});
