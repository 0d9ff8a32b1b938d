import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';
import {
  articleLines,
  busySeconds,
  filesIn,
  hasEnded,
  hasProc,
  journaled,
  killGroup,
  outliving,
  signalWorkers,
  start,
  until,
  workersOf,
} from './support.js';

/** How many pairs of a number of workers and a size of batches are tried; more in a nightly run. */
const numRuns = Number(process.env.WENMAI_RUNS ?? 2);
const articles = 60;

let place: Workplace;
let whole: Record<string, string>;
const args = (output: string, ...more: string[]) => ['annotate', 'in', '-o', output, '--quiet', ...more];

function errorsOf(output: string): Record<string, string>[] {
  return parse(place.read(`${output}/errors.csv`), { columns: true });
}

function annotatedIn(output: string): number {
  return place.read(`${output}/annotations.jsonl`).split('\n').length - 1;
}

beforeAll(() => {
  place = makeWorkplace();
  place.write({ 'in/a.jsonl': articleLines(articles) });
  expect(wenmai(args('whole', '--workers', '1'), { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
  whole = filesIn(join(place.path, 'whole'));
});
afterAll(() => place.remove());

test('the same bytes from any number of workers, in batches of any size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 40 }), (workers, size) => {
      rmSync(join(place.path, 'out'), { recursive: true, force: true });
      const flags = ['--workers', String(workers), '--batch-size', String(size)];
      expect(wenmai(args('out', ...flags), { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
      expect(filesIn(join(place.path, 'out'))).toEqual(whole);
    }),
    { numRuns },
  );
});

(hasProc ? describe : describe.skip)('a worker', () => {
  test('that crashes once is started anew, and nothing is lost', async () => {
    const run = start(args('crash', '--workers', '2', '--batch-size', '4'), place.path);
    await until(() => journaled(place.path, 'crash') > 4, run);
    signalWorkers(run.child, 'SIGKILL');
    expect(await run.ended).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(filesIn(join(place.path, 'crash'))).toEqual(whole);
  });

  test('that crashes again and again costs the articles in hand, and no other', async () => {
    const run = start(args('crashes', '--batch-size', '2'), place.path);
    await until(() => journaled(place.path, 'crashes') > 4, run);
    const journal = join(place.path, '.crashes.wenmai', 'journal.jsonl');
    while (run.child.exitCode === null && !readFileSync(journal, 'utf8').includes('pipeline/crashed')) {
      signalWorkers(run.child, 'SIGKILL');
      await sleep(5);
    }
    const { status, stderr } = await run.ended;
    const errors = errorsOf('crashes');
    expect(status).toBe(1);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ code, severity }) => code === 'pipeline/crashed' && severity === 'error')).toBe(true);
    expect(stderr).toContain(`in/a.jsonl: ${errors[0]?.message}`);
    expect(annotatedIn('crashes') + errors.length).toBe(articles);
  });

  test('that hangs once is ended after its time, and nothing is lost', async () => {
    const run = start(args('hang', '--batch-size', '4', '--timeout', '5'), place.path);
    await until(() => journaled(place.path, 'hang') > 1, run);
    signalWorkers(run.child, 'SIGSTOP');
    expect(await run.ended).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(filesIn(join(place.path, 'hang'))).toEqual(whole);
  });

  test('ends when its parent is killed', async () => {
    const run = start(args('orphan', '--workers', '2'), place.path);
    await until(() => workersOf(run.child).length === 2, run);
    const workers = workersOf(run.child);
    run.child.kill('SIGKILL');
    expect(await outliving(workers)).toEqual([]);
  });

  test('ends when its parent is killed in the midst of an article', async () => {
    place.write({ 'one/a.txt': '港務局說，船會準時。'.repeat(200_000) });
    const run = start(['annotate', 'one', '-o', 'orphans', '--timeout', '600'], place.path);
    // To load the dictionaries takes a second or two: who has worked for longer has the article in hand.
    await until(() => workersOf(run.child).some((pid) => busySeconds(pid) > 5), run);
    const workers = workersOf(run.child);
    expect(workers.map(hasEnded)).toEqual([false]);
    run.child.kill('SIGKILL');
    expect(await outliving(workers)).toEqual([]);
  });
});

describe('what the system refuses', () => {
  test('a disk that is full stops the run; what is done is kept', async () => {
    const limited = ['bash', '-c', 'ulimit -f 40; exec "$0" "$@"'];
    const { status, stderr } = await start(args('full', '--batch-size', '2'), place.path, limited).ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^wenmai: (?:the articles cannot be written|cannot write full): .*--resume/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(place.path, 'full'))).toBe(false);
    expect(wenmai(args('full', '--resume'), { cwd: place.path }).status).toBe(0);
    expect(filesIn(join(place.path, 'full'))).toEqual(whole);
  });

  test('an input that vanishes is reported, and the others are exported', async () => {
    place.write({ 'two/a.jsonl': articleLines(30), 'two/z.txt': '船' });
    const run = start(['annotate', 'two', '-o', 'gone', '--quiet', '--batch-size', '1'], place.path);
    await until(() => journaled(place.path, 'gone') > 1, run);
    renameSync(join(place.path, 'two/z.txt'), join(place.path, 'z.txt'));
    const { status, stderr } = await run.ended;
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'wenmai: two/z.txt: There is no such file or directory; check the path.\n',
    });
    expect(errorsOf('gone')).toMatchObject([{ code: 'input/missing', path: '../two/z.txt' }]);
    expect(annotatedIn('gone')).toBe(30);
  });

  test('two runs do not write the same directory', async () => {
    place.write({ 'long/a.jsonl': articleLines(5000) });
    const shared = ['annotate', 'long', '-o', 'shared', '--quiet', '--workers', '1'];
    const run = start(shared, place.path);
    await until(() => existsSync(join(place.path, '.shared.wenmai', 'journal.jsonl')), run);
    const { status, stderr } = wenmai(shared, { cwd: place.path });
    killGroup(run.child);
    await run.ended;
    expect(stderr).toMatch(
      /^wenmai: process \d+ is writing shared; wait for its end, or remove \.shared\.wenmai\/lock if/,
    );
    expect(status).toBe(1);
  });

  (hasProc ? test : test.skip)('the lock of a process that another one has the id of by now is taken over', () => {
    place.write({ '.taken.wenmai/lock': `${process.pid} 1` });
    expect(wenmai(args('taken', '--resume'), { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
  });

  test('the lock of a process of which nothing else is known is not', () => {
    place.write({ '.kept.wenmai/lock': String(process.pid) });
    expect(wenmai(args('kept', '--resume'), { cwd: place.path })).toMatchObject({ status: 1 });
  });
});
