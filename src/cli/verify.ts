import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyExport } from '../batch/verify-export.js';
import { canMakeAgain, verifyPackage } from '../batch/verify-package.js';
import { dataPackageFile } from '../document/own-export.js';
import { openLog } from './log.js';
import { interruptible } from './terminal.js';

/** What the command line asked for. */
export interface VerifyOptions {
  /** Whether to look at the data package alone and annotate nothing again. */
  readonly package?: boolean;
}

/**
 * The command `verify`: prints each difference on a line; exit status 1 if there is one. A data package that wenmai did not
 * make is checked against its own description.
 *
 * @throws UserError if the directory holds neither.
 */
export async function verify(directory: string, options: VerifyOptions): Promise<number> {
  const { summary, differences } =
    options.package === true || !canMakeAgain(resolve(directory))
      ? await checkPackage(directory)
      : await annotateAgain(directory);
  process.stdout.write(differences.length === 0 ? `${summary}\n` : differences.map((line) => `${line}\n`).join(''));
  return differences.length === 0 ? 0 : 1;
}

interface Outcome {
  /** What to say if nothing differs. */
  readonly summary: string;
  readonly differences: readonly string[];
}

async function checkPackage(directory: string): Promise<Outcome> {
  const { files, rows, differences } = await verifyPackage(resolve(directory), directory);
  return { summary: `${directory} is as its ${dataPackageFile} says: ${files} files, ${rows} rows.`, differences };
}

async function annotateAgain(directory: string): Promise<Outcome> {
  const target = mkdtempSync(join(tmpdir(), 'wenmai-verify-'));
  const log = openLog({}, (path) => path);
  try {
    const { files, articles, differences } = await interruptible((signal) =>
      verifyExport(resolve(directory), directory, target, {
        signal,
        onProgress: log.progress,
      }),
    );
    const summary = `${directory} is as it was made: ${files} files, ${articles} articles annotated again.`;
    return { summary, differences };
  } finally {
    log.clear();
    rmSync(target, { recursive: true, force: true });
  }
}
