import { endsLine } from '../lexicons/html-tags.js';
import { isAboutMarkup, isMentioned } from './literal.js';
import { findTags, type Tag } from './tags.js';

/** The tags that a text has of its page; null where it writes about markup and has none of its own. ASCII must be narrow. */
export function ownTags(text: string): readonly Tag[] | null {
  const found = findTags(text);
  const tags = found.filter(({ certain }) => certain);
  if (!isAboutMarkup(text, found)) return tags;
  return isMarkedUp(text, tags) ? tags.filter((tag) => !isMentioned(text, tag)) : null;
}

/** Whether most lines with words begin or end with a tag, so that the page's own markup is still there. */
function isMarkedUp(text: string, tags: readonly Tag[]): boolean {
  let [lines, tagged, next] = [0, 0, 0];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const [start, end] = [match.index, match.index + match[0].trimEnd().length];
    let wraps = false;
    for (; (tags[next]?.start ?? Infinity) < end; next++) {
      const tag = tags[next];
      wraps ||= tag !== undefined && endsLine(tag.layout) && (tag.start === start || tag.end === end);
    }
    if (match[0].replace(/<[^<>]*>/g, '').trim() === '') continue;
    lines++;
    if (wraps) tagged++;
  }
  return lines > 0 && tagged * 2 >= lines && /<p[\s>]/i.test(text);
}
