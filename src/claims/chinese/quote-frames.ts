import type { Span } from '../../document/span.js';
import { holdsHan } from '../../text/han.js';
import { isAdverbial } from '../clauses.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { judges } from '../kinds/features.js';
import { cueAt, saidSo } from '../leads.js';
import { describeSource } from '../nouns.js';
import { goOn } from '../quotes/alone.js';
import { nameBefore } from '../quotes/named.js';
import { lastMark, type QuotedSpan } from '../quotes/quotes.js';
import { roleOf } from '../quotes/roles.js';
import { type Reading, sentenceAt } from '../reading.js';
import { endOfContent, record, type Scene, skipSpaces } from '../scene.js';
import { cleft, pastName, type Tag } from './cleft-tags.js';
import { deedBefore, deedBehind, isReported } from './deed-quotes.js';
import { called, isNoun, judged } from './judged-quotes.js';
import { opinionBefore } from './opinions.js';
import { findSubject } from './sources.js';
import { speakerIn } from './speakers.js';
import { omittedSource } from './subjects.js';
import { closesTag, tagIn } from './tag-search.js';
import { endOfTag, opensSentence, startOfTag } from './tags.js';
import { canOpenUnmarked, isOneLine, objectBefore } from './unmarked-quotes.js';
import { namedWords, usedWords } from './used-quotes.js';
import { oneSentence, wordsOf } from './words-of.js';

/** Shorter words in quotation marks may be a term or a name. */
const shortestSpeech = 10;

/** Frames that tie a quotation to a speaker beside it: 某某說:“…”, “…”某某說, 某某所說的“…”. */
export function tieQuotes(scene: Scene): void {
  for (const quote of scene.quotes) for (const frame of quoteFrames) if (frame(scene, quote)) break;
}

const quoteFrames: readonly ((scene: Scene, quote: QuotedSpan) => boolean)[] = [
  tagBehind,
  tagBehindClause,
  tagBefore,
  opinionBefore,
  judged,
  tagInNextSentence,
  wordsOf,
  oneSentence,
  usedWords,
  namedWords,
  nameBefore,
  goOn,
  deedBefore,
  deedBehind,
];

/** “我們會賠”他說: whether a quotation of clauses or too long for a name stands right before other words, so that the comma before its tag may be lost. */
function hasLostComma(folded: string, { inner, end }: QuotedSpan): boolean {
  return (
    (inner.end - inner.start >= shortestSpeech || /[,。!?]/.test(folded.slice(inner.start, inner.end))) &&
    holdsHan(folded, inner.end - 1, inner.end) &&
    holdsHan(folded, end, end + 1)
  );
}

/** `quote-speaker-cue`: “…,”某某說, in one sentence. */
function tagBehind(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  let start = skipSpaces(folded, quote.end, scene.paragraph.end);
  if (folded[start] === ',') start = skipSpaces(folded, start + 1, scene.paragraph.end);
  else if (!/[,!?…—]/.test(lastMark(folded, quote)) && !hasLostComma(folded, quote)) return false;
  if (!opensSentence(scene, quote) || isSecondPart(scene, quote)) return false;
  const end = endOfTag(folded, pastName(scene, start), scene.paragraph.end);
  const tag = cleft(scene, { start, end }) ?? tagIn(scene, { start, end }) ?? longTag(scene, { start, end });
  return tag !== null && recordTag(scene, quote, tag, 'quote-speaker-cue') && goesOnBehind(scene, tag);
}

/** `quote-speaker-cue`: 局長否認延誤,“…”,他說。: a clause stands before the quotation; one that ends in a cue of its own yields only to a tag that closes the sentence. */
function tagBehindClause(scene: Scene, quote: QuotedSpan): boolean {
  const { reading, paragraph } = scene;
  const { folded } = reading;
  if (folded[quote.start - 1] !== ',' || roleOf(reading.lower, quote) !== 'speech') return false;
  if (lastMark(folded, quote) === '。') return false;
  const gap = skipSpaces(folded, quote.end, paragraph.end);
  const start = folded[gap] === ',' ? skipSpaces(folded, gap + 1, paragraph.end) : gap;
  const tag = tagIn(scene, { start, end: endOfTag(folded, start, paragraph.end) });
  if (tag === null || /^[,:]\s*“/.test(folded.slice(tag.end, tag.end + 3))) return false;
  const before = { start: startOfTag(scene, quote.start - 1), end: quote.start - 1 };
  const isTold = findCues(reading, before).some((cue) => closesTag(reading, cue, before.end));
  if (
    isTold &&
    (!/^(?:[。!?]|$)/.test(folded.slice(tag.end, tag.end + 1)) || /[则却]/.test(folded.slice(start, tag.cue.start)))
  )
    return false;
  return recordTag(scene, quote, tag, 'quote-speaker-cue');
}

/** “…,”某某說,“…!”|某某反駁…: what ends a sentence behind a tag with a comma has been said by whom the tag names. */
function isSecondPart({ reading, found }: Scene, quote: QuotedSpan): boolean {
  if (!/[。!?…]/.test(lastMark(reading.folded, quote))) return false;
  return found.some(
    ({ extent, cue, end }) =>
      extent !== null &&
      cue !== null &&
      cue.start >= end &&
      extent.end < quote.start &&
      /^,\s*$/.test(reading.folded.slice(extent.end, quote.start)),
  );
}

/** “…,”他說,當局應…: behind the tag the same speaker goes on in reported words, where a subject opens the clause. */
function goesOnBehind(scene: Scene, { source, cue, end }: Tag): true {
  const { reading, paragraph } = scene;
  const sentence = paragraph.sentences.findLast(({ start }) => start < end);
  if (
    sentence === undefined ||
    reading.folded[end] !== ',' ||
    /[时后]/.test(reading.folded[end - 1] ?? '') ||
    cue.frame === 'gesture'
  )
    return true;
  const content = {
    start: skipSpaces(reading.folded, end + 1, sentence.end),
    end: endOfContent(reading.folded, sentence),
  };
  const [first] = reading.tokensIn(content);
  const opens = first !== undefined && /^(?:n|r$|j|x|eng)/.test(first.pos) && first.start === content.start;
  if (
    !opens ||
    content.end - content.start < 8 ||
    scene.quotes.some((quote) => quote.start < content.end && quote.end > content.start)
  )
    return true;
  record(scene, {
    rule: 'quote-then-clause',
    source,
    cue,
    content,
    quote: 'indirect',
    extent: content,
    confidence: 0.75,
  });
  return true;
}

/** “…,”他笑了笑,輕聲說,“…”: the subject stands a clause before the cue. */
function longTag(scene: Scene, first: Span): Tag | null {
  const { reading, paragraph } = scene;
  if (reading.folded[first.end] !== ',') return null;
  const span = { start: first.end + 1, end: endOfTag(reading.folded, first.end + 1, paragraph.end) };
  const cue = findCues(reading, span).findLast((candidate) => closesTag(reading, candidate, span.end));
  const subject =
    findSubject(reading, first) ?? reading.mentionsIn(first).find(({ type }) => type === 'PERSON') ?? null;
  if (cue?.frame !== 'clause' || subject === null) return null;
  const source = describeSource(reading, subject);
  return source.status === 'pronoun' || source.kind === 'person'
    ? { start: first.start, end: span.end, source, cue }
    : null;
}

/** `quote-next-speaker`: “…。”某某說。 or “…。”某某說,“…”: the tag is a sentence of its own or opens the next quotation. */
function tagInNextSentence(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  if (!/[。!?…]/.test(lastMark(folded, quote)) || !opensSentence(scene, quote)) return false;
  if (isSecondPart(scene, quote)) return false;
  const start = skipSpaces(folded, quote.end, scene.paragraph.end);
  const end = endOfTag(folded, start, scene.paragraph.end);
  const tag =
    cleft(scene, { start, end }) ??
    tagIn(scene, { start, end }) ??
    tagBehindPhrase(scene, { start, end }) ??
    longTag(scene, { start, end });
  if (tag === null) return false;
  // “…。”他說完後,公司…
  const isOver = folded[tag.end - 1] === '后' && folded[tag.end] === ',';
  if (!isOver && !/^(?:[。!?]|$|[,:]\s*“)/.test(folded.slice(tag.end, Math.min(tag.end + 3, scene.paragraph.end))))
    return false;
  return recordTag(scene, quote, tag, 'quote-next-speaker');
}

/** “…。”在論壇上,某某說。: a phrase of place or time stands before the tag. */
function tagBehindPhrase(scene: Scene, phrase: Span): Tag | null {
  const { folded } = scene.reading;
  if (folded[phrase.end] !== ',') return null;
  const isTime = scene.reading.timesIn(phrase).some(({ start, end }) => start === phrase.start && end === phrase.end);
  const text = folded.slice(phrase.start, phrase.end);
  const start = phrase.end + 1;
  const next = { start, end: endOfTag(folded, start, scene.paragraph.end) };
  if (sayingSo.test(text)) return speakerBehind(scene, phrase, next);
  if (!isTime && !isAdverbial(text)) return null;
  const tag = tagIn(scene, next);
  return tag === null ? null : { ...tag, start: phrase.start };
}

const sayingSo =
  /^(?:撂下|丢下|抛下|留下|说完|说罢|讲完|话音刚落|话毕|写下|喊完)(?:这(?:句|番|段)?(?:话)?)?(?:后|之后)?$/;

/** “…。”撂下這句話後,他…: who acts next has said it. */
function speakerBehind(scene: Scene, phrase: Span, next: Span): Tag | null {
  const speaker = speakerIn(scene.reading, next);
  if (speaker === null || describeSource(scene.reading, speaker.subject).kind !== 'person') return null;
  const cue = cueAt(scene.reading.folded, phrase, 'say');
  return { start: phrase.start, end: next.end, source: describeSource(scene.reading, speaker.subject), cue };
}

function recordTag(scene: Scene, quote: QuotedSpan, tag: Tag, rule: string): boolean {
  const { source, cue } = tag;
  if (!/^[,。:;!?]?$/.test(scene.reading.folded[tag.end] ?? '')) return false;
  const extent = { start: quote.start, end: tag.end };
  record(scene, { rule, source, cue, content: quote.inner, quote: 'direct', extent, confidence: 0.95 });
  return true;
}

/** 寫道,“未發現造假”,但個別學校“存在補錄”: a quotation without an end mark of its own is the first part of what is said. */
function staysOpen(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  if (/[。!?,…]/.test(lastMark(folded, quote)) || folded[quote.start - 1] !== ',') return false;
  return /^,(?:但|而|并|不过|只是|且)(?!是?[他她])/.test(folded.slice(quote.end, quote.end + 4));
}

/** 批評公司“…”: without a mark before the quotation who stands behind the cue is what is judged. */
function namesObject(reading: Reading, cue: CueMatch, end: number): boolean {
  return cue.end < end && judges(cue.word) && !saidSo.test(reading.folded.slice(cue.end, end));
}

/** 讓年輕人|誤以為“…”: what somebody is made to say or think nobody says. */
function isMade({ tokensIn, folded }: Reading, before: Span): boolean {
  return tokensIn(before).some(({ start, end }) => /^[让令使]$/.test(folded.slice(start, end)));
}

/** `speaker-cue-quote`: 某某表示:“…”. The subject may be left out and taken over (並稱:“…”). */
function tagBefore(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  let end = quote.start;
  while (/\s/.test(folded[end - 1] ?? '')) end--;
  const marked = /[,:]/.test(folded[end - 1] ?? '');
  if (marked) end--;
  const start = startOfTag(scene, end);
  const cue = findCues(scene.reading, { start, end }).findLast((candidate) => closesTag(scene.reading, candidate, end));
  if (cue === undefined || cue.frame === 'lead' || folded[cue.start - 1] === '所') return false;
  if (isMade(scene.reading, { start, end: cue.start })) return false;
  if (folded[end] === ',' && /^(?:gesture|evidence)$/.test(cue.frame) && isReported(scene, { start, end }))
    return false;
  if (cue.frame === 'name') return called(scene, quote, { start, end: cue.start }, cue);
  if (
    !marked &&
    (namesObject(scene.reading, cue, end) || isNoun(scene, start, cue) || !canOpenUnmarked(scene, quote, cue))
  )
    return false;
  const subject = findSubject(scene.reading, { start, end: cue.start });
  const source =
    subject === null ? omittedSource(scene, { start, end: cue.start }) : describeSource(scene.reading, subject);
  if (source === null) return false;
  const ends = /[。!?…]/.test(lastMark(folded, quote));
  const isOne = isOneLine(folded.slice(cue.start, end));
  const goesOn =
    !isOne && ((!(marked && ends) && !/^[,。;:!?)\s]?$/.test(folded[quote.end] ?? '')) || staysOpen(scene, quote));
  const object = marked ? null : objectBefore(scene, cue, quote);
  const stop = goesOn ? endOfSentence(scene, quote) : quote.end;
  const whole = object === null ? { start: quote.start, end: stop } : { start: object, end: stop };
  const content = goesOn || object !== null ? whole : quote.inner;
  const extent = { start: Math.min(start, source.start), end: Math.max(content.end, quote.end) };
  const quoted = goesOn || object !== null ? 'mixed' : 'direct';
  const from = source.start < start ? start : extent.start;
  record(scene, {
    rule: subject === null ? 'omitted-speaker-cue-quote' : 'speaker-cue-quote',
    source,
    cue,
    content,
    quote: quoted,
    extent: isOne && !marked && isReported(scene, { start, end }) ? null : { start: from, end: extent.end },
    confidence: marked ? 0.95 : 0.8,
  });
  return true;
}

function endOfSentence(scene: Scene, quote: QuotedSpan): number {
  const sentence = sentenceAt(scene.paragraph, quote.start);
  return sentence === undefined
    ? quote.inner.end
    : Math.max(quote.inner.end, endOfContent(scene.reading.folded, sentence));
}
