import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { findCues } from '../cue-search.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import { endOfContent, hasVerb, holdsQuote, type Scene } from '../scene.js';
import { clauseBehind } from './behind.js';
import { apposedName } from './name-ends.js';
import { endOfReport, type Frame, trimBack } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn, firstVerbEn, isFullName } from './sources.js';
import { isBarred, isNominal } from './verb-groups.js';
import { hasRole, wordsIn } from './words.js';

const sideWords = /^\s*(?:,\s*(?:however|meanwhile|though|too)\s*,\s*)?/;

/** `according-to`: According to S, …; …, according to S. */
export const accordingTo: Frame = {
  rule: 'according-to',
  find(scene, sentence) {
    const { lower, folded } = scene.reading;
    const cue = findCues(scene.reading, sentence).find(
      (candidate) => candidate.frame === 'of' && !isRate(scene, candidate),
    );
    if (cue === undefined || holdsQuote(scene, cue)) return [];
    const at = cue.start;
    const end = endOfContent(folded, sentence);
    const comma = folded.slice(at, end).search(/,|\s[-–—]\s/);
    const named = comma < 0 ? end : at + comma;
    if (isOnlyPaper(scene, sentence, cue)) return [];
    const subject = apposedName(scene, named) ?? nounPhraseEn(scene.reading, { start: cue.end + 1, end: named });
    if (subject === null) return [];
    const leads = wordsIn(lower, { start: sentence.start, end: at }).every(
      ({ text }) => hasRole(text, 'lead') || hasRole(text, 'adverb'),
    );
    const past = pastApposition(scene, named, end, leads);
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

/** |Analysts at Acme expect| a deficit, according to a note: whoever wrote the paper has a report of his own before it. */
function isOnlyPaper(scene: Scene, sentence: NumberedSentence, { start, end }: Span): boolean {
  const { reading } = scene;
  const stop = /[,.;]|\s(?:published|released|seen|from|by|on|sent|dated)\s/.exec(
    reading.lower.slice(end, sentence.end),
  );
  if (nounBefore(reading.lower, end, end + (stop?.index ?? 0))?.role !== 'report') return false;
  const cue = findCues(reading, { start: sentence.start, end: start }).find(
    ({ frame, word }) => (frame === 'clause' || frame === 'that') && !/ing$/.test(word),
  );
  if (cue === undefined || isBarred(scene, sentence.start, cue) || isNominal(reading, cue)) return false;
  const subject =
    firstVerbEn(reading, sentence) === cue.start
      ? findSubjectEn(reading, { start: sentence.start, end: cue.start })
      : null;
  return subject !== null && isSomebody(reading, subject) && clauseBehind(scene, cue, start) !== null;
}

/** $3 per share, 5 per cent: per names a source only at the start of a clause and before a name or an article. */
function isRate({ reading }: Scene, cue: Span & { readonly word: string }): boolean {
  if (cue.word !== 'per') return false;
  const opens = /(?:^|[,.!?]\s)$/.test(reading.folded.slice(Math.max(0, cue.start - 2), cue.start));
  return !opens || !/^\s(?:(?:an?|the|its|his|her|their)\s|\p{Lu})/u.test(reading.folded.slice(cue.end, cue.end + 8));
}

/** Where an apposition between commas ends (…, a fisherman on the island, …); `at` where none begins. */
function pastApposition({ reading }: Scene, at: number, end: number, leads: boolean): number {
  if (reading.folded[at] !== ',') return at;
  const length = reading.folded.slice(at + 1, end).search(/,/);
  // According to S, the drug halves …: the last words are what is reported.
  if (leads && length < 0) return at;
  const segment = { start: at + 1, end: length < 0 ? end : at + 1 + length };
  if (isFullName(reading, segment)) return segment.end;
  const opener = /^\s*(an?|the|one|who|whose|which)\s/.exec(reading.lower.slice(segment.start, segment.end))?.[1];
  if (opener === undefined) return at;
  // according to the union, |which said| …: a report of its own.
  const speaks = opener.startsWith('wh') && findCues(reading, segment).some(({ start }) => start < segment.start + 9);
  return !speaks && (opener.startsWith('wh') || !hasVerb({ reading }, segment)) ? segment.end : at;
}

function skipMarks(folded: string, at: number, end: number): number {
  let start = at;
  while (start < end && /[\s,]/.test(folded[start] ?? '')) start++;
  return start;
}

/** `rumour`: rumor has it that …, it is said that …; nobody is named. */
export const rumour: Frame = {
  rule: 'hearsay',
  find(scene, sentence) {
    const cue = findCues(scene.reading, sentence).find(({ frame }) => frame === 'lead');
    if (cue === undefined || holdsQuote(scene, cue)) return [];
    const { folded } = scene.reading;
    // The accused, it was alleged, had sold it: the phrase stands within the clause.
    const next = scene.reading
      .tokensIn({ start: cue.end + 1, end: sentence.end })
      .find(({ pos }) => pos !== 'Adverb' && pos !== 'Negative');
    const isInside =
      cue.start > sentence.start &&
      folded[cue.end] === ',' &&
      next !== undefined &&
      isVerb(next) &&
      !/\b(?:and|but|or),\s$/.test(scene.reading.lower.slice(cue.start - 5, cue.start));
    const start = isInside ? sentence.start : pastThat(scene.reading.lower, cue.end, sentence.end);
    const content = { start, end: endOfReport(scene, sentence, start) };
    return [{ source: null, cue, start: cue.start, content, confidence: 0.9 }];
  },
};

function pastThat(lower: string, at: number, limit: number): number {
  const match = /^[\s,:]*(?:that\b)?\s*/.exec(lower.slice(at, limit));
  return at + (match?.[0].length ?? 0);
}

/** `reportedly`: an adverb of hearsay in a sentence that nobody else is behind. */
export const reportedly: Frame = {
  rule: 'reportedly',
  find(scene, sentence) {
    const cue = findCues(scene.reading, sentence).find(({ frame }) => frame === 'adverb');
    if (cue === undefined || holdsQuote(scene, cue)) return [];
    if (scene.found.some(({ start, end }) => start < sentence.end && end > sentence.start)) return [];
    const content = { start: sentence.start, end: endOfReport(scene, sentence, cue.end) };
    return [{ source: null, cue, start: sentence.start, content, confidence: 0.7 }];
  },
};
