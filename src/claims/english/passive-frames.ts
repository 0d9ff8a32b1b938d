import type { Span } from '../../document/span.js';
import { matchesOf } from '../../text/matches.js';
import { deedVerbs } from '../deed-verbs.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import { hasVerb, holdsQuote, lastSourced, type Scene, skipSpaces } from '../scene.js';
import { endOfReport, type Frame, type Report } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { hasRole, wordsIn } from './words.js';

const toldThat =
  /\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(led to believe|given to understand|put to|[a-z]+)\s(?:[^\s,.;:“”"]+\s){0,9}?that\s/g;

/** `hearsay`: we have been told for years that …; members were led to believe by officials that …; it was put to him that …: the agent, if named, is the source. */
export const toldPassive: Frame = {
  rule: 'hearsay',
  find(scene, sentence) {
    const { reading } = scene;
    const text = reading.lower.slice(sentence.start, sentence.end);
    if (!text.includes(' that ')) return [];
    return matchesOf(toldThat, text).flatMap((match): Report[] => {
      const [whole, verb] = match;
      if (verb === undefined || !(hasRole(verb, 'hearer') || verb.includes(' '))) return [];
      const at = sentence.start + match.index + whole.indexOf(verb);
      const cue = cueAt(reading.lower, { start: at, end: at + verb.length }, 'say');
      const start = sentence.start + match.index + whole.length;
      const content = { start, end: endOfReport(scene, sentence, start) };
      if (holdsQuote(scene, cue) || !hasVerb(scene, content)) return [];
      const agent = agentIn(scene, { start: cue.end, end: start - 5 });
      const found = agent === null ? null : describeSource(reading, agent);
      // informed by letter: the way, not who.
      const source = found?.kind === 'publication' ? null : found;
      return [{ source, cue, start: sentence.start + match.index, content, confidence: 0.7, isInner: true }];
    });
  },
};

/** The agent behind the first by of a stretch. */
function agentIn({ reading }: Scene, span: Span): Span | null {
  const by = reading.lower.slice(span.start, span.end).indexOf(' by ');
  return by < 0 ? null : nounPhraseEn(reading, { start: span.start + by + 4, end: span.end });
}

const passive = /\b(?:is|was|were|are|been|being)\s(?:\w+ly\s)?([a-z]{4,14}(?:\soff)?)\sas\s/g;

/** `speaker-deed`: was dismissed as “…” by the union: what is judged by whom, behind a verb of judging in the passive. */
export const judgedBy: Frame = {
  rule: 'speaker-deed',
  find(scene, sentence) {
    const { reading } = scene;
    const { lower, folded } = reading;
    const text = lower.slice(sentence.start, sentence.end);
    if (!text.includes(' as ')) return [];
    return matchesOf(passive, text).flatMap((match): Report[] => {
      const [whole, verb] = match;
      const deed = verb === undefined ? undefined : deedVerbs.lexicon().get(verb);
      if (verb === undefined || deed === undefined || !deed.complements.includes('object-as')) return [];
      const at = sentence.start + match.index + whole.indexOf(verb);
      const start = sentence.start + match.index + whole.length;
      const quote = scene.quotes.find((candidate) => candidate.start === start);
      const rest = folded.slice(quote?.end ?? start, sentence.end);
      const by = /^(?:[^\s,.;:“”"]+\s|\s){0,8}?by\s/.exec(rest);
      if (by === null) return [];
      const from = (quote?.end ?? start) + by[0].length;
      const stop = /[,.;:“”"]|\s(?:who|which|on|in|at|after|and|but|when|because)\s/.exec(
        folded.slice(from, sentence.end),
      );
      const agent = nounPhraseEn(reading, { start: from, end: stop === null ? sentence.end : from + stop.index });
      if (agent === null || !isSomebody(reading, agent)) return [];
      const content = quote?.inner ?? { start, end: from - 4 };
      const cue = cueAt(lower, { start: at, end: at + verb.length }, deed.type);
      const source = describeSource(reading, agent);
      return [{ source, cue, start: at, content, end: agent.end, confidence: 0.7, isInner: false }];
    });
  },
};

const gap = /[;,]\s(?:and\s)?((?:another|others|some|a second|a third|a fourth)(?:\s[a-z]+)?),?\sthat\s/g;

/** `omitted-speaker-cue-clause`: One reader wrote that …; another, that …: the verb of the report before goes on with another speaker. */
export const gapped: Frame = {
  rule: 'omitted-speaker-cue-clause',
  find(scene, sentence) {
    const { reading } = scene;
    const text = reading.lower.slice(sentence.start, sentence.end);
    if (!text.includes(' that ')) return [];
    return matchesOf(gap, text).flatMap((match): Report[] => {
      const [whole, speaker] = match;
      const before = lastSourced(scene, sentence.start + match.index);
      if (speaker === undefined || before?.cue == null || before.start < sentence.start) return [];
      const at = sentence.start + match.index + whole.indexOf(speaker);
      const start = sentence.start + match.index + whole.length;
      const content = { start, end: endOfReport(scene, sentence, start) };
      if (!hasVerb(scene, content)) return [];
      const source = describeSource(reading, { start: at, end: at + speaker.length });
      const cue = cueAt(reading.lower, before.cue, before.cue.type);
      return [{ source, cue, start: at, content, confidence: 0.7, sharesCue: true }];
    });
  },
};

const believed =
  /(?:^|,\s)(?:if|to hear)\s([^,.;:“”"]{3,60}?)\s(?:tells? it|(?:is|are|was|were)\s((?!(?:is|are|was|were)\s)[a-z]+(?:\s(?!(?:is|are|was|were)\s)[a-z]+){0,3}))(?=[,.;]|$)/;

/** `in-the-eyes-of`: …, if the survey is right: whom the author only half believes. */
export const ifBelieved: Frame = {
  rule: 'in-the-eyes-of',
  find(scene, sentence) {
    const { reading } = scene;
    const text = reading.lower.slice(sentence.start, sentence.end).trimEnd();
    const match = believed.exec(text);
    if (match?.[1] === undefined || (match[2] !== undefined && !hasRole(match[2], 'credible'))) return [];
    const at = sentence.start + match.index;
    const noun = at + match[0].indexOf(match[1]);
    const subject = nounPhraseEn(reading, { start: noun, end: noun + match[1].length });
    const last = wordsIn(reading.lower, { start: noun + match[1].length, end: at + match[0].length }).at(-1);
    if (subject === null || last === undefined) return [];
    const end = at + match[0].length;
    const isFirst = match.index === 0;
    const start = isFirst ? skipSpaces(reading.folded, end + 1, sentence.end) : sentence.start;
    const content = { start, end: isFirst ? endOfReport(scene, sentence, start) : at };
    if (content.end - content.start < 5 || !hasVerb(scene, content)) return [];
    const cue = cueAt(reading.lower, last, 'say');
    return [{ source: describeSource(reading, subject), cue, start: at, content, end, confidence: 0.7 }];
  },
};
