/**
 * `npm run bench:batch -- [articles] [workers…]`: annotates a synthetic corpus of short articles with the built command, and
 * prints time and memory as Markdown. Memory is that of the command and its workers together: what each of them has in memory,
 * and the same with pages that they share counted once (Linux only).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSyntheticCorpus } from './synthetic-corpus.js';

interface Measure {
  readonly seconds: number;
  readonly cpu: number;
  readonly resident: number;
  readonly proportional: number;
}

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const [counts = '1000,10000', workers = '1,2'] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'wenmai-bench-'));
try {
  process.stdout.write(
    `${availableParallelism()} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the start.\n\n` +
      '| articles | workers | wall s | CPU s | CPU ms an article | memory MB | shared counted once |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n',
  );
  for (const count of counts.split(',').map(Number)) {
    const corpus = join(directory, `${count}.jsonl`);
    writeSyntheticCorpus(corpus, count);
    for (const number of workers.split(',').map(Number)) {
      const { seconds, cpu, resident, proportional } = await measure(corpus, number);
      const cells = [
        count,
        number,
        seconds.toFixed(1),
        cpu.toFixed(1),
        ((cpu * 1000) / count).toFixed(2),
        resident,
        proportional,
      ];
      process.stdout.write(`| ${cells.join(' | ')} |\n`);
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function measure(corpus: string, workers: number): Promise<Measure> {
  const output = join(directory, 'out');
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [cli, 'annotate', corpus, '-o', output, '--quiet', '--workers', String(workers)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let [resident, proportional, cpu] = [0, 0, 0];
  const watch = setInterval(() => {
    const family = [child.pid ?? 0, ...childrenOf(child.pid ?? 0)].map(memoryOf);
    resident = Math.max(resident, sum(family.map(([rss]) => rss)));
    proportional = Math.max(proportional, sum(family.map(([, pss]) => pss)));
    cpu = Math.max(cpu, sum([child.pid ?? 0, ...childrenOf(child.pid ?? 0)].map(cpuOf)));
  }, 100);
  await ended;
  clearInterval(watch);
  rmSync(output, { recursive: true, force: true });
  return {
    seconds: (performance.now() - from) / 1000,
    cpu,
    resident: Math.round(resident),
    proportional: Math.round(proportional),
  };
}

function childrenOf(pid: number): number[] {
  return (read(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter(Boolean).map(Number);
}

/** Megabytes in memory, and with shared pages by their share. */
function memoryOf(pid: number): [rss: number, pss: number] {
  const rollup = read(`/proc/${pid}/smaps_rollup`) ?? '';
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
  return [of('Rss'), of('Pss')];
}

/** Seconds of processor time that a process and those of its children that have ended have used. */
function cpuOf(pid: number): number {
  const fields = (read(`/proc/${pid}/stat`) ?? '').split(') ')[1]?.split(' ').map(Number) ?? [];
  const ticks = sum(fields.slice(11, 15));
  return ticks / 100;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
