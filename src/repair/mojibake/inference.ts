import type { Script } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { isHan } from '../slips/language-model.js';
import { fitBetween } from './likelihood.js';

/** With so many candidates the usual one is none for sure. */
const manyCandidates = 20;
const sureShare = 0.9;
const unknown = '\ufffd';
/** Marks of running text, of which one may be lost. */
const usualMarks = '—‘’“”…、。《》〈〉「」『』【】（）！，：；？％';
/** Marks that no line ends with. */
const goesOn = '、，：；“「『（《〈';
const opening = '“‘「『（《〈【〔〖';
const closing = '”’」』）》〉】〕〗';
/** What these close holds no full stop. */
const titleClosing = '》〉】';

const scripts = lazy(() => openLexicon('script-characters', ['character', 'script'], (row) => row.script));

/** What stands for a character of which a byte is lost, and the note that says why. */
export interface Inferred {
  readonly character: string;
  readonly note: string;
}

/** The character of which one byte is lost, one of the candidates, by what stands on both sides; null where no candidate may stand there. */
export function inferCharacter(
  candidates: readonly string[],
  before: string,
  next: string,
  script: Script | null,
): Inferred | null {
  const usual = candidates.filter(isUsual);
  // The only one that texts have needs no context.
  if (usual.length === 1 && candidates.length < manyCandidates) return sure(usual[0] ?? '');
  const previous = before.slice(-1) === unknown ? '' : before.slice(-1);
  const fit = fitBetween(previous, next);
  const choices = usual
    .filter((character) => mayStand(character, before, next) && isOf(script, character))
    .map((character) => ({ character, weight: fit(character) * closingOf(character, before, next) }))
    .sort((a, b) => b.weight - a.weight);
  const [best] = choices;
  if (best === undefined) return null;
  // A mark that opens is not told by what stands before it.
  const isSure = !opening.includes(best.character);
  if (isSure && best.weight >= sureShare * choices.reduce((sum, { weight }) => sum + weight, 0))
    return sure(best.character);
  return oneOf(choices.slice(0, 4).map(({ character }) => character));
}

/** What is known to be lost: one of several characters. */
export function oneOf(candidates: readonly string[]): Inferred {
  return { character: unknown, note: `one of ${candidates.join('/')}` };
}

/** A character that was told. */
export function sure(character: string): Inferred {
  return { character, note: `${character} inferred (context)` };
}

/** A Han character of the basic plane, or a mark of running text. */
function isUsual(character: string): boolean {
  return character.length === 1 && (isHan(character.charCodeAt(0)) || usualMarks.includes(character));
}

/** Whether a character may stand between `before` and `next`: a Han character, or a mark that may end a line if it does. */
function mayStand(character: string, before: string, next: string): boolean {
  if (isHan(character.charCodeAt(0))) return true;
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
