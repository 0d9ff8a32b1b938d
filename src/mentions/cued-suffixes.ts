import type { EntityType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { isGeneric, nameStart } from './name-start.js';

interface Cued {
  readonly type: EntityType;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const cued = lazy(() =>
  openLexicon(
    'suffix-cues',
    ['suffix', 'type', 'before', 'after'],
    ({ type, before, after }): Cued => ({
      type: type as EntityType,
      before: before.split('|'),
      after: after.split('|'),
    }),
  ),
);

/** Names that end with a short word of kind (队, 线, 里), told by what stands before and behind: 击败|黑潮队, 蓝溪线|通车. */
export function recognizeCued(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const candidates: Candidate[] = [];
    for (let at = sentence.start + 2; ; at++) {
      at = cued().nextStart(reading.folded, at, sentence.end);
      if (at >= sentence.end) return candidates;
      const row = cued().longestAt(reading.folded, at);
      if (row !== null) candidates.push(...judge(reading, at, row.end, row.value));
    }
  });
}

function judge(reading: Reading, at: number, end: number, { type, before, after }: Cued): Candidate[] {
  const { folded } = reading;
  if (!reading.isBoundary(end)) return [];
  const token = reading.tokenBefore(end);
  // 部队, 在线: a word of the dictionary.
  if (token === undefined || (token.start < at && !/^(?:x|ns|nz|nr)/.test(token.pos))) return [];
  const start = token.start < at ? token.start : nameStart(reading, at, 4);
  const stem = at - start;
  if (stem < 2 || stem > 4 || isGeneric(reading, start, at) || isGeneric(reading, start, end)) return [];
  const left = before.some((word) => folded.endsWith(word, start));
  const quoted = /[“]/.test(folded[start - 1] ?? '') && folded[end] === '”';
  const right = after.some((word) => folded.startsWith(word, quoted ? end + 1 : end));
  if (!(left && right) && !(quoted && (left || right)) && !decisive(folded, start, end, before, after)) return [];
  return [{ start, end, type, score: left && right ? 0.72 : quoted ? 0.85 : 0.66, by: 'suffix-cued' }];
}

/** A cue of two characters or more is enough on one side. */
function decisive(
  folded: string,
  start: number,
  end: number,
  before: readonly string[],
  after: readonly string[],
): boolean {
  return (
    before.some((word) => word.length >= 2 && folded.endsWith(word, start)) ||
    after.some((word) => word.length >= 2 && folded.startsWith(word, end))
  );
}
