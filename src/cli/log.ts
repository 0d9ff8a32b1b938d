import type { Progress } from '../batch/progress.js';
import type { Summary } from '../batch/summary.js';
import type { Problem } from '../document/provenance.js';
import { printStack } from './errors.js';
import { type ProgressStyle, reportProgress } from './progress.js';
import { messageOf, renderProblems } from './render.js';

/** What is told on standard error of a run, for a person or for a program. */
export interface Log {
  progress(progress: Progress): void;
  notice(message: string): void;
  /** Some problems, the first of so many; `list` is the file that has them all, or null. */
  problems(problems: readonly Problem[], all: number, list: string | null): void;
  /** What broke inside the pipeline. */
  failure(error: unknown): void;
  /** The end of a run, which for a person is told on standard output. */
  summary(summary: Summary): void;
  /** Makes place where the line of progress stands. */
  clear(): void;
  /** A path in the output as one for the reader. */
  path(path: string): string;
}

/** Opens the log: lines for a person, or with `jsonLogs` an object a line; no progress where it is to be `quiet`. */
export function openLog(
  { quiet = false, jsonLogs = false }: { readonly quiet?: boolean; readonly jsonLogs?: boolean },
  path: (path: string) => string,
): Log {
  const { stderr } = process;
  const style: ProgressStyle = quiet ? 'none' : jsonLogs ? 'json' : stderr.isTTY === true ? 'terminal' : 'lines';
  const { update, clear } = reportProgress(stderr, style);
  const shared = { progress: update, clear, path };
  if (jsonLogs) {
    const tell = (event: object) => stderr.write(`${JSON.stringify(event)}\n`);
    return {
      ...shared,
      notice: (message) => tell({ event: 'notice', message }),
      problems: (problems, all) => {
        for (const { paths: _, ...problem } of problems.map((one) => ({ ...one, message: messageOf(one, path) })))
          tell({ event: 'problem', ...problem, path: problem.path === null ? null : path(problem.path) });
        if (all > problems.length) tell({ event: 'more-problems', number: all - problems.length });
      },
      failure: (error) => tell({ event: 'failure', stack: error instanceof Error ? error.stack : String(error) }),
      summary: ({ articles, characters, entities, times, quantities, claims, problems, errors }) =>
        tell({ event: 'done', articles, characters, entities, times, quantities, claims, problems, errors }),
    };
  }
  return {
    ...shared,
    notice: (message) => {
      clear();
      stderr.write(`wenmai: ${message}\n`);
    },
    problems: (problems, all, list) => void stderr.write(renderProblems(problems, path, { all, list })),
    failure: (error) => {
      clear();
      printStack(error);
    },
    summary: () => undefined,
  };
}
