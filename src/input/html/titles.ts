import type { Element } from './tree.js';
import { elementsOf } from './visible.js';

/** No name or title is longer; what is, holds the article. */
export const longest = 300;

/** Whether two titles say the same, or one says it with the name of a site and the like. */
export function isSame(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].map(letters).sort((x, y) => x.length - y.length);
  return short.length > 3 && long.includes(short);
}

/** A title without what its form, width and spacing add. */
export function letters(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function isNamed(part: string, publisher: string | null): boolean {
  return publisher !== null && letters(part) === letters(publisher);
}

function isPartOf(heading: string, title: string | null): boolean {
  return title !== null && letters(heading).length > 3 && letters(title).includes(letters(heading));
}

/** Whether a heading is the name of the site, as a link to its first page. */
export function linksHome(heading: Element): boolean {
  return elementsOf(heading).some(
    ({ name, attributes }) =>
      name === 'a' && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i.test(attributes.get('href')?.trim() ?? '#'),
  );
}

/**
 * The heading that is the title without the name of the site; else the title that is given; else a heading that is alone,
 * or the title of the page without what can be told to be the site.
 */
export function titleOf(
  given: readonly string[],
  headings: readonly string[],
  pageTitle: string | null,
  publisher: string | null,
): string | null {
  const own = headings.filter((heading) => heading.length <= longest && !isNamed(heading, publisher));
  const title = given[0] ?? null;
  const heading =
    own.find((text) => isPartOf(text, title ?? pageTitle)) ?? (own.length === 1 && title === null ? own[0] : null);
  if (heading) return heading;
  if (title !== null) return withoutSite(title, (part) => isNamed(part, publisher));
  if (pageTitle === null) return own[0] ?? null;
  return withoutSite(pageTitle, (part, rest) => isNamed(part, publisher) || part.length < rest.length);
}

const siteSeparator = /(?<!\s)\s*(?:[_|｜]|--+)\s*|(?<!\s)\s+[-–—·»]\s+/g;

/** Takes what `isSite` off the end of a title, one part after another. */
function withoutSite(title: string, isSite: (part: string, rest: string) => boolean): string {
  const last = [...title.matchAll(siteSeparator)].at(-1);
  if (last === undefined || last.index === 0) return title;
  const rest = title.slice(0, last.index);
  return isSite(title.slice(last.index + last[0].length), rest) ? withoutSite(rest, isSite) : title;
}
