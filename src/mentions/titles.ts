import type { EntityType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';

/** What stands between 《 and 》: a medium, a law, or a work. The whole inside is one name, and nothing in it is. */
export function recognizeTitles({ folded }: Reading): Candidate[] {
  return [...folded.matchAll(/《([^《》\n]{1,60})》/g)].map((match) => {
    const start = match.index + 1;
    const inside = match[1] ?? '';
    return { start, end: start + inside.length, type: typeOf(inside), score: 0.99, by: 'title-marks' };
  });
}

function typeOf(inside: string): EntityType {
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  const bare = inside.replace(/\([^()]*\)$/, '');
  const row = wordEndingAt(suffixes, bare, bare.length)?.value;
  if (row?.type === 'LAW') return 'LAW';
  if (row?.kind === 'media' && bare.length <= 10 && !/[的与和]/.test(bare) && !/(?:研究|评论|观察|周末)$/.test(bare))
    return 'ORG';
  return /^[A-Z][A-Za-z .]*(?:Times|Journal|Post|News|Herald|Review|Tribune)$/.test(bare) ? 'ORG' : 'WORK_OF_ART';
}
