// Written out, since Node 20 decodes windows-1252 as Latin-1. A space stands where the byte means nothing.
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What a byte from 0x80 to 0x9f stands for in Windows-1252, or '' for nothing. */
export function windowsCharacter(byte: number): string {
  return windows1252.charAt(byte - 0x80).trim();
}
