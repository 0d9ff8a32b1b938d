import type { Claim, Document, LayerName } from '../../document/types.js';

/** What was claimed or taken for speech where nobody claims or says anything, and of how many places. */
export interface Spurious {
  /** Claims out of headings, bylines, captions, questions and other sentences that claim nothing. */
  readonly claims: readonly string[];
  readonly silent: number;
  /** Scare quotes, titles, terms and slogans taken for somebody's words. */
  readonly quotations: readonly string[];
  readonly unsaid: number;
}

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}

interface Annotated {
  readonly text: string;
  readonly raw?: string;
  readonly published?: string;
  readonly sentences: readonly (GoldSpan & { readonly claim: boolean; readonly optional?: boolean })[];
  readonly attributions: readonly { readonly content: GoldSpan }[];
}

/** Compares an annotated article in JSON with what `annotate` makes of its text. */
export function findSpurious(
  json: string,
  annotate: (
    text: string,
    published: string,
  ) => Pick<Document<LayerName>, 'text' | 'claims' | 'quotations' | 'sentences'>,
): Spurious {
  const { text, raw, published, sentences, attributions } = JSON.parse(json) as Annotated;
  const document = annotate(raw ?? text, published ?? '2025-03-12');
  const offsets: number[] = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const move = ({ start, end }: GoldSpan): GoldSpan => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0 });
  const cut = ({ start, end }: GoldSpan): string => document.text.slice(start, end);
  const silent = sentences.filter(({ claim, optional }) => !claim && optional !== true).map(move);
  const said = attributions.map(({ content }) => move(content));
  const lines = document.sentences.filter(({ kind }) => kind !== 'body' && kind !== 'duplicate');
  const outside = (span: GoldSpan): boolean => [...said, ...lines].every((known) => overlap(known, span) <= 0);
  // A question is speech, and claims nothing.
  const unsaid = document.quotations.filter((quotation) => outside(quotation) && !/[?？]$/.test(cut(quotation)));
  const claimed = (claim: Claim): boolean =>
    silent.some((line) => overlap(claim, line) > 0.5 * (claim.end - claim.start));
  return {
    claims: document.claims.filter(claimed).map(cut),
    silent: silent.length,
    quotations: unsaid.filter(({ kind }) => kind === 'direct' || kind === 'mixed').map(cut),
    unsaid: unsaid.length,
  };
}

function overlap(a: GoldSpan, b: GoldSpan): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}
