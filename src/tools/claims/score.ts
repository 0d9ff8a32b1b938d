import { hasKnownSource } from '../../claims/strict.js';
import type { Claim } from '../../document/types.js';
import type { MarkedAttribution, MarkedSpan, MarkedText } from './marked.js';

/** How often something was found and was right. */
export interface Tally {
  hit: number;
  found: number;
  wanted: number;
}

/** The figures of a set of marked texts. */
export interface Figures {
  readonly content: Tally;
  readonly source: Tally;
  /** Source, cue and content right together. */
  readonly triple: Tally;
  readonly exactContent: Tally;
  readonly quote: Tally;
  /** For each frame, how many of its claims have the right source and content. */
  readonly frames: Map<string, Tally>;
  /** The same of those claims whose source is known. */
  readonly known: Map<string, Tally>;
  readonly misses: string[];
}

/** Figures of nothing yet. */
export function noFigures(): Figures {
  return {
    content: { hit: 0, found: 0, wanted: 0 },
    source: { hit: 0, found: 0, wanted: 0 },
    triple: { hit: 0, found: 0, wanted: 0 },
    exactContent: { hit: 0, found: 0, wanted: 0 },
    quote: { hit: 0, found: 0, wanted: 0 },
    frames: new Map(),
    known: new Map(),
    misses: [],
  };
}

/** Compares the attributed claims of a text with what is marked in it, and adds to `figures`. */
export function score(marked: MarkedText, claims: readonly Claim[], figures: Figures): void {
  const cut = (span: MarkedSpan | null | undefined): string =>
    span === null || span === undefined ? '–' : marked.text.slice(span.start, span.end);
  const free = new Set(claims.filter(({ source, quote }) => source !== null || quote !== 'none'));
  const inOrder = [...marked.attributions].sort((a, b) => Number(a.optional) - Number(b.optional));
  for (const wanted of inOrder) {
    const claim = closest(wanted, free);
    if (claim !== null) free.delete(claim);
    if (wanted.optional) continue;
    const right = claim !== null && rightSource(wanted, claim);
    const rightCue =
      claim !== null &&
      (wanted.cues.length === 0 || wanted.cues.some((cue) => claim.cue !== null && touch(cue, claim.cue)));
    tally(figures.content, claim !== null, claim !== null, true);
    tally(figures.source, right, claim !== null, true);
    tally(figures.triple, right && rightCue && overlap(wanted, claim) >= 0.8, claim !== null, true);
    tally(
      figures.exactContent,
      claim !== null && claim.start === wanted.start && claim.end === wanted.end,
      claim !== null,
      true,
    );
    tally(figures.quote, claim?.quote === wanted.quote, claim !== null, claim !== null);
    if (claim !== null) for (const tallied of framesOf(figures, claim)) tally(tallied, right, true, true);
    if (!right)
      figures.misses.push(
        claim === null
          ? `missed ${cut(wanted.sources[0])} | ${cut(wanted)}`
          : `source ${cut(claim.source)} for ${cut(wanted.sources[0])} | ${cut(wanted)} (${claim.rule})`,
      );
    else if (overlap(wanted, claim) < 0.8)
      figures.misses.push(`content ${cut(claim)} for ${cut(wanted)} (${claim.rule})`);
    else if (!rightCue)
      figures.misses.push(`cue ${cut(claim.cue)} for ${cut(wanted.cues[0])} | ${cut(wanted)} (${claim.rule})`);
    else if (claim.quote !== wanted.quote)
      figures.misses.push(`quote ${claim.quote} for ${wanted.quote} | ${cut(wanted)} (${claim.rule})`);
  }
  for (const claim of free) {
    for (const figure of [
      figures.content,
      figures.source,
      figures.triple,
      figures.exactContent,
      ...framesOf(figures, claim),
    ])
      tally(figure, false, true, false);
    figures.misses.push(`extra ${cut(claim.source)} | ${cut(claim)} (${claim.rule}) in: ${marked.text.slice(0, 60)}`);
  }
}

function closest(wanted: MarkedAttribution, free: ReadonlySet<Claim>): Claim | null {
  const [best] = [...free]
    .filter((claim) => overlap(wanted, claim) >= 0.6)
    .sort((a, b) => overlap(wanted, b) - overlap(wanted, a));
  return best ?? null;
}

function rightSource({ sources }: MarkedAttribution, { source }: Claim): boolean {
  if (source === null) return sources.length === 0;
  return sources.some((wanted) => overlap(wanted, source) >= 0.5);
}

function framesOf({ frames, known }: Figures, claim: Claim): Tally[] {
  return (hasKnownSource(claim) ? [frames, known] : [frames]).map((of) => {
    const tallied = of.get(claim.rule) ?? { hit: 0, found: 0, wanted: 0 };
    of.set(claim.rule, tallied);
    return tallied;
  });
}

function tally(figure: Tally, hit: boolean, found: boolean, wanted: boolean): void {
  if (hit) figure.hit++;
  if (found) figure.found++;
  if (wanted) figure.wanted++;
}

function touch(a: MarkedSpan, b: MarkedSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Intersection over union of two spans. */
function overlap(a: MarkedSpan, b: MarkedSpan): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
