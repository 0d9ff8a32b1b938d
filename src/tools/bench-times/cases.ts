import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An acceptable answer: a half-open interval (null is open), a point compared down to its grain, or a time of day. */
export interface Reading {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly grain?: string;
  readonly todFrom?: string | null;
  readonly todTo?: string | null;
}

export interface Expected {
  readonly start: number | null;
  readonly end: number | null;
  readonly readings?: readonly Reading[];
  readonly value?: string;
  readonly number?: string;
  readonly iso?: string;
}

export interface Case {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly reference?: string;
  readonly expect: readonly Expected[];
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** What a recogniser found: an interval and a value, or several that it cannot tell apart. */
export interface Answer {
  readonly start: number;
  readonly end: number;
  readonly begin: string | null;
  readonly until: string | null;
  readonly value: string | null;
}

/**
 * The suites of a folder, one a `.jsonl` file, in order of name.
 *
 * @throws Error if the folder cannot be read or a line is not JSON.
 */
export function readSuites(folder: string): Suite[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.jsonl'.length),
      cases: readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Case),
    }));
}
