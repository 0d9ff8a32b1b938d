import { cellsOf } from './columns.js';
import type { ExportFormat } from './format.js';
import { openTables, type TableWriter } from './open-tables.js';
import type { Table } from './tables.js';
import { openWorkbook, type SheetLimits, type Sheets, type Workbook } from './workbook.js';

interface TableSheets extends TableWriter {
  readonly table: Table;
  readonly sheets: Sheets;
}

/** The tables as one Excel workbook. */
export const xlsx: ExportFormat = xlsxWithin();

/**
 * The tables as one workbook: a sheet a table, more where a table has more rows than a sheet can hold, and a sheet before
 * them that says what they are. Of a text that is too long for a cell the beginning is kept; which ones were cut, a last
 * sheet tells. `limits` are those of Excel.
 */
export function xlsxWithin(limits?: SheetLimits): ExportFormat {
  return {
    name: 'xlsx',
    description: 'tables as one Excel workbook, a sheet a table',
    open(create, options) {
      const file = create('tables.xlsx');
      const workbook = openWorkbook(file, limits);
      const opened = openTables(options, (table) => openTable(table, workbook));
      return {
        add: opened.add,
        close(corpus) {
          const tables = opened.end(corpus);
          const rows = tables.reduce((sum, { sheets }) => sum + sheets.rows, 0);
          const cut = workbook.cut.length;
          describe(workbook, tables);
          workbook.close();
          const lost =
            cut === 0 ? '' : ` ${cut} cells hold the beginning of a longer text; the sheet "cut cells" names them.`;
          const mediatype = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
          return [
            {
              ...{ name: 'tables.xlsx', description: `All tables, a sheet a table.${lost}`, format: 'xlsx', mediatype },
              ...{ rows, file: file.close(), binary: true },
            },
          ];
        },
      };
    },
  };
}

function openTable(table: Table, workbook: Workbook): TableSheets {
  const head = table.columns.map(({ field }) => field.name);
  const sheets = workbook.sheets(table.name, head);
  return {
    ...{ table, sheets },
    write(rows) {
      for (const row of rows) sheets.add(cellsOf(table.columns, row));
    },
  };
}

function describe(workbook: Workbook, tables: readonly TableSheets[]): void {
  const cut = [...workbook.cut];
  const about = workbook.sheets('about', ['table', 'sheets', 'rows', 'cut_cells', 'description'], 'first');
  for (const { table, sheets } of tables) {
    const shortened = cut.filter(({ sheet }) => sheets.names.includes(sheet)).length;
    about.add([table.name, sheets.names.join(', '), sheets.rows, shortened, table.description]);
  }
  if (cut.length === 0) return;
  const list = workbook.sheets('cut cells', ['sheet', 'cell', 'characters']);
  for (const { sheet, cell, characters } of cut) list.add([sheet, cell, characters]);
}
