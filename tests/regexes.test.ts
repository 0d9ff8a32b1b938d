import { readdirSync, readFileSync } from 'node:fs';
import { RegExpParser } from '@eslint-community/regexpp';
import { expect, test } from '@jest/globals';
import { analyse, type ParsedLiteral } from 'scslre';
import ts from 'typescript';
import { gaps, lineEnd } from '../src/repair/lost-characters.js';
import { bareBorder, stoppedBorder } from '../src/segment/english-borders.js';

const source = new URL('../src/', import.meta.url);

/**
 * Expressions that may take more than linear time, and why they never get the chance: what they are given is short, or
 * they match at the first place at which they look. The rest of the sources has none, as scslre judges.
 */
const bounded: Readonly<Record<string, string>> = {
  'claims/damaged-cues.ts /[a-z]*$/': 'the twenty characters before a lost one',
  'claims/english/adjectives.ts /[a-z]+$/': 'twenty characters',
  'claims/english/behind.ts /^\\s+[^,.;:"“]{1,60}?\\s+that\\s+/': 'looks at 60 characters',
  'cli/render-repairs.ts /\\n.*$|': 'twelve characters',
  'cli/render.ts /\\B(?=(?:\\d{3})+$)/g': 'the digits of a number',
  'input/html/charset.ts /<meta[^>]{1,200}?': 'the first bytes of a page, a tag of 200 characters',
  'mentions/english-phrases.ts /[^\\s]+?(?=-(?:based': 'falls back on the whole word at the same place',
  'mentions/english.ts /([A-Za-z-]+) $/': 'sixteen characters',
  'mentions/peoples-en.ts /([A-Za-z]+) $/': 'twenty-four characters',
  'repair/entities.ts /(?:\\?|:\\/\\/|www': 'the 200 characters before an ampersand',
  'repair/line-wraps.ts /([A-Za-z]+)-$/': 'forty characters',
  'repair/literal.ts /(?:[a-z]+(?= $)': 'twelve characters',
  'repair/lost-marks.ts /\\w*$/': 'the characters of a word',
  'repair/lost-marks.ts /\\W+$/': 'the characters of a word',
  'repair/scripts.ts /^\\s*([a-z-]{3,30})': 'a line of at most 4,000 characters',
  'repair/scripts.ts /"[^"\\n]*"|': 'a line of at most 4,000 characters',
  'repair/scripts.ts /[A-Za-z]{2,}(?: [A-Za-z]{2,}){4,}/': 'a line of at most 4,000 characters',
  'repair/scripts.ts /[{}]|\\);?$|': 'a line of at most 4,000 characters',
  'quantities/money.ts /[^,;:。]*$/': 'thirty characters',
  'quantities/units.ts /\\d+$/': 'the digits of a number',
  'segment/kinds.ts /[。!?.;:…,—”"][': 'a line of the length of a heading',
  'segment/split-english.ts /[^A-Za-z].*$/': 'a word of the tag of a quotation',
};

const parser = new RegExpParser();
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split('\\').join('/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('tools/'));

function literalsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(new URL(file, source), 'utf8'), ts.ScriptTarget.ES2022));
  return found;
}

/** The ways in which an expression may take more than linear time. */
function reportsOf(text: string): string[] {
  const literal: ParsedLiteral = parser.parseLiteral(text);
  return analyse(literal, { assumeRejectingSuffix: false }).reports.map(({ type }) => type);
}

test('the checker finds what is wrong, and nothing in what is right', () => {
  for (const text of ['/(?:a|ab|b)*c$/', '/(a+)+$/', '/\\s+$/', '/^\\s*,?\\s*$/'])
    expect(reportsOf(text)).not.toEqual([]);
  for (const text of ['/(?<!\\s)\\s+$/', '/^\\s*(?:,\\s*)?$/', '/a+b/y']) expect(reportsOf(text)).toEqual([]);
});

/** Made of parts that the training of their weights shares, so that no literal shows them. */
const composed = { gaps, lineEnd, bareBorder, stoppedBorder };

test.each(Object.entries(composed))('%s takes linear time', (_, expression) => {
  expect(reportsOf(String(expression))).toEqual([]);
});

test('no regular expression takes more than linear time', () => {
  const slow = files.flatMap((file) =>
    literalsOf(file)
      .filter((text) => reportsOf(text).length > 0)
      .map((text) => `${file} ${text}`),
  );
  const keys = Object.keys(bounded);
  expect(slow.filter((one) => !keys.some((key) => one.startsWith(key)))).toEqual([]);
  expect(keys.filter((key) => !slow.some((one) => one.startsWith(key)))).toEqual([]);
});
