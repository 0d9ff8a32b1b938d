import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { renderArticle, renderLegend, shownLayers } from '../../src/cli/render-article.js';
import { coloursOf } from '../../src/cli/terminal.js';
import { createPipeline } from '../../src/index.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

const pipeline = createPipeline({ published: '2024-03-05', lexicon: [{ name: '渡輪公司', type: 'ORG' }] });
const text = '渡輪公司昨天表示，票價會漲三成。\n發言人林又晴說，她不去上海。';
const article = pipeline.annotate({ id: 'a', title: '渡輪\u001b[31m', text });
const without = { layers: shownLayers, width: 80, colours: coloursOf({ isTTY: false }, {}) };
const withColours = { ...without, colours: coloursOf({ isTTY: true }, {}) };

describe('renderArticle', () => {
  test('without colours: brackets with what it is, and claims with their sources', () => {
    expect(renderArticle(article, without).split('\n')).toEqual([
      'a  zh Hant  2024-03-05',
      '渡輪 [31m',
      '',
      '[渡輪公司|ORG][昨天|2024-03-04]表示，⟨1⟩票價會漲[三成|30 %]。',
      expect.stringMatching(/^ {2}⟨1⟩ 渡輪公司 “表示”: indirect, statistic\|prediction, asserted, check-worthy$/),
      expect.stringMatching(/^ {2}0\.\d\d$/),
      '',
      expect.stringMatching(/^發言人\[林又晴\|PERSON\]說，⟨2⟩她不去\[上海\|GPE\]。$/),
      expect.stringMatching(/^ {2}⟨2⟩ .*林又晴 “說”: .*denied/),
      '',
    ]);
  });

  test('with colours: no brackets, and the same words', () => {
    const shown = renderArticle(article, withColours);
    expect(shown).toContain('\u001b[36m渡輪公司\u001b[39m');
    expect(shown).toContain('\u001b[34m昨天\u001b[39m');
    expect(shown).toContain('\u001b[4m');
    expect(shown).not.toContain('|ORG]');
  });

  test.each([
    [['mentions'] as const, '[渡輪公司|ORG]昨天表示，票價會漲三成。'],
    [['times', 'quantities'] as const, '渡輪公司[昨天|2024-03-04]表示，票價會漲[三成|30 %]。'],
    [['claims'] as const, '渡輪公司昨天表示，⟨1⟩票價會漲三成。'],
  ])('layers %j', (layers, line) => {
    expect(renderArticle(article, { ...without, layers }).split('\n')[3]).toBe(line);
  });

  test('a narrow terminal', () => {
    const lines = renderArticle(article, { ...without, width: 20 }).split('\n');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(20);
  });

  test('nothing in an article steers the terminal', () => {
    const hostile = pipeline.annotate({
      id: '\u001b]0;x\u0007',
      author: 'a\u202eb',
      text: '<b onclick=x>港務局\u009b31m\u001b[2J說，\u202e船會來。</b>\u0085',
    });
    for (const view of [without, withColours]) {
      const shown = renderArticle(hostile, view).replace(/\u001b\[\d+m/g, '');
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

test('the legend names what is shown', () => {
  expect(renderLegend(without)).toMatch(/^Legend: .*TYPE.*\n$/);
  expect(renderLegend({ ...withColours, layers: ['times'] })).toBe('Legend: \u001b[34mtime\u001b[39m\n');
});

describe('wenmai show', () => {
  let place: Workplace;
  beforeAll(() => {
    place = makeWorkplace();
    place.write({ 'a.jsonl': `${JSON.stringify({ id: 'a', text })}\n{"id":"b","text":"渡輪公司裁员。"}\n{bad\n` });
    place.write({ 'names.csv': 'name,type\n渡輪公司,ORG\n' });
  });
  afterAll(() => place.remove());

  test('prints every article, reports what it cannot read, and takes names of the user', () => {
    const { status, stdout, stderr } = wenmai(['show', 'a.jsonl', '--lexicon', 'names.csv'], { cwd: place.path });
    expect(status).toBe(1);
    expect(stdout).toContain('[渡輪公司|ORG]裁员');
    expect(stdout).toMatch(/\nLegend: .*\n$/);
    expect(stderr).toMatch(/^wenmai: a\.jsonl, line 3: .*\n$/);
  });

  test('one article, in colours, where they are asked for', () => {
    const { stdout } = wenmai(['show', 'a.jsonl', '--id', 'b'], { cwd: place.path, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[');
    expect(stdout).not.toContain('林又晴');
    const none = wenmai(['show', 'a.jsonl', '--id', 'c'], { cwd: place.path });
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toContain('there is no article "c" in a.jsonl.');
  });

  test.each([
    ['a file', 'news/a.txt', []],
    ['a directory', 'news', []],
    ['a file, whatever date is given to those without one', 'news/a.txt', ['--published', '2020-01-01']],
  ])('%s: what articles.csv beside it says of it', (_name, input, flags) => {
    place.write({
      'news/a.txt': '渡輪公司昨天裁員。',
      'news/articles.csv': 'file,title,published\na.txt,航運,2024-02-20\n',
    });
    const { status, stdout, stderr } = wenmai(['show', input, ...flags], { cwd: place.path });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^a {2}zh Hant {2}2024-02-20\n航運\n/);
    expect(stdout).toContain('[昨天|2024-02-19]');
  });

  test.each([
    ['a layer that is none', ['show', 'a.jsonl', '--layer', 'tokens'], 'Choose among mentions, times'],
    ['a file that is not there', ['show', 'x.txt'], 'x.txt'],
  ])('%s', (_name, args, word) => {
    const { status, stderr } = wenmai(args, { cwd: place.path });
    expect(status).not.toBe(0);
    expect(stderr).toContain(word);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
