import { workerFlags } from '../batch/memory.js';
import { mostCompared } from '../claims/claim-links.js';
import { mostDocuments } from '../entities/neighbours.js';
import { chosenTables } from '../export/table-choice.js';
import { describeTables } from '../export/table-descriptions.js';
import { installedMakers } from '../export/versions.js';
import type { Chosen } from './chosen.js';

/**
 * Prints, as one line of JSON, the tables that are chosen, what makes their rows, the flags of node to do so best, and `limits`: how many
 * documents the company of a thing is looked for in, and how many claims of a bucket one is compared with.
 */
export function printSchema({ published, script, claims, settings, record }: Chosen): void {
  const { versions, lexicons, dictionaries } = installedMakers(settings.segmenter);
  const schema = {
    tables: describeTables(chosenTables(settings.tables)),
    ...{ versions, options: { published, script, claims }, settings: record, lexicons, dictionaries },
    nodeFlags: workerFlags,
    limits: { documents: mostDocuments, compared: mostCompared },
  };
  process.stdout.write(`${JSON.stringify(schema)}\n`);
}
