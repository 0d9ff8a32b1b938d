import { frequentUnits } from './likelihood.js';
import type { Piece } from './sequences.js';
import type { SingleByteCodec } from './single-byte.js';

/**
 * How sure it is that signs are the bytes of a character: strong where no clean text has them; weak where none but text that was misread in
 * another way has; doubtful where they need others of the kind in the article; unlikely where clean words look like that.
 */
export type Certainty = 'strong' | 'weak' | 'doubtful' | 'unlikely';

/** Marks that follow a word in clean text, so that they may stand behind its last letter. */
const marks = /^[ \u00a0’‘“”„‚…–—«»›‹™®°²³¹ªº·¡¿§]$/;
/** Of those the ones that words follow, too. */
const joining = /^[’‘“”…–—]$/;
const boxes = /^[\u2500-\u257f]$/;
const smallAccented = /^[à-öø-ÿß]$/;
const accented = /^[à-öø-ÿÀ-ÖØ-Þß]$/;
const capital = /^[A-Z]$/;
const small = /^[a-z]$/;
const letter = /^[A-Za-z]$/;

/** How sure it is that the signs of a piece are bytes, by themselves and what stands on both sides. */
export function certaintyOf(text: string, piece: Piece, codec: SingleByteCodec): Certainty {
  const { start, end, lead, character } = piece;
  const [before, behind, second] = [text.charAt(start - 1), text.charAt(end), text.charAt(start + 1)];
  if (character === null) return certaintyOfTorn(text, piece, before, behind);
  if (lead >= 0xf0) return lead === 0xf0 && character >= '\u{1f000}' ? 'strong' : 'doubtful';
  if (lead >= 0xe0) return certaintyOfThree(text, piece, codec);
  return isLatin(codec)
    ? byNeighbours(lead, character, before, behind, second)
    : acrossScripts(character, before, behind, second);
}

/** Three bytes: marks have signs that nothing else has; Han characters may be a letter with marks behind it. */
function certaintyOfThree(text: string, { start, end, character }: Piece, codec: SingleByteCodec): Certainty {
  if (isMark(character ?? '')) return 'strong';
  if (small.test(text.charAt(start - 1)) && small.test(text.charAt(end)) && isLatin(codec)) return 'strong';
  if (areMarks(text.slice(start + 1, end))) return 'unlikely';
  const isFrequent = frequentUnits()[character?.charCodeAt(0) ?? 0] === 1;
  return isFrequent && isLatin(codec) ? 'strong' : 'doubtful';
}

/** Two bytes that read as a capital letter and a sign: within a word, or before one, no text has them. */
function byNeighbours(lead: number, character: string, before: string, behind: string, second: string): Certainty {
  if (lead > 0xd6) return 'unlikely';
  const isSpace = second === ' ';
  if (small.test(before)) return isSpace ? 'weak' : 'strong';
  if (lead === 0xc2) return capital.test(before) ? 'unlikely' : isSpace ? spaced(before, behind) : 'weak';
  if (lead !== 0xc3) return marks.test(second) ? 'unlikely' : 'doubtful';
  const isSmall = smallAccented.test(character);
  if (!marks.test(second)) return letter.test(before) || small.test(behind) ? 'strong' : 'weak';
  if (isSpace) return 'doubtful';
  // Where a letter stands as it should, the next one does.
  if (accented.test(before)) return 'unlikely';
  if (letter.test(behind) && (isSmall ? !joining.test(second) : !letter.test(before))) return 'strong';
  return isSmall && letter.test(before) ? 'unlikely' : 'doubtful';
}

/** Â and a plain space, behind a word, a figure or a mark, or before money. */
function spaced(before: string, behind: string): Certainty {
  return /^[\w.,;:!?%)”"]$/.test(before) || /^[$£€¥\d]$/.test(behind) ? 'weak' : 'doubtful';
}

/** Signs of another script, or of none, beside a Latin letter: they are a Latin letter, too. */
function acrossScripts(character: string, before: string, behind: string, second: string): Certainty {
  const beginsWord = !/\S/.test(before) && small.test(behind) && !boxes.test(second);
  return accented.test(character) && (small.test(before) || beginsWord) ? 'strong' : 'doubtful';
}

/** What is left of â€ and a byte that stands for nothing is always ”; Ã within a word was a letter. A bare letter tells nothing. */
function certaintyOfTorn(
  text: string,
  { start, end, lead, candidates }: Piece,
  before: string,
  behind: string,
): Certainty {
  if (candidates.includes('”')) return 'strong';
  if (lead === 0xc3 && small.test(before)) return 'weak';
  if (lead < 0xe0)
    return (end - start > 1 && lead > 0xc2 && lead < 0xc6) || (lead === 0xc3 && behind === ' ')
      ? 'doubtful'
      : 'unlikely';
  return areMarks(text.slice(start + 1, end)) ? 'unlikely' : 'doubtful';
}

function areMarks(signs: string): boolean {
  return Array.from(signs).every((sign) => marks.test(sign) || sign === '?' || sign === '\ufffd');
}

/** Marks, money and signs that texts are full of. */
function isMark(character: string): boolean {
  return /^[\u2002-\u2044\u20a0-\u20bf\u2100-\u2122\u2190-\u22ff\u3000-\u303f\uff00-\uffef\ufffd\ufeff]$/.test(
    character,
  );
}

/** Whether the encoding reads the first bytes of characters as Latin letters. */
function isLatin(codec: SingleByteCodec): boolean {
  return codec.byteOf(0xe2) === 0xe2;
}
