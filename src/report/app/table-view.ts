import { toCsv } from '../csv.js';
import { debounce, download, fill, h } from './dom.js';
import type { Messages } from './messages.js';
import type { Context, View } from './types.js';

/** A column: what it shows, and what it is sorted and saved by. */
export interface TableColumn<Row> {
  readonly label: keyof Messages;
  readonly value: (row: Row) => string | number | null;
  /** Language of the cells, for the shapes of Chinese characters. */
  readonly lang?: (row: Row) => string;
}

/** A choice above a table: the options that occur, and which rows each keeps. */
export interface TableFilter<Row> {
  readonly label: keyof Messages;
  readonly options: (rows: readonly Row[]) => readonly string[];
  readonly keeps: (row: Row, option: string) => boolean;
  /** How an option reads; itself, if not given. */
  readonly show?: (option: string) => string;
}

/** A table over all articles of the report. */
export interface TableSpec<Row> {
  readonly name: keyof Messages;
  readonly columns: readonly TableColumn<Row>[];
  readonly filters: readonly TableFilter<Row>[];
  /** What the search looks into. */
  readonly words: (row: Row) => string;
  /** Where the row stands in a text; null for a row that stands in none. */
  readonly address: (row: Row) => string | null;
  /** Reads the rows in parts, so that the page stays responsive. */
  readonly read: (context: Context, add: (rows: readonly Row[], done: number, all: number) => void) => Promise<void>;
}

const pageLength = 50;

/** Shows a table with search, filters, order, pages, and the filtered rows as CSV; `query` is searched for at first. */
export function tableView<Row>(context: Context, spec: TableSpec<Row>, query = ''): View {
  const { say, search } = context;
  const rows: Row[] = [];
  const keys: string[] = [];
  let [sorted, descending, page]: [number, boolean, number] = [-1, false, 0];
  let ended = false;
  const input = h('input', { type: 'search', placeholder: say('searchHint'), 'aria-label': say('search') });
  input.value = query;
  const choices = spec.filters.map((filter) => ({ filter, select: h('select') }));
  const status = h('p', { class: 'status', role: 'status' });
  const head = h('tr');
  const body = h('tbody');
  const pager = h('div', { class: 'pager' });

  const keyOf = (row: Row, i: number) => {
    const key = keys[i] ?? search.key(spec.words(row));
    keys[i] = key;
    return key;
  };
  const found = (): Row[] => {
    const find = search.finder(input.value);
    const chosen = choices.filter(({ select }) => select.value !== '');
    const kept = rows.filter(
      (row, i) =>
        chosen.every(({ filter, select }) => filter.keeps(row, select.value)) &&
        (input.value === '' || find(keyOf(row, i))),
    );
    const column = spec.columns[sorted];
    if (column === undefined) return kept;
    const sign = descending ? -1 : 1;
    return kept.sort((a, b) => sign * compare(column.value(a), column.value(b)));
  };
  const draw = (reading: string | null = null) => {
    const shown = found();
    const pages = Math.max(1, Math.ceil(shown.length / pageLength));
    page = Math.min(page, pages - 1);
    status.textContent = [say('rows', { count: shown.length }), reading].filter(Boolean).join(' · ');
    fill(head, ...spec.columns.map((column, i) => header(column, i)));
    fill(body, ...shown.slice(page * pageLength, (page + 1) * pageLength).map(line));
    const turn = (label: 'previous' | 'next', to: number) =>
      h('button', { type: 'button', disabled: to < 0 || to >= pages, onclick: () => turnTo(to) }, say(label));
    fill(
      pager,
      turn('previous', page - 1),
      h('span', {}, say('page', { page: page + 1, pages })),
      turn('next', page + 1),
    );
  };
  const turnTo = (to: number) => {
    page = to;
    draw();
  };
  const header = ({ label }: TableColumn<Row>, i: number) =>
    h(
      'th',
      { scope: 'col', 'aria-sort': i === sorted ? (descending ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', onclick: () => sortBy(i) }, say(label)),
    );
  const sortBy = (i: number) => {
    descending = sorted === i && !descending;
    sorted = i;
    page = 0;
    draw();
    head.querySelectorAll('button')[i]?.focus();
  };
  const line = (row: Row) => {
    const address = spec.address(row);
    return h(
      'tr',
      {},
      spec.columns.map((column, i) => {
        const value = column.value(row);
        const text = value === null ? '' : String(value);
        const cell = i === 0 && address !== null ? h('a', { href: address, title: say('show') }, text) : text;
        return h('td', { lang: column.lang?.(row) ?? null, class: typeof value === 'number' ? 'number' : null }, cell);
      }),
    );
  };
  const csv = () => [
    spec.columns.map(({ label }) => say(label)),
    ...found().map((row) => spec.columns.map(({ value }) => value(row))),
  ];
  const copied = h('span', { role: 'status' });
  const copy = async () => {
    await navigator.clipboard.writeText(toCsv(csv()).slice(1));
    copied.textContent = say('copied');
  };
  const offer = () => {
    for (const { filter, select } of choices) {
      const { value } = select;
      const options = filter.options(rows);
      fill(
        select,
        h('option', { value: '' }, say('all')),
        ...options.map((option) => h('option', { value: option }, filter.show?.(option) ?? option)),
      );
      select.value = options.includes(value) ? value : '';
    }
  };
  const restart = () => turnTo(0);
  input.addEventListener('input', debounce(restart));
  for (const { select } of choices) select.addEventListener('change', restart);
  void spec.read(context, (added, done, all) => {
    if (ended) return;
    for (const row of added) rows.push(row);
    offer();
    draw(done < all ? say('loading', { done, all }) : null);
  });
  offer();
  draw();
  const element = h(
    'section',
    { class: 'tables' },
    h('h1', {}, say(spec.name)),
    h(
      'div',
      { class: 'controls' },
      input,
      choices.map(({ filter, select }) => h('label', { class: 'choice' }, `${say(filter.label)} `, select)),
      h('button', { type: 'button', onclick: () => void copy() }, say('copy')),
      h(
        'button',
        { type: 'button', onclick: () => download(`${spec.name}.csv`, 'text/csv', toCsv(csv())) },
        say('save'),
      ),
      copied,
    ),
    status,
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say(spec.name) },
      h('table', {}, h('thead', {}, head), body),
    ),
    pager,
  );
  return {
    title: say(spec.name),
    element,
    end: () => {
      ended = true;
    },
  };
}

/** Numbers by size, words by code units, and what is empty last. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
