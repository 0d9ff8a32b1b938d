import { CommanderError } from 'commander';
import { compileLater } from '../batch/compiling.js';
import { keepHeapSmall } from '../batch/memory.js';
import { systemReason } from '../batch/user-error.js';
import { describeError, printStack, statusOf } from './errors.js';
import { createProgram } from './program.js';

/**
 * Runs the command that `args` ask for and gives its exit status: 0 all well, 1 something failed, 2 wrong usage, 129, 130
 * or 143 stopped by SIGHUP, SIGINT or SIGTERM. Errors go to standard error as one line each, with a stack only after `--debug`.
 */
export async function main(args: readonly string[]): Promise<number> {
  keepHeapSmall();
  compileLater();
  process.stdout.on('error', endWhereNobodyReads);
  // A terminal that was closed takes no more words; what is in hand is finished all the same.
  process.stderr.on('error', () => undefined);
  // What breaks where nobody waits for it, as in a stream, is told like all else.
  process.once('uncaughtException', (error) => {
    tell(error, args);
    process.exit(statusOf(error));
  });
  let status = 0;
  const program = createProgram((result) => {
    status = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    tell(error, args);
    return statusOf(error);
  }
}

function tell(error: unknown, args: readonly string[]): void {
  if (args.includes('--debug')) printStack(error);
  else if (args.includes('--json-logs'))
    process.stderr.write(`${JSON.stringify({ event: 'error', message: describeError(error) })}\n`);
  else process.stderr.write(`wenmai: ${describeError(error)}\n`);
}

/** The reader of a pipe has gone, as after `| head`: there is nobody left to tell. Else the output is lost: that is told. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`wenmai: cannot write to standard output: ${systemReason(error) ?? error.message}.\n`);
  process.exit(1);
}
