import { Converter } from 'opencc-js';
import type { Claim, Document, LayerName } from '../../src/document/types.js';
import { annotate } from '../support/annotate.js';

/** A claim with its texts cut out, as the tables of the tests write it. */
export interface Shown {
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: string;
  readonly quote: string;
  readonly rule: string;
}

/** The document and the claims of a text. */
export function claimsOf(
  text: string,
  published = '2024-06-10',
): { document: Document<LayerName>; claims: readonly Claim[] } {
  const document = annotate(text, { published });
  return { document, claims: document.claims };
}

/** What is attributed to somebody in a text. */
export function attributions(text: string): Shown[] {
  const { document, claims } = claimsOf(text);
  const cut = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : document.text.slice(span.start, span.end);
  return claims
    .filter((claim) => claim.source !== null || claim.quote !== 'none')
    .map((claim) => ({
      source: cut(claim.source),
      cue: cut(claim.cue),
      content: cut(claim) ?? '',
      quote: claim.quote,
      rule: claim.rule,
    }));
}

/** Simplified to Traditional, character by character, so that offsets stay. */
export const toTraditional = Converter({ from: 'cn', to: 't' });
