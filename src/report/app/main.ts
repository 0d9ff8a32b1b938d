import { correctedTasks } from '../corrected.js';
import { createSearch } from '../search.js';
import { articleView } from './article-view.js';
import { openReport, type Report } from './blocks.js';
import { type Corrections, startCorrections } from './corrections.js';
import { download, fill, h } from './dom.js';
import { type Language, type Messages, preferredLanguage, speak } from './messages.js';
import { picturesView } from './pictures-view.js';
import { tableView } from './table-view.js';
import { tables } from './tables.js';
import { articleAddress, type Context, type View } from './types.js';

const tabs: readonly (keyof Messages)[] = ['article', 'entities', 'claims', 'times', 'quantities', 'pictures'];
const themes = ['themeAuto', 'themeLight', 'themeDark'] as const;

/** Shows the view that the address names, in the language that the reader chose. */
function start(report: Report): void {
  const search = createSearch(report.index.characters);
  const corrections = startCorrections();
  const content = h('main', { id: 'content', tabindex: '-1' });
  const app = document.getElementById('app') ?? document.body;
  let language: Language = preferredLanguage();
  let lastArticle = 0;
  let current: View | null = null;

  const contextOf = (): Context => ({ report, search, corrections, language, say: speak(language) });
  const viewOf = async (): Promise<View> => {
    const context = contextOf();
    const [path = '', query = ''] = location.hash.slice(2).split('?');
    const [name = 'article', number = String(lastArticle), item = null] = path.split('/');
    if (name === 'pictures') return picturesView(context);
    if (name === 'entities') return tableView(context, tables.entities(), decodeURIComponent(query));
    if (name === 'claims') return tableView(context, tables.claims(context), decodeURIComponent(query));
    if (name === 'times') return tableView(context, tables.times(), decodeURIComponent(query));
    if (name === 'quantities') return tableView(context, tables.quantities(), decodeURIComponent(query));
    lastArticle = Math.min(Math.max(0, Math.trunc(Number(number)) || 0), report.index.articles.length - 1);
    return articleView(context, lastArticle, item);
  };
  const show = async () => {
    const view = await viewOf();
    current?.end?.();
    current = view;
    document.title = `${view.title} · Wenmai`;
    fill(app, header(contextOf()), content);
    fill(content, view.element);
    view.onShown?.();
  };
  const skipTo = (event: Event) => {
    event.preventDefault();
    content.focus();
  };
  const header = ({ say }: Context) => {
    const active = tabs.find((tab) => location.hash.startsWith(`#/${tab}`)) ?? 'article';
    const links = tabs.map((tab) => {
      const href = tab === 'article' ? articleAddress(lastArticle) : `#/${tab}`;
      return h('a', { href, 'aria-current': tab === active ? 'page' : null }, say(tab));
    });
    return h(
      'header',
      { class: 'top' },
      h('a', { class: 'skip', href: '#content', onclick: skipTo }, say('skip')),
      h('span', { class: 'brand', lang: 'zh-Hant' }, '文脈 Wenmai'),
      h('nav', { 'aria-label': say('report') }, links),
      correctionsBar(contextOf()),
      h(
        'select',
        { 'aria-label': say('theme'), onchange: ({ target }) => setTheme((target as HTMLSelectElement).value) },
        themes.map((theme) => h('option', { value: theme, selected: theme === chosenTheme() }, say(theme))),
      ),
      h(
        'button',
        {
          type: 'button',
          lang: language === 'en' ? 'zh-Hans' : 'en',
          onclick: () => {
            language = language === 'en' ? 'zh' : 'en';
            document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hans';
            void show();
          },
        },
        say('language'),
      ),
    );
  };
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hans';
  window.addEventListener('hashchange', () => void show());
  void show();
}

/** How many corrections there are, and the button that saves them; nothing while there are none. */
function correctionsBar({ corrections, say, report }: Context): HTMLElement {
  const bar = h('span', { class: 'corrections', role: 'status' });
  const draw = () => {
    const count = corrections.count();
    if (count === 0) return fill(bar);
    const save = h(
      'button',
      { type: 'button', title: say('correctionsHint'), onclick: () => void saveCorrections(report, corrections) },
      say('saveCorrections'),
    );
    return fill(bar, say('corrections', { count }), ' ', save);
  };
  corrections.onChange(draw);
  draw();
  return bar;
}

function chosenTheme(): string {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' ? 'themeLight' : theme === 'dark' ? 'themeDark' : 'themeAuto';
}

function setTheme(theme: string): void {
  if (theme === 'themeAuto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme === 'themeDark' ? 'dark' : 'light';
}

async function saveCorrections(report: Report, corrections: Corrections): Promise<void> {
  const articles = corrections
    .articles()
    .map(async (number) => ({ article: await report.article(number), corrections: corrections.of(number) }));
  download('corrections.json', 'application/json', correctedTasks(await Promise.all(articles)));
}

void openReport().then(start);
