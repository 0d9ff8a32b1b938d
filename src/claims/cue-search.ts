import { bySpan, type Span, spanKey } from '../document/span.js';
import { openWords } from '../lexicons/lexicon.js';
import { type CueMatch, listedCues } from './cues.js';
import { openCues } from './english/open-cues.js';
import { sourceNouns } from './nouns.js';
import type { Reading } from './reading.js';
import { findWords } from './words.js';

/** The cue words of a stretch, outside names. Offsets are those of the fold. Each stretch is searched once. */
export function findCues(reading: Reading, span: Span): readonly CueMatch[] {
  const key = spanKey(span);
  const known = reading.cues.get(key);
  if (known !== undefined) return known;
  const found = searchCues(reading, span);
  reading.cues.set(key, found);
  return found;
}

function searchCues(reading: Reading, { start, end }: Span): readonly CueMatch[] {
  const found = findWords(reading.words, listedCues, start, end, (at) => followsName(reading, at));
  const open = openCues(reading, { start, end });
  if (found.length + open.length === 0) return none;
  const listed = found
    .flatMap(({ start: from, end, word, value }): CueMatch[] => {
      const to = withAspect(reading.folded, end);
      const { type, frame, stance, negates } = value;
      // Friends remember that …: a verb listed for its quotations takes a clause as well.
      if (
        frame === 'quote' &&
        reading.lower.startsWith(' that ', to) &&
        // dismissed that account as “…”
        !/^ that (?:[a-z]+ ){1,2}as /.test(reading.lower.slice(to, to + 40)) &&
        isTaggedVerb(reading, { start: from, end: to })
      )
        return [{ start: from, end: to, word, type, frame: 'that', stance, negates, isOpen: true }];
      if (frame !== 'hearing') return [{ start: from, end: to, word, type, frame, stance, negates }];
      return isHeard(reading.lower, from)
        ? [{ start: from, end: to, word, type, frame: 'clause', stance, negates }]
        : [];
    })
    .filter(
      (cue) =>
        !cutsTokens(reading, cue) &&
        !isInsideName(reading, cue) &&
        !isHyphened(reading.lower, cue) &&
        reading.folded[cue.end] !== '者' &&
        !endsNoun(reading, cue) &&
        !isTitled(reading.folded, cue),
    );
  const more = open.filter(
    (cue) => !isInsideName(reading, cue) && !found.some((word) => word.start < cue.end && word.end > cue.start),
  );
  return more.length === 0 ? listed : [...listed, ...more].sort(bySpan);
}

/** 盤算|過,…; 念叨|著:…: before a mark the aspect belongs to the cue. */
function withAspect(folded: string, end: number): number {
  return /^[过着][,:]/.test(folded.slice(end, end + 2)) ? end + 1 : end;
}

const none: readonly CueMatch[] = [];

/** Friends |remember that …, and not the |bills that ministers drafted: a word that is a noun as well is a verb by its tag. */
function isTaggedVerb(reading: Reading, cue: Span): boolean {
  return reading.tokensIn(cue)[0]?.pos === 'Verb';
}

/** the court |heard, MPs |were told: those before whom it was said stand directly before the verb. */
function isHeard(lower: string, at: number): boolean {
  const words = lower
    .slice(Math.max(0, at - 60), at)
    .trimEnd()
    .split(' ');
  while (/^(?:also|later|earlier|then|previously)$/.test(words.at(-1) ?? '')) words.pop();
  const nouns = openWords('hearing-nouns');
  if (nouns.has(words.at(-1) ?? '')) return true;
  // an inquest in Leeds |heard
  return words
    .slice(-6)
    .some((word, index, last) => nouns.has(word) && /^(?:in|at|into|of|on)$/.test(last[index + 1] ?? ''));
}

/** 羅成|說, 記者|說: a name or noun of two characters or more ends before the word. */
function followsName(reading: Reading, at: number): boolean {
  const before = { start: at - 12, end: at };
  if (reading.mentionsIn(before).some(({ end }) => end === at)) return true;
  return reading
    .tokensIn(before)
    .some(
      ({ start, end, pos }) =>
        end === at &&
        end - start >= 2 &&
        (/^n/.test(pos) || sourceNouns().get(reading.folded.slice(start, end)) === 'title'),
    );
}

/** Whether a word is only the end of one token and the start of the next (代表|示范). */
function cutsTokens(reading: Reading, cue: Span): boolean {
  const around = reading.tokensIn({ start: cue.start - 4, end: cue.end + 4 });
  const startsInside = around.some((token) => token.start < cue.start && cue.start < token.end && token.end < cue.end);
  const endsInside = around.some((token) => token.start < cue.end && cue.end < token.end && token.start > cue.start);
  return startsInside && endsInside;
}

/** 幻|想, 偷|笑: one character that closes a longer word of the dictionary is no cue. */
function endsNoun({ tokensIn, folded }: Reading, { start, end }: Span): boolean {
  if (end - start > 1 || !/[^\P{Script=Han}言称说道话讲]/u.test(folded[start] ?? '')) return false;
  return tokensIn({ start: start - 3, end }).some(
    (token) => token.end === end && token.start < start && /^(?:n$|vn$|an$|i$|l$)/.test(token.pos),
  );
}

const doubtful = 0.8;
const unlikely = 0.7;

/** A word inside a name is no cue; but no name ends in a whole verb of speech before a comma or colon. */
function isInsideName(reading: Reading, cue: Span): boolean {
  // No name ends in 说 (某太|說).
  const isVerb = cue.end - cue.start >= 2 || reading.folded[cue.start] === '说';
  const closes = isVerb && /[,:。!?]/.test(reading.folded[cue.end] ?? '');
  return reading.mentionsIn({ start: cue.start - 24, end: cue.end + 24 }).some(
    ({ start, end, confidence }) =>
      start <= cue.start &&
      end >= cue.end &&
      // 他料恒指: no name begins with a pronoun.
      !(confidence < doubtful && /[他她我]/.test(reading.folded[start] ?? '')) &&
      !(confidence < unlikely && isWholeWord(reading, cue) && end > cue.end) &&
      !(closes && end === cue.end && (start < cue.start || followsName(reading, start))),
  );
}

/** 力陳|集團, 信中|懇請|法庭: a word of two characters or more by itself. */
function isWholeWord({ tokensIn }: Reading, cue: Span): boolean {
  const [token] = tokensIn(cue);
  return cue.end - cue.start >= 2 && token?.start === cue.start && token.end === cue.end;
}

/** Behind a word of the same sentence a Latin cue with a capital is a part of a name (the Evening Post). */
function isTitled(folded: string, { start }: Span): boolean {
  return /[A-Z]/.test(folded[start] ?? '') && /[\p{L}\p{N}]\s$/u.test(folded.slice(Math.max(0, start - 2), start));
}

/** A part of a compound (little-known) attributes nothing. */
function isHyphened(lower: string, cue: Span): boolean {
  return /[a-z]-$/.test(lower.slice(cue.start - 2, cue.start)) || /^-[a-z]/.test(lower.slice(cue.end, cue.end + 2));
}
