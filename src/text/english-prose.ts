const fewestWords = 3;
const longestStretch = 300;
/** What stands around a stretch of Latin letters in Chinese. */
const border = /[\p{Script=Han}“”‘《》〈〉「」。、()]/u;

/** The stretch around an inner one, within an outer one, that holds no Han, quotation marks or brackets beyond it. */
export function latinAround(
  text: string,
  inner: { readonly start: number; readonly end: number },
  outer: { readonly start: number; readonly end: number },
): string {
  const before = text.slice(Math.max(outer.start, inner.start - longestStretch), inner.start).split(border);
  const behind = text.slice(inner.end, Math.min(outer.end, inner.end + longestStretch)).split(border);
  return `${before.at(-1)}${text.slice(inner.start, inner.end)}${behind[0]}`;
}

/** Whether a stretch reads as running English: several words between spaces, and one of them in small letters. */
export function isEnglishProse(stretch: string): boolean {
  const words = stretch
    .split(/\s+/)
    .filter((word) => /^["“‘'(]?[A-Za-z][A-Za-z'’-]*(?:[,;:.!?)"”][,;:.!?)"”’]*)?$/.test(word));
  return words.length >= fewestWords && words.some((word) => /^[a-z]{2}/.test(word));
}
