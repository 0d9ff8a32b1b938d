import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { carry, type SourcePhrase } from '../attribution.js';
import { isAdverbial } from '../clauses.js';
import { cueAt } from '../leads.js';
import { describeSource } from '../nouns.js';
import { lastMark, type QuotedSpan } from '../quotes/quotes.js';
import { roleOf } from '../quotes/roles.js';
import { type Reading, sentenceAt } from '../reading.js';
import { record, type Scene, skipSpaces } from '../scene.js';
import { adverbRoles } from '../source-words.js';
import { firstFitting } from './fitting.js';
import { type Speaker, speakerIn } from './speakers.js';
import { endOfTag, opensSentence, startOfTag } from './tags.js';

/**
 * `speaker-deed-quote`: 總教練某某跳出來扛責:“…”: whatever somebody does before a colon, the words behind it are his, where
 * they are speech by their looks.
 */
export function deedBefore(scene: Scene, quote: QuotedSpan): boolean {
  const { reading } = scene;
  let end = quote.start;
  while (/\s/.test(reading.folded[end - 1] ?? '')) end--;
  if (reading.folded[end - 1] !== ':' || !canBeSpeech(scene, quote)) return false;
  const region = { start: startOfTag(scene, end - 1), end: end - 1 };
  const own = speakerIn(reading, region);
  // 某某相信哥哥沒事:“…”: the clause before the colon reports itself.
  if (isReported(scene, region) && (!isNamed(reading, own) || isReported(scene, region, region.start))) return false;
  const speaker = own ?? speakerBefore(scene, region.start);
  if (speaker === null || endsInBearing(reading, region)) return false;
  const isHere = speaker.subject.start >= region.start;
  const described = describeSource(reading, speaker.subject);
  const source = isHere ? described : carry(described);
  if (source === null) return false;
  const cue = deedSpan(scene, { start: isHere ? speaker.deed : region.start, end: region.end });
  return put(scene, quote, source, cue, { start: region.start, end: quote.end }, 'speaker-deed-quote');
}

/** 消息指有球會派人觀戰,某某|耍手擰頭: a person by name. */
function isNamed({ mentionsIn }: Reading, speaker: Speaker | null): boolean {
  if (speaker === null) return false;
  return mentionsIn(speaker.subject).some(({ type, end }) => type === 'PERSON' && end === speaker.subject.end);
}

/** 他爆料,名單早就寫好了:“…”: the clause before the colon is reported, and so is what it leads to; only clauses from `from` on count. */
export function isReported(scene: Scene, region: Span, from = 0): boolean {
  const sentence = sentenceAt(scene.paragraph, region.start);
  return scene.clauses.some(
    (clause, index) =>
      clause.sentence === sentence &&
      clause.start >= from &&
      clause.start < region.end &&
      firstFitting(scene, clause, index) !== undefined,
  );
}

/** Whether a stretch ends in what bears words without saying them, or says what they are called. */
function endsInBearing({ folded }: Reading, { start, end }: Span): boolean {
  const bearing = openWords('bearing-verbs');
  for (let at = Math.max(start, end - longestBearing); at < end; at++)
    if (bearing.has(folded.slice(at, end))) return true;
  return false;
}

const longestBearing = 3;

/** Whoever opens the sentence whose later clause ends in a colon: 他放下筷子,想了很久:“…”. */
function speakerBefore(scene: Scene, at: number): Speaker | null {
  const sentence = sentenceAt(scene.paragraph, at);
  const earlier = scene.clauses.filter((clause) => clause.sentence === sentence && clause.end <= at).reverse();
  for (const clause of earlier) {
    const speaker = speakerIn(scene.reading, clause);
    if (speaker !== null && isPersonal(scene, speaker.subject)) return speaker;
  }
  return null;
}

/** `quote-speaker-deed`: “…,”某某揭開謎底,“…”; “…。”某某把門關上。: who acts behind a quotation with a comma in it, or in a short sentence behind it. */
export function deedBehind(scene: Scene, quote: QuotedSpan): boolean {
  const { reading, paragraph } = scene;
  const { folded } = reading;
  let start = skipSpaces(folded, quote.end, paragraph.end);
  const breaksOff = folded[start] === ',' || /[,—]/.test(lastMark(folded, quote));
  if (folded[start] === ',') start = skipSpaces(folded, start + 1, paragraph.end);
  if (!canBeSpeech(scene, quote) || !opensSentence(scene, quote) || isFragment(scene, quote)) return false;
  const first = { start, end: endOfTag(folded, start, paragraph.end) };
  // “…。”臨走前,她笑出了眼淚。
  const isLed = folded[first.end] === ',' && isAdverbial(folded.slice(start, first.end));
  const region = isLed ? { start: first.end + 1, end: endOfTag(folded, first.end + 1, paragraph.end) } : first;
  if (!breaksOff && (region.end - start > longestSentence || !/[。!?…]/.test(lastMark(folded, quote)))) return false;
  if (!/^(?:[。!?,:;]|$)/.test(folded.slice(region.end, region.end + 1))) return false;
  if (!breaksOff && !closesTag(scene, region.end)) return false;
  const speaker = speakerIn(reading, region) ?? pronounIn(scene, region);
  if (speaker === null || !isPersonal(scene, speaker.subject)) return false;
  const cue = deedSpan(scene, { start: speaker.deed, end: region.end });
  const source = describeSource(reading, speaker.subject);
  return put(scene, quote, source, cue, { start: quote.start, end: region.end }, 'quote-speaker-deed');
}

/** Whether the tag ends its sentence, opens the next quotation or has one short clause more (某某把功勞推給捕手,有點靦腆). */
function closesTag({ reading, paragraph }: Scene, at: number): boolean {
  if (/^(?:[。!?]|,\s*“|$)/.test(reading.folded.slice(at, at + 3))) return true;
  const next = endOfTag(reading.folded, at + 1, paragraph.end);
  return (
    reading.folded[at] === ',' &&
    next - at <= longestAside &&
    /^(?:[。!?]|$)/.test(reading.folded.slice(next, next + 1))
  );
}

const longestAside = 16;

/** 她|指指胸口: he or she with whatever is done. */
function pronounIn({ reading }: Scene, { start, end }: Span): Speaker | null {
  if (end - start < 4 || !/^[他她](?!们|的)/.test(reading.folded.slice(start, end))) return null;
  return { subject: { start, end: start + 1 }, deed: start + 1 };
}

const longestSentence = 24;

/** 但既然“似曾相識”,我們…: without a mark of its own only what opens the sentence is speech. */
function isFragment({ reading, paragraph }: Scene, quote: QuotedSpan): boolean {
  if (/[。!?,…—]/.test(lastMark(reading.folded, quote))) return false;
  return !paragraph.sentences.some(({ start }) => start === quote.start);
}

/** Whether a quotation can be speech: more than a term, and not named or titled by what stands beside it. */
function canBeSpeech({ reading }: Scene, quote: QuotedSpan): boolean {
  return quote.inner.end - quote.inner.start >= 4 && roleOf(reading.lower, quote) === 'speech';
}

/** What a speaker does, without the adverbs before it. */
function deedSpan({ reading }: Scene, region: Span): Span {
  const first = reading
    .tokensIn(region)
    .find(({ start, end }) => start >= region.start && !adverbRoles().has(reading.folded.slice(start, end)));
  return { start: first?.start ?? region.start, end: region.end };
}

function isPersonal({ reading }: Scene, subject: Span): boolean {
  return /^(?:person|anonymous|general)$/.test(describeSource(reading, subject).kind);
}

function put(scene: Scene, quote: QuotedSpan, source: SourcePhrase, deed: Span, extent: Span, rule: string): true {
  const cue = deed.start < deed.end ? cueAt(scene.reading.folded, deed, 'say') : null;
  record(scene, { rule, source, cue, content: quote.inner, quote: 'direct', extent, confidence: 0.75 });
  return true;
}
