import type { ExportOptions } from '../export/format.js';
import type { InputFile } from '../input/discover.js';
import type { Progress } from './progress.js';

/** What is to be annotated, where to, and how. */
export interface Job {
  readonly files: readonly InputFile[];
  /** The directory that the paths in the output are relative to. */
  readonly home: string;
  /** The directory of what is kept while the run goes on, and is gone on with by a later one. */
  readonly work: string;
  /** The empty directory that is written. */
  readonly target: string;
  readonly options: ExportOptions;
  readonly pace: Pace;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of what broke inside the pipeline; the article is reported either way. */
  readonly onFailure?: (error: unknown) => void;
}

/** What changes the time that a run takes, and nothing of what comes out. */
export interface Pace {
  /** Number of workers; null for as many as pay off. */
  readonly workers: number | null;
  /** Articles that a worker is sent at once, at most. */
  readonly batch: number;
  /** Seconds after which a worker is given up; more for long articles. */
  readonly timeout: number;
}

/** The pace where nothing is said. */
export const defaultPace: Pace = { workers: null, batch: 32, timeout: 120 };
