import { fold } from '../../script/fold.js';
import { lazy } from '../../text/lazy.js';
import { doubleByteTable } from '../double-byte.js';

/** A character of GBK with its two bytes. */
export interface GbkCharacter {
  readonly character: string;
  /** Its UTF-16 unit as the fold has it. */
  readonly unit: number;
  readonly lead: number;
  readonly trail: number;
}

interface GbkTable {
  /** UTF-16 unit by code (lead * 256 + trail); 0 where the pair stands for nothing. */
  readonly units: Uint16Array;
  /** Folded unit by code. */
  readonly folded: Uint16Array;
  /** Code by UTF-16 unit; 0 where GBK has no two bytes for it. */
  readonly codes: Uint16Array;
  /** 1 by code for the pairs that a decoder maps to private use: on the damaged sites these vanish. */
  readonly vanishing: Uint8Array;
  readonly vanishingLeads: readonly number[];
  readonly byLead: readonly (readonly GbkCharacter[])[];
  readonly byTrail: readonly (readonly GbkCharacter[])[];
}

const fullWidthLead = 0xa3;
const fullWidthOffset = 0x80;

/** The two-byte character, or undefined where the pair is undefined or for private use. */
export function decodePair(lead: number, trail: number): string | undefined {
  const unit = table().units[lead * 256 + trail] ?? 0;
  return unit === 0 ? undefined : String.fromCharCode(unit);
}

/** The folded UTF-16 unit of the two-byte character; 0 where the pair stands for no character. */
export function foldedPair(lead: number, trail: number): number {
  return table().folded[lead * 256 + trail] ?? 0;
}

/** The two bytes of a character, or undefined where GBK has no two bytes for it. */
export function encodeCharacter(character: string): { readonly lead: number; readonly trail: number } | undefined {
  const code = character.length === 1 ? (table().codes[character.charCodeAt(0)] ?? 0) : 0;
  return code === 0 ? undefined : { lead: code >> 8, trail: code & 0xff };
}

/** The bytes of the full-width form of an ASCII character from `!` to `~`. */
export function encodeFullWidth(ascii: number): { readonly lead: number; readonly trail: number } {
  return { lead: fullWidthLead, trail: ascii + fullWidthOffset };
}

/** Every character with this lead byte. */
export function withLead(lead: number): readonly GbkCharacter[] {
  return table().byLead[lead] ?? [];
}

/** Every character with this trail byte. */
export function withTrail(trail: number): readonly GbkCharacter[] {
  return table().byTrail[trail] ?? [];
}

/** Whether a pair of bytes is for private use, so that it vanishes where the damaged sites decode it. */
export function vanishes(lead: number, trail: number): boolean {
  return table().vanishing[lead * 256 + trail] === 1;
}

/** The first bytes of the pairs that vanish. */
export function vanishingLeads(): readonly number[] {
  return table().vanishingLeads;
}

const table = lazy((): GbkTable => {
  const { units, codes } = doubleByteTable('gbk');
  const vanishing = new Uint8Array(65536);
  units.forEach((unit, code) => {
    if (!isPrivate(unit)) return;
    vanishing[code] = 1;
    units[code] = 0;
    codes[unit] = 0;
  });
  const folded = foldUnits(units);
  const byLead: GbkCharacter[][] = Array.from({ length: 256 }, () => []);
  const byTrail: GbkCharacter[][] = Array.from({ length: 256 }, () => []);
  units.forEach((unit, code) => {
    if (unit === 0) return;
    const character = String.fromCharCode(unit);
    const entry = { character, unit: folded[code] ?? unit, lead: code >> 8, trail: code & 0xff };
    byLead[entry.lead]?.push(entry);
    byTrail[entry.trail]?.push(entry);
  });
  const vanishingLeads = Array.from({ length: 256 }, (_, lead) => lead).filter((lead) =>
    vanishing.subarray(lead * 256, lead * 256 + 256).includes(1),
  );
  return { units, folded, codes, vanishing, vanishingLeads, byLead, byTrail };
});

function foldUnits(units: Uint16Array): Uint16Array {
  const folded = new Uint16Array(units.length);
  units.forEach((unit, code) => {
    if (unit !== 0) folded[code] = fold(String.fromCharCode(unit)).charCodeAt(0);
  });
  return folded;
}

function isPrivate(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}
