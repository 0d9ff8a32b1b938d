import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Browser, openBrowser, browserTest as test, whySkipped } from '../support/browser.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const articles = [
  {
    id: 'harbour',
    title: '渡輪下月試航',
    published: '2024-03-05',
    text: '船務(wù)局發言人歐陽沐秋表示：「渡輪(lún)下月試航，票價(jià)不變。」\n據船務(wù)局統計，渡輪(lún)很新，2023年旅客比前一年多了12%。\n',
  },
  {
    id: 'hostile',
    title: '"onload="alert(1)',
    published: '2024-03-06',
    text: 'The mayor, Anna Keller, said on Monday: "We will print <script>hacked=1</script> and <img src=x onerror=hacked=1> on a sign." </script><script>hacked=1</script> costs 3 euros.\n',
  },
  { id: 'plain', title: '青年旅舍', published: '2024-03-07', text: '欧阳沐秋说，珠海的旅舍2024年1月开业。\n' },
];

let place: Workplace;
let browser: Browser | null = null;
let page: Page;
let address: string;
const noises: string[] = [];

beforeAll(async () => {
  place = makeWorkplace();
  place.write({ 'news.jsonl': articles.map((article) => `${JSON.stringify(article)}\n`).join('') });
  const run = wenmai(['annotate', 'news.jsonl', '-o', 'out', '--report', '--quiet'], { cwd: place.path });
  if (run.status !== 0) throw new Error(run.stderr);
  address = pathToFileURL(join(place.path, 'out', 'report.html')).href;
  browser = await openBrowser();
  if (browser === null) return;
  page = await browser.context.newPage();
  page.on('console', (message) => noises.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => noises.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) noises.push(`request ${request.url()}`);
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  place.remove();
});

async function open(hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address + hash);
  await page.waitForSelector('main h1');
}

const textOf = async (selector: string) =>
  (await page.locator(selector).innerText()).replaceAll('\n\n', '\n').trimEnd();
const rows = () => page.locator('tbody tr').evaluateAll((elements) => elements.map((row) => row.textContent ?? ''));

describe(`the report in a browser${whySkipped}`, () => {
  test('opens from a file, asks for nothing else and complains about nothing', async () => {
    for (const hash of ['', '#/article/1', '#/entities', '#/claims', '#/times', '#/quantities', '#/pictures'])
      await open(hash);
    await open('#/article/999');
    await open('#/nowhere');
    expect(noises).toEqual([]);
  });

  test('markup of an article is text', async () => {
    await open('#/article/1');
    await page.locator('select', { hasText: 'Repaired' }).selectOption({ label: 'Raw' });
    expect(await textOf('.text')).toBe(articles[1]?.text.trimEnd());
    expect(await textOf('main h1')).toBe('"onload="alert(1)');
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    await page.locator('select', { hasText: 'Repaired' }).selectOption({ label: 'Repaired' });
  });

  test('a mark tells what it stands for, and a claim is joined to its source', async () => {
    await open('#/article/0');
    await page.locator('.mention', { hasText: '歐陽沐秋' }).first().hover();
    expect(await textOf('.panel')).toMatch(/PERSON[\s\S]*歐陽沐秋[\s\S]*欧阳沐秋/);
    await page.locator('.text .claim').first().hover();
    expect(await textOf('.panel')).toMatch(/Source\s+.*歐陽沐秋/);
    expect(await page.locator('.connector path').count()).toBe(1);
    expect(await page.locator('.source.lit').count()).toBeGreaterThan(0);
  });

  test('the text is shown as repaired, with its repairs, and raw', async () => {
    await open('#/article/0');
    const choose = (label: string) => page.locator('select', { hasText: 'Repaired' }).selectOption({ label });
    expect(await textOf('.text')).toContain('「渡輪下月試航，票價不變。」');
    await choose('Raw');
    expect((await textOf('.text')).split('\n')[0]).toBe(articles[0]?.text.split('\n')[0]);
    await choose('Repairs shown');
    expect(await page.locator('del').first().innerText()).toBe('(wù)');
  });

  test('the text is shown in either script, with the tag of that script', async () => {
    await open('#/article/0');
    await page.locator('select', { hasText: 'As written' }).selectOption({ label: 'Simplified' });
    expect(await textOf('.text')).toContain('渡轮下月试航');
    expect(await page.locator('.text').getAttribute('lang')).toBe('zh-Hans');
    await page.locator('select', { hasText: 'As written' }).selectOption({ label: 'As written' });
  });

  test.each(['歐陽沐秋', '欧阳沐秋', 'ouyang muqiu'])('searching entities for %s finds the same row', async (query) => {
    await open('#/entities');
    await page.getByRole('searchbox').fill(query);
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    expect((await rows())[0]).toContain('欧阳沐秋');
  });

  test('a row leads to its place in the text', async () => {
    await open('#/claims');
    await page.locator('tbody a', { hasText: '旅客比前一年多' }).click();
    await page.waitForSelector('.text');
    expect(await textOf('.panel')).toContain('旅客比前一年多');
    expect(await page.evaluate('document.activeElement.closest(".text") !== null')).toBe(true);
    expect(await page.evaluate('location.hash')).toMatch(/^#\/article\/0\/c\d+$/);
  });

  test('rows are filtered, put in order, and saved as they stand', async () => {
    await open('#/entities');
    await page.getByLabel('Type').selectOption('PERSON');
    const names = async () => (await page.locator('tbody td:first-child').allInnerTexts()).slice(0, 5);
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    const ascending = await names();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    expect(await names()).toEqual([...ascending].reverse());
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toBe('Name');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('Download CSV').click()]);
    const saved = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(saved).toHaveLength((await rows()).length + 1);
    expect(saved.slice(1).every((row) => row.includes('PERSON'))).toBe(true);
  });

  test('the marks can be walked through with the keyboard', async () => {
    await open('#/article/0');
    await page.locator('.text [tabindex="0"]').focus();
    const first = await textOf('.panel');
    await page.keyboard.press('ArrowRight');
    expect(await textOf('.panel')).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await textOf('.panel')).toBe(first);
    expect(await page.locator('.text [tabindex="0"]').count()).toBe(1);
  });

  test('corrections are saved in a form that import and evaluate read', async () => {
    await open('#/article/2');
    await page.locator('.mention', { hasText: '欧阳沐秋' }).click();
    await page.getByRole('button', { name: 'Wrong' }).first().click();
    await page.locator('.mention', { hasText: '珠海' }).click();
    await page.getByLabel('Another type').first().selectOption('LOC');
    expect(await textOf('.corrections')).toContain('2 corrections');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('Download corrections').click()]);
    place.write({ 'corrections.json': readFileSync(await file.path()) });
    expect(wenmai(['import', 'corrections.json', '-o', 'gold.jsonl'], { cwd: place.path })).toMatchObject({
      status: 0,
    });
    const gold = JSON.parse(place.read('gold.jsonl')) as { id: string; mentions: { text: string; type: string }[] };
    expect(gold.id).toBe('plain');
    expect(gold.mentions.map(({ text, type }) => [text, type])).toEqual([['珠海', 'LOC']]);
    const scored = wenmai(['evaluate', 'gold.jsonl', 'out', '--json'], { cwd: place.path });
    expect(scored).toMatchObject({ status: 0, stderr: '' });
  });

  test('the interface speaks Chinese, too', async () => {
    await open('#/pictures');
    await page.getByRole('button', { name: '中文' }).click();
    expect(await textOf('main h1')).toBe('图表');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  test('pictures have dots, lines and cells that lead on, and a table each', async () => {
    await open('#/pictures');
    expect(await page.locator('figure').count()).toBe(3);
    expect(await page.locator('figure svg a').first().getAttribute('href')).toMatch(/^#\//);
    expect(await page.locator('figure details table').count()).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('axe finds nothing in %s at a width of %i', async (colorScheme, width) => {
    await page.setViewportSize({ width, height: 860 });
    await page.emulateMedia({ colorScheme });
    for (const hash of ['#/article/0', '#/article/1', '#/entities', '#/claims', '#/pictures']) {
      await open(hash);
      if (hash.startsWith('#/article')) await page.locator('.text [tabindex="0"]').focus();
      await page.evaluate(axe);
      const found = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { target: string[] }[] }[];
      };
      expect(found.violations.map(({ id, nodes }) => [hash, id, nodes[0]?.target.join(' ')])).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  });
});
