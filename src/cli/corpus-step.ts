import { once } from 'node:events';
import { refuseLine } from '../batch/corpus-step-lines.js';
import type { CorpusStepName } from '../batch/corpus-step-list.js';
import { corpusSteps } from '../batch/corpus-steps.js';
import { readJsonLines } from '../input/json-lines.js';

/**
 * Runs a step over the JSON Lines of `input` and writes its answers.
 *
 * @throws UserError at the first line that the step cannot take: the lines come from a program.
 */
export async function runStep(
  name: CorpusStepName,
  input: AsyncIterable<Uint8Array>,
  output: NodeJS.WritableStream,
): Promise<void> {
  let pending: string[] = [];
  let length = 0;
  const flush = async () => {
    const piece = pending.join('');
    [pending, length] = [[], 0];
    if (!output.write(piece)) await once(output, 'drain');
  };
  for await (const answer of corpusSteps[name](readJsonLines(input, refuseLine))) {
    const line = `${JSON.stringify(answer)}\n`;
    pending.push(line);
    length += line.length;
    if (length >= pieceLength) await flush();
  }
  await flush();
}

const pieceLength = 1 << 16;
