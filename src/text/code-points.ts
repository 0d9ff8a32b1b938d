/**
 * Maps UTF-16 offsets of `text` to code-point offsets, in constant time each. An offset inside a surrogate pair maps to
 * the character that the pair is. A lone surrogate counts as one character.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset;
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; ) {
    points[i] = count;
    const width = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    if (width === 2) points[i + 1] = count;
    i += width;
    count++;
  }
  points[text.length] = count;
  return (offset) => points[offset] ?? count;
}

/** Number of code points in `text`. */
export function countCodePoints(text: string): number {
  return codePointOffsets(text)(text.length);
}

/** Orders strings by code point, as UTF-8 bytes do; the default order of JavaScript puts 𠮷 before ｆ. */
export function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Puts surrogates after every other code unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Maps code-point offsets of `text` to UTF-16 offsets, in constant time each; past the end, to the end. */
export function unitOffsets(text: string): (point: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (point) => Math.min(point, text.length);
  const units: number[] = [];
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) units.push(i);
  return (point) => units[point] ?? text.length;
}
