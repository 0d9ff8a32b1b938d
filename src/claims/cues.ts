import type { Span } from '../document/span.js';
import type { CueType, Stance } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { wordList } from './words.js';

/**
 * What a cue needs beside it before it attributes anything: a clause, a comma or colon, a quotation, a document as its
 * subject, `that`, nothing (it leads a sentence, 據悉), a quotation closed before it (a gesture), its source behind it
 * (`of`: according to), a quotation that it calls somebody (`name`: 斥為), or it is an adverb of hearsay.
 */
export type CueFrame =
  | 'clause'
  | 'mark'
  | 'quote'
  | 'evidence'
  | 'that'
  | 'lead'
  | 'adverb'
  | 'gesture'
  | 'of'
  | 'name';

/** In the lexicon `hearing` stands beside them: what a court heard or was told is a clause, what anybody else heard is no report. */
type ListedFrame = CueFrame | 'hearing';

/** What the lexicon says about a cue. */
export interface CueWord {
  readonly type: CueType;
  readonly frame: CueFrame;
  readonly stance: Stance;
  /** The content is denied by its source. */
  readonly negates: boolean;
}

/** A cue word in the text, before any frame has confirmed it. */
export interface CueMatch extends Span, CueWord {
  readonly word: string;
  /** No lexicon lists it: it counts with somebody as its subject alone. */
  readonly isOpen?: boolean;
}

interface ListedCue extends Omit<CueWord, 'frame'> {
  readonly frame: ListedFrame;
}

/** The lexicon of cues, to be searched for. */
export const listedCues = wordList(() =>
  openLexicon(
    'claim-cues',
    ['word', 'type', 'frame', 'stance', 'effect'],
    (row): ListedCue => ({
      type: row.type as CueType,
      frame: row.frame as ListedFrame,
      stance: row.stance as Stance,
      negates: row.effect === 'negates',
    }),
  ),
);

/** Whether a word is one of the cues, whatever stands beside it. */
export function isCue(word: string): boolean {
  return listedCues.lexicon().has(word);
}

/** Whether a word is a gesture (拍桌), which nobody is. */
export function isGesture(word: string): boolean {
  const frame = listedCues.lexicon().get(word)?.frame;
  return frame === 'gesture' || (frame === 'mark' && word.length >= 4);
}
