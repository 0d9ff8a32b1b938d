import { makeWorkplace, type Workplace, wenmai } from './run.js';
import { sampleCorpus } from './sample-corpus.js';

/**
 * A throwaway directory with the sample corpus, or `jsonl`, exported to `out` in the given formats.
 *
 * @throws Error with what was said on standard error, if the export fails.
 */
export function exportSample(
  formats: readonly string[],
  { jsonl = sampleCorpus, args = [] }: { jsonl?: string; args?: readonly string[] } = {},
): Workplace {
  const place = makeWorkplace();
  place.write({ 'in.jsonl': jsonl });
  exportTo(place, 'out', formats, args);
  return place;
}

/** Exports `in.jsonl` of `place` to the directory `output` of it. */
export function exportTo(
  place: Workplace,
  output: string,
  formats: readonly string[],
  args: readonly string[] = [],
): void {
  const command = ['annotate', 'in.jsonl', '-o', output, '--quiet', '--format', formats.join(','), ...args];
  const { status, stderr } = wenmai(command, { cwd: place.path });
  if (status !== 0) throw new Error(stderr);
}
