import { Zip, ZipDeflate } from 'fflate';
import type { Cell } from './columns.js';
import type { OutputFile } from './output-file.js';
import { openSpool, type Spool } from './spool.js';
import { escapeXml } from './xml.js';

/** What a workbook can hold. */
export interface SheetLimits {
  readonly rows: number;
  /** Of one cell, in UTF-16 units. */
  readonly characters: number;
}

/** What Excel can hold. */
const excelLimits: SheetLimits = { rows: 1_048_576, characters: 32_767 };

/** A cell whose text was too long. */
export interface CutCell {
  readonly sheet: string;
  readonly cell: string;
  /** Length of the whole text in UTF-16 units. */
  readonly characters: number;
}

/** Rows of one kind, on as many sheets as they need, each under the same head. */
export interface Sheets {
  add(row: readonly Cell[]): void;
  /** Names of the sheets so far. */
  readonly names: readonly string[];
  /** Rows so far, without heads. */
  readonly rows: number;
}

/** A workbook while it is written. Rows wait on disk until it is closed. */
export interface Workbook {
  /** Starts sheets called `name`, `name (2)`, …; they stand in the workbook in the order in which they are started. */
  sheets(name: string, head: readonly string[], place?: 'first' | 'last'): Sheets;
  readonly cut: readonly CutCell[];
  close(): void;
}

interface Sheet {
  readonly name: string;
  readonly spool: Spool;
}

/** Starts a workbook. Texts are written as texts, so that no reader takes one for a formula. */
export function openWorkbook(file: OutputFile, limits: SheetLimits = excelLimits): Workbook {
  const groups: Sheet[][] = [];
  const cut: CutCell[] = [];
  return {
    cut,
    sheets(name, head, place = 'last') {
      const group: Sheet[] = [];
      let rows = 0;
      let row = limits.rows;
      if (place === 'first') groups.unshift(group);
      else groups.push(group);
      const write = (cells: readonly Cell[], style: string) => {
        const sheet = group.at(-1);
        const line = cells.map((cell, i) => cellXml(shorten(cell, i), addressOf(i, row), style)).join('');
        sheet?.spool.write(`<row r="${row}">${line}</row>`);
      };
      const shorten = (cell: Cell, column: number): Cell => {
        if (typeof cell !== 'string' || cell.length <= limits.characters) return cell;
        cut.push({ sheet: group.at(-1)?.name ?? name, cell: addressOf(column, row), characters: cell.length });
        const end = /[\ud800-\udbff]$/.test(cell.slice(0, limits.characters))
          ? limits.characters - 1
          : limits.characters;
        return cell.slice(0, end);
      };
      const turn = () => {
        group.push({ name: group.length === 0 ? name : `${name} (${group.length + 1})`, spool: openSpool() });
        row = 1;
        write(head, ' s="1"');
      };
      turn();
      return {
        add(cells) {
          if (row >= limits.rows) turn();
          row++;
          rows++;
          write(cells, '');
        },
        get names() {
          return group.map((sheet) => sheet.name);
        },
        get rows() {
          return rows;
        },
      };
    },
    close: () => writeParts(file, groups.flat()),
  };
}

/** A1, B1, …, AA1; up to column ZZ. */
function addressOf(column: number, row: number): string {
  const [tens, ones] = [Math.floor(column / 26), column % 26];
  return `${tens === 0 ? '' : alphabet[tens - 1]}${alphabet[ones]}${row}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function cellXml(cell: Cell, address: string, style: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}"${style}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(protect(cell))}</t></is></c>`;
}

/** Excel reads `_x0041_` as a character: an underscore that begins such a text is written as one. */
function protect(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function writeParts(file: OutputFile, sheets: readonly Sheet[]): void {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    file.write(bytes);
  });
  const part = (path: string, write: (push: (bytes: Uint8Array) => void) => void) => {
    const entry = new ZipDeflate(path, { level: 6 });
    // The first day that a ZIP file knows: the same bytes at any time, in any time zone.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    write((bytes) => entry.push(bytes));
    entry.push(new Uint8Array(0), true);
  };
  const text = (path: string, xml: string) => part(path, (push) => push(Buffer.from(declaration + xml, 'utf8')));
  text('[Content_Types].xml', contentTypes(sheets));
  text('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  text('xl/workbook.xml', workbookXml(sheets));
  text(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  );
  text('xl/styles.xml', styles);
  for (const [i, { spool }] of sheets.entries())
    part(`xl/worksheets/sheet${i + 1}.xml`, (push) => {
      push(Buffer.from(declaration + sheetHead, 'utf8'));
      spool.drain(push);
      push(Buffer.from('</sheetData></worksheet>', 'utf8'));
    });
  zip.end();
}

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${content}.${type}+xml"/>`;
  const parts = sheets.map((_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet'));
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const fixed = override('/xl/workbook.xml', 'sheet.main') + override('/xl/styles.xml', 'styles');
  return `<Types xmlns="${packaging}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${fixed}${parts.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packaging}/relationships">${lines.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const lines = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${lines.join('')}</sheets></workbook>`;
}

/** Two styles of cells: plain, and bold for heads. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The head stays in view. */
const sheetHead = `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
