import { once } from 'node:events';
import type { CorpusStepName } from '../batch/corpus-step-list.js';
import { corpusSteps } from '../batch/corpus-steps.js';
import { UserError } from '../batch/user-error.js';
import { splitLines } from '../input/lines.js';

/**
 * Runs a step over the JSON Lines of `input` and writes its answers.
 *
 * @throws UserError at the first line that is not JSON: the lines come from a program.
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
  for await (const answer of corpusSteps[name](parsed(input))) {
    const line = `${JSON.stringify(answer)}\n`;
    pending.push(line);
    length += line.length;
    if (length >= pieceLength) await flush();
  }
  await flush();
}

const pieceLength = 1 << 16;

async function* parsed(input: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  let number = 0;
  for await (const line of splitLines(input)) {
    number++;
    try {
      yield JSON.parse(line.toString('utf8'));
    } catch {
      throw new UserError(`line ${number} of standard input is not JSON; each line is one object.`, 2);
    }
  }
}
