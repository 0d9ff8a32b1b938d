import type { SourcePhrase } from './attribution.js';
import { type CueMatch, findCues } from './cues.js';
import { describeSource } from './nouns.js';
import { standsFree } from './quote-roles.js';
import { record, type Scene } from './scene.js';
import { findSubjectEn } from './sources-en.js';
import { findSubject } from './sources-zh.js';

/** A speaker whose words follow in a paragraph of their own. */
export interface OpenTag {
  readonly source: SourcePhrase;
  readonly cue: CueMatch;
}

/** The speaker and cue that a paragraph ends in, with a colon and nothing behind it (他說:), or null. */
export function openTag({ reading, clauses, paragraph }: Scene): OpenTag | null {
  const last = clauses.at(-1);
  const colon = reading.folded.slice(paragraph.start, paragraph.end).trimEnd().endsWith(':');
  if (!colon || last === undefined) return null;
  const cue = findCues(reading, last).findLast(({ end }) => last.end - end <= 1);
  if (cue === undefined || cue.frame === 'lead') return null;
  const find = last.sentence.language === 'en' ? findSubjectEn : findSubject;
  const subject = find(reading, { start: last.start, end: cue.start });
  return subject === null ? null : { source: describeSource(reading, subject), cue };
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
