/** Starts a hash of 32 bits. */
export const seed = 0x811c9dc5;

/** Adds a number to a hash. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The hash of a string, by UTF-16 units; `mix` of each in turn. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = seed;
  for (let i = start; i < end; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
