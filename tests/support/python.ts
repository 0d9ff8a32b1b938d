import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@jest/globals';

/** A Python that has what a test asks for, or else why there is none. */
export interface Python {
  readonly missing: string | null;
  /**
   * What a script prints as JSON.
   *
   * @throws Error with what it said on standard error, if it fails.
   */
  run(script: string, ...args: readonly string[]): unknown;
}

const cache = fileURLToPath(new URL('../../node_modules/.cache/wenmai-python/', import.meta.url));
const minutes = 60_000;

/**
 * A Python with `packages` (`name==version`) of PyPI, in an environment of its own that is made once a clone. Where there
 * is no Python or no network, `missing` says so.
 */
export function pythonWith(...packages: readonly string[]): Python {
  const home = homeOf(packages);
  const missing = existsSync(home) ? null : install(home, packages);
  return {
    missing,
    run(script, ...args) {
      const result = call(join(home, 'bin', 'python'), ['-X', 'utf8', '-c', script, ...args]);
      if (result.status !== 0) throw new Error(result.stderr);
      return JSON.parse(result.stdout);
    },
  };
}

/** The same for packages that are large: they are installed only where `WENMAI_READERS` is set, and used wherever they are. */
export function pythonOnDemand(...packages: readonly string[]): Python {
  return pythonWhere('WENMAI_READERS', 'npm run test:readers', ...packages);
}

/** The same where the environment has `variable`, which `command` sets. */
export function pythonWhere(variable: string, command: string, ...packages: readonly string[]): Python {
  if (process.env[variable] !== undefined || existsSync(homeOf(packages))) return pythonWith(...packages);
  const missing = `${command} installs ${packages.join(' ')}`;
  return {
    missing,
    run() {
      throw new Error(missing);
    },
  };
}

/** A test that is skipped where Python is missing, with the reason in its name. */
export function testWith(python: Python, name: string, body: () => void | Promise<void>): void {
  if (python.missing === null) test(name, body);
  else test.skip(`${name} (skipped: ${python.missing})`, body);
}

function homeOf(packages: readonly string[]): string {
  return join(cache, createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12));
}

/** Makes the environment beside its place, then moves it there: two processes may do so at once. Null if all is well. */
function install(home: string, packages: readonly string[]): string | null {
  const draft = `${home}-${process.pid}`;
  mkdirSync(cache, { recursive: true });
  try {
    if (call('python3', ['-m', 'venv', draft]).status !== 0) return 'there is no python3 with venv';
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
    if (packages.length > 0 && call(join(draft, 'bin', 'python'), pip).status !== 0)
      return `pip cannot install ${packages.join(' ')}`;
    if (!existsSync(home)) renameSync(draft, home);
    return null;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function call(command: string, args: readonly string[]) {
  return spawnSync(command, [...args], { encoding: 'utf8', timeout: 25 * minutes, maxBuffer: 1 << 26 });
}
