import type { WriteStream } from 'node:tty';
import type { Progress } from '../batch/progress.js';

/** How a run is told of while it goes on. */
export type ProgressStyle = 'terminal' | 'lines' | 'json' | 'none';

/** Tells how far a run is. */
export interface ProgressReport {
  update(progress: Progress): void;
  /** Makes place for something else on standard error. */
  clear(): void;
}

/** Milliseconds between two accounts. */
const pauses: Readonly<Record<ProgressStyle, number>> = { terminal: 100, lines: 5000, json: 5000, none: Infinity };
/** A run that is over sooner needs no account in lines. */
const patience = 5000;

/**
 * Starts to tell of a run on `stream`: one line that is written over on a terminal; else a line, or an object, every five
 * seconds, the first line after ten; `now` gives milliseconds.
 */
export function reportProgress(
  stream: Pick<WriteStream, 'write' | 'columns'>,
  style: ProgressStyle,
  now: () => number = () => performance.now(),
): ProgressReport {
  const start = now();
  let last = style === 'terminal' ? -Infinity : start + (style === 'lines' ? patience : 0);
  return {
    update(progress) {
      const time = now();
      if (time - last < pauses[style]) return;
      last = time;
      const seconds = (time - start) / 1000;
      if (style === 'terminal')
        stream.write(`\r\u001b[K${renderProgress(progress, seconds).slice(0, (stream.columns ?? 80) - 1)}`);
      else if (style === 'json')
        stream.write(`${JSON.stringify({ event: 'progress', ...progress, seconds: Math.round(seconds) })}\n`);
      else stream.write(`wenmai: ${renderProgress(progress, seconds)}\n`);
    },
    clear() {
      if (style === 'terminal') stream.write('\r\u001b[K');
    },
  };
}

const megabyte = 1_000_000;
/** Before so many seconds and such a share, nobody knows how long it will take. */
const leastSeconds = 2;
const leastShare = 0.01;

/** Articles, megabytes, rate, time left and failures, after so many seconds, in one line. */
export function renderProgress(
  { stage, articles, allArticles, failed, bytes, allBytes }: Progress,
  seconds: number,
): string {
  const failures = failed > 0 ? `, ${failed} failed` : '';
  if (stage === 'writing') return `writing the tables: ${articles} of ${allArticles ?? '?'} articles${failures}`;
  const share = allBytes > 0 ? bytes / allBytes : 0;
  const parts = [
    `${articles} articles`,
    `${megabytes(bytes)} of ${megabytes(allBytes)} MB (${Math.floor(share * 100)}%)`,
    ...(seconds >= leastSeconds ? [`${megabytes(bytes / seconds)} MB/s`] : []),
    ...(seconds >= leastSeconds && share >= leastShare ? [`${duration((seconds / share) * (1 - share))} left`] : []),
  ];
  return parts.join(', ') + failures;
}

function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(bytes < 100 * megabyte ? 2 : 0);
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
