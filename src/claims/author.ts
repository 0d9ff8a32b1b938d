import type { Span } from '../document/span.js';
import { openWords } from '../lexicons/lexicon.js';
import type { Attribution } from './attribution.js';
import { isAdverbial } from './clauses.js';
import { beforeTitle } from './english/title-rests.js';
import type { NumberedSentence, Reading } from './reading.js';
import { endOfContent, type Scene, skipSpaces } from './scene.js';
import { findWords, wordList } from './words.js';

const nonClaims = wordList(() => openWords('non-claims'));

/**
 * What the author asserts: every declarative sentence, or what its attributions leave of it. Questions, wishes,
 * transitions and bare phrases assert nothing.
 */
export function authorClaims(scene: Scene): Attribution[] {
  return scene.paragraph.sentences.flatMap((sentence) => {
    if (!asserts(scene, sentence)) return [];
    const content = { start: sentence.start, end: endOfContent(scene.reading.folded, sentence) };
    return restsOf(scene, content)
      .filter((rest) => rest.end - rest.start === content.end - content.start || isSubstantial(scene, rest))
      .flatMap((rest) => propositionsOf(scene, rest).map(authorClaim));
  });
}

const longestProposition = 30;

/**
 * The propositions of a stretch: a new one begins behind a semicolon, and in a long chain of commas where a clause has a
 * subject and a verb of its own, unless the clauses before only prepare it (如果…, 隨著…).
 */
function propositionsOf(scene: Scene, rest: Span): Span[] {
  const clauses = scene.clauses.filter(({ start, end }) => start >= rest.start && end <= rest.end);
  const found: Span[] = [];
  let start = rest.start;
  clauses.forEach((clause, index) => {
    const before = clauses[index - 1];
    if (before === undefined || clause.start - start < shortestHan) return;
    const prior = { start, end: before.end };
    const isLong =
      rest.end - start > longestProposition && before.mark === ',' && opensProposition(scene, clause, prior);
    if (
      (before.mark !== ';' && !isLong) ||
      !isSubstantial(scene, prior) ||
      !isSubstantial(scene, { start: clause.start, end: rest.end })
    )
      return;
    found.push(prior);
    start = clause.start;
  });
  return [...found, { start, end: rest.end }];
}

const prepares = /^(?:如果|若|假如|虽然|尽管|即使|由于|因为|当|随着|除了|为了|无论|既然|一旦|只要|除非|不管|与其)/;
const depends =
  /^(?:以|从而|并|使|让|令|因此|所以|因而|进而|导致|其中|甚至|包括|尤其|那么|就|也|才|则|而是|还是|本身|自身|自己|基本|都)/;

/** Whether a Chinese clause stands for itself: a name or noun opens it, a verb follows, and nothing before waits for it. */
function opensProposition({ reading }: Scene, clause: Span, prior: Span): boolean {
  const { folded } = reading;
  if (!/\p{Script=Han}/u.test(folded.slice(clause.start, clause.start + 1)) || !isComplete(reading, prior))
    return false;
  if (prepares.test(folded.slice(prior.start, prior.end)) || depends.test(folded.slice(clause.start, clause.end)))
    return false;
  const tokens = reading.tokensIn(clause);
  const [first] = tokens;
  const isNamed = reading.mentionsIn(clause).some(({ start }) => start === clause.start);
  return (isNamed || /^(?:n|r$)/.test(first?.pos ?? '')) && tokens.slice(1).some(({ pos }) => pos === 'v');
}

/** Whether the last clause of a stretch predicates something behind its last modifier: 我們熟知的廠商,… does not. */
function isComplete(reading: Reading, { start, end }: Span): boolean {
  const text = reading.folded.slice(start, end);
  const from = start + Math.max(text.lastIndexOf(','), text.lastIndexOf('的')) + 1;
  return reading.tokensIn({ start: from, end }).some(({ pos }) => /^(?:v$|a$|i|l)/.test(pos));
}

function authorClaim(content: Span): Attribution {
  return {
    start: content.start,
    end: content.end,
    source: null,
    cue: null,
    quote: 'none',
    stance: 'neutral',
    negated: false,
    rule: 'author',
    confidence: 0.6,
    extent: content,
  };
}

function asserts(scene: Scene, sentence: NumberedSentence): boolean {
  const { folded, words } = scene.reading;
  if (/[?][”’"')]*\s*$/.test(folded.slice(sentence.start, sentence.end))) return false;
  if (findWords(words, nonClaims, sentence.start, sentence.end).length > 0) return false;
  return isPredication(scene, sentence);
}

/** Whether the stretch has a word that can predicate; a bare noun phrase has none. */
function isPredication(scene: Scene, span: Span): boolean {
  return scene.reading
    .tokensIn(span)
    .some(({ pos }) => /^(?:v|a|d|p|l|i|z|x$|Verb|Copula|Auxiliary|Modal|Adjective)/.test(pos) && !/^vn$/.test(pos));
}

/** What attributions leave of a sentence, without the marks at both ends. */
function restsOf(scene: Scene, content: Span): Span[] {
  const { folded, lower } = scene.reading;
  const taken = scene.found
    .flatMap(({ extent }) =>
      extent !== null && extent.start < content.end && extent.end > content.start ? [extent] : [],
    )
    .sort((a, b) => a.start - b.start);
  const rests: Span[] = [];
  let at = content.start;
  const put = (end: number, isCut: boolean): void => {
    let from = skipSpaces(folded, at, end);
    let to = isCut ? beforeTitle(scene.reading, from, end) : end;
    while (from < to && /[\s,;:。、”’"]/.test(folded[from] ?? '')) from++;
    while (to > from && /[\s,;:。、“‘]/.test(folded[to - 1] ?? '')) to--;
    for (let tail = looseEnd(lower, from, to); tail > 0; tail = looseEnd(lower, from, to)) to -= tail;
    const isWhole = from === content.start && to === content.end;
    if (from < to && (isWhole || !isAdjunct(scene, { start: from, end: to }))) rests.push({ start: from, end: to });
  };
  for (const extent of taken) {
    put(extent.start, true);
    at = Math.max(at, extent.end);
  }
  put(content.end, false);
  return rests;
}

/** What is left over of a report at the end of the author's words: an article, a conjunction. */
const loose = /(?<![\s,])[\s,]{1,3}(?:the|an?|his|her|its|their|though|although|but|and|while|with|as|that|because)$/;

const longestLoose = 16;

/** The length of what is left over of a report at the end of a stretch. */
function looseEnd(lower: string, from: number, to: number): number {
  return loose.exec(lower.slice(Math.max(from, to - longestLoose), to))?.[0].length ?? 0;
}

/** In a letter to shareholders (the founder wrote …): a phrase that only leads to a report. */
function isAdjunct({ reading }: Scene, { start, end }: Span): boolean {
  return /^(?:in|on|at|for|during|by|with|speaking|asked|published|writing|sentencing)\s[^,;:]*$/.test(
    reading.lower.slice(start, end),
  );
}

const shortestHan = 8;
const shortestLatin = 24;

function isSubstantial(scene: Scene, rest: Span): boolean {
  const text = scene.reading.folded.slice(rest.start, rest.end);
  const least = /\p{Script=Han}/u.test(text) ? shortestHan : shortestLatin;
  return text.length >= least && !isAdverbial(text) && isPredication(scene, rest);
}
