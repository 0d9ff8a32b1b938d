/** The first code point that takes so many bytes beyond the first. */
const leastPoints = [Infinity, 0x80, 0x800, 0x10000];

/** The character whose bytes in UTF-8 these are: a first one, and as many that go on with it as it asks for; null if there is none. */
export function characterOf(bytes: readonly number[]): string | null {
  const [first = 0, ...rest] = bytes;
  const point = rest.reduce((sum, byte) => sum * 0x40 + (byte & 0x3f), first & (0x3f >> rest.length));
  const isSurrogate = point >= 0xd800 && point < 0xe000;
  if (isSurrogate || point < (leastPoints[rest.length] ?? Infinity) || point > 0x10ffff) return null;
  return String.fromCodePoint(point);
}

/** The characters that bytes may have been, one of them lost and null, if it was one of `fillings`. */
export function charactersOf(bytes: readonly (number | null)[], fillings: readonly number[]): string[] {
  return fillings.flatMap((filling) => characterOf(bytes.map((byte) => byte ?? filling)) ?? []);
}

/** How many bytes a character has by its first one; 0 for what begins none. No text has those of 0xf1, 0xf2 and 0xf4, which are ñ, ò and ô alone. */
export function lengthOf(byte: number): number {
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte === 0xf0 || byte === 0xf3 ? 4 : 0;
}

/** Whether a byte only goes on with a character. */
export function isTrail(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}
