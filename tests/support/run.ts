import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const loader = new URL('../../node_modules/tsx/dist/esm/index.mjs', import.meta.url).href;
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** A line of progress, which comes where a run takes long: whether it does is the machine's affair. */
const progressLine = /^wenmai: \d+ articles, [\d.]+ of [\d.]+ MB \(.*\n/gm;

/** What a process left behind; progress on standard error is left out. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The arguments for node that start the command from the sources. */
export const command: readonly string[] = ['--import', loader, cli];

/** The environment without what tells a command how to look: a test gives that itself. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, CI: _ci, ...env } = process.env;
  return env;
}

/**
 * Runs the command `wenmai` as a process of its own, in the environment `env` besides the plain one.
 *
 * @throws Error if it takes longer than its time, as on a machine that does too much else: that says nothing of what it does.
 */
export function wenmai(
  args: readonly string[],
  { env = {}, ...options }: { cwd?: string; input?: string | Buffer; env?: NodeJS.ProcessEnv; timeout?: number } = {},
): Outcome {
  const result: SpawnSyncReturns<string> = spawnSync(process.execPath, [...command, ...args], {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
    env: { ...plainEnvironment(), ...env },
    ...options,
  });
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ETIMEDOUT') throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr.replace(progressLine, '') };
}

/** A directory that is thrown away. */
export interface Workplace {
  readonly path: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  read(file: string): string;
  remove(): void;
}

/** Makes an empty directory outside the project. */
export function makeWorkplace(): Workplace {
  const path = mkdtempSync(join(tmpdir(), 'wenmai-test-'));
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    read: (file) => readFileSync(join(path, file), 'utf8'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
