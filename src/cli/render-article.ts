import type { AnnotatedArticle, AnnotatedClaim } from '../export/schema.js';
import { printable } from './render.js';
import type { coloursOf } from './terminal.js';
import { type Piece, wrap } from './wrap.js';

/** What can be shown of an article. */
export const shownLayers = ['mentions', 'times', 'quantities', 'claims'] as const;
export type ShownLayer = (typeof shownLayers)[number];

type Colours = ReturnType<typeof coloursOf>;
type Style = (text: string) => string;

/** How to show articles. */
export interface View {
  readonly layers: readonly ShownLayer[];
  readonly width: number;
  readonly colours: Colours;
}

/** Words in a text that something was found in; offsets in code points. */
interface Mark {
  readonly start: number;
  readonly end: number;
  /** What stands in brackets where there are no colours. */
  readonly label: string;
  readonly style: Style;
}

/**
 * An article as it was annotated, for a person: names, times and quantities coloured, or in brackets with what they are
 * where there are no colours; below each paragraph the claims made in it, with who makes them.
 */
export function renderArticle(article: AnnotatedArticle, view: View): string {
  const characters = Array.from(article.text);
  const marks = view.layers.flatMap((layer) => marksOf(article, layer, view.colours)).sort((a, b) => a.start - b.start);
  const claims = view.layers.includes('claims') ? article.claims : [];
  const paragraphs = paragraphsOf(article).map(({ start, end }) => {
    const made = claims.filter((claim) => claim.start >= start && claim.start < end);
    const body = wrap(piecesOf(characters, { start, end }, marks, made, view.colours), view.width);
    return [body, ...made.map((claim) => renderClaim(article, claim, view))].join('\n');
  });
  return `${[head(article, view), ...paragraphs].join('\n\n')}\n`;
}

/** What the colours stand for, in one line. */
export function renderLegend({ layers, colours }: View): string {
  if (!colours.isColorSupported)
    return 'Legend: [name|TYPE] [time|value] [quantity|value unit], ⟨1⟩ where claim 1 begins.\n';
  const styles = stylesOf(colours);
  const shown: Readonly<Record<ShownLayer, string>> = {
    mentions: [
      styles.person('person'),
      styles.organization('organization'),
      styles.place('place'),
      styles.other('other name'),
    ].join(' '),
    times: styles.time('time'),
    quantities: styles.quantity('quantity'),
    claims: `${styles.number('⟨1⟩')} ${styles.claim('claim')}`,
  };
  return `Legend: ${layers.map((layer) => shown[layer]).join(' ')}\n`;
}

function stylesOf(colours: Colours) {
  return {
    person: colours.yellow,
    organization: colours.cyan,
    place: colours.green,
    other: colours.magenta,
    time: colours.blue,
    quantity: colours.red,
    claim: colours.underline,
    number: colours.dim,
  };
}

function head({ id, lang, script, title, author, publisher, published }: AnnotatedArticle, { width, colours }: View) {
  const facts = [id, `${lang} ${script}`, published, author, publisher].filter((fact) => fact !== null);
  const lines = [[plain(facts.join('  '), colours.dim)], ...(title === null ? [] : [[plain(title, colours.bold)]])];
  return lines.map((pieces) => wrap(pieces, width)).join('\n');
}

function plain(text: string, show: Style): Piece {
  return { text: printable(text), show };
}

function paragraphsOf({ sentences }: AnnotatedArticle): { start: number; end: number }[] {
  const paragraphs = new Map<number, { start: number; end: number }>();
  for (const { paragraph, start, end } of sentences) {
    const known = paragraphs.get(paragraph);
    paragraphs.set(paragraph, { start: known?.start ?? start, end });
  }
  return [...paragraphs.values()];
}

function marksOf(article: AnnotatedArticle, layer: ShownLayer, colours: Colours): Mark[] {
  const styles = stylesOf(colours);
  switch (layer) {
    case 'mentions':
      return article.mentions.map(({ start, end, type }) => ({ start, end, label: type, style: styles[kindOf(type)] }));
    case 'times':
      return article.times.map(({ start, end, type, value }) => ({
        ...{ start, end, label: value ?? type, style: styles.time },
      }));
    case 'quantities':
      return article.quantities.map(({ start, end, type, value, low, high, unit }) => {
        const amount = value ?? (low === null && high === null ? type : `${low ?? ''}..${high ?? ''}`);
        return { start, end, label: unit === null ? `${amount}` : `${amount} ${unit}`, style: styles.quantity };
      });
    case 'claims':
      return [];
  }
}

function kindOf(type: AnnotatedArticle['mentions'][number]['type']): 'person' | 'organization' | 'place' | 'other' {
  if (type === 'PERSON') return 'person';
  if (type === 'ORG') return 'organization';
  return type === 'GPE' || type === 'LOC' || type === 'FAC' ? 'place' : 'other';
}

/** The paragraph cut where anything begins or ends, each part as it is to be shown. Of marks that overlap the first counts. */
function piecesOf(
  characters: readonly string[],
  { start, end }: { start: number; end: number },
  marks: readonly Mark[],
  claims: readonly AnnotatedClaim[],
  colours: Colours,
): Piece[] {
  const styles = stylesOf(colours);
  const pieces: Piece[] = [];
  const cut = (from: number, to: number, style: Style, bracket = '') => {
    const inside = claims.flatMap((claim) => [claim.start, claim.end]).filter((place) => place > from && place < to);
    const places = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
    places.slice(0, -1).forEach((at, i) => {
      for (const claim of claims.filter((one) => one.start === at))
        pieces.push({ text: `⟨${numberOf(claim)}⟩`, show: styles.number });
      if (i === 0 && bracket !== '') pieces.push({ text: bracket, show: String });
      const isClaimed = claims.some((claim) => claim.start <= at && claim.end > at);
      const show = isClaimed && colours.isColorSupported ? (text: string) => styles.claim(style(text)) : style;
      pieces.push(plain(characters.slice(at, places[i + 1]).join(''), show));
    });
  };
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    cut(at, mark.start, String);
    cut(mark.start, mark.end, mark.style, colours.isColorSupported ? '' : '[');
    if (!colours.isColorSupported) pieces.push(plain(`|${mark.label}]`, String));
    at = mark.end;
  }
  cut(at, end, String);
  return pieces;
}

function numberOf({ id }: AnnotatedClaim): string {
  return id.slice(1);
}

/** Who makes the claim, by what word, and what sort of claim it is. */
function renderClaim({ entities }: AnnotatedArticle, claim: AnnotatedClaim, { width, colours }: View): string {
  const { source, cue, quote, kinds, modality, polarity, checkWorthy } = claim;
  const entity = entities.find(({ id }) => id === source?.entity);
  const named = entity === undefined || entity.name === source?.text ? '' : ` (${entity.name})`;
  const who = source === null ? 'the author' : `${source.text}${named}`;
  const how = [quote === 'none' ? null : quote, kinds.join('|'), modality, polarity === 'negative' ? 'denied' : null]
    .filter((fact) => fact !== null && fact !== '')
    .join(', ');
  const pieces = [
    plain(`⟨${numberOf(claim)}⟩ `, colours.dim),
    plain(who, colours.bold),
    plain(cue === null ? '' : ` “${cue.text}”`, String),
    plain(`: ${how}, check-worthy ${checkWorthy.toFixed(2)}`, colours.dim),
  ];
  return wrap(pieces, width, '  ');
}
