import type { WriteStream } from 'node:tty';
import pc from 'picocolors';

/**
 * Colours for what is written to `stream`: on a terminal only, unless `FORCE_COLOR` asks for them elsewhere; never where
 * `NO_COLOR` is set. (https://no-color.org, https://force-color.org)
 */
export function coloursOf(stream: Pick<WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv = process.env) {
  const asked = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  return pc.createColors(!env.NO_COLOR && (asked || (stream.isTTY === true && env.TERM !== 'dumb')));
}

/** Runs `action` with a signal that Ctrl-C or a request to terminate gives, so that it can clean up. */
export async function interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    return await action(controller.signal);
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
  }
}
