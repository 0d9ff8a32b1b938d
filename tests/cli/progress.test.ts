import { describe, expect, test } from '@jest/globals';
import type { Progress } from '../../src/batch/progress.js';
import { type ProgressStyle, renderProgress, reportProgress } from '../../src/cli/progress.js';

const progress: Progress = {
  ...{ stage: 'annotating', articles: 1200, allArticles: null, failed: 0 },
  ...{ bytes: 5_000_000, allBytes: 20_000_000 },
};

test.each<[string, Progress, number, string]>([
  ['at the start', progress, 0, '1200 articles, 5.00 of 20.00 MB (25%)'],
  ['with a rate', progress, 10, '1200 articles, 5.00 of 20.00 MB (25%), 0.50 MB/s, 30 s left'],
  ['for long', { ...progress, allBytes: 20_000_000_000 }, 100, '1200 articles, 5.00 of 20000 MB (0%), 0.05 MB/s'],
  ['minutes', progress, 100, '1200 articles, 5.00 of 20.00 MB (25%), 0.05 MB/s, 5 min left'],
  ['hours', progress, 4000, '1200 articles, 5.00 of 20.00 MB (25%), 0.00 MB/s, 3 h 20 min left'],
  ['with failures', { ...progress, failed: 2 }, 0, '1200 articles, 5.00 of 20.00 MB (25%), 2 failed'],
  ['nothing to read', { ...progress, bytes: 0, allBytes: 0 }, 9, '1200 articles, 0.00 of 0.00 MB (0%), 0.00 MB/s'],
  [
    'writing',
    { ...progress, stage: 'writing', allArticles: 2400 } as const,
    9,
    'writing the tables: 1200 of 2400 articles',
  ],
])('%s', (_name, given, seconds, expected) => {
  expect(renderProgress(given, seconds)).toBe(expected);
});

/** What is written where an account is given every second for so many seconds. */
function written(style: ProgressStyle, seconds: number): string[] {
  const lines: string[] = [];
  let time = 0;
  const stream = { write: (text: string) => lines.push(text) > 0, columns: 40 };
  const report = reportProgress(stream as never, style, () => time);
  for (time = 0; time <= seconds * 1000; time += 1000) report.update(progress);
  report.clear();
  return lines;
}

describe('reportProgress', () => {
  test('on a terminal: one line, cut to its width, cleared at the end', () => {
    const lines = written('terminal', 3);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(`\r\u001b[K${'1200 articles, 5.00 of 20.00 MB (25%)'.slice(0, 39)}`);
    expect(lines.at(-1)).toBe('\r\u001b[K');
  });

  test('elsewhere: whole lines every five seconds, none of a short run', () => {
    expect(written('lines', 8)).toEqual([]);
    expect(written('lines', 20)).toHaveLength(3);
    expect(written('lines', 20)[0]).toMatch(/^wenmai: 1200 articles, .*\n$/);
  });

  test('for programs: an object a line', () => {
    const [line] = written('json', 6);
    expect(JSON.parse(line ?? '')).toEqual({ event: 'progress', ...progress, seconds: 5 });
  });

  test('quiet: nothing', () => expect(written('none', 60)).toEqual([]));
});
