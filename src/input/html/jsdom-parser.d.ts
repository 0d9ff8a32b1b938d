/** The small DOM that comes with Readability and is all that it needs. */
declare module '@mozilla/readability/JSDOMParser.js' {
  /** A document or element, as far as it is used here. */
  interface ParsedNode {
    readonly textContent: string;
  }

  export default class JSDOMParser {
    /** Reads well-formed markup; null where there is no element in it. */
    parse(markup: string, url?: string): ParsedNode | null;
  }
}
