import type { Script } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { tell } from '../../script/detect.js';
import { lazy } from '../../text/lazy.js';
import { isHan } from '../slips/language-model.js';
import { fitBetween } from './likelihood.js';
import { characterOf, type Lost, piecesOf } from './torn-bytes.js';

/** What UTF-8 that was read as GBK holds, where the decoder left gaps. */
export interface TornText {
  readonly text: string;
  /** How many characters came out of their bytes. */
  readonly read: number;
  /** How many were lost in part or whole, those that their context tells among them. */
  readonly lost: number;
  /** What stands for each of those that one byte is lost of: the character, or those that it may be. */
  readonly notes: readonly string[];
}

const sureShare = 0.9;
const unknown = '\ufffd';
/** So far back a quotation or bracket is looked for that is open. */
const longestLook = 400;
/** First bytes of Han characters of the basic plane and of Chinese punctuation. */
const leads = [0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef];
/** Marks of running text, of which one may be lost. */
const usualMarks = '—‘’“”…、。《》〈〉「」『』【】（）！，：；？％';
/** Marks that no line ends with. */
const goesOn = '、，：；“「『（《〈';
const opening = '“‘「『（《〈【〔〖';
const closing = '”’」』）》〉】〕〗';
/** What these close holds no full stop. */
const titleClosing = '》〉】';

const scripts = lazy(() => openLexicon('script-characters', ['character', 'script'], (row) => row.script));

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
    const inferred = infer(piece, (before + text.slice(-longestLook)).slice(-longestLook), next, script);
    text += inferred?.character ?? unknown;
    if (inferred !== null) notes.push(inferred.note);
  });
  const lost = pieces.filter((piece) => typeof piece !== 'string').length;
  return { text, read: pieces.length - lost, lost, notes };
}

/** The character that one byte is lost of, by its neighbours; null where more is lost. */
function infer(
  { bytes }: Lost,
  before: string,
  next: string,
  script: Script | null,
): { character: string; note: string } | null {
  if (bytes === null) return null;
  const previous = before.slice(-1) === unknown ? '' : before.slice(-1);
  const fillings = bytes[0] === null ? leads : Array.from({ length: 64 }, (_, i) => 0x80 + i);
  const fit = fitBetween(previous, next);
  const choices = fillings
    .map((filling) => characterOf(bytes.map((byte) => byte ?? filling)) ?? '')
    .filter((character) => character.length === 1 && mayStand(character, before, next) && isOf(script, character))
    .map((character) => ({ character, weight: fit(character) * closingOf(character, before, next) }))
    .sort((a, b) => b.weight - a.weight);
  const [best] = choices;
  if (best === undefined) return null;
  // A mark that opens is not told by what stands before it.
  const isSure = !opening.includes(best.character);
  if (isSure && best.weight >= sureShare * choices.reduce((sum, { weight }) => sum + weight, 0))
    return { character: best.character, note: `${best.character} inferred (context)` };
  const candidates = choices.slice(0, 4).map(({ character }) => character);
  return { character: unknown, note: `one of ${candidates.join('/')}` };
}

/** Whether a character may stand between `before` and `next`: a Han character, or a mark that may end a line if it does. */
function mayStand(character: string, before: string, next: string): boolean {
  if (isHan(character.charCodeAt(0))) return true;
  if (!usualMarks.includes(character)) return false;
  if (goesOn.includes(character) && /^\s?$/.test(next)) return false;
  if (character === '。' && [...titleClosing].some((mark) => closes(mark, before))) return false;
  return !closing.includes(character) || closes(character, before);
}

/** Whether a script writes a character, or does not tell. */
function isOf(script: Script | null, character: string): boolean {
  const own = scripts().get(character);
  return own === undefined || script === null || own === script;
}

function closes(character: string, before: string): boolean {
  return before.lastIndexOf(opening.charAt(closing.indexOf(character))) > before.lastIndexOf(character);
}

/** How much likelier than on average a mark is that closes what is open, above all where the line ends. */
function closingOf(character: string, before: string, next: string): number {
  if (!closing.includes(character) || !closes(character, before)) return 1;
  return /^\s?$/.test(next) ? 20 : 4;
}
