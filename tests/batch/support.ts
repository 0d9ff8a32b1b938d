import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, type Outcome, plainEnvironment } from '../support/run.js';

const days = ['昨日', '周一', '3月5日', '上個月'];
const names = ['林又晴', '歐陽沐秋', '令狐嘉樹', 'Ouyang Muqiu', 'Field'];
const bodies = ['港務局', '鲲鹏湾动力', '燈塔橋研究所', 'Lantern Bridge Institute'];

/** Lines of short articles in both scripts and languages, whose names, figures and claims come again. */
export function articleLines(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const [day, name, body] = [days[i % 4], names[i % 5], bodies[i % 3]];
    const texts = [
      `${body}${day}表示，新渡輪將於${(i % 12) + 1}月試航，票價為${i * 10}元。`,
      `${body}发言人${name}说：“我们${day}完成了${i}公里线路。”`,
      `${name} of the Lantern Bridge Institute said on Monday that ${i} passengers took the ferry.`,
      `據${body}統計，去年共有${i % 7}00名學生參加考試。${name}${day}否認了。`,
    ];
    return `${JSON.stringify({ id: `a${(i * 37) % count}`, text: texts[i % 4], published: '2024-03-06' })}\n`;
  }).join('');
}

/** Every file of a directory, by its name. */
export function filesIn(directory: string): Record<string, string> {
  return Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

/** A command that goes on while the test does something to it. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
}

/** Starts the command as the leader of a group of processes. */
export function start(args: readonly string[], cwd: string, before: readonly string[] = []): Running {
  const [program = process.execPath, ...rest] = [...before, process.execPath, ...command, ...args];
  const child = spawn(program, rest, { cwd, detached: true, env: plainEnvironment() });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += String(chunk);
  });
  return { child, ended: once(child, 'close').then(([status]) => ({ status: status as number | null, ...output })) };
}

/** Ends a command and its workers at once, as `kill -9` does. */
export function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Process ids of the workers. */
export function workersOf({ pid }: ChildProcess): number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

/** Whether the system tells of processes in /proc, which all that follows here about workers is read from. */
export const hasProc = existsSync('/proc/self/stat');

/** Whether a process has ended, be it that nobody has taken notice. */
export function hasEnded(pid: number): boolean {
  const fields = statOf(pid);
  return fields === null || /[ZX]/.test(fields[0] ?? '');
}

/** How long a process has kept a processor busy, in seconds: unlike the time since its start, that does not depend on others. */
export function busySeconds(pid: number): number {
  return Number(statOf(pid)?.[11] ?? 0) / 100;
}

/** The fields of a process from its state on; its name, which stands before them in brackets, may hold blanks. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Waits until all of the processes have ended, for a minute at most, and gives those that have not. */
export async function outliving(pids: readonly number[]): Promise<number[]> {
  for (let i = 0; i < 600 && !pids.every(hasEnded); i++) await sleep(100);
  return pids.filter((pid) => !hasEnded(pid));
}

/** Sends a signal to each worker that there is. */
export function signalWorkers(child: ChildProcess, signal: NodeJS.Signals): void {
  for (const worker of workersOf(child)) {
    try {
      process.kill(worker, signal);
    } catch {
      // It has ended already.
    }
  }
}

/** Waits until `condition` holds or the command has ended. */
export async function until(condition: () => boolean, { child }: Running): Promise<void> {
  while (!condition() && child.exitCode === null && child.signalCode === null) await sleep(20);
}

/** How many articles the journal of the run that writes `output` says are done. */
export function journaled(place: string, output: string): number {
  const path = join(place, `.${output}.wenmai`, 'journal.jsonl');
  return existsSync(path) ? (readFileSync(path, 'utf8').match(/"index":/g)?.length ?? 0) : 0;
}
