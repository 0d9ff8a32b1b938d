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

/** A line of progress on a terminal; nothing where standard error is none. */
export interface Progress {
  step(done: number, all: number | null): void;
  print(error: unknown): void;
  end(): void;
}

/** Starts a line of progress on standard error, unless `quiet`. */
export function showProgress(quiet: boolean): Progress {
  const visible = !quiet && process.stderr.isTTY === true;
  const clear = () => {
    if (visible) process.stderr.write('\r\u001b[K');
  };
  return {
    step(done, all) {
      if (visible) process.stderr.write(`\r${done} ${all === null ? '' : `of ${all} `}articles`);
    },
    print(error) {
      clear();
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
    end: clear,
  };
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
