import { type Line, lay, type Mark, marksOf, removals, type Segment } from '../marks.js';
import type { ReportArticle } from '../model.js';
import { identifierOf } from './details.js';
import { h } from './dom.js';
import { nameGroup } from './name-groups.js';

export const textModes = ['repaired', 'withRepairs', 'raw'] as const;
export type TextMode = (typeof textModes)[number];
export const scriptModes = ['asWritten', 'traditional', 'simplified'] as const;
export type ScriptMode = (typeof scriptModes)[number];

/** How the text is shown. */
export interface Display {
  readonly mode: TextMode;
  readonly script: ScriptMode;
}

const focusable = new Set(['mention', 'time', 'quantity', 'claim', 'repair']);

/** The marks under an element of the text. */
export type MarksAt = (element: Element) => readonly Mark[];

/** The text of an article with all its marks, a paragraph a line; the element of each mark's beginning can take the focus. */
export function renderText(
  article: ReportArticle,
  lang: string,
  display: Display,
): { element: HTMLElement; marksAt: MarksAt } {
  const marks = marksOf(article);
  const gone = removals(article.repairs);
  const shown = display.mode === 'raw' ? article.text : inScript(article, display.script);
  const byElement = new WeakMap<Element, readonly Mark[]>();
  const begun = new Set<string>();
  const render = (segment: Segment) => {
    const words = wordsOf(segment, shown, article, display.mode);
    if (segment.marks.length === 0) return words;
    const starting = segment.marks.filter((mark) => focusable.has(mark.layer) && isNew(mark, begun));
    const element = h(
      'span',
      {
        class: segment.marks.map((mark) => classOf(mark, article)).join(' '),
        'data-marks': segment.marks.map(({ layer, index }) => `${layer}-${index}`).join(' '),
        'data-items':
          starting
            .map((mark) => identifierOf(article, mark) ?? '')
            .join(' ')
            .trim() || null,
        ...(starting.length > 0 ? { role: 'button', tabindex: '-1' } : {}),
      },
      words,
    );
    byElement.set(element, segment.marks);
    return [element];
  };
  const line = ({ start, end, segments }: Line) => {
    const parts = segments.flatMap((segment) => [
      ...removed(segment.start, gone, article, display.mode),
      ...render(segment),
    ]);
    return h(
      'p',
      { class: 'line' },
      ...parts,
      ...(segments.length === 0 || end > start ? removed(end, gone, article, display.mode) : []),
    );
  };
  const element = h(
    'div',
    { class: `text ${display.mode}`, lang: langOf(lang, display) },
    ...lay(shown, marks, gone.keys()).map(line),
  );
  return { element, marksAt: (target) => byElement.get(target) ?? [] };
}

function isNew({ layer, index }: Mark, begun: Set<string>): boolean {
  const key = `${layer}-${index}`;
  return !begun.has(key) && begun.add(key).size > 0;
}

function inScript({ text, hant, hans }: ReportArticle, script: ScriptMode): string {
  if (script === 'asWritten') return text;
  return (script === 'traditional' ? hant : hans) ?? text;
}

function langOf(lang: string, { mode, script }: Display): string {
  if (!lang.startsWith('zh') || mode === 'raw' || script === 'asWritten') return lang;
  return script === 'traditional' ? 'zh-Hant' : 'zh-Hans';
}

function classOf({ layer, index }: Mark, article: ReportArticle): string {
  if (layer === 'mention') return `mark mention ${nameGroup(article.mentions[index]?.type ?? '')}`;
  if (layer === 'aside') return `aside ${article.asides[index]?.kind ?? ''}`;
  return `mark ${layer}`;
}

/** The words of a segment: as repaired, as they were, or both. */
function wordsOf(segment: Segment, shown: string, { repairs }: ReportArticle, mode: TextMode): (Node | string)[] {
  const words = shown.slice(segment.start, segment.end);
  const mark = segment.marks.find(({ layer }) => layer === 'repair');
  const repair = mark === undefined ? undefined : repairs[mark.index];
  if (repair === undefined || mode === 'repaired') return [words];
  const before = segment.start === repair.start ? repair.before : '';
  if (mode === 'raw') return [before];
  return [...(before === '' ? [] : [h('del', {}, visible(before))]), h('ins', {}, words)];
}

/** What stood at a place where nothing stands now. */
function removed(
  place: number,
  gone: Map<number, number[]>,
  { repairs }: ReportArticle,
  mode: TextMode,
): (Node | string)[] {
  const befores = (gone.get(place) ?? []).flatMap((index) => repairs[index]?.before ?? []);
  gone.delete(place);
  if (mode === 'repaired') return [];
  return befores.map((before) => (mode === 'raw' ? before : h('del', {}, visible(before))));
}

/** Characters that show nothing, as their code points. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n' ? '⏎' : `⟨${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
