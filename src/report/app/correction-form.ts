import { claimKinds, entityTypes } from '../../document/types.js';
import type { Correction } from '../corrected.js';
import type { Mark } from '../marks.js';
import type { ReportArticle } from '../model.js';
import { identifierOf } from './details.js';
import { fill, h } from './dom.js';
import type { Context } from './types.js';

/** Lets a reader say that a mention or a claim is right, wrong, or of another type; nothing for other marks. */
export function correctionForm(
  context: Context,
  number: number,
  article: ReportArticle,
  mark: Mark,
): HTMLElement | null {
  const item = identifierOf(article, mark);
  if (item === null || (mark.layer !== 'mention' && mark.layer !== 'claim')) return null;
  const { say, corrections } = context;
  const form = h('fieldset', { class: 'correction' });
  const set = (correction: Correction | null) => {
    corrections.set(number, item, correction);
    draw();
  };
  const draw = () => {
    const now = corrections.get(number, item);
    const button = (verdict: 'right' | 'wrong') =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': now?.verdict === verdict ? 'true' : 'false',
          onclick: () => set(now?.verdict === verdict ? null : { verdict, type: null }),
        },
        say(verdict),
      );
    const choice = h(
      'select',
      {
        'aria-label': say('retype'),
        onchange: ({ target }) => {
          const { value } = target as HTMLSelectElement;
          set(value === '' ? null : { verdict: 'retyped', type: value });
        },
      },
      h('option', { value: '' }, say('retype')),
      (mark.layer === 'mention' ? entityTypes : claimKinds).map((type) =>
        h('option', { value: type, selected: now?.type === type }, type),
      ),
    );
    fill(form, h('legend', {}, say('correct')), button('right'), button('wrong'), choice);
  };
  draw();
  return form;
}
