import { join } from 'node:path';
import { z } from 'zod';
import { readRegular } from '../text/regular-file.js';

/** Name of the file that describes an export. */
export const dataPackageFile = 'datapackage.json';

const ownDescriptionSchema = z.looseObject({ wenmai: z.looseObject({ engine: z.unknown().optional() }) });

/** The description of an export that wenmai wrote. `engine` is there if it did so within one, and so cannot make it again. */
export type OwnDescription = z.infer<typeof ownDescriptionSchema>;

/** The description of what lies in `directory`, or null if it does not say that wenmai wrote it, alone or within an engine. */
export function ownDescription(directory: string): OwnDescription | null {
  try {
    return ownDescriptionSchema.parse(JSON.parse(readRegular(join(directory, dataPackageFile)).toString('utf8')));
  } catch {
    return null;
  }
}
