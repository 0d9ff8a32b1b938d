import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { CueType, Token } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { matchesOf } from '../../text/matches.js';
import type { SourcePhrase } from '../attribution.js';
import { cueAt } from '../leads.js';
import { describeSource } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import { hasVerb, holdsQuote, type Scene } from '../scene.js';
import { bearer, isSubject, ownerOf, possessor, type ViewNoun } from './owners.js';
import { endOfReport, type Frame, type Report } from './reports.js';
import { hasRole, type Word, wordsIn } from './words.js';

const viewNouns = lazy(() => openLexicon('view-nouns-en', ['word', 'type'], (row) => row.type as CueType));

/**
 * `opinion-is`: her view is that …; the fear among growers is that …. `report-that`: a Bloomberg report that …; rumours that …; gave the
 * assurance that …; shares the view that ….
 */
export const viewThat: Frame = {
  rule: 'report-that',
  find: (scene, sentence) => reportsOf(scene, sentence),
};

function reportsOf(scene: Scene, sentence: NumberedSentence): Report[] {
  const text = scene.reading.lower.slice(sentence.start, sentence.end);
  if (!/\sthat\s|:\s/.test(text)) return [];
  return matchesOf(/,?\sthat\s|:\s/g, text).flatMap((match): Report[] => {
    const at = sentence.start + match.index;
    const noun = viewNounBefore(scene, sentence, at);
    // a notice |to that effect
    const isDemonstrative = /\s(?:to|of|for|from|by|with|at)$/.test(
      scene.reading.lower.slice(Math.max(sentence.start, at - 6), at),
    );
    if (isDemonstrative || noun === null || holdsQuote(scene, noun)) return [];
    const start = at + match[0].length;
    const isAside = match[0].startsWith(',');
    const end = isAside
      ? asideEnd(scene, sentence, start)
      : isSubject(scene, noun)
        ? clauseEnd(scene, start, endOfReport(scene, sentence, start))
        : endOfReport(scene, sentence, start);
    const content = { start, end };
    if (!hasVerb(scene, content) || opensWithVerb(scene, content)) return [];
    const source = ownerOf(scene, sentence, noun);
    // The report's conclusion: nobody was in charge.
    if (
      source === undefined ||
      (match[0] === ': ' && (possessor(scene, noun) === null || noun.behind.length > 0 || holdsQuote(scene, content)))
    )
      return [];
    const cue = cueAt(scene.reading.lower, noun, noun.type);
    return [
      {
        source,
        cue,
        start: Math.min(noun.start, source?.start ?? noun.start),
        content,
        confidence: 0.75,
        isInner: true,
        rule: noun.isEquated ? 'opinion-is' : 'report-that',
      },
    ];
  });
}

/** A noun of saying or thinking as a cue, with its owner; null where nobody is named. */
export interface View {
  readonly cue: Span;
  readonly source: SourcePhrase | null;
}

/** The noun that a colon, a copula or nothing but its owner parts from `at` (Her advice: |“…”), with whose it is. */
export function viewBefore(scene: Scene, sentence: NumberedSentence, at: number): View | null {
  const noun = viewNounBefore(scene, sentence, at);
  const source = noun === null ? undefined : ownerOf(scene, sentence, noun);
  return noun === null || source === undefined ? null : { cue: { start: noun.start, end: noun.end }, source };
}

/** The first noun of saying or thinking of a stretch behind its first word (was |her verdict), with whose it is. */
export function viewIn(scene: Scene, span: Span): View | null {
  const words = wordsIn(scene.reading.lower, span, 10);
  const index = words.findIndex(({ text }, at) => at > 0 && viewNouns().has(text));
  const word = words[index];
  if (word === undefined) return null;
  const noun = {
    ...word,
    type: viewNouns().get(word.text) ?? 'say',
    before: words.slice(1, index),
    behind: words.slice(index + 1),
    isEquated: true,
  };
  const owner = possessor(scene, noun) ?? bearer(scene, noun);
  return {
    cue: { start: word.start, end: word.end },
    source: owner === null ? null : describeSource(scene.reading, owner),
  };
}

const farthest = 120;
const copula = /^(?:is|was|are|were|remains?|remained|been|being)$/;

/** The noun of saying or thinking that a clause at `at` belongs to, or null. */
function viewNounBefore({ reading }: Scene, sentence: Span, at: number): ViewNoun | null {
  const words = wordsIn(reading.lower, { start: Math.max(sentence.start, at - farthest), end: at });
  let last = words.length - 1;
  const adjective = words[last];
  if (
    adjective !== undefined &&
    copula.test(words[last - 1]?.text ?? '') &&
    (hasRole(adjective.text, 'linked') ||
      adjective.text.endsWith('ly') ||
      reading.tokensIn(adjective)[0]?.pos === 'Adjective')
  )
    last--;
  const isEquated = copula.test(words[last]?.text ?? '');
  if (isEquated) last--;
  for (let index = last; index >= Math.max(0, last - (isEquated ? 18 : 8)); index--) {
    const word = words[index];
    if (word === undefined) return null;
    const type = viewNouns().get(word.text);
    const behind = words.slice(index + 1, last + 1);
    if (type === undefined) continue;
    if (!isNoun(reading.tokensIn(word)[0]?.pos, words[index - 1])) return null;
    if (!joins(reading.folded, word, behind, isEquated, reading.tokensIn({ start: word.end, end: at }))) return null;
    return { ...word, type, before: words.slice(0, index), behind, isEquated };
  }
  return null;
}

/** Claims is a noun where its tag does not say that it is a verb, and behind an article, an owner or a preposition whatever it says. */
function isNoun(pos: string | undefined, before: Word | undefined): boolean {
  if (before === undefined || (pos !== 'Verb' && pos !== 'Modal')) return true;
  return hasRole(before.text, 'nominal') || /['’]s?$/.test(before.text);
}

/** Whether what stands between noun and clause belongs to the noun: nothing, whose it is or what it is of, an aside, that it spreads. */
function joins(
  folded: string,
  noun: Span,
  behind: readonly Word[],
  isEquated: boolean,
  tokens: readonly { readonly pos: string }[],
): boolean {
  const [first] = behind;
  if (first === undefined) return true;
  if (folded[noun.end] === ',') return isEquated;
  // The complaint |I heard most| was that …
  if (isEquated && /^(?:i|we|he|she|they|you|people|everyone|most)$/.test(first.text)) return true;
  if (/^(?:of|among|amongst|from|by|for|in|within|at|on|about|to|across|with|behind)$/.test(first.text))
    return isEquated || !tokens.slice(0, behind.length).some(({ pos }) => pos === 'Verb');
  return !isEquated && behind.length <= 3 && tokens.some(isVerb) && !hasRole(first.text, 'bar');
}

/** a report that |was made public: a relative clause. */
export function opensWithVerb({ reading }: Scene, { start, end }: Span): boolean {
  const [first, second] = reading.tokensIn({ start, end: Math.min(end, start + 40) });
  // that |pilots were| scarce: what stands before another verb is its subject.
  if (second !== undefined && /^(?:Copula|Auxiliary|Modal)$/.test(second.pos)) return false;
  const verb = first?.pos === 'Adverb' ? second : first;
  return verb !== undefined && isVerb(verb) && !/ing$/.test(reading.lower.slice(verb.start, verb.end));
}

/** Rumours that the school was closed |are false: where the clause of a subject ends, before the second verb. */
function clauseEnd({ reading }: Scene, start: number, end: number): number {
  const tokens = reading.tokensIn({ start, end });
  const first = tokens.findIndex(isVerb);
  let index = first;
  while (index >= 0 && index < tokens.length && isGroup(tokens[index], index > first, reading.lower)) index++;
  const next = tokens.findIndex((token, at) => {
    if (at < index || at <= first || !isVerb(token)) return false;
    const word = reading.lower.slice(token.start, token.end);
    const before = reading.lower.slice(tokens[at - 1]?.start ?? token.start, token.start);
    return (
      !/ing$/.test(word) && !/\b(?:to|and|or|but|who|which|that|by|if|as|than|it|he|she|they|we)\s|[,;]/.test(before)
    );
  });
  const cut = tokens[next];
  return cut === undefined ? end : cut.start - 1;
}

/** Whether a token goes on with a group of verbs: the water is tainted |are: another be begins another one. */
function isGroup(token: Token | undefined, isLater: boolean, lower: string): boolean {
  if (token === undefined || !/^(?:Verb|Modal|Copula|Auxiliary|Adverb|Negative)$/.test(token.pos)) return false;
  return !isLater || !/^(?:is|are|was|were|has|have|had|does|do|did)$/.test(lower.slice(token.start, token.end));
}

/** The argument, that homes would flood|, is weak: the next comma closes the clause. */
function asideEnd(scene: Scene, sentence: NumberedSentence, start: number): number {
  const end = endOfReport(scene, sentence, start);
  const comma = scene.reading.folded.slice(start, end).indexOf(',');
  return comma < 0 ? end : start + comma;
}
