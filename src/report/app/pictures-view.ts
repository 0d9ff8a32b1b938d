import { fill, h } from './dom.js';
import { drawMatrix } from './matrix.js';
import type { Messages } from './messages.js';
import { drawNetwork } from './network.js';
import { rove } from './roving.js';
import { drawTimeline } from './timeline.js';
import type { Context, Picture, View } from './types.js';

const shownRows = 200;

/** The three pictures, each with its text alternative. */
export function picturesView(context: Context): View {
  const { say } = context;
  const figure = (title: keyof Messages, hint: keyof Messages, draw: (context: Context) => Picture | null) => {
    const picture = draw(context);
    const holder = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say(title) });
    if (picture === null) return h('figure', {}, h('h2', {}, say(title)), h('p', { class: 'hint' }, say('none')));
    holder.append(picture.drawing);
    rove(picture.drawing, 'a');
    return h(
      'figure',
      {},
      h('h2', {}, say(title)),
      h('figcaption', {}, say(hint)),
      holder,
      h('details', {}, h('summary', {}, say('asTable')), tableOf(picture.table, say(title))),
    );
  };
  const element = h('section', { class: 'pictures' }, h('h1', {}, say('pictures')));
  element.append(
    figure('timeline', 'timelineHint', drawTimeline),
    figure('network', 'networkHint', drawNetwork),
    figure('matrix', 'matrixHint', drawMatrix),
  );
  return { title: say('pictures'), element };
}

function tableOf([head = [], ...rows]: Picture['table'], title: string): HTMLElement {
  const table = h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((cell) => h('th', { scope: 'col' }, String(cell))),
      ),
    ),
  );
  const body = h('tbody');
  fill(
    body,
    ...rows.slice(0, shownRows).map((row) =>
      h(
        'tr',
        {},
        row.map((cell) => h('td', {}, String(cell))),
      ),
    ),
  );
  table.append(body);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title }, table);
}
