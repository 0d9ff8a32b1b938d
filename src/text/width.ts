/** The text with full-width ASCII made narrow (＜ becomes <); of the same length. */
export function toHalfWidth(text: string): string {
  if (!/[！-～]/.test(text)) return text;
  return text.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
