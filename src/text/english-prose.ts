const fewestWords = 3;

/** Whether a stretch reads as running English: several words between spaces, and one of them in small letters. */
export function isEnglishProse(stretch: string): boolean {
  const words = stretch.split(/\s+/).filter((word) => /^["“‘'(]?[A-Za-z][A-Za-z'’-]*[,;:.!?)"”’]*$/.test(word));
  return words.length >= fewestWords && words.some((word) => /^[a-z]{2}/.test(word));
}
