import type { Span } from '../../document/span.js';
import type { CueMatch } from '../cues.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { record, type Scene } from '../scene.js';
import { findSubject } from './sources.js';
import { startOfTag } from './tags.js';

const speakersWords =
  /(?:所(?:说|言|称|述|讲|道|写|指出)的?|(?:口|嘴)中(?:的|那)?|(?:笔下|嘴里|眼中|口里|眼里)的)[:,]?$/;

/** `words-of`: 某某所說的“…”, 某某口中的“…”, 正如某某所說:“…”. The quotation is a part of the author's clause. */
export function wordsOf(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const start = startOfTag(scene, /[:,]/.test(folded[quote.start - 1] ?? '') ? quote.start - 1 : quote.start);
  const match = speakersWords.exec(folded.slice(start, quote.start));
  if (match === null) return false;
  const as = /^.*(?:正如|诚如|一如|如同|恰如|就像|如|像)/.exec(folded.slice(start, start + match.index));
  const region = { start: as === null ? start : start + as[0].length, end: start + match.index };
  const subject = ownerIn(scene, region, as === null);
  if (subject === null) return false;
  const cueEnd = start + match.index + match[0].replace(/[:,]$/, '').length;
  const cue: CueMatch = {
    start: region.end,
    end: folded[cueEnd - 1] === '的' ? cueEnd - 1 : cueEnd,
    word: '所说',
    type: 'say',
    frame: 'quote',
    stance: as === null ? 'neutral' : 'endorses',
    negates: false,
  };
  record(scene, {
    rule: as === null ? 'words-of' : 'as-speaker-said',
    source: describeSource(scene.reading, subject),
    cue,
    content: quote.inner,
    quote: 'direct',
    extent: as === null ? null : { start, end: quote.end },
    confidence: 0.85,
  });
  return true;
}

/** `words-of`: 總教練一句“…”道盡…: somebody with one sentence, which the author's clause goes on with. */
export function oneSentence(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const start = startOfTag(scene, quote.start);
  if (!/[^第这那]一[句声]$/.test(folded.slice(start, quote.start)) || quote.inner.end - quote.inner.start < 4)
    return false;
  const region = { start, end: quote.start - 2 };
  const subject = findSubject(scene.reading, region);
  if (subject === null || subject.end !== region.end || !isSomebody(scene.reading, subject)) return false;
  record(scene, {
    rule: 'words-of',
    source: describeSource(scene.reading, subject),
    cue: cueAt(folded, { start: region.end, end: quote.start }, 'say'),
    content: quote.inner,
    quote: 'direct',
    extent: null,
    confidence: 0.8,
  });
  return true;
}

/** The name directly before 所說: the subject of an embedded clause stands at its end, not at its start. */
function ownerIn(scene: Scene, region: Span, isEmbedded: boolean): Span | null {
  const name = scene.reading.mentionsIn(region).findLast((mention) => mention.end === region.end);
  if (name !== undefined) return name;
  if (!isEmbedded) return findSubject(scene.reading, region);
  const tokens = scene.reading.tokensIn(region);
  const last = tokens.at(-1);
  if (last === undefined || last.end !== region.end) return null;
  const before = tokens.at(-2);
  const split = last.end - last.start === 1 && before !== undefined && /^n[rtz]?$/.test(before.pos);
  return { start: split ? before.start : last.start, end: last.end };
}
