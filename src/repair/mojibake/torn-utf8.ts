import { tell } from '../../script/detect.js';
import { inferCharacter } from './inference.js';
import { longestLine } from './lines.js';
import { type Lost, piecesOf } from './torn-bytes.js';
import { charactersOf } from './utf8-bytes.js';

/** What UTF-8 that was read as GBK holds, where the decoder left gaps. */
export interface TornText {
  readonly text: string;
  /** How many characters came out of their bytes. */
  readonly read: number;
  /** How many were lost in part or whole, those that their context tells among them. */
  readonly lost: number;
  /** Whether a stretch of it is mostly lost: then that is no such text. */
  readonly isUneven: boolean;
  /** What stands for each of those that one byte is lost of: the character, or those that it may be. */
  readonly notes: readonly string[];
}

const unknown = '\ufffd';
/** First bytes of Han characters of the basic plane and of Chinese punctuation. */
const leads = [0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef];
/** So many characters are looked at together. */
const window = 24;
const trails = Array.from({ length: 64 }, (_, i) => 0x80 + i);

/**
 * Reads a run of GBK characters, gaps in it or behind it, as the UTF-8 that its bytes are. A decoder leaves a gap where two bytes are no pair:
 * one or both are lost, and the characters to which they belong. One of which a single byte is lost is told by what stands beside it,
 * if that leaves little doubt; for any other U+FFFD stands.
 */
export function readTornUtf8(run: string, before: string, behind: string): TornText {
  const pieces = piecesOf(run);
  const { script } = tell(before + pieces.filter((piece) => typeof piece === 'string').join(''));
  const notes: string[] = [];
  let text = '';
  pieces.forEach((piece, i) => {
    if (typeof piece === 'string') {
      text += piece;
      return;
    }
    const following = pieces[i + 1];
    const next = following === undefined ? behind : typeof following === 'string' ? following.charAt(0) : '';
    const inferred = inferCharacter(
      candidatesOf(piece),
      (before + text.slice(-longestLine)).slice(-longestLine),
      next,
      script,
    );
    text += inferred?.character ?? unknown;
    if (inferred !== null) notes.push(inferred.note);
  });
  const lost = pieces.filter((piece) => typeof piece !== 'string').length;
  return { text, read: pieces.length - lost, lost, isUneven: isUneven(pieces), notes };
}

/** Whether among so many pieces side by side most are lost. */
function isUneven(pieces: readonly (string | Lost)[]): boolean {
  let lost = 0;
  return pieces.some((piece, i) => {
    if (typeof piece !== 'string') lost++;
    if (i >= window && typeof pieces[i - window] !== 'string') lost--;
    return lost * 2 > window;
  });
}

/** What a character of which one byte is lost may be. */
function candidatesOf({ bytes }: Lost): string[] {
  return bytes === null ? [] : charactersOf(bytes, bytes[0] === null ? leads : trails);
}
