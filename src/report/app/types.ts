import type { Search } from '../search.js';
import type { Report } from './blocks.js';
import type { Corrections } from './corrections.js';
import type { Language, Say } from './messages.js';

/** What every view is given. */
export interface Context {
  readonly report: Report;
  readonly search: Search;
  readonly say: Say;
  readonly language: Language;
  readonly corrections: Corrections;
}

/** A part of the page, and what ends it when another takes its place. */
export interface View {
  readonly title: string;
  readonly element: HTMLElement;
  readonly onShown?: () => void;
  readonly end?: () => void;
}

/** A drawing, and the same as rows of a table with a header. */
export interface Picture {
  readonly drawing: SVGSVGElement;
  readonly table: readonly (readonly (string | number)[])[];
}

/** The address of a place in an article. */
export function articleAddress(article: number, item: string | null = null): string {
  return `#/article/${article}${item === null ? '' : `/${item}`}`;
}
