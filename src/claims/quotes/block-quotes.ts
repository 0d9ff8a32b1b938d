import type { Span } from '../../document/span.js';
import type { SourcePhrase } from '../attribution.js';
import { findSubject } from '../chinese/sources.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { findSubjectEn } from '../english/sources.js';
import { describeSource } from '../nouns.js';
import { record, type Scene } from '../scene.js';
import { standsFree } from './roles.js';

/** A speaker whose words follow in a paragraph of their own. */
export interface OpenTag {
  readonly source: SourcePhrase;
  readonly cue: CueMatch;
}

/** The speaker and cue that a paragraph ends in, with a colon behind them (他說:) or their report (她坦承沒有機會:), or null. */
export function openTag(scene: Scene): OpenTag | null {
  const { reading, clauses, paragraph } = scene;
  const last = clauses.at(-1);
  const endsInColon = reading.folded.slice(paragraph.start, paragraph.end).trimEnd().endsWith(':');
  if (!endsInColon || last === undefined) return null;
  const cue = findCues(reading, last).findLast(({ end }) => last.end - end <= 1);
  if (cue === undefined) return reportBefore(scene, last);
  if (cue.frame === 'lead') return null;
  const find = last.sentence.language === 'en' ? findSubjectEn : findSubject;
  const subject = find(reading, { start: last.start, end: cue.start });
  return subject === null ? null : { source: describeSource(reading, subject), cue };
}

/** The source and cue of the report that a paragraph's last clause is. */
function reportBefore({ reading, found }: Scene, last: Span): OpenTag | null {
  const report = found.findLast(({ cue }) => cue !== null && cue.start >= last.start && cue.end <= last.end);
  const cue = findCues(reading, last).find(({ start }) => start === report?.cue?.start);
  return report?.source == null || cue === undefined ? null : { source: report.source, cue };
}

/** `block-quote`: a quotation that opens a paragraph belongs to the speaker whom the paragraph before has announced. */
export function takeBlock(scene: Scene, tag: OpenTag): void {
  const [quote] = scene.quotes;
  if (quote === undefined || quote.start !== scene.paragraph.start) return;
  if (!standsFree(scene.reading.folded, quote, scene.paragraph)) return;
  const { source, cue } = tag;
  record(scene, {
    rule: 'block-quote',
    source,
    cue,
    content: quote.inner,
    quote: 'direct',
    extent: quote,
    confidence: 0.85,
  });
}
