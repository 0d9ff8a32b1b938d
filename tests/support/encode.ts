/** Bytes of `text` in an encoding that node only decodes, found by trying every pair of bytes. */
export function encode(text: string, encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const pairs = pairsOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = character < '\u0080' ? [character.charCodeAt(0)] : pairs.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no pair of bytes for ${character}.`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function pairsOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(character).length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  tables.set(encoding, pairs);
  return pairs;
}
