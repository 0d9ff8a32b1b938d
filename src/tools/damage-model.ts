import { decodePair, encodeCharacter } from '../repair/slips/gbk.js';

/** Byte pairs at which the damaged site cut its text, in its order: ！ ？ 。 */
const cuts = [
  [0xa3, 0xa1, '！'],
  [0xa3, 0xbf, '？'],
  [0xa1, 0xa3, '。'],
] as const;

type Part = readonly number[] | string;

/**
 * What a site makes of a text that converts it with a table that leaves glosses, then cuts its GBK bytes at sentence
 * marks without regard to characters, decodes each piece alone and folds full-width ASCII.
 */
export function damage(text: string, glosses: Readonly<Record<string, string>> = {}): string {
  const glossed = Array.from(text, (character) =>
    glosses[character] === undefined ? character : `${character}(${glosses[character]})`,
  ).join('');
  const lines = glossed.split('\n').map((line) =>
    cuts
      .reduce<Part[]>(
        (parts, [lead, trail, mark]) => parts.flatMap((part) => cut(part, lead, trail, mark)),
        [encode(line)],
      )
      .map((part) => (typeof part === 'string' ? part : decode(part)))
      .join(''),
  );
  return lines.join('\n').replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function encode(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return [code];
    const pair = encodeCharacter(character);
    if (pair === undefined) throw new Error(`${character} is not in GBK.`);
    return [pair.lead, pair.trail];
  });
}

function cut(part: Part, lead: number, trail: number, mark: string): Part[] {
  if (typeof part === 'string') return [part];
  const parts: Part[] = [];
  let start = 0;
  for (let i = 0; i + 1 < part.length; i++) {
    if (part[i] !== lead || part[i + 1] !== trail) continue;
    parts.push(part.slice(start, i), mark);
    start = i + 2;
    i++;
  }
  return [...parts, part.slice(start)];
}

function decode(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    const trail = bytes[i + 1];
    if (lead < 0x80) text += String.fromCharCode(lead);
    else if (trail === undefined || lead === 0x80) text += '?';
    else {
      i++;
      text += isUserDefined(lead, trail) ? '' : (decodePair(lead, trail) ?? '?');
    }
  }
  return text;
}

function isUserDefined(lead: number, trail: number): boolean {
  return ((lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8) && trail >= 0xa1;
}
