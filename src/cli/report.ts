import { join, resolve } from 'node:path';
import { asUserError } from '../batch/output-directory.js';
import { reportFile, writeReport } from '../report/write-report.js';

/** What the command line asked for. */
export interface ReportOptions {
  readonly output?: string;
}

/**
 * The command `report`: writes one page that shows an export, into its directory if no other place is named.
 *
 * @throws UserError if there is no export or the page cannot be written.
 */
export async function report(directory: string, options: ReportOptions): Promise<number> {
  const cwd = process.cwd();
  const shown = options.output ?? join(directory, reportFile);
  try {
    const { articles, total } = await writeReport(resolve(cwd, directory), directory, resolve(cwd, shown));
    const what = articles < total ? `${articles} of ${total} articles` : `${articles} articles`;
    process.stdout.write(`${shown} shows ${what}; open it in a browser.\n`);
    return 0;
  } catch (error) {
    return asUserError(shown, () => {
      throw error;
    });
  }
}
