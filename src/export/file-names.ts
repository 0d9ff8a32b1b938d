/** Bytes that a name may have, so that an ending of a few letters and a number still fit. */
const longest = 180;

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Gives each id a file name of its own, without ending: letters, digits, `.`, `_` and `-` of any script stay, all else is
 * `_`. Names that would be the same on a file system that folds case, or composes characters, are numbered.
 */
export function fileNames(): (id: string) => string {
  const taken = new Set<string>();
  return (id) => {
    const plain = safeName(id);
    for (let number = 1; ; number++) {
      const name = number === 1 ? plain : `${plain}-${number}`;
      const key = name.normalize('NFKC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}

function safeName(id: string): string {
  const safe = id
    .replace(/[^\p{L}\p{N}\p{M}._-]/gu, '_')
    .replace(/^[.-]+|(?<!\.)\.+$/g, (dots) => '_'.repeat(dots.length));
  let name = '';
  let bytes = 0;
  for (const character of safe) {
    bytes += Buffer.byteLength(character);
    if (bytes > longest) break;
    name += character;
  }
  return name === '' || reserved.test(name) ? `_${name}` : name;
}
