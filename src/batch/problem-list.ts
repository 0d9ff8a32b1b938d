import type { Problem } from '../document/provenance.js';
import { createSorter } from './sorter.js';

/** Everything that went wrong, kept on disk: first what was met while reading, in its order, then what articles brought. */
export interface ProblemList {
  /** Adds a problem that was met before or at the article with that number in the order of reading. */
  addRead(problem: Problem, index: number): void;
  /** Adds a problem of an annotated article; articles come in the order of their ids. */
  addAnnotated(problem: Problem): void;
  /** All of them in order; can be read more than once. */
  problems(): Iterable<Problem>;
  readonly errors: number;
  /** How many a person is told of at once. */
  readonly told: number;
  readonly count: number;
}

/** Whether a person is told of it at once: an error, or what is wrong with an input rather than with an article of it. */
export function isTold({ severity, documentId }: Problem): boolean {
  return severity === 'error' || documentId === null;
}

/** Starts an empty list; its files are made in `directory`. */
export function createProblemList(directory: string): ProblemList {
  const sorter = createSorter(directory, 'problems');
  let [count, errors, told] = [0, 0, 0];
  const add = (group: 0 | 1, place: number, problem: Problem) => {
    const key = [place, count++].map((number) => String(number).padStart(10, '0')).join('');
    if (problem.severity === 'error') errors++;
    if (isTold(problem)) told++;
    sorter.add(`${group}${key}${JSON.stringify(problem)}`);
  };
  return {
    addRead: (problem, index) => add(0, index, problem),
    addAnnotated: (problem) => add(1, 0, problem),
    *problems() {
      for (const line of sorter.sorted()) yield JSON.parse(line.slice(21)) as Problem;
    },
    get errors() {
      return errors;
    },
    get told() {
      return told;
    },
    get count() {
      return count;
    },
  };
}
