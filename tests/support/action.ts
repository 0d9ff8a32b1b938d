import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { plainEnvironment } from './run.js';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
export const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as Action;

/** How the steps of the action went, up to the first that failed. */
export interface ActionOutcome {
  readonly steps: readonly { readonly name: string; readonly status: number | null; readonly output: string }[];
  /** The name of the step that failed, or null. */
  readonly failed: string | null;
  readonly summary: string;
  readonly outputs: string;
}

/**
 * Runs the steps of action.yml as a runner of GitHub does, in the checkout `workspace`, with its files in `temp`. Steps in
 * `skip` are passed over; `path` comes before all else on the PATH.
 */
export function runAction(
  workspace: string,
  temp: string,
  given: Readonly<Record<string, string>>,
  { skip = [], path = [] }: { readonly skip?: readonly string[]; readonly path?: readonly string[] } = {},
): ActionOutcome {
  mkdirSync(temp, { recursive: true });
  const files = { GITHUB_PATH: 'path', GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary' };
  const variables = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(temp, file)]));
  for (const file of Object.values(variables)) writeFileSync(file, '');
  const inputs = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
    ...given,
  };
  const steps: { name: string; status: number | null; output: string }[] = [];
  for (const { name, env = {}, run } of action.runs.steps) {
    if (skip.includes(name)) continue;
    const added = readFileSync(variables.GITHUB_PATH ?? '', 'utf8')
      .split('\n')
      .filter(Boolean);
    const script = join(temp, 'step.sh');
    writeFileSync(script, run);
    const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        ...plainEnvironment(),
        ...{ CI: 'true', RUNNER_TEMP: temp, ...variables },
        PATH: [...path, ...added, process.env.PATH].join(':'),
        ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, expand(value, inputs)])),
      },
    });
    steps.push({ name, status: result.status, output: result.stdout + result.stderr });
    if (result.status !== 0) break;
  }
  const last = steps.at(-1);
  return {
    steps,
    failed: last === undefined || last.status === 0 ? null : last.name,
    summary: readFileSync(variables.GITHUB_STEP_SUMMARY ?? '', 'utf8'),
    outputs: readFileSync(variables.GITHUB_OUTPUT ?? '', 'utf8'),
  };
}

/** The expressions that action.yml uses, and no others. */
function expand(value: string, inputs: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => {
    if (expression === 'github.action_path') return projectRoot;
    const input = inputs[expression.replace(/^inputs\./, '')];
    if (input === undefined) throw new Error(`action.yml uses ${expression}, which there is not.`);
    return input;
  });
}
