import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { withoutReturns } from '../input/csv-lines.js';
import { isVisible, lexiconRowSchema, toEntry } from '../settings/schema.js';
import type { LexiconEntry, UserWord } from '../settings/settings.js';
import { ConfigError, check } from './config-error.js';

/** Columns of a table of names, and the field that each fills. */
const fields: Readonly<Record<string, string>> = {
  name: 'name',
  type: 'type',
  aliases: 'aliases',
  en: 'en',
  zh_hant: 'zhHant',
  zh_hans: 'zhHans',
  wikidata: 'wikidata',
  ticker: 'ticker',
};

/**
 * The names in the content of a file: a table with a row of column names (TSV, CSV; aliases parted by `|`), or a JSON
 * array of objects. `shown` names the file in errors.
 *
 * @throws ConfigError naming the line or row that is wrong.
 */
export function parseLexicon(content: string, shown: string): LexiconEntry[] {
  const kind = extname(shown).toLowerCase();
  if (kind === '.json') return parseJson(content, shown);
  if (kind === '.tsv' || kind === '.csv') return parseTable(content, shown, kind === '.tsv' ? '\t' : ',');
  throw new ConfigError(
    `${shown}: names stand in a .tsv, .csv or .json file; give it one of these endings, or name a dictionary of words in wordFiles of a config.`,
  );
}

/**
 * The words in the content of a user dictionary of jieba's: word, and perhaps its frequency and its tag, a line.
 *
 * @throws ConfigError naming the line that is wrong.
 */
export function parseWords(content: string, shown: string): UserWord[] {
  return content.split('\n').flatMap((line, index) => {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    if (word === '') return [];
    const tag = rest.at(-1) ?? 'n';
    if (!isVisible(word))
      throw new ConfigError(
        `${shown}: line ${index + 1}: the word has no character that can be seen; write it or leave it out.`,
      );
    if (rest.length > 2 || (rest.length === 2 && !/^\d+$/.test(rest[0] ?? '')))
      throw new ConfigError(`${shown}: line ${index + 1}: write a word, and perhaps its frequency and its tag.`);
    return [{ word, tag: /^\d+$/.test(tag) ? 'n' : tag }];
  });
}

function parseJson(content: string, shown: string): LexiconEntry[] {
  let rows: unknown;
  try {
    rows = JSON.parse(content);
  } catch {
    throw new ConfigError(`${shown}: this is not JSON; check its commas and quotes.`);
  }
  if (!Array.isArray(rows)) throw new ConfigError(`${shown}: write an array of objects with "name" and "type".`);
  return rows.map((row, index) => toEntry(check(lexiconRowSchema, row, `${shown}: row ${index + 1}`)));
}

interface ParsedLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseTable(content: string, shown: string, delimiter: string): LexiconEntry[] {
  const [head, ...rows] = parseLines(content, shown, delimiter);
  const columns = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const unknown = columns.find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined || !columns.includes('name') || !columns.includes('type'))
    throw new ConfigError(
      `${shown}: line ${head?.info.lines ?? 1}: ${unknown === undefined ? 'there is no column "name" or "type"' : `there is no column "${unknown}"`}; the first row names the columns: ${Object.keys(fields).join(', ')}.`,
    );
  const twice = columns.find((name, i) => columns.indexOf(name) < i);
  if (twice !== undefined)
    throw new ConfigError(
      `${shown}: line ${head?.info.lines ?? 1}: there are two columns "${twice}"; rename or remove one of them.`,
    );
  return rows.map(({ record, info }) => {
    const where = `${shown}: line ${info.lines}`;
    if (record.length > columns.length)
      throw new ConfigError(`${where}: there are ${record.length} cells and ${columns.length} columns.`);
    const cells = columns.flatMap((column, i): [string, unknown][] => {
      const cell = record[i]?.trim() ?? '';
      const field = fields[column] ?? column;
      if (cell === '' && field !== 'name' && field !== 'type') return [];
      return [[field, field === 'aliases' ? cell.split('|').flatMap((alias) => alias.trim() || []) : cell]];
    });
    return toEntry(check(lexiconRowSchema, Object.fromEntries(cells), where));
  });
}

/** Rows of cells; in a TSV a quote is a quote, and a line that begins with `# ` says something about the file. */
function parseLines(content: string, shown: string, delimiter: string): ParsedLine[] {
  const plain = delimiter === '\t' ? { quote: null, comment: '# ', comment_no_infix: true } : {};
  const lines = withoutReturns(content);
  try {
    return parse(lines.content, {
      ...{ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, ...lines.options, ...plain },
    }) as unknown as ParsedLine[];
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1;
    throw new ConfigError(`${shown}: line ${line}: this is not CSV; quote the whole cell and double quotes inside it.`);
  }
}
