import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { judges } from '../kinds/features.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { isNameOnly, roleOf } from '../quotes/roles.js';
import { record, type Scene } from '../scene.js';
import { findSubject } from './sources.js';
import { speakerIn } from './speakers.js';
import { omittedSource } from './subjects.js';
import { startOfTag } from './tags.js';

/** `judge-object-quote`: 某某將他譽為“…”, 被某某斥為“…”: who calls somebody what stands in quotation marks; without an agent nobody is known to. */
export function called(scene: Scene, quote: QuotedSpan, lead: Span, cue: CueMatch): boolean {
  const { reading } = scene;
  const passive = reading.folded.slice(lead.start, lead.end).search(/[被遭]/);
  const region = passive < 0 ? lead : { start: lead.start + passive + 1, end: lead.end };
  const subject =
    passive < 0
      ? (speakerIn(reading, { start: lead.start, end: cue.end })?.subject ?? findSubject(reading, lead))
      : findSubject(reading, region);
  const source =
    subject === undefined || subject === null
      ? passive < 0 && lead.end - lead.start <= 3
        ? omittedSource(scene, lead)
        : null
      : describeSource(reading, subject);
  if (source === null || !isSomebody(reading, source)) return false;
  record(scene, {
    rule: 'judge-object-quote',
    source,
    cue,
    content: quote.inner,
    quote: 'direct',
    extent: { start: Math.min(cue.start, source.start), end: quote.end },
    confidence: 0.75,
  });
  return true;
}

/** `judge-object-quote`: 某某形容他“…”, 某某稱讚這是“…”: a verb of judgement, what is judged, and the words. */
export function judged(scene: Scene, quote: QuotedSpan): boolean {
  const { reading } = scene;
  if (/^[的之]/.test(reading.folded[quote.end] ?? '') || isNameOnly(roleOf(reading.lower, quote))) return false;
  const start = startOfTag(scene, quote.start);
  const cue = findCues(reading, { start, end: quote.start }).findLast(({ word }) => judges(word));
  if (cue === undefined || quote.start - cue.end > 14 || cue.end === quote.start) return false;
  if (isNoun(scene, start, cue)) return false;
  const subject = findSubject(reading, { start, end: cue.start });
  const source = subject === null ? omittedSource(scene, { start, end: cue.start }) : describeSource(reading, subject);
  if (source === null) return false;
  const object = reading.folded.slice(cue.end, quote.start);
  // 批評預算“灌水”, 稱這是“里程碑”: object and words are one clause; 自嘲是“幽靈”: the words alone are said.
  const isClause = !/^.?[是为像作]$|[为作]$/.test(object) || /^[这那他她它][是像]$/.test(object);
  const end = isClause ? goingOn(scene, quote.end) : quote.end;
  record(scene, {
    rule: 'judge-object-quote',
    source,
    cue,
    content: isClause ? { start: cue.end, end } : quote.inner,
    quote: isClause ? 'mixed' : 'direct',
    extent: { start, end },
    confidence: 0.8,
  });
  return true;
}

/** 批評公司“有錢買車”,令車長無法休息: what that leads to is blamed, too. */
function goingOn({ reading, clauses }: Scene, end: number): number {
  const next = clauses.find(({ start }) => start > end);
  const isNear = next !== undefined && /^,\s*$/.test(reading.folded.slice(end, next.start));
  return isNear && /^(?:令|使|让|导致|造成|致使|以致|害)/.test(reading.folded.slice(next.start, next.end))
    ? next.end
    : end;
}

/** 某某的預估“…”, 將宣布“…”: the word before the cue makes it a noun or a thing not said. */
export function isNoun({ reading }: Scene, start: number, cue: Span): boolean {
  const last = reading.tokensIn({ start, end: cue.start }).at(-1);
  if (last === undefined || last.end !== cue.start) return false;
  // 縣府的運量|預估“灌水”: behind a noun and a verb of its own the cue is the end of a noun phrase.
  const earlier = findCues(reading, { start, end: cue.start }).some(({ frame }) => frame === 'clause');
  return earlier || openWords('claim-bars').has(reading.folded.slice(last.start, last.end));
}
