import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import { Interrupted } from '../batch/user-error.js';

/**
 * Colours for what is written to `stream`: on a terminal only, unless `FORCE_COLOR` asks for them elsewhere; never where
 * `NO_COLOR` is set. (https://no-color.org, https://force-color.org)
 */
export function coloursOf(stream: Pick<WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv = process.env) {
  const asked = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  return pc.createColors(!env.NO_COLOR && (asked || (stream.isTTY === true && env.TERM !== 'dumb')));
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `action` with a signal that Ctrl-C, a request to terminate or a terminal that is closed gives, so that it can clean up. The
 * error with which it ends then bears the status of that signal.
 */
export async function interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let status = 0;
  const abort = (_: NodeJS.Signals, number: number) => {
    status ||= 128 + number;
    controller.abort();
  };
  for (const signal of stopSignals) process.once(signal, abort);
  try {
    return await action(controller.signal);
  } catch (error) {
    throw error instanceof Interrupted && status > 0 ? new Interrupted(error.message, status) : error;
  } finally {
    for (const signal of stopSignals) process.off(signal, abort);
  }
}
