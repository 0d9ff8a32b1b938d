import type { Edit } from '../document/alignment.js';
import { bySpan } from '../document/span.js';
import { endsLine } from '../lexicons/html-tags.js';
import { toHalfWidth } from '../text/width.js';
import { ownTags } from './own-tags.js';
import { findScripts } from './scripts.js';
import { findShortcodes } from './shortcodes.js';
import { findTagRests } from './tag-rests.js';
import { outside, type Tag, withContent } from './tags.js';

/** What all markup, whole or in rests, has somewhere. */
const marks =
  /[<＜][/!?a-zA-Z／！？ａ-ｚＡ-Ｚ]|[。！？”」]<|[a-z"'/-]>|[a-zA-Z]＞|\[\/?[a-zA-Z][^\]\n]{0,300}\]|[{}]|\);/;

/**
 * Removes what is left of a page's markup: tags of known elements, comments, scripts and styles with what they hold,
 * ruby text, shortcodes, and rests of all these. Tags that end a line become a line break where text stands on both
 * sides. `a < b`, `<3`, the type arguments of code and the tags that an article writes about stay.
 */
export function findMarkup(text: string): Edit[] {
  if (!marks.test(text)) return [];
  const narrow = toHalfWidth(text);
  const tags = ownTags(narrow);
  if (tags === null) return [];
  const runs = joinRuns(narrow, withContent(narrow, tags));
  const finders = [findTagRests, findShortcodes, findScripts];
  return finders.reduce<Edit[]>(
    (edits, find) => edits.concat(outside(find(narrow, tags.length > 0), edits)).sort(bySpan),
    runs.map((run) => removeRun(narrow, run)),
  );
}

/** Joins tags that only spaces and line ends part. */
function joinRuns(text: string, tags: readonly Tag[]): Tag[] {
  const runs: Tag[] = [];
  for (const tag of tags) {
    const previous = runs.at(-1);
    if (
      previous !== undefined &&
      text.slice(previous.end, tag.start).trim() === '' &&
      (endsLine(previous.layout) || endsLine(tag.layout))
    )
      runs[runs.length - 1] = { ...previous, end: tag.end, layout: 'block' };
    else runs.push(tag);
  }
  return runs;
}

function removeRun(text: string, run: Tag): Edit {
  const before = text.charAt(run.start - 1);
  const after = text.charAt(run.end);
  const between = before !== '' && before !== '\n' && after !== '' && after !== '\n' && after !== '\r';
  const replacement = between && endsLine(run.layout) ? '\n' : '';
  const rule = run.layout === 'annotation' ? 'ruby' : run.name === '' ? 'html-comment' : 'html-tag';
  return { start: run.start, end: run.end, replacement, kind: 'markup', rule, confidence: 0.98 };
}
