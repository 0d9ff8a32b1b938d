import { openLexicon } from '../../lexicons/lexicon.js';
import { toIsoDate } from '../dates.js';
import { type LinkedArticle, readLinkedArticles } from './json-ld.js';
import { isSame, linksHome, longest, titleOf } from './titles.js';
import { type Element, innerText, oneLine, parseHtml, rawText } from './tree.js';
import { elementsOf, isReadable } from './visible.js';

/** What a page says of its article; null where it says nothing. */
export interface Metadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO date or date-time. */
  readonly published: string | null;
  readonly lang: string | null;
  /** The text of the article, which some pages hold in their metadata as well, or only there. */
  readonly body: string | null;
  /** A date of publication that could not be read, where no other could. */
  readonly unreadableDate: string | null;
}

type Field = 'title' | 'author' | 'publisher' | 'published';

/** A value that fills a field; the lowest rank is believed first. */
interface Candidate {
  readonly field: Field;
  readonly rank: number;
  readonly value: string;
}

/** Reads the metadata of a page: JSON-LD first, then meta elements and microdata, then what the page shows. */
export function readMetadata(root: Element): Metadata {
  const elements = elementsOf(root);
  const headings = elements
    .filter((element) => element.name === 'h1' && !linksHome(element))
    .map(innerText)
    .filter(Boolean);
  const pageTitle = pageTitleOf(elements);
  const candidates = elements.flatMap(candidatesOf).sort((a, b) => a.rank - b.rank);
  const valuesOf = (wanted: Field) => candidates.flatMap(({ field, value }) => (field === wanted ? [value] : []));
  const linked = ownArticle(readLinkedArticles(elements.filter(isLinkedData).map(rawText)), [
    ...valuesOf('title'),
    ...headings,
    ...(pageTitle === null ? [] : [pageTitle]),
  ]);
  const publisher = plain(linked?.publisher) ?? valuesOf('publisher')[0] ?? null;
  const dates = [linked?.published ?? null, ...valuesOf('published'), ...timesOf(elements)].flatMap(
    (date) => date ?? [],
  );
  const published = dates.flatMap((date) => toIsoDate(date) ?? [])[0] ?? null;
  return {
    title: titleOf([plain(linked?.headline), ...valuesOf('title')].filter(isShort), headings, pageTitle, publisher),
    body: linked?.body ?? null,
    author: linked?.authors.map(plain).join(', ') || valuesOf('author')[0] || null,
    publisher,
    published,
    lang:
      elements
        .find(({ name }) => name === 'html')
        ?.attributes.get('lang')
        ?.trim() || null,
    unreadableDate: published === null ? (dates[0] ?? null) : null,
  };
}

/** The one of several described articles that the page is about: that of its title, else the first. */
function ownArticle(articles: readonly LinkedArticle[], titles: readonly string[]): LinkedArticle | null {
  const own = articles.find(({ headline }) => headline !== null && titles.some((title) => isSame(title, headline)));
  return own ?? articles[0] ?? null;
}

function isLinkedData({ name, attributes }: Element): boolean {
  return name === 'script' && /^application\/ld\+json\b/i.test(attributes.get('type')?.trim() ?? '');
}

function candidatesOf(element: Element): Candidate[] {
  const { name, attributes } = element;
  const keys = [
    attributes.get('itemprop'),
    ...(name === 'meta' ? [attributes.get('property'), attributes.get('name')] : []),
  ];
  return keys.flatMap((key) => {
    const known = key === undefined ? undefined : fields().get(key.trim().toLowerCase());
    if (known === undefined) return [];
    const value = plain(attributes.get('content') ?? attributes.get('datetime') ?? innerText(element));
    const isOfUse = isShort(value) && !/^https?:\/\/|^@/.test(value);
    return isOfUse ? [{ ...known, value }] : [];
  });
}

function isShort(value: string | null): value is string {
  return value !== null && value.length <= longest;
}

function fields() {
  return openLexicon('html-metadata', ['name', 'field', 'rank'], ({ field, rank }) => ({
    field: field as Field,
    rank: Number(rank),
  }));
}

/** Dates that the page shows in `time` elements: those of publication first. */
function timesOf(elements: readonly Element[]): string[] {
  const times = elements.filter((element) => element.name === 'time' && isReadable(element));
  const first = times.filter(
    ({ attributes }) => attributes.has('pubdate') || /publi/i.test(attributes.get('class') ?? ''),
  );
  return [...first, ...times]
    .flatMap((time) => [time.attributes.get('datetime') ?? '', innerText(time)])
    .filter(Boolean);
}

function pageTitleOf(elements: readonly Element[]): string | null {
  const title = elements.find(({ name, parent }) => name === 'title' && parent?.name !== 'svg');
  const text = title === undefined ? null : plain(innerText(title));
  return isShort(text) ? text : null;
}

/** A value without markup and references, which some sites leave in it, on one line. */
function plain(value: string | null | undefined): string | null {
  const text = value?.includes('&') || value?.includes('<') ? innerText(parseHtml(value)) : value;
  return (text && oneLine(text)) || null;
}
