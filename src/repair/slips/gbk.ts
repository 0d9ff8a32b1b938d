import { lazy } from '../../text/lazy.js';

/** A character of GBK with its two bytes. */
export interface GbkCharacter {
  readonly character: string;
  readonly lead: number;
  readonly trail: number;
}

interface GbkTable {
  readonly byCode: ReadonlyMap<number, string>;
  readonly byCharacter: ReadonlyMap<string, GbkCharacter>;
  readonly byLead: ReadonlyMap<number, readonly GbkCharacter[]>;
  readonly byTrail: ReadonlyMap<number, readonly GbkCharacter[]>;
}

/** Lead and trail bytes of the user-defined pairs, which vanish on decoding: first byte of such a pair. */
export const vanishingLeads: readonly number[] = [
  0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe,
];

const fullWidthLead = 0xa3;
const fullWidthOffset = 0x80;

/** The two-byte character, or undefined where the pair is undefined or for private use. */
export function decodePair(lead: number, trail: number): string | undefined {
  return table().byCode.get(lead * 256 + trail);
}

/** The two bytes of a character, or undefined where GBK has no two bytes for it. */
export function encodeCharacter(character: string): GbkCharacter | undefined {
  return table().byCharacter.get(character);
}

/** The bytes of the full-width form of an ASCII character from `!` to `~`. */
export function encodeFullWidth(ascii: number): { readonly lead: number; readonly trail: number } {
  return { lead: fullWidthLead, trail: ascii + fullWidthOffset };
}

/** Every character with this lead byte. */
export function withLead(lead: number): readonly GbkCharacter[] {
  return table().byLead.get(lead) ?? [];
}

/** Every character with this trail byte. */
export function withTrail(trail: number): readonly GbkCharacter[] {
  return table().byTrail.get(trail) ?? [];
}

const table = lazy((): GbkTable => {
  const byCode = new Map<number, string>();
  const byCharacter = new Map<string, GbkCharacter>();
  const byLead = new Map<number, GbkCharacter[]>();
  const byTrail = new Map<number, GbkCharacter[]>();
  for (const entry of decodeEveryPair()) {
    byCode.set(entry.lead * 256 + entry.trail, entry.character);
    if (!byCharacter.has(entry.character)) byCharacter.set(entry.character, entry);
    push(byLead, entry.lead, entry);
    push(byTrail, entry.trail, entry);
  }
  return { byCode, byCharacter, byLead, byTrail };
});

function decodeEveryPair(): GbkCharacter[] {
  const bytes: number[] = [];
  const pairs: { lead: number; trail: number }[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pairs.push({ lead, trail });
      bytes.push(lead, trail, 0x0a);
    }
  const decoded = new TextDecoder('gbk').decode(Uint8Array.from(bytes)).split('\n');
  return pairs.flatMap((pair, i) => {
    const character = decoded[i] ?? '';
    return isDefined(character) ? [{ ...pair, character }] : [];
  });
}

/** Not the replacement character (with the stray trail after it), and not for private use. */
function isDefined(character: string): boolean {
  const unit = character.charCodeAt(0);
  return character.length === 1 && unit !== 0xfffd && (unit < 0xe000 || unit > 0xf8ff);
}

function push(index: Map<number, GbkCharacter[]>, key: number, entry: GbkCharacter): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [entry]);
  else list.push(entry);
}
