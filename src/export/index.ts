import { csvTables } from './csv.js';
import type { ExportFormat } from './format.js';

/** Every form in which a corpus is exported, besides `annotations.jsonl`, from which all of them are made. */
export const formats: readonly ExportFormat[] = [csvTables];
