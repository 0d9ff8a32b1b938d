import { brat } from './brat.js';
import { conllu } from './conllu.js';
import { csvErrors, csvTables } from './csv.js';
import { doccano } from './doccano.js';
import type { ExportFormat } from './format.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { jsonLd } from './json-ld.js';
import { labelStudio } from './label-studio.js';
import { neo4j } from './neo4j.js';
import { parquetTables } from './parquet.js';
import { spacy } from './spacy.js';
import { xlsx } from './xlsx.js';

/** Every form in which a corpus is exported, besides `annotations.jsonl`, from which all of them are made. */
export const formats: readonly ExportFormat[] = [
  ...[csvTables, parquetTables, xlsx],
  ...[jsonLd, graphml, gexf, neo4j],
  ...[labelStudio, doccano, brat, conllu, spacy],
];

/** What is exported where nobody chooses; `jsonl` always is. */
export const defaultFormats: readonly string[] = ['jsonl', 'csv'];

/** What `--format` takes. */
export const formatNames: readonly string[] = ['jsonl', ...formats.map(({ name }) => name)];

/** The forms that are written for these names: each of them, and of CSV at least the table of errors. */
export function formatsOf(names: readonly string[]): ExportFormat[] {
  const chosen = formats.filter(({ name }) => names.includes(name));
  return chosen.includes(csvTables) ? chosen : [...chosen, csvErrors];
}

/** The names in the order of the list, each once, `jsonl` among them whether it was chosen or not. */
export function inListOrder(names: readonly string[]): string[] {
  return formatNames.filter((name) => name === 'jsonl' || names.includes(name));
}
