import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { Token } from '../../document/types.js';
import type { CueMatch } from '../cues.js';
import { describeSource, isSomebody } from '../nouns.js';
import { hasVerb, type Scene, skipSpaces } from '../scene.js';
import { hasRole, wordsIn } from './words.js';

const adjunct = /^\s+(?:\w+ly\s+)?(?:(?!that\s)([a-z]+)\b(?:[^,.;:"“]|\.(?=\s\d)){0,80}?\s+)?that\s+/;
const listener = /^\s+[^,.;:"“]{1,60}?\s+that\s+/;
const shortListener =
  /^\s+(?:(?:the|a|an|his|her|its|their)\s+)?[\p{L}'’]+(?:\s[\p{L}]+){0,3}?\s+(?=(?:that|he|she|it|they|we|i|you|the|a|an|no|all|my|our|his|her|its|their|this|these|those|there|nobody|everyone)\s)/u;
const dayPhrase = /^\s+(?:on|in|at)\s+\p{Lu}\p{Ll}+day(?:\s(?:morning|afternoon|evening|night))?\s+/u;
const occasionPhrase = /^\s+(?:on|in|at)\s+(?:an?|his|her|its|the)\s((?:\p{L}+\s){1,3})/u;
const audiencePhrase = /^(?:on|to)\s(?:the\s)?(\p{L}+(?:\smedia)?)\s/u;

const pronounClause =
  /^\s+(?:it|he|she|they|we|there|this|these|those|(?:the|an?|its|his|her|their|all|no|some|most)\s(?!who|that|which)[\w'’-]+(?:\s(?!who|that|which)[\w'’-]+){0,3})\s(?:will|would|had|has|have|was|were|is|are|may|might|could|can|should|must|did|do|does)\b/;
const pronounVerb = /^\s+(?:he|she|they|we|there|everyone|nobody)\s(?:\w+ly\s)?(?=[a-z])/;

/** it was …, the pumps had …; she |left …: a short subject with its verb. */
function opensPronounClause({ reading }: Scene, at: number, limit: number): boolean {
  const text = reading.folded.slice(at, Math.min(limit, at + 120));
  if (pronounClause.test(text)) return true;
  const start = at + (pronounVerb.exec(text)?.[0].length ?? 0);
  const [verb] = start === at ? [] : reading.tokensIn({ start, end: limit });
  return verb !== undefined && verb.start === start && isVerb(verb);
}

/** said |if rates fell it would lend more: a main clause follows; what somebody asks, and if it is so, has none. */
function isCondition({ reading }: Scene, cue: CueMatch, limit: number): boolean {
  if (cue.frame !== 'clause' || cue.type === 'ask') return false;
  const tokens = reading.tokensIn({ start: cue.end, end: limit });
  const first = tokens.findIndex(isVerb);
  return tokens.some((token, index) => {
    const before = tokens[index - 1];
    return first >= 0 && index > first + 1 && isVerb(token) && before !== undefined && endsSubject(before);
  });
}

/** The tag of a word that can end the subject right before its verb. */
function endsSubject({ pos }: Pick<Token, 'pos'>): boolean {
  return /^(?:Noun|Pronoun|ProperNoun|Person|Place|Organization|Acronym)$/.test(pos);
}

/** Behind a verb and what tells when, where or to whom (said |in Rome on Monday that| …): the length of it; 0 where no *that* follows. */
function lengthToThat(text: string): number {
  const match = adjunct.exec(text);
  return match !== null && (match[1] === undefined || hasRole(match[1], 'adjunct')) ? match[0].length : 0;
}

/** said |on Monday| …, |in a post on X| …: the length of a phrase of time or occasion that no *that* follows. */
function lengthOfOccasion(text: string): number {
  const day = dayPhrase.exec(text)?.[0].length;
  if (day !== undefined) return day;
  const phrase = occasionPhrase.exec(text);
  const words = phrase?.[1]?.trimEnd().split(/\s/) ?? [];
  const noun = words.findIndex((word) => hasRole(word, 'occasion'));
  if (phrase === null || noun < 0) return 0;
  const behind = words.slice(noun + 1).reduce((length, word) => length + word.length + 1, 0);
  const end = phrase[0].length - behind;
  const audience = audiencePhrase.exec(text.slice(end));
  const isNamed = hasRole(audience?.[1]?.toLowerCase(), 'audience');
  const length = end + (isNamed ? (audience?.[0].length ?? 0) : 0);
  return length + (/^\s*/.exec(text.slice(length))?.[0].length ?? 0);
}

/** Where the reported clause begins behind a verb; null where what follows is no clause. */
export function clauseBehind(scene: Scene, cue: CueMatch, limit: number): number | null {
  const text = scene.reading.folded.slice(cue.end, Math.min(limit, cue.end + 120));
  const told = /^t(?:ell|ells|old)$/.test(cue.word);
  const verb = cue.word.split(' ', 1)[0];
  const direct = told ? 0 : lengthToThat(text);
  if (direct > 0) return cue.end + direct;
  const that = told || hasRole(verb, 'hearer') ? listener.exec(text) : null;
  // told staff it had lost money and warned them |that: behind a verb the clause is another's.
  const isOwn = that === null || !told || !listenerActs(scene, { start: cue.end, end: cue.end + that[0].length });
  if (that !== null && isOwn) return cue.end + that[0].length;
  const aside = /^,\s[^,.;:“”"]{2,60},\sthat\s/.exec(text);
  if (aside !== null) return cue.end + aside[0].length;
  const asks = /^\s(whether|if)\s/.exec(text)?.[1];
  if (asks !== undefined && hasRole(verb, 'doubt')) return cue.end + 1;
  if (asks === 'whether' || (asks === 'if' && !isCondition(scene, cue, limit))) return null;
  if (/^\s(?:how|why)\s(?!many|much|long|far|to\b)/.test(text)) return hasRole(verb, 'tell') ? cue.end + 1 : null;
  if (/^\s*:\s/.test(text)) return cue.end + (/^\s*:\s+/.exec(text)?.[0].length ?? 0);
  if (cue.type === 'predict') {
    const infinitive = /^\s+(?=[^,.;:"“]{3,80}?\sto\s\p{Ll})/u.exec(text);
    if (infinitive !== null && !/^\s+to\s/.test(text)) return cue.end + infinitive[0].length;
  }
  const judged = judgedBehind(cue, text);
  if (judged !== null) return judged;
  if (cue.frame !== 'clause' && cue.type !== 'data' && !opensPronounClause(scene, cue.end, limit)) return null;
  if (told) {
    const named = pastNamed(scene, cue.end, limit);
    if (named !== null) return named;
    const heard = shortListener.exec(text);
    if (heard === null || listenerActs(scene, { start: cue.end, end: cue.end + heard[0].length }))
      return that === null ? null : cue.end + that[0].length;
    return hasVerb(scene, { start: cue.end + heard[0].length, end: limit }) ? cue.end + heard[0].length : null;
  }
  const start = Math.max(cue.end + lengthOfOccasion(text), pastTime(scene, cue.end, limit));
  return isClausalEn(scene, skipSpaces(scene.reading.folded, start, limit), limit, cue)
    ? skipSpaces(scene.reading.folded, start, limit)
    : null;
}

/** told |the Evening Post| three men had fled, told |parliament| taxes would rise: where a clause begins behind a listener by name, or one that all know. */
function pastNamed(scene: Scene, at: number, limit: number): number | null {
  const { lower, mentionsIn, timesIn, tokensIn } = scene.reading;
  const start = at + (/^\s(?:the\s)?/.exec(lower.slice(at, at + 5))?.[0].length ?? 0);
  const name = mentionsIn({ start: at, end: limit })[0];
  const word = wordsIn(lower, { start, end: limit }, 1)[0];
  const isNamed = name !== undefined && name.start <= start && name.end > start;
  const heard = isNamed ? name.end : hasRole(word?.text, 'audience') ? (word?.end ?? start) : start;
  if (heard === start) return null;
  // told CNBC |Tuesday| the company would …
  const time = timesIn({ start: heard, end: limit })[0];
  const end = time?.start === heard + 1 ? time.end : heard;
  const next = wordsIn(lower, { start: end, end: limit }, 1)[0];
  if (next === undefined || next.start !== end + 1 || hasRole(next.text, 'unheard')) return null;
  if (!hasVerb(scene, { start: end, end: limit })) return null;
  // told Oakminster Crown Court |Mottley| had dug: a name that runs on into the subject.
  const [verb] = tokensIn(next);
  const runsOn = isNamed && end === heard && verb !== undefined && isVerb(verb);
  return runsOn ? lower.lastIndexOf(' ', end - 1) + 1 : end + 1;
}

/** Whether a verb stands in what should name a listener; the first word names him, whatever its tag (told |staff). */
function listenerActs(scene: Scene, { start, end }: Span): boolean {
  return hasVerb(scene, { start: wordsIn(scene.reading.lower, { start, end }, 1)[0]?.end ?? start, end });
}

const judged =
  /^\s+(?:(?!to\s|that\s)[^,.;:"“]{3,60}?\sto\s(?:be|have)\s|(?:him|her|it|them)\s(?:an?|the|too|more|less)\s|(?:the|his|her|their|its|this)\s(?:[a-z]+\s){1,3}?(?:an?|too)\s)/;

/** judged none of the deaths to be related; thought her the best; thought the whole business a phase: what is held of what, without a clause. */
function judgedBehind(cue: CueMatch, text: string): number | null {
  if (cue.type !== 'think' && !hasRole(cue.word, 'judge')) return null;
  return !hasRole(cue.word, 'unjudged') && judged.test(text) ? cue.end + 1 : null;
}

const behindTime =
  /^,?\s(?:that|he|she|it|they|we|there|the|an?|its|his|her|their|this|these|those|all|no|some|most|more|at|in|on|\p{Lu}|\d|[“"$€£])/u;

/** S said |late on Thursday| …; S said |then that| …: where the time behind the verb ends. */
function pastTime({ reading }: Scene, at: number, limit: number): number {
  const lead = /^\s(?:(?:late|early|earlier|on|in|at)\s)*/.exec(reading.lower.slice(at, limit))?.[0].length ?? 0;
  const time = reading.timesIn({ start: at + lead, end: limit }).find(({ start }) => start === at + lead);
  const word = /^\s(?:then|later|again)\b/.exec(reading.lower.slice(at, limit))?.[0].length ?? 0;
  // saying fourth-quarter orders would fall: the time belongs to the subject of the clause.
  const isAlone = time !== undefined && (lead > 1 || behindTime.test(reading.folded.slice(time.end, limit)));
  const end = isAlone ? time.end : at + word;
  return end + (/^\sthat(?=\s)/.exec(reading.lower.slice(end, limit))?.[0].length ?? 0);
}

/** Whether a clause of its own begins: a subject (no infinitive or preposition) with a verb behind it. */
function isClausalEn(scene: Scene, start: number, limit: number, cue: CueMatch): boolean {
  const { lower } = scene.reading;
  const words = wordsIn(lower, { start, end: Math.min(limit, start + 160) });
  const first = words[0];
  if (first === undefined || first.start > start + 1 || (words.length < 3 && !/['’]/.test(first.text)))
    return cue.negates && !hasRole(cue.word, 'deed') && words.length >= 2;
  if (cue.negates) {
    // The council rejected the plan: a deed, unless it is a claim that is rejected.
    const isDeed =
      hasRole(cue.word, 'deed') && !words.some((word) => word.start < start + 60 && hasRole(word.text, 'refuted'));
    return !isDeed && !/^(?:to|by|in|on|at)$/.test(first.text);
  }
  // said at least 14 people …, said about 300 people …: the words belong to the figure.
  const opens = /^(?:(?:at (?:least|most)|up to|as (?:many|much|few) as|about|on average|in total)\s)(?=\S)/.exec(
    lower.slice(start, limit),
  );
  if (
    opens === null &&
    /^(?:to|by|on|at|of|from|for|up|out|about|with|and|or|as|in|during|after|before|because|when)$/.test(first.text)
  )
    return false;
  if (riseBehind(lower.slice(start, Math.min(limit, start + 60)))) return true;
  const verb = scene.reading.tokensIn({ start: first.end, end: words.at(-1)?.end ?? limit }).find(isVerb);
  // She noted the time and closed the door: the verb behind `and` has the subject of the first.
  return (
    verb !== undefined &&
    !/\b(?:and|but|or|then)\s(?:\w+ly\s)?$|,\s(?:while|but|though|although|whereas|as)\s/.test(
      lower.slice(start, verb.start),
    )
  );
}

/** Complaints |rose| 12 per cent: a verb that the tagger takes for a noun, near the start of a clause and behind a plural. */
export function riseBehind(text: string): boolean {
  const words = text.toLowerCase().split(/\s/).slice(0, 7);
  const front = words.findIndex((word) => !/^[a-z'’-]+$/.test(word));
  const limit = Math.min(4, front < 0 ? words.length : front);
  return words.some(
    (word, index) =>
      index <= limit && /^[a-z]{3,}s$/.test(word) && hasRole(/^[a-z]+/.exec(words[index + 1] ?? '')?.[0], 'mistagged'),
  );
}

/** Where what a verb reports of its subject begins: a clause, a plan, a figure or a noun phrase; null where nothing is reported. */
export function contentBehind(scene: Scene, cue: CueMatch, subject: Span, end: number): number | null {
  return (
    clauseBehind(scene, cue, end) ??
    planBehind(scene, cue) ??
    figureBehind(scene, cue, end) ??
    nounBehind(scene, cue, subject, end)
  );
}

/** NASA expects to spend …: what somebody expects of himself. */
function planBehind({ reading }: Scene, cue: CueMatch): number | null {
  return /^expects?$/.test(cue.word) && /^\sto\s[a-z]/.test(reading.lower.slice(cue.end, cue.end + 5))
    ? cue.end + 1
    : null;
}

/** The firm announced the opening of a plant; the recorder shows a speed of 38 mph: a noun phrase as what is announced or shown. */
function nounBehind({ reading }: Scene, cue: CueMatch, subject: Span, end: number): number | null {
  const rest = reading.folded.slice(cue.end, end);
  if (/^announce[ds]?$/.test(cue.word))
    return /^\s(?:the|a|an)\s(?:[\w'’-]+\s){1,4}?of\s/.test(rest) ? cue.end + 1 : null;
  // The authors found no measurable effect of up to six snow days.
  if (
    /^(?:f(?:ind|inds|ound)|s(?:aw|ees?)|show(?:s|ed)?)$/.test(cue.word) &&
    /^\s(?:no|little)\s(?:\w+\s)*?\w{4,}/.test(rest.slice(0, 40))
  )
    return isSomebody(reading, subject) || describeSource(reading, subject).kind === 'publication' ? cue.end + 1 : null;
  if (cue.type !== 'data' && !/^(?:says?|said|put|puts|lists?|listed)$/.test(cue.word)) return null;
  const isPaper = describeSource(reading, subject).kind === 'publication';
  return isPaper && /^\s(?!that\b|to\b|it\b|in\b|by\b|at\b|on\b)[^.;:“”"]{0,60}?\d/.test(rest) ? cue.end + 1 : null;
}

/** The bank forecasts growth of 2.4 percent: a figure without a clause. */
function figureBehind({ reading }: Scene, cue: CueMatch, end: number): number | null {
  // The bureau forecast heavy rain: these two take a noun alone.
  const takesNoun = /^(?:forecasts?|predict(?:s|ed))$/.test(cue.word);
  if (
    takesNoun &&
    /^\s(?!to\b|by\b|in\b|on\b|for\b|at\b|from\b|of\b|with\b|and\b|is\b|was\b)[a-z-]{3,}\s[a-z]/.test(
      reading.lower.slice(cue.end, end),
    )
  )
    return cue.end + 1;
  if (
    (cue.type !== 'predict' && !/^impl(?:y|ies|ied)$/.test(cue.word)) ||
    !/^\s(?!to\b|by\b|in\b|that\b)[\p{L}\d$£€][^.;]*\d/u.test(reading.folded.slice(cue.end, end))
  )
    return null;
  return cue.end + 1;
}
