/** The UTF-16 unit at an offset; 0 outside of the text, where `charCodeAt` would make slow for good whatever function asks. */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

/** Orders strings by UTF-16 unit, as `sort` does without an order of its own. */
export function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
