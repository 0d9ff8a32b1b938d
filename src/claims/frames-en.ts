import type { Span } from '../document/span.js';
import { carry, type SourcePhrase } from './attribution.js';
import type { Clause } from './clauses.js';
import { type CueMatch, findCues } from './cues.js';
import { describeSource, isSomebody, nounBefore } from './nouns.js';
import { apposedName, isBarred, tieQuotesEn } from './quote-frames-en.js';
import { adoptQuotes } from './quotes-alone.js';
import type { NumberedSentence } from './reading.js';
import { endOfContent, holdsQuote, quoteOf, record, type Scene, skipSpaces } from './scene.js';
import { findSubjectEn, hasRole, isFullName, nounPhraseEn, wordsIn } from './sources-en.js';
import { isAuthorsTurn } from './turns.js';

/** Finds every attribution of an English paragraph: quotations first, then reported clauses, then quotations alone. */
export function attributeEnglish(scene: Scene): void {
  tieQuotesEn(scene);
  for (const sentence of scene.paragraph.sentences) reportSentence(scene, sentence);
  adoptQuotes(scene);
}

/** What a frame found in a sentence: who, by which cue, and which stretch is claimed. */
interface Report {
  readonly source: SourcePhrase | null;
  readonly cue: CueMatch;
  readonly start: number;
  readonly content: Span;
  readonly confidence: number;
  /** Where what names the source ends, if behind the cue. */
  readonly end?: number;
  /** It may lie inside what another one reports. */
  readonly isInner?: boolean;
}

interface Frame {
  readonly rule: string;
  find(scene: Scene, sentence: NumberedSentence): Report[];
}

function reportSentence(scene: Scene, sentence: NumberedSentence): void {
  for (const { rule, find } of frames) {
    for (const report of find(scene, sentence)) {
      if (report.content.end - report.content.start < 3 || isCovered(scene, report)) continue;
      const { source, cue, content, confidence } = report;
      const quote = quoteOf(scene, content);
      const extent = {
        start: Math.min(report.start, content.start),
        end: Math.max(content.end, cue.end, report.end ?? 0),
      };
      record(scene, { rule, source, cue, content, quote, extent, confidence });
    }
  }
}

/** Whether an earlier frame has taken the cue or the start of the content; a report inside a denial is its own. */
function isCovered(scene: Scene, report: Report): boolean {
  return scene.found.some(({ extent, cue, rule }) => {
    if (report.isInner === true && cue?.start !== report.cue.start) return false;
    if (rule === 'report-that' && report.cue.negates) return false;
    if (cue !== null && cue.start === report.cue.start) return true;
    return extent !== null && extent.start <= report.content.start && report.content.start < extent.end;
  });
}

/** Where a reported clause ends: at the sentence's end, a semicolon, the author's comment, or somebody else's words. */
function endOfReport(scene: Scene, sentence: NumberedSentence, start: number): number {
  const end = endOfContent(scene.reading.folded, sentence);
  const clauses = clausesOf(scene, sentence);
  const cut = clauses.findIndex(
    (clause, index) => clause.start > start && stopsReport(scene, clause, clauses[index - 1]),
  );
  return nextVerb(scene, start, cut > 0 ? Math.min(end, clauses[cut - 1]?.end ?? end) : end);
}

/** … and promised that …: a second verb of the same speaker ends what the first one reports. */
function nextVerb(scene: Scene, start: number, end: number): number {
  const { lower, folded } = scene.reading;
  for (const cue of findCues(scene.reading, { start, end })) {
    if (!['clause', 'that'].includes(cue.frame) || /ing$/.test(cue.word) || !lower.startsWith(' that ', cue.end))
      continue;
    const before = lower.slice(start, cue.start);
    if (!goesOn(before, cue)) continue;
    return trimBack(folded, start, start + before.search(/\s(?:but|and|yet)\s(?:\S+\s){0,1}$/));
  }
  return end;
}

function clausesOf(scene: Scene, sentence: NumberedSentence): Clause[] {
  return scene.clauses.filter((clause) => clause.sentence === sentence);
}

/** …, a claim that Manila rejects: the author's apposition to what was said. */
const commentNoun =
  /^an? (?:\w+ )?(?:claim|charge|accusation|allegation|assertion|suggestion|statement|view|figure|prediction|forecast|warning) (?:that|which|he|she|they|it)\b/;

function stopsReport(scene: Scene, clause: Clause, before: Clause | undefined): boolean {
  if (before?.mark === ';' || isAuthorsTurn(scene.reading, clause)) return true;
  if (commentNoun.test(scene.reading.lower.slice(clause.start, clause.end))) return true;
  if (
    findCues(scene.reading, clause).some(
      (cue) => cue.start === clause.start && /ing$/.test(cue.word) && cue.frame === 'clause',
    )
  )
    return true;
  if (!/^(?:but|while|though|although|whereas)\b/.test(scene.reading.lower.slice(clause.start, clause.start + 10)))
    return false;
  return findCues(scene.reading, clause).some((cue) => cue.frame === 'clause' && !isBarred(scene, clause.start, cue));
}

const sideWords = /^\s*(?:,\s*(?:however|meanwhile|though|too)\s*,\s*)?/;

/** `according-to`: According to S, …; …, according to S. */
const accordingTo: Frame = {
  rule: 'according-to',
  find(scene, sentence) {
    const { lower, folded } = scene.reading;
    const cue = findCues(scene.reading, sentence).find(({ frame }) => frame === 'of');
    if (cue === undefined || holdsQuote(scene, cue)) return [];
    const at = cue.start;
    const end = endOfContent(folded, sentence);
    const comma = folded.slice(at, end).search(/,|\s[-–—]\s/);
    const named = comma < 0 ? end : at + comma;
    const subject = apposedName(scene, named) ?? documentOwner(scene, { start: cue.end + 1, end: named });
    if (subject === null) return [];
    const leads = wordsIn(lower, { start: sentence.start, end: at }).every(
      ({ text }) => hasRole(text, 'lead') || hasRole(text, 'adverb'),
    );
    const past = pastApposition(scene, named, end);
    const from = past + (sideWords.exec(folded.slice(past, end))?.[0].length ?? 0);
    const before = { start: sentence.start, end: trimBack(folded, sentence.start, at) };
    const content = leads
      ? { start: skipMarks(folded, from, end), end: endOfReport(scene, sentence, from) }
      : hasVerb(scene, before) || past >= end
        ? before
        : { start: sentence.start, end: endOfReport(scene, sentence, from) };
    return [
      {
        source: describeSource(scene.reading, subject),
        cue,
        start: leads ? sentence.start : at,
        end: leads ? content.end : past,
        content,
        confidence: 0.95,
      },
    ];
  },
};

/** Where an apposition between commas ends (…, a fisherman on the island, …); `at` where none begins. */
function pastApposition({ reading }: Scene, at: number, end: number): number {
  if (reading.folded[at] !== ',') return at;
  const length = reading.folded.slice(at + 1, end).search(/,/);
  const segment = { start: at + 1, end: length < 0 ? end : at + 1 + length };
  if (isFullName(reading, segment)) return segment.end;
  const opener = /^\s*(an?|the|one|who|whose|which)\s/.exec(reading.lower.slice(segment.start, segment.end))?.[1];
  if (opener === undefined) return at;
  return opener.startsWith('wh') || !hasVerb({ reading }, segment) ? segment.end : at;
}

function hasVerb({ reading }: Pick<Scene, 'reading'>, stretch: Span): boolean {
  return reading.tokensIn(stretch).some(({ pos }) => /^(?:Verb|Modal|Copula|Auxiliary)$/.test(pos));
}

function skipMarks(folded: string, at: number, end: number): number {
  let start = at;
  while (start < end && /[\s,]/.test(folded[start] ?? '')) start++;
  return start;
}

function trimBack(folded: string, start: number, at: number): number {
  let end = at;
  while (end > start && /[\s,—–-]/.test(folded[end - 1] ?? '')) end--;
  return end;
}

/** data from Wind → Wind; a report by the IMF → IMF; else the phrase itself. */
function documentOwner({ reading }: Scene, region: Span): Span | null {
  const text = reading.lower.slice(region.start, region.end);
  const owned =
    /^(?:(?:the|a|an|new|latest|recent|official|preliminary|annual)\s+)*(?:data|figures|statistics|reports?|stud(?:y|ies)|surveys?|polls?|estimates?|research|analysis|numbers)\s+(?:compiled\s+|released\s+|published\s+|issued\s+|provided\s+)?(?:on\s+\w+\s+)?(?:from|by|of)\s+(?:the\s+)?/.exec(
      text,
    );
  const start = region.start + (owned?.[0].length ?? 0);
  const seen = handled.exec(reading.lower.slice(start, region.end));
  return nounPhraseEn(reading, { start, end: seen === null ? region.end : start + seen.index });
}

const handled =
  /\s(?:seen|reviewed|obtained|cited|released|published|filed|posted|issued|shared|circulated|compiled|prepared|submitted|sent|made|provided|commissioned|conducted|dated)\s(?:\w+\s){0,2}?(?:by|with|to|on|in|at|for|from)\s|\s(?:published|released|issued|seen)\s/;

/** `rumour`: rumor has it that …, it is said that …; nobody is named. */
const rumour: Frame = {
  rule: 'hearsay',
  find(scene, sentence) {
    const cue = findCues(scene.reading, sentence).find(({ frame }) => frame === 'lead');
    if (cue === undefined || holdsQuote(scene, cue)) return [];
    const start = pastThat(scene.reading.lower, cue.end, sentence.end);
    const content = { start, end: endOfReport(scene, sentence, start) };
    return [{ source: null, cue, start: cue.start, content, confidence: 0.9 }];
  },
};

function pastThat(lower: string, at: number, limit: number): number {
  const match = /^[\s,:]*(?:that\b)?\s*/.exec(lower.slice(at, limit));
  return at + (match?.[0].length ?? 0);
}

const reportNoun =
  /\b(?:reports?|claims?|allegations?|suggestions?|estimates?|forecasts?|statements?|warnings?|assertions?|predictions?|rumou?rs?|accusations?|assurances?)(?=\s+that\s)/g;

/** `report-that`: a Bloomberg report that …, the bank's forecast that …. */
const reportThat: Frame = {
  rule: 'report-that',
  find(scene, sentence) {
    const { lower, folded } = scene.reading;
    return [...lower.slice(sentence.start, sentence.end).matchAll(reportNoun)].flatMap((match): Report[] => {
      const at = sentence.start + match.index;
      if (holdsQuote(scene, { start: at, end: at + 1 })) return [];
      const owner = ownerBefore(scene, sentence.start, at);
      if (owner === null) return [];
      const cue = {
        start: at,
        end: at + match[0].length,
        word: match[0],
        type: 'report',
        frame: 'that',
        stance: 'neutral',
        negates: false,
      } as const;
      const start = pastThat(lower, cue.end, sentence.end);
      const content = { start, end: endOfReport(scene, sentence, start) };
      return folded.slice(owner.start, owner.end) === ''
        ? []
        : [{ source: describeSource(scene.reading, owner), cue, start: owner.start, content, confidence: 0.85 }];
    });
  },
};

/** The name before a noun of report: a Bloomberg report, Goldman's forecast. */
function ownerBefore(scene: Scene, from: number, at: number): Span | null {
  const before = scene.reading.folded.slice(Math.max(from, at - 60), at);
  const match =
    /(\p{Lu}[\p{L}\p{N}.&-]*(?:\s\p{Lu}[\p{L}\p{N}.&-]*)*)(?:['’]s?)?\s+(?:new\s|latest\s|recent\s|earlier\s)?$/u.exec(
      before,
    );
  if (match?.[1] === undefined || match.index + Math.max(from, at - 60) === from) return null;
  const start = at - before.length + match.index;
  return { start, end: start + match[1].length };
}

const adjunct =
  /^\s+(?:\w+ly\s+)?(?:(?:on|in|at|during|late|earlier|last|this|to|via|through|after|before|yesterday|today|again|also|repeatedly|publicly)\b[^,.;:"“]{0,70}?\s+)?that\s+/;
const listener = /^\s+[^,.;:"“]{1,60}?\s+that\s+/;
const shortListener =
  /^\s+(?:(?:the|a|an|his|her|its|their)\s+)?[\p{L}'’]+(?:\s\p{Lu}[\p{L}]*)*\s+(?=(?:that|he|she|it|they|we|the|a|an|his|her|its|their|this|these|there)\s)/u;
const shortAdjunct =
  /^\s+(?:on|in|at)\s+(?:\p{Lu}\p{Ll}+day(?:\s(?:morning|afternoon|evening|night))?|(?:a|an|his|her|its|the)\s(?:\p{L}+\s){0,2}?(?:statement|interview|report|note|post|filing|letter|email|speech|briefing|release|memo|blog|tweet|call|conference|podcast))\s+/u;

const pronounClause =
  /^\s+(?:it|he|she|they|we|there|this|these|those|(?:the|an?|its|his|her|their|all|no|some|most)\s(?!who|that|which)[\w'’-]+(?:\s(?!who|that|which)[\w'’-]+){0,3})\s(?:will|would|had|has|have|was|were|is|are|may|might|could|can|should|must|did|do|does)\b/;

/** Where the reported clause begins behind a verb; null where what follows is no clause. */
function clauseBehind(scene: Scene, cue: CueMatch, limit: number): number | null {
  const text = scene.reading.folded.slice(cue.end, Math.min(limit, cue.end + 120));
  const told = /^t(?:ell|ells|old)$/.test(cue.word);
  const that = (told ? listener : adjunct).exec(text);
  if (that !== null) return cue.end + that[0].length;
  if (/^\s*:\s/.test(text)) return cue.end + (/^\s*:\s+/.exec(text)?.[0].length ?? 0);
  if (cue.type === 'predict') {
    const infinitive = /^\s+(?=[^,.;:"“]{3,80}?\sto\s\p{Ll})/u.exec(text);
    if (infinitive !== null && !/^\s+to\s/.test(text)) return cue.end + infinitive[0].length;
  }
  if (cue.frame !== 'clause' && cue.type !== 'data' && !pronounClause.test(text)) return null;
  if (told) {
    const heard = shortListener.exec(text);
    return heard === null ? null : cue.end + heard[0].length;
  }
  const start = cue.end + (shortAdjunct.exec(text)?.[0].length ?? 0);
  return isClausalEn(scene, skipSpaces(scene.reading.folded, start, limit), limit, cue)
    ? skipSpaces(scene.reading.folded, start, limit)
    : null;
}

/** Whether a clause of its own begins: a subject (no infinitive or preposition) with a verb behind it. */
function isClausalEn(scene: Scene, start: number, limit: number, cue: CueMatch): boolean {
  const { lower } = scene.reading;
  const words = wordsIn(lower, { start, end: Math.min(limit, start + 160) });
  const first = words[0];
  if (first === undefined || first.start > start + 1 || (words.length < 3 && !/['’]/.test(first.text)))
    return cue.negates && words.length >= 2;
  if (cue.negates) return !/^(?:to|by|in|on|at)$/.test(first.text);
  if (/^(?:to|by|on|at|of|from|for|up|out|about|with|and|or|as|in|during|after|before|because|when)$/.test(first.text))
    return false;
  const verb = scene.reading
    .tokensIn({ start: first.end, end: words.at(-1)?.end ?? limit })
    .find(({ pos }) => /^(?:Verb|Modal|Copula|Auxiliary)$/.test(pos));
  // She noted the time and closed the door: the verb behind `and` has the subject of the first.
  return verb !== undefined && !/\band\s(?:\w+ly\s)?$/.test(lower.slice(start, verb.start));
}

/** `speaker-cue-clause`: S said (on Tuesday) (that) …. */
const speakerCueClause: Frame = {
  rule: 'speaker-cue-clause',
  find(scene, sentence) {
    const { reading } = scene;
    const reports: Report[] = [];
    let from = sentence.start;
    for (const cue of findCues(reading, sentence)) {
      if (cue.start < from || !['clause', 'that'].includes(cue.frame) || holdsQuote(scene, cue)) continue;
      if (isBarred(scene, from, cue) || /ing$/.test(cue.word)) continue;
      if (goesOn(reading.lower.slice(sentence.start, cue.start), cue)) continue;
      const start =
        clauseBehind(scene, cue, sentence.end) ?? planBehind(scene, cue) ?? figureBehind(scene, cue, sentence.end);
      const subject =
        start === null
          ? null
          : findSubjectEn(reading, { start: clauseStart(scene, sentence, cue, from), end: cue.start });
      if (start === null || subject === null) continue;
      if (start === cue.end + 1 && /^expects?$/.test(cue.word) && !isSomebody(reading, subject)) continue;
      const content = { start, end: endOfReport(scene, sentence, start) };
      const source = describeSource(reading, subject);
      if (cue.type === 'data' && cue.frame !== 'clause' && source.kind === 'person') continue;
      reports.push({ source, cue, start: Math.min(subject.start, cue.start), content, confidence: 0.85 });
      from = content.end;
    }
    return reports;
  },
};

/** NASA expects to spend …: what somebody expects of himself. */
function planBehind({ reading }: Scene, cue: CueMatch): number | null {
  return /^expects?$/.test(cue.word) && /^\sto\s[a-z]/.test(reading.lower.slice(cue.end, cue.end + 5))
    ? cue.end + 1
    : null;
}

/** The bank forecasts growth of 2.4 percent: a figure without a clause. */
function figureBehind({ reading }: Scene, cue: CueMatch, end: number): number | null {
  if (
    cue.type !== 'predict' ||
    !/^\s(?!to\b|by\b|in\b|that\b)[\p{L}$£€][^.;]*\d/u.test(reading.folded.slice(cue.end, end))
  )
    return null;
  return cue.end + 1;
}

function clauseStart(scene: Scene, sentence: NumberedSentence, cue: Span, from: number): number {
  const quote = scene.quotes.findLast(({ end }) => end <= cue.start)?.end ?? 0;
  return Math.max(sentence.start, from, quote);
}

/** `relative-speaker`: a supplier that claims …, X, a supplier that claims …: the antecedent by its name or noun. */
const relativeSpeaker: Frame = {
  rule: 'relative-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    return findCues(reading, sentence).flatMap((cue): Report[] => {
      if (!['clause', 'that'].includes(cue.frame) || /ing$/.test(cue.word) || holdsQuote(scene, cue)) return [];
      const that = /\sthat\s$/.exec(reading.lower.slice(sentence.start, cue.start));
      const start = that === null ? null : clauseBehind(scene, cue, sentence.end);
      if (that === null || start === null) return [];
      const subject = antecedent(scene, { start: sentence.start, end: sentence.start + that.index });
      if (subject === null) return [];
      const content = { start, end: endOfReport(scene, sentence, start) };
      const source = describeSource(reading, subject);
      return [{ source, cue, start: cue.start, content, confidence: 0.75, isInner: true }];
    });
  },
};

/** The noun phrase before a relative clause; the name before it where it is only an apposition to one. */
function antecedent({ reading }: Scene, region: Span): Span | null {
  const comma = reading.folded.lastIndexOf(',', region.end - 1);
  const apposed = comma > region.start && /^,\s(?:an?|the)\s/.test(reading.lower.slice(comma, comma + 6));
  const end = apposed ? comma : region.end;
  return reading.mentionsIn({ start: region.start, end }).findLast((mention) => mention.end === end) ?? null;
}

/** `omitted-speaker-cue-clause`: …, saying (that) …: the subject of the sentence goes on. */
const omittedSpeaker: Frame = {
  rule: 'omitted-speaker-cue-clause',
  find(scene, sentence) {
    const { reading } = scene;
    return findCues(reading, sentence).flatMap((cue): Report[] => {
      if (!['clause', 'that'].includes(cue.frame) || holdsQuote(scene, cue)) return [];
      if (!goesOn(reading.lower.slice(sentence.start, cue.start), cue)) return [];
      const start = clauseBehind(scene, cue, sentence.end);
      const subject = start === null ? null : firstSubject(scene, sentence, cue);
      if (start === null || subject === null) return [];
      const content = { start, end: endOfReport(scene, sentence, start) };
      return [{ source: carry(subject), cue, start: cue.start, content, confidence: 0.7 }];
    });
  },
};

/** …, saying …; …, but warned that …; … and added that …: no subject of its own stands before the cue. */
function goesOn(before: string, cue: CueMatch): boolean {
  if (/ing$/.test(cue.word)) return cue.frame === 'clause' && /,\s*(?:while\s|also\s)?$/.test(before);
  return (
    /(?:ed|said|told|wrote)$/.test(cue.word) &&
    /(?:\bbut|\band|\byet)\s(?:also\s|later\s|then\s|again\s|has\s|have\s)?$/.test(before)
  );
}

/** The subject of the sentence's first verb. */
function firstSubject(scene: Scene, sentence: NumberedSentence, cue: Span): SourcePhrase | null {
  const earlier = scene.found.findLast((found) => found.start >= sentence.start && found.end <= cue.start);
  if (earlier?.source) return earlier.source;
  const verb = scene.reading
    .tokensIn({ start: sentence.start, end: cue.start })
    .find(({ pos, start }) => start > sentence.start && /^(?:Verb|Modal|Copula|Auxiliary)$/.test(pos));
  const subject =
    verb === undefined
      ? (scene.reading.mentionsIn(sentence).find(({ start }) => start === sentence.start) ?? null)
      : findSubjectEn(scene.reading, { start: sentence.start, end: verb.start });
  return subject === null ? null : describeSource(scene.reading, subject);
}

/** `content-speaker-cue`: …, she warned. …, May Chen said on Tuesday. */
const closingSpeaker: Frame = {
  rule: 'content-speaker-cue',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    const at = tagClause(scene, clauses);
    const last = clauses[at];
    const before = clauses[at - 1];
    if (last === undefined || before === undefined || before.mark !== ',' || holdsQuote(scene, last)) return [];
    if (hasRole(wordsIn(reading.lower, last)[0]?.text, 'lead')) return [];
    const cue = findCues(reading, last).findLast(
      (candidate) => !/ing$/.test(candidate.word) && closes(scene, candidate, last),
    );
    if (cue === undefined || isBarred(scene, last.start, cue)) return [];
    if (findCues(reading, { start: last.start, end: cue.start }).some(({ frame }) => frame === 'clause')) return [];
    const isInverted = cue.start === last.start;
    if (isInverted && !opensName(scene, cue, last)) return [];
    const named = isInverted
      ? { start: cue.end, end: Math.min(last.end, endOfContent(reading.folded, sentence)) }
      : { start: last.start, end: cue.start };
    const subject = nounPhraseEn(reading, named);
    if (subject === null || wordsIn(reading.lower, named).length > 9) return [];
    const content = { start: sentence.start, end: before.end };
    return [{ source: describeSource(reading, subject), cue, start: sentence.start, content, confidence: 0.85 }];
  },
};

/** The index of the clause that closes the sentence with its speaker; an apposition to him may follow it. */
function tagClause({ reading }: Scene, clauses: readonly Clause[]): number {
  const apposed = clauses.findLastIndex(
    ({ start, end }) =>
      !/^(?:an?|the|one|who|whose|which)\s/.test(reading.lower.slice(start, Math.min(end, start + 7))),
  );
  const adding = clauses.findLastIndex(
    (clause) => !findCues(reading, clause).some(({ start, word }) => start === clause.start && /ing$/.test(word)),
  );
  if (adding >= 0 && adding < clauses.length - 1) return adding;
  const tag = clauses[apposed];
  const opens = tag !== undefined && findCues(reading, tag).some(({ start }) => start === tag.start);
  return opens ? apposed : clauses.length - 1;
}

/** `content-apposed-speaker`: …, its chief executive, May Chen, told analysts. */
const apposedSpeaker: Frame = {
  rule: 'content-apposed-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    const last = clauses.at(-1);
    const cue = last === undefined ? undefined : findCues(reading, last)[0];
    if (last === undefined || cue === undefined || cue.start !== last.start || clauses.length < 4) return [];
    if (!/^(?:said|says|told)$/.test(cue.word) || clauseBehind(scene, cue, last.end) !== null) return [];
    const [before, named, apposed] = clauses.slice(-4, -1);
    if (before === undefined || named === undefined || apposed === undefined || before.mark !== ',') return [];
    if (hasVerb(scene, named) || hasVerb(scene, apposed) || !hasVerb(scene, before)) return [];
    const subject = findSubjectEn(reading, { start: named.start, end: cue.start });
    if (subject === null) return [];
    const content = { start: sentence.start, end: before.end };
    return [{ source: describeSource(reading, subject), cue, start: sentence.start, content, confidence: 0.8 }];
  },
};

/** `parenthetical-speaker`: Ten years ago, she noted, …. */
const parenthetical: Frame = {
  rule: 'parenthetical-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    const clauses = clausesOf(scene, sentence);
    return clauses.slice(1, -1).flatMap((clause, index): Report[] => {
      if (clause.mark !== ',' || clauses[index]?.mark !== ',' || holdsQuote(scene, clause)) return [];
      const cue = findCues(reading, clause).find((candidate) => candidate.end === clause.end);
      if (cue === undefined || !['clause', 'that'].includes(cue.frame) || isBarred(scene, clause.start, cue)) return [];
      if (wordsIn(reading.lower, clause).length > 6) return [];
      const subject = nounPhraseEn(reading, { start: clause.start, end: cue.start });
      if (subject === null) return [];
      const next = clauses[index + 2];
      const isTag = next !== undefined && /^\w+ing\s/.test(reading.lower.slice(next.start, next.end));
      const end = isTag ? (clauses[index]?.end ?? clause.start) : endOfReport(scene, sentence, clause.end);
      const content = { start: sentence.start, end };
      return [{ source: describeSource(reading, subject), cue, start: sentence.start, content, confidence: 0.8 }];
    });
  },
};

/** said May Chen; insists the contractor: a name, or a noun of somebody with nothing but its article before it. */
function opensName({ reading }: Scene, cue: CueMatch, { end }: Span): boolean {
  const behind = reading.folded.slice(cue.end, end).replace(/[.!\s]+$/, '');
  if (/^\s\p{Lu}/u.test(behind)) return true;
  const noun = /^\s(?:the|an?|its|his|her|their)\s(?:[\w'’-]+\s){0,3}?[\w'’-]+$/.exec(behind);
  return noun !== null && nounBefore(reading.lower, cue.end, cue.end + noun[0].length) !== null;
}

const longestTag = 9;

/** Whether a verb ends a closing tag: few words and no clause behind it. */
function closes(scene: Scene, cue: CueMatch, last: Clause): boolean {
  if (!['clause', 'that'].includes(cue.frame)) return false;
  if (wordsIn(scene.reading.lower, { start: cue.end, end: last.end }).length > 7) return false;
  const before = scene.reading.lower.slice(last.start, cue.start).replace(/\([^()]*\)/g, '');
  if (wordsIn(before, { start: 0, end: before.length }).length > longestTag) return false;
  return cue.start === last.start
    ? cue.type !== 'data' && /(?:ed|s|said|wrote)$/.test(cue.word)
    : clauseBehind(scene, cue, last.end) === null;
}

/** `reportedly`: an adverb of hearsay in a sentence that nobody else is behind. */
const reportedly: Frame = {
  rule: 'reportedly',
  find(scene, sentence) {
    const cue = findCues(scene.reading, sentence).find(({ frame }) => frame === 'adverb');
    if (cue === undefined || holdsQuote(scene, cue)) return [];
    if (scene.found.some(({ start, end }) => start < sentence.end && end > sentence.start)) return [];
    const content = { start: sentence.start, end: endOfReport(scene, sentence, cue.end) };
    return [{ source: null, cue, start: sentence.start, content, confidence: 0.7 }];
  },
};

const frames: readonly Frame[] = [
  accordingTo,
  rumour,
  closingSpeaker,
  apposedSpeaker,
  parenthetical,
  reportThat,
  speakerCueClause,
  relativeSpeaker,
  omittedSpeaker,
  reportedly,
];
