/** The UTF-16 unit at an offset; 0 outside of the text, where `charCodeAt` would make slow for good whatever function asks. */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}
