/** A double-byte encoding in both directions; only characters of one UTF-16 unit. Code: lead byte * 256 + trail byte. */
export interface DoubleByteTable {
  /** UTF-16 unit by code; 0 where the pair stands for nothing. Characters for private use are in it. */
  readonly units: Uint16Array;
  /** Code by UTF-16 unit; 0 where the encoding has no two bytes for it. */
  readonly codes: Uint16Array;
}

/** The table of an encoding that the Encoding Standard knows, made by decoding every pair of bytes. */
export function doubleByteTable(encoding: 'gbk' | 'big5'): DoubleByteTable {
  const bytes: number[] = [];
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pairs.push(lead * 256 + trail);
      bytes.push(lead, trail, 0x0a);
    }
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from(bytes)).split('\n');
  const [units, codes] = [new Uint16Array(65536), new Uint16Array(65536)];
  pairs.forEach((code, i) => {
    const character = decoded[i] ?? '';
    // The replacement character comes with the stray trail after it.
    if (character.length !== 1 || character === '\ufffd') return;
    const unit = character.charCodeAt(0);
    units[code] = unit;
    if (codes[unit] === 0) codes[unit] = code;
  });
  return { units, codes };
}
