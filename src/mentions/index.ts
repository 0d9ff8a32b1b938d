import type { Mention } from '../document/types.js';
import { openUnits } from '../numbers/units.js';
import type { Annotator } from '../pipeline/stage.js';
import { agreeOnTypes } from './agree.js';
import { type Annotated, type Candidate, type Reading, readingOf } from './candidate.js';
import { followers, recognizers } from './recognizers.js';
import { resolve } from './resolve.js';

/** Proper names: recognisers propose, one resolver chooses, and what was found once is looked for everywhere else. */
export const mentions: Annotator<'sentences' | 'tokens' | 'times', 'mentions'> = {
  name: 'mentions',
  requires: ['sentences', 'tokens', 'times'],
  provides: ['mentions'],
  annotate: (document) => ({ layers: { mentions: findMentions(document) }, diagnostics: [] }),
};

function findMentions(document: Annotated): Mention[] {
  const reading = readingOf(document);
  const outsideTimes = (candidate: Candidate): boolean =>
    !document.times.some((time) => time.start <= candidate.start && candidate.end <= time.end);
  const allowed = (candidate: Candidate): boolean => outsideTimes(candidate) && !isCurrency(reading, candidate);
  const proposed = recognizers.flatMap((recognize) => recognize(reading)).filter(allowed);
  const found = resolve(proposed);
  const followed = followers.flatMap((follow) => follow(reading, found)).filter(allowed);
  const all = [...proposed, ...followed];
  return agreeOnTypes(reading, resolve(all), all).map(({ start, end, type, by, score }) => ({
    start,
    end,
    type,
    by,
    confidence: Math.round(score * 100) / 100,
  }));
}

/** 新加坡 of 三千新加坡元: behind a number stands a currency, not a place. */
function isCurrency({ folded }: Reading, { start, end, type }: Candidate): boolean {
  if (type !== 'GPE' || !/[\d万亿千百十几]/.test(folded[start - 1] ?? '')) return false;
  const unit = openUnits().longestAt(folded, start);
  return unit !== null && unit.value.kind === 'money' && unit.end > end;
}
