import { join } from 'node:path';
import { readRegular } from '../text/regular-file.js';

/** Whether what lies in `directory` was written by wenmai, alone or within an engine, as its datapackage.json says. */
export function isOwnExport(directory: string): boolean {
  try {
    const description: unknown = JSON.parse(readRegular(join(directory, 'datapackage.json')).toString('utf8'));
    return typeof description === 'object' && description !== null && 'wenmai' in description;
  } catch {
    return false;
  }
}
