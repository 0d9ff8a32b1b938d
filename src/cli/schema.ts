import { workerFlags } from '../batch/memory.js';
import { chosenTables } from '../export/table-choice.js';
import { describeTables } from '../export/table-descriptions.js';
import { installedMakers } from '../export/versions.js';
import type { Chosen } from './chosen.js';

/** Prints, as one line of JSON, the tables that are chosen, what makes their rows, and the flags of node to do so best. */
export function printSchema({ published, script, claims, settings, record }: Chosen): void {
  const { versions, lexicons, dictionaries } = installedMakers(settings.segmenter);
  const schema = {
    tables: describeTables(chosenTables(settings.tables)),
    ...{ versions, options: { published, script, claims }, settings: record, lexicons, dictionaries },
    nodeFlags: workerFlags,
  };
  process.stdout.write(`${JSON.stringify(schema)}\n`);
}
