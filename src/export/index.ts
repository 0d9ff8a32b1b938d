import { csvTables } from './csv.js';
import type { ExportFormat } from './format.js';

/** Every form in which a corpus is exported, besides `annotations.jsonl`, from which all of them are made. */
export const formats: readonly ExportFormat[] = [csvTables];

/** What is exported where nobody chooses; `jsonl` always is. */
export const defaultFormats: readonly string[] = ['jsonl', 'csv'];

/** What `--format` takes. */
export const formatNames: readonly string[] = ['jsonl', ...formats.map(({ name }) => name)];

/** The names in the order of the list, each once, `jsonl` among them whether it was chosen or not. */
export function inListOrder(names: readonly string[]): string[] {
  return formatNames.filter((name) => name === 'jsonl' || names.includes(name));
}
