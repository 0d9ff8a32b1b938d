import { brat } from './brat.js';
import { conllu } from './conllu.js';
import { csvTables } from './csv.js';
import { doccano } from './doccano.js';
import type { ExportFormat } from './format.js';
import { labelStudio } from './label-studio.js';
import { spacy } from './spacy.js';

/** Every form in which a corpus is exported, besides `annotations.jsonl`, from which all of them are made. */
export const formats: readonly ExportFormat[] = [csvTables, labelStudio, doccano, brat, conllu, spacy];

/** What is exported where nobody chooses; `jsonl` always is. */
export const defaultFormats: readonly string[] = ['jsonl', 'csv'];

/** What `--format` takes. */
export const formatNames: readonly string[] = ['jsonl', ...formats.map(({ name }) => name)];

/** The names in the order of the list, each once, `jsonl` among them whether it was chosen or not. */
export function inListOrder(names: readonly string[]): string[] {
  return formatNames.filter((name) => name === 'jsonl' || names.includes(name));
}
