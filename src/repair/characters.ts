import type { Edit } from '../document/alignment.js';
import { windowsCharacter } from '../text/windows-1252.js';

const suspicious =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const joinsScripts =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Tibetan}]/u;
/** Scripts written without spaces, whose words a zero-width space parts. */
const withoutSpaces = /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const emojiPart = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;

/**
 * Takes out characters that show nothing: zero-width ones, soft hyphens, byte-order marks, control characters except
 * tab, LF and CR. Joiners stay where a script or an emoji sequence needs them, zero-width spaces between words of Khmer or Thai, direction marks where the text has
 * right-to-left letters. A lone surrogate becomes U+FFFD, a C1 control the Windows-1252 character of its byte.
 */
export function findStrayCharacters(text: string): Edit[] {
  let directed: boolean | null = null;
  const edits: Edit[] = [];
  for (const match of text.matchAll(suspicious)) {
    const character = match[0];
    directed ??= rightToLeft.test(text);
    if (isJoiner(character) && isNeededJoiner(text, match.index)) continue;
    if (character === '\u200b' && withoutSpaces.test(lastCharacter(text, match.index))) continue;
    if (directed && /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) continue;
    edits.push({ start: match.index, end: match.index + 1, ...mend(character) });
  }
  return edits;
}

function mend(character: string): Omit<Edit, 'start' | 'end'> {
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return characterEdit('\ufffd', 'lone-surrogate');
  if (code === 0x0b || code === 0x0c) return characterEdit('\n', 'control-character');
  if (code < 0x20 || code === 0x7f) return characterEdit('', 'control-character');
  if (code >= 0x80 && code <= 0x9f) return fromWindows(code);
  return characterEdit('', 'zero-width');
}

function fromWindows(code: number): Omit<Edit, 'start' | 'end'> {
  const character = windowsCharacter(code);
  return characterEdit(character, character === '' ? 'control-character' : 'windows-1252');
}

function characterEdit(replacement: string, rule: string): Omit<Edit, 'start' | 'end'> {
  return { replacement, kind: 'character', rule, confidence: 0.99 };
}

function isJoiner(character: string): boolean {
  return character === '\u200c' || character === '\u200d';
}

function isNeededJoiner(text: string, index: number): boolean {
  const before = lastCharacter(text, index);
  const after = String.fromCodePoint(text.codePointAt(index + 1) ?? 0);
  if (joinsScripts.test(before)) return true;
  return text.charAt(index) === '\u200d' && emojiPart.test(before) && emojiPart.test(after);
}

function lastCharacter(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  const isTrail = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(Math.max(0, index - (isTrail ? 2 : 1)), index);
}
