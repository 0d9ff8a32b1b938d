import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asUserError } from '../batch/output-directory.js';
import { UserError } from '../batch/user-error.js';
import { isPage } from '../report/page.js';
import { reportFile, writeReport } from '../report/write-report.js';

/** What the command line asked for. */
export interface ReportOptions {
  readonly output?: string;
}

/**
 * The command `report`: writes one page that shows an export, into its directory if no other place is named.
 *
 * @throws UserError if there is no export, the page cannot be written, or in its place is a file that is no report.
 */
export async function report(directory: string, options: ReportOptions): Promise<number> {
  const cwd = process.cwd();
  const shown = options.output ?? join(directory, reportFile);
  try {
    checkReplaceable(resolve(cwd, shown), shown);
    const { articles, total } = await writeReport(resolve(cwd, directory), directory, resolve(cwd, shown));
    const what = articles < total ? `${articles} of ${total} articles` : `${articles} articles`;
    process.stdout.write(`${shown} shows ${what}; open it in a browser.\n`);
    return 0;
  } catch (error) {
    const rethrow = (): never => {
      throw error;
    };
    return asUserError(shown, rethrow, 'file');
  }
}

function checkReplaceable(path: string, shown: string): void {
  if (!existsSync(path) || isPage(path)) return;
  throw new UserError(`cannot write ${shown}: what is there is no report; choose another file with -o.`);
}
