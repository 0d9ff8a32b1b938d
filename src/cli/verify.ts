import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyExport } from '../batch/verify-export.js';
import { openLog } from './log.js';
import { interruptible } from './terminal.js';

/**
 * The command `verify`: prints each difference on a line; exit status 1 if there is one.
 *
 * @throws UserError if the directory holds no export.
 */
export async function verify(directory: string): Promise<number> {
  const target = mkdtempSync(join(tmpdir(), 'wenmai-verify-'));
  const log = openLog({}, (path) => path);
  try {
    const { files, articles, differences } = await interruptible((signal) =>
      verifyExport(resolve(directory), directory, target, {
        signal,
        onProgress: log.progress,
      }),
    );
    log.clear();
    if (differences.length === 0)
      process.stdout.write(`${directory} is as it was made: ${files} files, ${articles} articles annotated again.\n`);
    else process.stdout.write(differences.map((difference) => `${difference}\n`).join(''));
    return differences.length === 0 ? 0 : 1;
  } finally {
    log.clear();
    rmSync(target, { recursive: true, force: true });
  }
}
