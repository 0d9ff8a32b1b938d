import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { fold } from '../script/fold.js';
import { pinyinPro } from '../script/pinyin.js';
import { toReportArticle, toReportHead } from './compact.js';
import { articlesPerBlock, type ReportArticle, type ReportEntity, type ReportHead, type ReportIndex } from './model.js';
import { pageBlock, pageEnd, pageStart, readAssets } from './page.js';
import { startPictures } from './pictures.js';
import { broken, countArticles, readExport, rowsOf, type ShownExport } from './read-export.js';

/** Name of the report in the directory of an export. */
export const reportFile = 'report.html';

/** Above so many articles a report shows a sample: every second, every third, … */
const mostArticles = 10_000;

/** CJK Unified Ideographs and extension A. */
const [firstIdeograph, lastIdeograph] = [0x3400, 0x9fff];

/** What was written. */
export interface Written {
  readonly articles: number;
  /** Articles of the export. */
  readonly total: number;
}

/**
 * Writes the report of the export in `directory`, which the user calls `shown`, to the file `path`, which appears whole or
 * not at all. Memory grows with the list of articles and the table of entities, not with their texts.
 *
 * @throws UserError if there is no export; Error of the file system if the file cannot be written.
 */
export async function writeReport(directory: string, shown: string, path: string): Promise<Written> {
  const total = countArticles({ directory, shown });
  const assets = readAssets();
  const draft = `${path}.wenmai-${process.pid}`;
  const file = openSync(draft, 'wx');
  try {
    const write = (text: string) => {
      const bytes = Buffer.from(text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    };
    write(pageStart(assets));
    const articles = await writeBlocks({ directory, shown }, total, write);
    write(pageEnd(assets));
    closeSync(file);
    renameSync(draft, path);
    return { articles, total };
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

async function writeBlocks(shown: ShownExport, total: number, write: (text: string) => void): Promise<number> {
  const step = Math.max(1, Math.ceil(total / mostArticles));
  const heads: ReportHead[] = [];
  const characters = new Set<string>();
  const firsts = new Map<string, ReportEntity['first']>();
  const pictures = startPictures();
  let [block, blocks, seen]: [ReportArticle[], number, number] = [[], 0, 0];
  const flush = () => {
    if (block.length > 0) write(pageBlock(`articles-${blocks++}`, block));
    block = [];
  };
  for await (const { article, corpusId } of readExport(shown)) {
    if (seen++ % step !== 0) continue;
    const index = heads.push(toReportHead(article)) - 1;
    const compact = toReportArticle(article, corpusId);
    pictures.add(article, index);
    for (const [character] of article.text.matchAll(/\p{Script=Han}/gu)) characters.add(character);
    noteFirst(compact, index, firsts);
    if (block.push(compact) === articlesPerBlock) flush();
  }
  if (total > 0 && seen !== total)
    throw broken(`${shown.shown}/annotations.jsonl has ${seen} articles, and datapackage.json tells of ${total}`);
  flush();
  write(pageBlock('entities', await readEntities(shown, firsts)));
  const index: ReportIndex = {
    total: Math.max(total, seen),
    articles: heads,
    characters: searchKeys(characters),
    pictures: pictures.close(),
  };
  write(pageBlock('index', index));
  return heads.length;
}

function noteFirst(article: ReportArticle, index: number, firsts: Map<string, ReportEntity['first']>): void {
  for (const { id, entity } of article.mentions) {
    const corpusId = entity === null ? null : article.entities[entity]?.corpusId;
    if (corpusId != null && !firsts.has(corpusId)) firsts.set(corpusId, { article: index, mention: id });
  }
}

async function readEntities(
  shown: ShownExport,
  firsts: ReadonlyMap<string, ReportEntity['first']>,
): Promise<ReportEntity[]> {
  const entities: ReportEntity[] = [];
  for await (const row of rowsOf(shown, 'entities.csv')) {
    const { id = '', type = '', name = '', aliases = '' } = row;
    const names = { hant: row.name_zh_hant || null, hans: row.name_zh_hans || null, en: row.name_en || null };
    entities.push({
      ...{ id, type, name, names, aliases: splitList(aliases), pinyin: readingOf(names.hans ?? name, type) },
      ...{ mentions: Number(row.mentions), documents: Number(row.documents), first: firsts.get(id) ?? null },
    });
  }
  return entities.sort((a, b) => b.mentions - a.mentions);
}

/** The items of a cell: joined by `|`, a `|` inside written `\|`. */
function splitList(cell: string): string[] {
  return cell === '' ? [] : cell.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|'));
}

function readingOf(name: string, type: string): string {
  const surname = type === 'PERSON' ? 'head' : 'off';
  return pinyinPro()
    .pinyin(name, { toneType: 'none', type: 'array', surname, nonZh: 'consecutive' })
    .join('')
    .toLowerCase();
}

/** For each character, and for each Traditional form that someone may type for one, its Simplified form and reading. */
function searchKeys(characters: ReadonlySet<string>): ReportIndex['characters'] {
  const folded = new Set([...characters].map(fold));
  const keys: Record<string, [string, string]> = {};
  for (let point = firstIdeograph; point <= lastIdeograph; point++) {
    const character = String.fromCodePoint(point);
    const simplified = fold(character);
    if (!folded.has(simplified)) continue;
    keys[character] = [simplified, pinyinPro().pinyin(character, { toneType: 'none' }).toLowerCase()];
  }
  return keys;
}
