import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';
import { articleLines, filesIn, journaled, killGroup, start, until } from './support.js';

/** How often a run is killed; more in `npm run test:kills`. */
const kills = Number(process.env.WENMAI_KILLS ?? 3);

let place: Workplace;
let whole: Record<string, string>;
let seconds: number;
const args = (output: string, ...more: string[]) => ['annotate', 'in', '-o', output, '--batch-size', '3', ...more];

interface JournalLine {
  readonly done?: readonly {
    readonly part: string;
    readonly article: { readonly offset: number; readonly length: number };
  }[];
}
const toLine = (line: string) => JSON.parse(line) as JournalLine;

beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'in/a.jsonl': `${articleLines(90)}{"id":"a5","text":"又是一篇"}\n{oops\n{"id":"empty","text":" "}\n`,
    'in/b.txt': '港務局表示，票價不變。',
  });
  const from = performance.now();
  expect(wenmai(args('whole', '--quiet'), { cwd: place.path }).status).toBe(1);
  seconds = (performance.now() - from) / 1000;
  whole = filesIn(join(place.path, 'whole'));
});
afterAll(() => place.remove());

describe('a run that is killed', () => {
  test(`${kills} times at random moments ends with the same bytes`, async () => {
    const moments: string[] = [];
    for (let killed = 0, chain = 0; killed < kills; chain++) {
      const output = `killed${chain}`;
      const workers = String((chain % 3) + 1);
      for (;;) {
        const run = start(args(output, '--resume', '--quiet', '--workers', workers), place.path);
        // Every third waits for the tables, which are written in a short time at the end.
        const scratch = join(place.path, `.${output}.wenmai`, 'scratch', 'claims.jsonl');
        if (killed % 3 === 2) await until(() => existsSync(scratch), run);
        const moment = killed % 3 === 2 ? Math.random() * 0.1 : Math.random() * seconds;
        await Promise.race([sleep(moment * 1000), run.ended]);
        const hasEnded = run.child.exitCode !== null;
        // The workers of every second one outlive it.
        if (killed % 2 === 0) killGroup(run.child);
        else run.child.kill('SIGKILL');
        const { status, stderr } = await run.ended;
        moments.push(`${output} ${killed}: ${moment.toFixed(2)} s, ${journaled(place.path, output)} done, ${stderr}`);
        if (hasEnded) expect({ status, moments }).toEqual({ status: 1, moments });
        if (hasEnded || ++killed === kills) break;
      }
      const last = wenmai(args(output, '--resume', '--quiet'), { cwd: place.path });
      expect({ status: last.status, moments }).toEqual({ status: 1, moments });
      expect({ moments, files: filesIn(join(place.path, output)) }).toEqual({ moments, files: whole });
      expect(readdirSync(place.path)).not.toContain(`.${output}.wenmai`);
    }
  }, 3_600_000);
});

describe('Ctrl-C', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'or %s finishes what is in hand and says how to go on; the same bytes come out',
    async (signal, status) => {
      const output = `stopped-${signal}`;
      const run = start(args(output, '--quiet'), place.path);
      await until(() => journaled(place.path, output) > 3, run);
      process.kill(-(run.child.pid ?? 0), signal);
      const ended = await run.ended;
      expect(ended.status).toBe(status);
      expect(ended.stderr).toMatch(
        /^wenmai: stopped after \d+ articles; what is done is kept: run the same again with --resume to go on\.\n$/,
      );
      const again = wenmai(args(output, '--resume'), { cwd: place.path });
      expect(again.stderr).toMatch(/^wenmai: going on with stopped-\w+: \d+ articles are done\.\n/);
      expect(filesIn(join(place.path, output))).toEqual(whole);
    },
  );

  test('before anything is done leaves nothing behind, and a second one ends at once', async () => {
    const run = start(args('nothing'), place.path);
    await until(() => existsSync(join(place.path, '.nothing.wenmai', 'journal.jsonl')), run);
    run.child.kill('SIGINT');
    await sleep(50);
    run.child.kill('SIGINT');
    await run.ended;
    // The first may have been enough already.
    expect(run.child.signalCode ?? run.child.exitCode).toBe(run.child.signalCode === null ? 130 : 'SIGINT');
    expect(existsSync(join(place.path, 'nothing'))).toBe(false);
  });
});

describe('--resume', () => {
  beforeAll(async () => {
    place.write({ 'few/a.jsonl': articleLines(60) });
    for (const output of ['cut', 'options', 'inputs', 'anew']) {
      const run = start(['annotate', 'few', '-o', output, '--batch-size', '1'], place.path);
      await until(() => journaled(place.path, output) > 2, run);
      killGroup(run.child);
      await run.ended;
    }
  });

  test('annotates again what a machine that stopped has not written to its end', () => {
    const work = join(place.path, '.cut.wenmai');
    const done = readFileSync(join(work, 'journal.jsonl'), 'utf8').split('\n').slice(0, -1).map(toLine);
    const last = done.flatMap((line) => line.done ?? []).at(-1);
    if (last === undefined) throw new Error('no article was done');
    // Its line feed is missing.
    truncateSync(join(work, last.part), last.article.offset + last.article.length);
    expect(wenmai(['annotate', 'few', '-o', 'cut', '--resume', '--quiet'], { cwd: place.path }).status).toBe(0);
    expect(wenmai(['annotate', 'few', '-o', 'unbroken', '--quiet'], { cwd: place.path }).status).toBe(0);
    expect(filesIn(join(place.path, 'cut'))).toEqual(filesIn(join(place.path, 'unbroken')));
  });

  test('refuses to go on with other options', () => {
    expect(wenmai(['annotate', 'few', '-o', 'options', '--resume', '--excel'], { cwd: place.path })).toMatchObject({
      status: 1,
      stderr:
        'wenmai: cannot go on with the run that was to write options: its option "excel" was false and is true; run without --resume to start anew.\n',
    });
  });

  test('starts anew without it, and says so', () => {
    const { status, stderr } = wenmai(['annotate', 'few', '-o', 'anew', '--quiet'], { cwd: place.path });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'wenmai: what a stopped run had done for anew was thrown away; --resume would have gone on with it.\n',
    });
  });

  test('refuses to go on with inputs that have changed', () => {
    place.write({ 'few/a.jsonl': articleLines(61) });
    expect(wenmai(['annotate', 'few', '-o', 'inputs', '--resume', '--quiet'], { cwd: place.path })).toMatchObject({
      status: 1,
      stderr:
        'wenmai: cannot go on: the input few/a.jsonl has changed since the run was stopped; run without --resume to start anew.\n',
    });
    place.write({ 'few/b.txt': '船' });
    expect(wenmai(['annotate', 'few', '-o', 'inputs', '--resume'], { cwd: place.path }).stderr).toMatch(
      /the input files are others; run without/,
    );
  });

  test('has nothing to go on with: starts', () => {
    expect(wenmai(['annotate', 'few/b.txt', '-o', 'new', '--resume', '--quiet'], { cwd: place.path })).toEqual({
      ...{ status: 0, stdout: '', stderr: '' },
    });
  });
});
