import type { Mark } from '../marks.js';
import type { ReportArticle, ReportHead } from '../model.js';
import { type Display, renderText, type ScriptMode, scriptModes, type TextMode, textModes } from './article-text.js';
import { connect } from './connector.js';
import { correctionForm } from './correction-form.js';
import { detailsOf } from './details.js';
import { debounce, fill, h } from './dom.js';
import type { Messages, Say } from './messages.js';
import { rove } from './roving.js';
import { articleAddress, type Context, type View } from './types.js';

const shownArticles = 200;

/** What the legend switches, each a class of the text. */
const legend: readonly (keyof Messages)[] = [
  ...(['person', 'organisation', 'place', 'otherName'] as const),
  ...(['time', 'quantity', 'claim', 'sourceAndCue'] as const),
];

/** What a reader switched off, and how the text is shown: kept from one article to the next. */
const hidden = new Set<keyof Messages>();
let display: Display = { mode: 'repaired', script: 'asWritten' };

/** Shows an article with its marks, and of the chosen mark all that is known; `item` is the mark to begin with. */
export async function articleView(context: Context, number: number, item: string | null): Promise<View> {
  const { report, say } = context;
  const article = await report.article(number);
  const head = report.index.articles[number];
  if (head === undefined) throw new RangeError(`no article ${number}`);
  const panel = h('aside', { class: 'panel', 'aria-label': say('details'), 'aria-live': 'polite', tabindex: '0' });
  const holder = h('div', { class: 'holder' });
  fill(panel, h('h2', {}, say('details')), h('p', { class: 'hint' }, say('nothingChosen')));
  const draw = () => fill(holder, textOf(context, { article, number, head, panel }));
  const switchLegend = () => {
    holder.className = ['holder', ...Array.from(hidden, (name) => `no-${name}`)].join(' ');
  };
  draw();
  switchLegend();
  const element = h(
    'div',
    { class: 'reader' },
    articleList(context, number),
    h(
      'article',
      { class: 'sheet' },
      h('header', {}, h('h1', { lang: head.lang }, head.title), h('p', { class: 'meta' }, metaOf(head))),
      controls(article, head, say, draw, switchLegend),
      holder,
    ),
    panel,
  );
  return { title: head.title, element, onShown: () => item !== null && show(holder, item) };
}

function metaOf({ author, publisher, published, id }: ReportHead): string {
  return [publisher, author, published, id].filter((part) => part !== null && part !== '').join(' · ');
}

function show(holder: HTMLElement, item: string): void {
  const element = Array.from(holder.querySelectorAll<HTMLElement>('[data-items]')).find((candidate) =>
    candidate.dataset.items?.split(' ').includes(item),
  );
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

interface Place {
  readonly article: ReportArticle;
  readonly number: number;
  readonly head: ReportHead;
  readonly panel: HTMLElement;
}

function textOf(context: Context, { article, number, head, panel }: Place): HTMLElement {
  const { element, marksAt } = renderText(article, head.lang, display);
  const choose = (target: EventTarget | null) => {
    const span = target instanceof Element ? target.closest('[data-marks]') : null;
    if (span === null || !element.contains(span)) return;
    const marks = inner(marksAt(span));
    if (marks.length === 0) return;
    fill(
      panel,
      h('h2', {}, context.say('details')),
      ...marks.flatMap((mark) => [
        detailsOf(article, mark, context.say),
        correctionForm(context, number, article, mark),
      ]),
    );
    light(element, marksAt(span));
  };
  element.addEventListener('pointerover', ({ target, pointerType }) => pointerType === 'mouse' && choose(target));
  element.addEventListener('click', ({ target }) => choose(target));
  element.addEventListener('focusin', ({ target }) => choose(target));
  rove(element, '[role="button"]');
  return element;
}

/** The marks to be told of, inner ones first; of a source or cue, its claim, and each claim once. */
function inner(marks: readonly Mark[]): Mark[] {
  const told = marks.map(
    (mark): Mark => (mark.layer === 'source' || mark.layer === 'cue' ? { ...mark, layer: 'claim' } : mark),
  );
  const once = told.filter(
    (mark, i) => told.findIndex(({ layer, index }) => layer === mark.layer && index === mark.index) === i,
  );
  const rank = ({ layer }: Mark) => (layer === 'aside' ? 2 : layer === 'claim' ? 1 : 0);
  return once.reverse().sort((a, b) => rank(a) - rank(b));
}

/** Lights up the claims under a place with their sources, and joins the two. */
function light(text: HTMLElement, marks: readonly Mark[]): void {
  for (const lit of text.querySelectorAll('.lit')) lit.classList.remove('lit');
  const claims = new Set(
    marks.filter(({ layer }) => ['claim', 'source', 'cue'].includes(layer)).map(({ index }) => index),
  );
  for (const span of text.querySelectorAll<HTMLElement>('[data-marks]'))
    if (
      span.dataset.marks
        ?.split(' ')
        .some((key) => /^(?:claim|source|cue)-/.test(key) && claims.has(Number(key.split('-')[1])))
    )
      span.classList.add('lit');
  connect(text, [...claims]);
}

function articleList({ report, search, say }: Context, current: number): HTMLElement {
  const { articles, total } = report.index;
  const keys = articles.map(({ title, publisher, author, id }) => search.key([title, publisher, author, id].join(' ')));
  const list = h('ol', { class: 'list' });
  const input = h('input', { type: 'search', placeholder: say('searchHint'), 'aria-label': say('search') });
  const draw = () => {
    const find = search.finder(input.value);
    const found = articles.flatMap((head, number) => (find(keys[number] ?? '') ? [{ head, number }] : []));
    fill(
      list,
      ...around(found, current).map(({ head, number }) =>
        h(
          'li',
          {},
          h(
            'a',
            { href: articleAddress(number), lang: head.lang, 'aria-current': number === current ? 'page' : null },
            head.title,
            h('small', {}, [head.published, head.publisher].filter(Boolean).join(' · ')),
          ),
        ),
      ),
    );
  };
  input.addEventListener('input', debounce(draw));
  draw();
  const sample =
    articles.length < total ? h('p', { class: 'hint' }, say('sample', { shown: articles.length, total })) : null;
  return h(
    'nav',
    { class: 'articles', 'aria-label': say('articles') },
    h(
      'details',
      { open: window.matchMedia('(min-width: 64rem)').matches },
      h('summary', {}, `${say('articles')} ${articles.length}`),
      sample,
      input,
      list,
    ),
  );
}

/** As many as the list shows, with the current one among them. */
function around<T extends { readonly number: number }>(found: readonly T[], current: number): readonly T[] {
  const at = Math.max(
    0,
    found.findIndex(({ number }) => number === current),
  );
  const start = Math.max(0, Math.min(at - shownArticles / 2, found.length - shownArticles));
  return found.slice(start, start + shownArticles);
}

function controls(
  article: ReportArticle,
  head: ReportHead,
  say: Say,
  draw: () => void,
  switchLegend: () => void,
): HTMLElement {
  const toggles = legend.map((name) =>
    h(
      'label',
      { class: `toggle ${name}` },
      h('input', {
        type: 'checkbox',
        checked: !hidden.has(name),
        onchange: ({ target }) => {
          if ((target as HTMLInputElement).checked) hidden.delete(name);
          else hidden.add(name);
          switchLegend();
        },
      }),
      h('span', { class: 'swatch' }, say(name)),
    ),
  );
  const choice = <T extends keyof Messages>(
    label: keyof Messages,
    values: readonly T[],
    current: T,
    set: (value: T) => void,
  ) =>
    h(
      'label',
      { class: 'choice' },
      `${say(label)} `,
      h(
        'select',
        {
          onchange: ({ target }) => {
            set((target as HTMLSelectElement).value as T);
            draw();
          },
        },
        values.map((value) => h('option', { value, selected: value === current }, say(value))),
      ),
    );
  return h(
    'div',
    { class: 'controls' },
    h('fieldset', {}, h('legend', {}, say('layers')), toggles),
    article.repairs.length > 0 &&
      choice<TextMode>('textShown', textModes, display.mode, (mode) => {
        display = { ...display, mode };
      }),
    head.lang.startsWith('zh') &&
      choice<ScriptMode>('script', scriptModes, display.script, (script) => {
        display = { ...display, script };
      }),
  );
}
