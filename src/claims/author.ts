import type { Span } from '../document/span.js';
import { openWords } from '../lexicons/lexicon.js';
import type { Attribution } from './attribution.js';
import { isAdverbial } from './clauses.js';
import type { NumberedSentence } from './reading.js';
import { endOfContent, type Scene, skipSpaces } from './scene.js';
import { findWords } from './words.js';

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
      .map(authorClaim);
  });
}

function authorClaim(content: Span): Attribution {
  return {
    ...content,
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
  const { folded, lower } = scene.reading;
  if (/[?][”’"')]*\s*$/.test(folded.slice(sentence.start, sentence.end))) return false;
  if (findWords(lower, openWords('non-claims'), sentence.start, sentence.end).length > 0) return false;
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
  const { folded } = scene.reading;
  const taken = scene.found
    .flatMap(({ extent }) =>
      extent !== null && extent.start < content.end && extent.end > content.start ? [extent] : [],
    )
    .sort((a, b) => a.start - b.start);
  const rests: Span[] = [];
  let at = content.start;
  const put = (end: number): void => {
    let [from, to] = [skipSpaces(folded, at, end), end];
    while (from < to && /[\s,;:。、”’"]/.test(folded[from] ?? '')) from++;
    while (to > from && /[\s,;:。、“‘]/.test(folded[to - 1] ?? '')) to--;
    if (from < to) rests.push({ start: from, end: to });
  };
  for (const extent of taken) {
    put(extent.start);
    at = Math.max(at, extent.end);
  }
  put(content.end);
  return rests;
}

const shortestHan = 8;
const shortestLatin = 24;

function isSubstantial(scene: Scene, rest: Span): boolean {
  const text = scene.reading.folded.slice(rest.start, rest.end);
  const least = /\p{Script=Han}/u.test(text) ? shortestHan : shortestLatin;
  return text.length >= least && !isAdverbial(text) && isPredication(scene, rest);
}
