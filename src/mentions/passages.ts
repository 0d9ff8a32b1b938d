import { contains, type Span } from '../document/span.js';
import type { EntityType } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import { latinAround } from '../text/english-prose.js';
import type { Candidate, Reading } from './candidate.js';

/**
 * The name without white space at its ends, and in an English passage of a Chinese sentence without the words of the passage; nothing
 * where none is left, or where a sentence ends inside of it.
 */
export function inBounds(reading: Reading, candidate: Candidate): Candidate[] {
  const { folded } = reading;
  const trimmed = trim(folded, candidate);
  const sentence = reading.sentenceAt(trimmed.start);
  if (trimmed.start >= trimmed.end || sentence === undefined || !contains(sentence, trimmed)) return [];
  const span =
    sentence.language === 'zh' && !mayBeSentence.has(candidate.type) && isPassage(passageAt(folded, trimmed, sentence))
      ? nameIn(folded, trimmed)
      : trimmed;
  if (span === null) return [];
  return span.start === candidate.start && span.end === candidate.end ? [candidate] : [{ ...candidate, ...span }];
}

function trim(folded: string, { start, end }: Span): Span {
  const form = folded.slice(start, end);
  return { start: end - form.trimStart().length, end: start + form.trimEnd().length };
}

/** Types whose names may read like a sentence. */
const mayBeSentence = new Set<EntityType>(['WORK_OF_ART', 'LAW', 'EVENT']);

/** The stretch around a name of several Latin words; empty around others. */
function passageAt(folded: string, name: Span, sentence: Span): string {
  const form = folded.slice(name.start, name.end);
  return form.includes(' ') && /[A-Za-z]/.test(form) ? latinAround(folded, name, sentence) : '';
}

/** Words in small letters that names have too. */
const connectors = new Set(['of', 'the', 'and', 'for', 'de', 'la', 'van', 'von', 'der', 'bin', 'al']);

/** Whether a stretch is English speech: words that name nothing, in small letters among others or at the start. */
function isPassage(stretch: string): boolean {
  const words = stretch.split(/[^A-Za-z'’]+/).filter((word) => word !== '');
  const small = words.filter((word) => /^[a-z]+$/.test(word) && !connectors.has(word));
  if (small.length >= 2 && small.some(namesNothing)) return true;
  return words.length >= 2 && small.length * 2 >= words.length && namesNothing(words[0] ?? '');
}

function namesNothing(word: string): boolean {
  return openWords('no-names-en').has(word.toLowerCase().replace(/['’][a-z]+$/, ''));
}

/** The first words of a stretch of a passage that are written like a name: |Kestrel Robotics| said on. */
function nameIn(folded: string, span: Span): Span | null {
  let [start, end] = [-1, -1];
  for (const { 0: word, index } of folded.slice(span.start, span.end).matchAll(/\S+/g)) {
    const bare = word.replace(/[,;:.!?]$/, '');
    const at = span.start + index;
    const isOpen = start >= 0;
    const isCapital = /^[a-z]*[A-Z]/.test(bare) && (isOpen || !namesNothing(bare));
    if (isCapital || (isOpen && /^v?\d[\d.]*[A-Za-z]*$/.test(bare))) {
      if (!isOpen) start = at;
      end = at + bare.length;
      // Small words count only where more of the name stands behind them.
    } else if (isOpen && !connectors.has(bare)) break;
    if (start >= 0 && bare !== word) break;
  }
  // on |Sundays|: one capital behind speech is too little.
  const isChance = start > span.start && !folded.slice(start, end).includes(' ');
  return start < 0 || isChance ? null : { start, end };
}
