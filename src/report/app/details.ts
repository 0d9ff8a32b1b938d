import { type Layer, type Mark, marksOf } from '../marks.js';
import type { ReportArticle, ReportClaim, ReportSpan } from '../model.js';
import { h } from './dom.js';
import type { Messages, Say } from './messages.js';

type Row = readonly [label: keyof Messages, value: string | number | null];

const titles: Readonly<Record<Layer, keyof Messages>> = {
  mention: 'name',
  time: 'oneTime',
  quantity: 'oneQuantity',
  claim: 'oneClaim',
  source: 'oneClaim',
  cue: 'oneClaim',
  repair: 'oneRepair',
  aside: 'aside',
};

/** The identifier that an item has in the export: `m3`, `c12`; null for what has none of its own. */
export function identifierOf(article: ReportArticle, { layer, index }: Pick<Mark, 'layer' | 'index'>): string | null {
  if (layer === 'mention') return article.mentions[index]?.id ?? null;
  if (layer === 'time') return article.times[index]?.id ?? null;
  if (layer === 'quantity') return article.quantities[index]?.id ?? null;
  if (layer === 'claim') return article.claims[index]?.id ?? null;
  return null;
}

/** The mark of the item with that identifier. */
export function markOf(article: ReportArticle, identifier: string): Mark | null {
  return marksOf(article).find((mark) => identifierOf(article, mark) === identifier) ?? null;
}

/** All that is known of what a mark stands for, as a list of terms. */
export function detailsOf(article: ReportArticle, mark: Pick<Mark, 'layer' | 'index'>, say: Say): HTMLElement {
  const rows = rowsOf(article, mark, say).filter(([, value]) => value !== null && value !== '');
  const identifier = identifierOf(article, mark);
  return h(
    'section',
    { class: `detail ${mark.layer}` },
    h('h3', {}, say(titles[mark.layer]), identifier !== null && h('small', {}, ` ${identifier}`)),
    h(
      'dl',
      {},
      rows.flatMap(([label, value]) => [h('dt', {}, say(label)), h('dd', {}, String(value))]),
    ),
  );
}

function rowsOf(article: ReportArticle, { layer, index }: Pick<Mark, 'layer' | 'index'>, say: Say): Row[] {
  const words = (span: ReportSpan) => article.text.slice(span.start, span.end);
  const [mention, time, quantity] = [article.mentions[index], article.times[index], article.quantities[index]];
  const [claim, repair, aside] = [article.claims[index], article.repairs[index], article.asides[index]];
  if (layer === 'mention' && mention) {
    const entity = mention.entity === null ? null : (article.entities[mention.entity] ?? null);
    return [
      ['text', words(mention)],
      ['type', mention.type],
      ['hant', entity?.names.hant ?? null],
      ['hans', entity?.names.hans ?? null],
      ['english', entity?.names.en ?? null],
      ['rule', mention.by],
      ['confidence', percent(mention.confidence)],
    ];
  }
  if (layer === 'time' && time)
    return [
      ['text', words(time)],
      ['type', time.type],
      ['value', time.value],
      ['modifier', time.mod],
      ['begin', time.begin],
      ['until', time.until],
      ['edtf', time.edtf],
      ['anchor', time.anchor],
      ['rule', time.by],
    ];
  if (layer === 'quantity' && quantity)
    return [
      ['text', words(quantity)],
      ['type', quantity.type],
      ['value', quantity.value],
      ['low', quantity.low],
      ['high', quantity.high],
      ['unit', quantity.unit],
      ['of', quantity.of],
      ['approx', quantity.approx ? say('yes') : null],
      ['rule', quantity.by],
    ];
  if ((layer === 'claim' || layer === 'source' || layer === 'cue') && claim) return claimRows(claim, words, say);
  if (layer === 'repair' && repair)
    return [
      ['kind', repair.kind],
      ['before', repair.before === '' ? say('nothing') : repair.before],
      ['after', repair.after === '' ? say('nothing') : repair.after],
      ['rule', repair.rule],
      ['confidence', percent(repair.confidence)],
      ['note', repair.note],
    ];
  return aside === undefined ? [] : [['kind', aside.kind]];
}

function claimRows(claim: ReportClaim, words: (span: ReportSpan) => string, say: Say): Row[] {
  const { source } = claim;
  return [
    ['text', words(claim)],
    ['source', source === null ? say('author') : words(source)],
    ['sourceKind', source?.kind ?? null],
    ['status', source?.status ?? null],
    ['quote', claim.quote],
    ['kinds', claim.kinds.join(', ')],
    ['modality', claim.modality],
    ['polarity', claim.polarity],
    ['stance', claim.stance],
    ['checkWorthy', claim.checkWorthy.toFixed(2)],
    ['reasons', claim.reasons.join('; ')],
    ['rule', claim.rule],
    ['confidence', percent(claim.confidence)],
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
