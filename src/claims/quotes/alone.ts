import type { Span } from '../../document/span.js';
import { type Attribution, carry, type SourcePhrase } from '../attribution.js';
import { speakerIn } from '../chinese/speakers.js';
import { isTitleCase, personBehind, subjectBefore } from '../english/quote-places.js';
import { describeSource } from '../nouns.js';
import { lastSourced, type Scene } from '../scene.js';
import { lastMark, type QuotedSpan } from './quotes.js';
import { roleOf, standsFree } from './roles.js';

/**
 * Quotations that fill their sentences and have no tag of their own. `quote-continues`: the speaker of the quotation
 * before goes on, in the same paragraph or at the start of the next. `quote-alone`: else the last source of the
 * paragraph speaks, or nobody is known to. `quote-then-report`: “…。”某某指出,…: who is named next speaks.
 */
export function adoptQuotes(scene: Scene): void {
  const { reading, paragraph } = scene;
  for (const quote of scene.quotes) {
    if (isQuoted(scene, quote) || !standsFree(reading.folded, quote, paragraph)) continue;
    if (roleOf(reading.lower, quote) !== 'speech' || isTitleCase(scene, quote)) continue;
    const last = lastSourced(scene, quote.start) ?? (quote.start === paragraph.start ? scene.before : undefined);
    const next = goesOnAtOnce(scene, quote, last ?? null) ? null : reporterBehind(scene, quote);
    if (next !== null) {
      const { source, cue, stance, negated } = next;
      const rule = 'quote-then-report';
      scene.found.push({
        ...quote.inner,
        source,
        cue,
        quote: 'direct',
        stance,
        negated,
        extent: quote,
        rule,
        confidence: 0.75,
      });
      continue;
    }
    const spoke = last?.quote === 'direct' && last.cue !== null;
    const actor =
      actorBefore(scene, quote, last ?? null) ??
      (spoke ? null : (laterSubject(scene, quote, last) ?? (last == null ? personBehind(scene, quote) : null)));
    const goesOn = spoke && actor === null;
    scene.found.push({
      ...quote.inner,
      source: carry(actor ?? last?.source ?? null),
      cue: goesOn ? last.cue : null,
      quote: 'direct',
      stance: goesOn ? last.stance : 'neutral',
      negated: false,
      extent: quote,
      rule: goesOn ? 'quote-continues' : 'quote-alone',
      confidence: goesOn ? 0.8 : last === undefined || last === null ? 0.5 : 0.6,
    });
  }
}

/** Whether the words before a quotation are quoted as well, so that their speaker goes on. */
function goesOnAtOnce({ paragraph }: Scene, quote: QuotedSpan, last: Attribution | null): boolean {
  if (last === null || last.quote !== 'direct') return false;
  const before = paragraph.sentences.findLast(({ end }) => end <= quote.start);
  return before === undefined || (last.extent?.end ?? last.end) > before.start;
}

/** 輸球的某某沒有找藉口。“…”: whoever opens the Chinese sentence before by name or noun speaks, where nobody spoke in it. */
function actorBefore(scene: Scene, quote: QuotedSpan, last: Attribution | null): SourcePhrase | null {
  const before = scene.paragraph.sentences.findLast(({ end }) => end <= quote.start);
  if (before === undefined || before.language === 'en' || (last !== null && last.start >= before.start)) return null;
  if (scene.quotes.some(({ start, end }) => end > before.start && start < before.end)) return null;
  const clause = scene.clauses.find(({ sentence }) => sentence === before);
  const speaker = clause === undefined ? null : speakerIn(scene.reading, clause);
  const source = speaker === null ? null : describeSource(scene.reading, speaker.subject);
  return source?.kind === 'person' && source.status === 'explicit' ? source : null;
}

/** He threw up his hands. “…”: the subject of the English sentence before, where it stands behind who spoke last. */
function laterSubject(scene: Scene, quote: QuotedSpan, last: Attribution | null | undefined): SourcePhrase | null {
  const subject = subjectBefore(scene, quote.start);
  return subject !== null && subject.start > (last?.start ?? -1) ? subject : null;
}

const longestLead = 24;

/** The report of a person whom the Chinese sentence behind a quotation opens with. */
function reporterBehind({ reading, paragraph, found }: Scene, quote: QuotedSpan): Attribution | null {
  const next = paragraph.sentences.find(({ start }) => start >= quote.end);
  if (next === undefined || next.language === 'en') return null;
  if (!/[。!?…]/.test(lastMark(reading.folded, quote))) return null;
  const report = found.find(({ start, source }) => source !== null && start >= next.start && start < next.end);
  const source = report?.source;
  if (report === undefined || !source || report.cue === null || report.quote === 'direct') return null;
  if (source.kind !== 'person' || source.status !== 'explicit' || source.start < next.start) return null;
  const lead = reading.folded.slice(next.start, source.start);
  return lead.length > longestLead || /[,;:]/.test(lead) ? null : report;
}

/** `split-quote`: “…,” he said, smiling, “…”: a quotation behind a comma goes on with the one before it. */
export function goOn(scene: Scene, quote: QuotedSpan): boolean {
  const before = scene.found.at(-1);
  const { folded } = scene.reading;
  if (before === undefined || before.quote !== 'direct' || before.extent === null || before.cue === null) return false;
  if (before.extent.end > quote.start || before.cue.start < before.end) return false;
  const gap = folded.slice(before.extent.end, quote.start);
  if (gap.length > 80 || /[。!?;“”"]|\.\s/.test(gap) || !/[,:]\s*$/.test(folded.slice(quote.start - 2, quote.start)))
    return false;
  scene.found.push({
    ...before,
    ...quote.inner,
    extent: { start: before.extent.end, end: quote.end },
    rule: 'split-quote',
  });
  return true;
}

/** Whether something is quoted within the quotation: what it says is not said by who says that. */
function isInner(found: Attribution, quote: Span): boolean {
  return found.extent !== null && found.extent.start > quote.start && found.extent.end < quote.end;
}

function isQuoted(scene: Scene, quote: Span): boolean {
  return scene.found.some((found) => found.start < quote.end && found.end > quote.start && !isInner(found, quote));
}
