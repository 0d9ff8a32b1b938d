import { foldCharacter } from '../readings.js';
import { decodePair, encodeCharacter } from './gbk.js';
import { isHan } from './language-model.js';
import type { DamagedSymbol } from './symbols.js';

const enough = 0.6;
const enoughToGoOn = 0.35;
const usualMarks = '“”。，、';

/**
 * Whether the symbols after a marker, decoded out of step, come back into step having made about as many common
 * characters as they consist of, at least one of these Han. Cheap and permissive: it spares clean text the language model, it decides nothing.
 */
export function looksShifted(symbols: readonly DamagedSymbol[]): boolean {
  return shiftedShare(symbols, false);
}

/** The same of the first symbols of a longer stretch: whether they can begin one that looks shifted. */
export function beginsShifted(symbols: readonly DamagedSymbol[]): boolean {
  return shiftedShare(symbols, true);
}

function shiftedShare(symbols: readonly DamagedSymbol[], goesOn: boolean): boolean {
  const first = symbols[1];
  if (first === undefined || first.pair === null) return false;
  let pending = first.pair.trail;
  let made = 0;
  let stood = isCommon(first.text) ? 1 : 0;
  let han = isHan(first.text.charCodeAt(0));
  for (const symbol of symbols.slice(2)) {
    if (symbol.aside) continue;
    if (symbol.rest !== null) return true;
    if (symbol.isMarker && han && made > 0 && made >= stood * enough) return true;
    if (symbol.byte !== null && han) {
      const character = decodePair(pending, symbol.byte);
      const share = character !== undefined && isCommon(character) ? made + 1 : made;
      if (share > 0 && share >= stood * enough) return true;
    }
    if (symbol.pair === null) return false;
    if (isCommon(decodePair(pending, symbol.pair.lead) ?? '')) made++;
    if (isCommon(symbol.text)) stood++;
    han ||= isHan(symbol.text.charCodeAt(0));
    pending = symbol.pair.trail;
  }
  return goesOn && made >= stood * enoughToGoOn;
}

/** `?!?` before an ASCII character or at the end of a line: what a cut within 。” leaves, with nothing behind it to tell the slip by. */
export function looksLikeLostEnd([, mark, marker, next]: readonly DamagedSymbol[]): boolean {
  return mark?.text === '!' && marker?.isMarker === true && (next === undefined || /\w/.test(next.text));
}

/** Whether a character is one of the 3755 of GB 2312's first level, by its Simplified form, or a usual mark. */
export function isCommon(character: string): boolean {
  if (usualMarks.includes(character) && character !== '') return true;
  if (!isHan(character.charCodeAt(0))) return false;
  const code = encodeCharacter(foldCharacter(character));
  return code !== undefined && code.lead >= 0xb0 && code.lead <= 0xd7 && code.trail >= 0xa1;
}
