import type { TableField } from './columns.js';
import { type Table, tables } from './tables.js';

/** A page in Markdown with every table, its keys and its columns: `docs/tables.md`. */
export function describeTables(): string {
  const list = tables.map(
    ({ name, description, columns }) => `| [${name}](#${name}) | ${columns.length} | ${description} |`,
  );
  return `${[
    '# The tables',
    'Written by `npm run docs:build` from the schema of the output, `src/export/schema.ts`. Offsets count Unicode code points,\nhalf-open: `start`, `end` in the repaired text, `raw_start`, `raw_end` in the decoded input.',
    ['| table | columns | |', '| --- | --- | --- |', ...list].join('\n'),
    ...tables.map(describeTable),
  ].join('\n\n')}\n`;
}

function describeTable({ name, description, columns, primaryKey, foreignKeys }: Table): string {
  const keys = [
    `Key: ${primaryKey.map(code).join(', ')}.`,
    ...foreignKeys.map(
      ({ fields, reference }) =>
        `${[fields].flat().map(code).join(', ')} → [${reference.resource}](#${reference.resource}).`,
    ),
  ];
  const rows = columns.map(({ field }) => `| ${code(field.name)} | ${typeOf(field)} | ${cell(field.description)} |`);
  return [
    `## ${name}`,
    `${description} ${keys.join(' ')}`,
    ['| column | type | |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** The type of a column with the values it may have, and whether it may be empty; a text may always be. */
function typeOf({ type, constraints }: TableField): string {
  const values = Array.isArray(constraints?.enum) ? `: ${constraints.enum.map(String).join(', ')}` : '';
  const isText = type === 'string' && values === '';
  return `${type}${values}${isText || constraints?.required === true ? '' : '; may be empty'}`;
}

function code(name: string): string {
  return `\`${name}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
