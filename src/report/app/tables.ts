import type { ReportArticle, ReportClaim, ReportEntity, ReportHead, ReportQuantity, ReportTime } from '../model.js';
import type { Messages } from './messages.js';
import type { TableFilter, TableSpec } from './table-view.js';
import { articleAddress, type Context } from './types.js';

/** An item of an article as a row. */
interface Row<Item> {
  readonly item: Item;
  readonly article: ReportArticle;
  readonly head: ReportHead;
  readonly number: number;
}

const shares = ['0.25', '0.5', '0.75'];

/** The rows of all articles, some articles at a time. */
function itemsOf<Item>(layer: (article: ReportArticle) => readonly Item[]): TableSpec<Row<Item>>['read'] {
  return async ({ report }, add) => {
    const all = report.index.articles.length;
    let [rows, step]: [Row<Item>[], number] = [[], 200];
    for (const [number, head] of report.index.articles.entries()) {
      const article = await report.article(number);
      for (const item of layer(article)) rows.push({ item, article, head, number });
      if ((number + 1) % step !== 0 && number + 1 < all) continue;
      add(rows, number + 1, all);
      rows = [];
      step = Math.min(step * 2, 2000);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}

function wordsOf({ item, article }: Row<{ readonly start: number; readonly end: number }>): string {
  return article.text.slice(item.start, item.end);
}

function filterBy<R>(label: keyof Messages, values: (row: R) => readonly string[]): TableFilter<R> {
  return {
    label,
    options: (rows) => [...new Set(rows.flatMap(values))].sort(),
    keeps: (row, option) => values(row).includes(option),
  };
}

const entities: TableSpec<ReportEntity> = {
  name: 'entities',
  columns: [
    { label: 'name', value: ({ name }) => name },
    { label: 'type', value: ({ type }) => type },
    { label: 'hant', value: ({ names }) => names.hant, lang: () => 'zh-Hant' },
    { label: 'hans', value: ({ names }) => names.hans, lang: () => 'zh-Hans' },
    { label: 'english', value: ({ names }) => names.en, lang: () => 'en' },
    { label: 'aliases', value: ({ aliases }) => aliases.join(', ') },
    { label: 'mentions', value: ({ mentions }) => mentions },
    { label: 'documents', value: ({ documents }) => documents },
  ],
  filters: [filterBy('type', ({ type }) => [type])],
  words: ({ name, names, aliases, pinyin }) =>
    [name, names.hant, names.hans, names.en, ...aliases, pinyin].filter(Boolean).join(' '),
  address: ({ first }) => first && articleAddress(first.article, first.mention),
  async read({ report }, add) {
    add(await report.entities(), 1, 1);
  },
};

const lang = ({ head }: Row<unknown>) => head.lang;
const titleColumn = { label: 'article' as const, value: ({ head }: Row<unknown>) => head.title, lang };

function sourceOf({ item, article }: Row<ReportClaim>): string | null {
  return item.source && article.text.slice(item.source.start, item.source.end);
}

function claims({ say }: Context): TableSpec<Row<ReportClaim>> {
  return {
    name: 'claims',
    columns: [
      { label: 'text', value: wordsOf, lang },
      { label: 'source', value: (row) => sourceOf(row) ?? say('author'), lang },
      { label: 'kinds', value: ({ item }) => item.kinds.join(', ') },
      { label: 'modality', value: ({ item }) => item.modality },
      { label: 'polarity', value: ({ item }) => item.polarity },
      { label: 'checkWorthy', value: ({ item }) => item.checkWorthy },
      { label: 'date', value: ({ item }) => item.date },
      titleColumn,
    ],
    filters: [
      filterBy('kinds', ({ item }) => item.kinds),
      filterBy('modality', ({ item }) => [item.modality]),
      filterBy('sourceKind', ({ item }) => [item.source?.kind ?? 'author']),
      {
        label: 'checkWorthy',
        options: () => shares,
        keeps: ({ item }, least) => item.checkWorthy >= Number(least),
        show: (value) => say('atLeast', { value }),
      },
    ],
    words: (row) => `${wordsOf(row)} ${sourceOf(row) ?? ''}`,
    address: ({ number, item }) => articleAddress(number, item.id),
    read: itemsOf((article) => article.claims),
  };
}

const times: TableSpec<Row<ReportTime>> = {
  name: 'times',
  columns: [
    { label: 'text', value: wordsOf, lang },
    { label: 'type', value: ({ item }) => item.type },
    { label: 'value', value: ({ item }) => item.value },
    { label: 'modifier', value: ({ item }) => item.mod },
    { label: 'begin', value: ({ item }) => item.begin },
    { label: 'until', value: ({ item }) => item.until },
    titleColumn,
  ],
  filters: [filterBy('type', ({ item }) => [item.type])],
  words: (row) => `${wordsOf(row)} ${row.item.value ?? ''}`,
  address: ({ number, item }) => articleAddress(number, item.id),
  read: itemsOf((article) => article.times),
};

const quantities: TableSpec<Row<ReportQuantity>> = {
  name: 'quantities',
  columns: [
    { label: 'text', value: wordsOf, lang },
    { label: 'type', value: ({ item }) => item.type },
    { label: 'value', value: ({ item }) => item.value },
    { label: 'low', value: ({ item }) => item.low },
    { label: 'high', value: ({ item }) => item.high },
    { label: 'unit', value: ({ item }) => item.unit, lang },
    { label: 'of', value: ({ item }) => item.of, lang },
    titleColumn,
  ],
  filters: [filterBy('type', ({ item }) => [item.type])],
  words: (row) => `${wordsOf(row)} ${row.item.of ?? ''}`,
  address: ({ number, item }) => articleAddress(number, item.id),
  read: itemsOf((article) => article.quantities),
};

/** The tables by the name that the address has; each takes its rows from the context that it is shown in. */
export const tables = { entities: () => entities, claims, times: () => times, quantities: () => quantities } as const;
