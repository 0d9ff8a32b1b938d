import type { Span } from '../../document/span.js';
import { holdsHan } from '../../text/han.js';
import { describeSource, nounBefore, sourceNouns } from '../nouns.js';
import { sentenceAt } from '../reading.js';
import { hasVerb, record, type Scene } from '../scene.js';
import type { QuotedSpan } from './quotes.js';
import { roleOf } from './roles.js';

const longestTitle = 40;

/**
 * `speaker-colon-quote`: May Chen, a teacher: “We will not sign.”; 局長何定一:「…。」: a person, a colon and a sentence, as
 * transcripts and lists of voices have it. A head (Review: “…”) names nobody, and a title is no sentence.
 */
export function nameBefore(scene: Scene, quote: QuotedSpan): boolean {
  const { reading, paragraph } = scene;
  const { folded } = reading;
  const sentence = sentenceAt(paragraph, quote.start);
  const colon = quote.start - (/:\s?$/.exec(folded.slice(quote.start - 2, quote.start))?.[0].length ?? 0);
  if (sentence === undefined || colon === quote.start || !isSentence(scene, quote)) return false;
  const head = { start: sentence.start, end: colon };
  const name = reading.mentionsIn(head).find(({ type }) => type === 'PERSON');
  if (name === undefined) return roleBefore(scene, quote, head);
  if (name.start - head.start > longestTitle || colon - name.end > 3 * longestTitle) return false;
  const [lead, all] = [folded.slice(head.start, name.start), folded.slice(name.end, colon)];
  // May Chen, a clerk |who has lived here since 1978|: “…”
  const tail = all.replace(/(?:,|(?<=[a-z]))\s(?:who|whose|which)\s[^;:“"]*$/, '');
  if (
    /[,;:“"《]/.test(lead) ||
    !/^(?:,\s[^;:“"]+|\([^)]+\))?$/.test(tail) ||
    tellsMore(scene, { start: head.start, end: name.start }) ||
    tail.length > longestTitle ||
    tellsMore(scene, { start: name.end, end: name.end + tail.length })
  )
    return false;
  record(scene, {
    rule: 'speaker-colon-quote',
    source: describeSource(reading, { start: name.start, end: name.end }),
    cue: null,
    content: quote.inner,
    quote: 'direct',
    extent: { start: sentence.start, end: quote.end },
    confidence: 0.8,
  });
  return true;
}

/** 氣象署預報員:「…。」: nothing but the role of somebody stands before the colon at the head of a sentence. */
function roleBefore(scene: Scene, quote: QuotedSpan, head: Span): boolean {
  const { reading } = scene;
  const noun = nounBefore(reading.lower, head.start, head.end);
  if (noun?.role !== 'title' || head.end - head.start > longestRole || tellsMore(scene, head)) return false;
  if (/[,;“”的]/.test(reading.folded.slice(head.start, head.end))) return false;
  // 校長|在典禮上寄語|新生:…
  if (reading.tokensIn(head).some(({ pos }) => /^[pd]$/.test(pos))) return false;
  record(scene, {
    rule: 'speaker-colon-quote',
    source: describeSource(reading, head),
    cue: null,
    content: quote.inner,
    quote: 'direct',
    extent: { start: head.start, end: quote.end },
    confidence: 0.75,
  });
  return true;
}

const longestRole = 12;

/** Whether a verb stands beside the name, or a preposition before it (a review of …): what he did, not who he is. */
function tellsMore(scene: Scene, beside: Span): boolean {
  const { folded } = scene.reading;
  const tokens = scene.reading.tokensIn(beside);
  // 镇长 is tagged as a verb.
  const isTitle = ({ start, end }: Span): boolean => sourceNouns().get(folded.slice(start, end)) === 'title';
  return (
    hasVerb(scene, beside) ||
    tokens.at(-1)?.pos === 'Preposition' ||
    tokens.some((token) => token.pos === 'v' && !isTitle(token))
  );
}

/** Whether a quotation is a sentence by its looks: most words of an English title begin with capitals. */
export function isSentence({ reading }: Scene, quote: QuotedSpan): boolean {
  const inner = reading.folded.slice(quote.inner.start, quote.inner.end);
  if (holdsHan(inner)) return inner.length >= 5 && roleOf(reading.lower, quote) === 'speech' && /[,。!?…]/.test(inner);
  const words = inner.split(/\s+/);
  if (words.length === 2 && /[.!]$/.test(inner)) return true;
  return words.length >= 3 && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 >= words.length;
}
