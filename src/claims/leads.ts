import type { Span } from '../document/span.js';
import type { CueType, Stance } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import type { SourcePhrase } from './attribution.js';
import type { Clause } from './clauses.js';
import type { CueMatch } from './cues.js';
import { roleOf } from './quotes/roles.js';
import type { Scene } from './scene.js';
import { closesWith } from './word-edges.js';

/** The head of an indirect attribution; the content begins at `content`. */
export interface Lead {
  readonly source: SourcePhrase | null;
  readonly cue: CueMatch | null;
  readonly start: number;
  readonly content: number;
  readonly confidence: number;
  /** The name of the frame, where the lead is a case of it with a name of its own. */
  readonly rule?: string;
}

/** One way to open an indirect attribution, by the index of a clause of the scene. */
export interface Frame {
  readonly rule: string;
  find(scene: Scene, index: number): Lead | null;
}

/** A cue that the grammar of its frame has found, not the lexicon of cues. */
export function cueAt(folded: string, { start, end }: Span, type: CueType, stance: Stance = 'neutral'): CueMatch {
  return { start, end, word: folded.slice(start, end), type, frame: 'mark', stance, negates: false };
}

/** Whether the sentence goes on behind the clause. */
export function hasNext(scene: Scene, index: number): boolean {
  return scene.clauses[index + 1]?.sentence === scene.clauses[index]?.sentence;
}

/** How far a subject may stand before its cue. */
export const farthest = 80;

/** Where the subject of a cue at `end` can begin: behind the last quotation that is no mere name or term. */
export function regionStart(scene: Scene, clause: Clause, end: number): number {
  const quote = scene.quotes.findLast(
    (candidate) => candidate.end <= end && candidate.end > clause.start && !isTerm(scene, candidate, end),
  );
  return Math.max(clause.start, quote?.end ?? 0, end - farthest);
}

const longestName = 14;

/** 在“某峰會”上: a quotation within a phrase of place names something. */
function isTerm({ reading }: Scene, quote: Span & Parameters<typeof roleOf>[1], end: number): boolean {
  if (roleOf(reading.lower, quote) === 'speech' && /[,。!?]/.test(reading.folded.slice(quote.start, quote.end)))
    return false;
  // 公司(下稱“銀橋”)表示: a name in brackets.
  if (quote.end - quote.start <= longestName && /^[^(),;:。]{0,14}\)/.test(reading.folded.slice(quote.end, end)))
    return true;
  // 團體“銀橋”今年初的調查: a name in quotation marks belongs to the noun phrase.
  if (quote.end - quote.start <= longestName && /^[^,;:。]{0,14}的/.test(reading.folded.slice(quote.end, end)))
    return true;
  // 團體“海岸守望”則|反駁: the name of whoever stands before the cue.
  if (
    quote.end - quote.start <= longestName &&
    /^(?:则|也|亦|却|又|仍|还|就|曾|随即|随后|昨天|今天|今早|昨日)?$/.test(reading.folded.slice(quote.end, end))
  )
    return closesWith(openWords('body-nouns'), reading.folded.slice(Math.max(0, quote.start - 4), quote.start));
  return /^(?:\([^()]{0,60}\))?[^,;:。]{0,12}[上中里时后间]/.test(reading.folded.slice(quote.end, end));
}

/** 說|了這麼一句, 回憶|道, 說|起: what may close a tag behind its cue. */
export const saidSo =
  /^(?:了|过|道|着|起来|起|了起来|一声|一句)?(?:这(?:么|样)?(?:一|几)?[句番](?:话)?|[一两三四五六几]个字|(?:一个|这个)(?:道理|理|事实|观点|意思|想法)|[一两三几](?:点|件事|条))?$|^这(?:句|番|些)?话时$/;
