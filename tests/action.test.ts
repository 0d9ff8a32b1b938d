import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { action, projectRoot, runAction } from './support/action.js';
import { command, makeWorkplace, type Workplace, wenmai } from './support/run.js';

/*
 * The steps of action.yml, run by bash as a runner does, in a scratch repository laid out as docs/ci.md says. The command
 * is the one of the sources; with `npm run test:action` it is packed and installed by the action's own first step.
 */
const forReal = process.env.WENMAI_ACTION !== undefined;
const articles = {
  'articles/a.txt': '港務局發言人林又晴昨天表示，票價會漲30%。\n',
  'articles/b.txt': 'Roc Bay Power said on March 3, 2024 that it will hire 1,200 people.\n',
};
const options = '--published 2024-03-05 --quiet';

let place: Workplace;
let temp: string;
let bin: string;
let packed = '';
beforeAll(() => {
  place = makeWorkplace();
  temp = mkdtempSync(join(tmpdir(), 'wenmai-runner-'));
  place.write({
    ...articles,
    'bin/wenmai': `#!/bin/sh\nexec "${process.execPath}" ${command.map((word) => `"${word}"`).join(' ')} "$@"\n`,
  });
  bin = join(place.path, 'bin');
  chmodSync(join(bin, 'wenmai'), 0o755);
  wenmai(['annotate', 'articles', '-o', 'output', ...options.split(' ')], { cwd: place.path });
  if (forReal) {
    spawnSync('npm', ['pack', '--silent', '--pack-destination', temp], { cwd: projectRoot, encoding: 'utf8' });
    packed = join(temp, readdirSync(temp).find((name) => name.endsWith('.tgz')) ?? 'nothing.tgz');
  }
});
afterAll(() => place.remove());

let isInstalled = false;
/** Runs the action; for real its first step installs the package once. */
function run(inputs: Readonly<Record<string, string>> = {}) {
  const skip = forReal && !isInstalled ? [] : ['Install wenmai'];
  const path = forReal ? [join(temp, 'wenmai/bin')] : [bin];
  const outcome = runAction(place.path, temp, { options, package: packed, ...inputs }, { skip, path });
  isInstalled = true;
  return outcome;
}

describe(`the action${forReal ? ', with the packed package' : ''}`, () => {
  test('passes where nothing changed', () => {
    const { steps, failed, summary, outputs } = run({ gold: 'output', min: 'mentions=1\ntimes.value=1' });
    expect({ failed, steps: steps.filter(({ status }) => status !== 0) }).toEqual({ failed: null, steps: [] });
    expect(steps.map(({ name }) => name).slice(-4)).toEqual([
      'Annotate',
      'Tell what changed',
      'Verify the committed export',
      'Measure',
    ]);
    expect(summary).toContain('No difference in 2 articles.');
    expect(summary).toMatch(/mentions +1\.0000/);
    expect(outputs).toBe('export=output.new\n');
  });

  test('fails and tells where an article changed since the export', () => {
    place.write({ 'articles/a.txt': articles['articles/a.txt'].replace('30%', '35%') });
    const { failed, summary } = run();
    place.write(articles);
    expect(failed).toBe('Tell what changed');
    expect(summary).toContain('text 30% → 35%');
    expect(summary).not.toContain('\u001b');
  });

  test('or tells and goes on, where changes are allowed', () => {
    place.write({ 'articles/a.txt': articles['articles/a.txt'].replace('30%', '35%') });
    const { failed, summary } = run({ 'allow-changes': 'true' });
    place.write(articles);
    expect(failed).toBeNull();
    expect(summary).toContain('text 30% → 35%');
  });

  test('fails where the committed export was touched', () => {
    const csv = place.read('output/mentions.csv');
    place.write({ 'output/mentions.csv': csv.replace(',PERSON,', ',PILOT,') });
    const { failed, steps } = run();
    place.write({ 'output/mentions.csv': csv });
    expect(failed).toBe('Verify the committed export');
    expect(steps.at(-1)?.output).toContain('mentions.csv was changed after it was written, at line 2');
  });

  test('fails below a floor', () => {
    const gold = place.read('output/annotations.jsonl').replaceAll('"type":"PERSON"', '"type":"ORG"');
    place.write({ 'gold.jsonl': gold });
    expect(run({ gold: 'gold.jsonl', min: 'mentions.span=1' }).failed).toBeNull();
    const { failed, steps } = run({ gold: 'gold.jsonl', min: 'mentions.span=1 mentions=1' });
    expect(failed).toBe('Measure');
    expect(steps.at(-1)?.output).toContain('below 1');
  });

  test('passes in a repository that has no export yet', () => {
    const { failed, steps } = run({ output: 'first' });
    expect(failed).toBeNull();
    expect(steps.map(({ output }) => output).join('')).toContain('No export in first to compare with.');
  });
});

describe('docs/ci.md', () => {
  const examples = [...readFileSync(join(projectRoot, 'docs/ci.md'), 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(
    (match) => parse(match[1] ?? ''),
  );
  test('shows workflows whose inputs the action has', () => {
    expect(examples.length).toBeGreaterThan(0);
    const used = examples.flatMap(({ jobs }) =>
      Object.values(jobs as Record<string, { steps: { uses?: string; with?: object }[] }>).flatMap(({ steps }) =>
        steps.filter(({ uses }) => uses?.includes('wenmai')).flatMap((step) => Object.keys(step.with ?? {})),
      ),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const input of used) expect(Object.keys(action.inputs)).toContain(input);
  });
});
