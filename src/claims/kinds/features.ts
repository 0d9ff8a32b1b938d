import { contains, type Span } from '../../document/span.js';
import type { ClaimKind, CueType, Mention, Quantity, QuoteKind, Timex, Token } from '../../document/types.js';
import { claimKinds, cueTypes, quoteKinds } from '../../document/types.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { holdsHan } from '../../text/han.js';
import { lazy } from '../../text/lazy.js';
import { findWords, type ScannedText, wordList } from '../words.js';
import { type AspectRole, aspectsOf, happening, isForeseeing, judging } from './happening.js';
import { alike, type Sign, signs } from './signs.js';
import { addKindWords } from './words.js';

/** What a word shows: kinds with weights, and what it only goes with (a kind, or a change of an amount). */
interface Marker {
  readonly weights: readonly { readonly kind: number; readonly isEvent: boolean; readonly weight: number }[];
  /** The names of the features that it hints at. */
  readonly hints: readonly string[];
}

const markers = wordList(() => {
  // Thousands of words show one of some hundred things.
  const known = new Map<string, Marker>();
  return openLexicon('claim-markers', ['word', 'kinds', 'hints'], ({ kinds, hints }) => {
    const cells = `${kinds}\t${hints}`;
    const marker = known.get(cells) ?? toMarker(kinds, hints);
    known.set(cells, marker);
    return marker;
  });
});

function toMarker(kinds: string, hints: string): Marker {
  const listed = (cell: string): string[] => cell.split(' ').filter((word) => word !== '');
  return {
    weights: listed(kinds).map((pair) => {
      const [kind, weight] = pair.split(':');
      return { kind: claimKinds.indexOf(kind as ClaimKind), isEvent: kind === 'event', weight: Number(weight) };
    }),
    hints: listed(hints).map((hint) => `hint-${hint}`),
  };
}

const cueKinds = lazy(() => openLexicon('cue-kinds', ['cue', 'kind'], (row) => row.kind as ClaimKind));

/** Whether the lexicon has the word as a verb of something that happens. */
export function marksEvent(word: string): boolean {
  return (
    markers
      .lexicon()
      .get(word)
      ?.weights.some(({ isEvent }) => isEvent) === true
  );
}

/** Whether the lexicon has the cue as one of judgement (形容, 批評). */
export function judges(cue: string): boolean {
  return cueKinds().get(cue) === 'evaluation';
}

/** What the kinds of a content are read from. */
export interface KindEvidence {
  /** The lower-cased fold. */
  readonly words: ScannedText;
  readonly content: Span;
  readonly tokens: readonly Token[];
  readonly times: readonly Timex[];
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
  /** Names and the quotations that only name something inside the content; their words do not count. */
  readonly quoted: readonly Span[];
  /** ISO date of publication, or null. */
  readonly published: string | null;
  readonly quote: QuoteKind;
  /** The cue word in the lower-cased fold, or ''. */
  readonly cue: string;
  readonly cueType: CueType | null;
}

/** What speaks for or against a kind, by name; see `kind-weights.tsv`. */
export function kindFeatures(evidence: KindEvidence): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const add: Add = (name, value) => {
    if (value !== 0) features.set(name, value);
  };
  addSigns(evidence, aspectsOf(evidence.words.lower, evidence.tokens), add);
  addKindWords({ ...evidence, lower: evidence.words.lower }, add);
  return features;
}

type Add = (name: string, value: number) => void;

/** Gives `add` all signs but the words themselves, each name once; a value of 0 says nothing. `roles` is what each word does to the verb beside it. */
export function addSigns(evidence: KindEvidence, roles: readonly (AspectRole | undefined)[], add: Add): void {
  add('bias', 1);
  addMarkers(evidence, add);
  addFigures(evidence, add);
  addTimes(evidence, add);
  addFrame(evidence, add);
  addSyntax(evidence, roles, add);
}

const strongest = 2.5;
const mostHints = 3;

/** Shares fell after, as …: why an amount changed. */
const asAfter =
  /(?<!\b(?:much|many|well|soon|long|far|such))\s(?:as|after)\s(?!well\b|soon\b|man|much\b|long\b|far\b|of\b|part\b)/;

/** The sum of a kind's markers, each counted once, whether it has a sure one, and how many words only hint at it. */
function addMarkers({ words, content, quoted, tokens, quantities }: KindEvidence, add: Add): void {
  const { lower } = words;
  const sums = claimKinds.map(() => 0);
  let isMarked = false;
  const hinted = new Map<string, number>();
  const seen = new Set<string>();
  for (const { word, value, start, end } of findWords(words, markers, content.start, content.end)) {
    if (seen.has(word) || isDisposal(words, end - 1) || quoted.some((quote) => contains(quote, { start, end })))
      continue;
    // 洋将, 缘由: a single character within or at the end of a word is no marker.
    if (
      word.length === 1 &&
      tokens.some((token) => token.start <= start && start < token.end && token.end - token.start > 1)
    )
      continue;
    // More than 900 pages compares nothing.
    if (word.endsWith(' than') && quantities.some((quantity) => quantity.start - end === 1)) continue;
    seen.add(word);
    for (const { kind, isEvent, weight } of value.weights)
      sums[kind] = (sums[kind] ?? 0) + (isEvent ? weight * aspect(lower, word, end) : weight);
    if (value.weights.length > 0) isMarked = true;
    for (const hint of value.hints) hinted.set(hint, (hinted.get(hint) ?? 0) + 1);
  }
  markerFeatures.forEach(({ marker, sure }, kind) => {
    const sum = sums[kind] ?? 0;
    add(marker, Math.min(strongest, sum));
    add(sure, sum >= 1 ? 1 : 0);
  });
  const isShifting = hinted.has('hint-change') && asAfter.test(lower.slice(content.start, content.end));
  add('change-as', isShifting ? 1 : 0);
  for (const [hint, count] of hinted) add(hint, Math.min(mostHints, count));
  add('marker-none', isMarked ? 0 : 1);
}

const markerFeatures = claimKinds.map((kind) => ({ marker: `marker-${kind}`, sure: `sure-${kind}` }));
const disposals = wordList(() => openWords('disposal-verbs'));
const disposalReach = 30;
const disposal = '将'.charCodeAt(0);

/** 將資源投入…: 將 in the place of 把 tells no future. */
function isDisposal(words: ScannedText, at: number): boolean {
  const { lower } = words;
  if (lower.charCodeAt(at) !== disposal) return false;
  const clause = lower.slice(at + 2, at + disposalReach).search(/[,;。]/);
  const end = clause < 0 ? at + disposalReach : at + 2 + clause;
  return findWords(words, disposals, at + 2, end).length > 0;
}

/** A verb with 了 behind it is done; one that a modifier with 的 holds (發布的模型) tells less. */
function aspect(lower: string, word: string, end: number): number {
  if (!holdsHan(word)) return 1;
  if (lower[end] === '了') return 1.5;
  return lower[end] === '的' ? 0.4 : 1;
}

const mostCounted = 4;

/** How many there are, up to four, as half of that. */
function share(some: readonly unknown[]): number {
  return Math.min(mostCounted, some.length) / 2;
}

function addFigures({ quantities, words: { lower } }: KindEvidence, add: Add): void {
  add('count-quantities', share(quantities));
  const telling = quantities.filter((quantity) => isTelling(quantity, lower));
  add('figure', telling.length > 0 ? 1 : 0);
  add('figures', telling.length > 1 ? 1 : 0);
  add('percent', quantities.some(({ type }) => type === 'PERCENT') ? 1 : 0);
  add('money', quantities.some(({ type }) => type === 'MONEY') ? 1 : 0);
  add('small-number', telling.length === 0 && quantities.some(({ type }) => type !== 'ORDINAL') ? 1 : 0);
  add('ordinal', quantities.some(({ type }) => type === 'ORDINAL') ? 1 : 0);
}

const smallCount = 10;

/** Shares, money and large numbers make a statistic; two of something, and somebody's age, do not. */
function isTelling({ type, value, high, low, unit, start, end }: Quantity, lower: string): boolean {
  if (type === 'PERCENT' || type === 'MONEY' || unit === '倍' || unit === 'times') return true;
  if (type === 'ORDINAL' || unit === '岁' || /^\s?-?(?:岁|year-old)/.test(lower.slice(end, end + 10))) return false;
  if (/岁$/.test(lower.slice(start, end))) return false;
  const size = value ?? high ?? low;
  return size !== null && (Math.abs(size) >= smallCount || !Number.isInteger(size));
}

function addTimes({ times, published }: KindEvidence, add: Add): void {
  add('count-times', share(times));
  add('set', times.some(({ type }) => type === 'SET') ? 1 : 0);
  add('duration', times.some(({ type }) => type === 'DURATION') ? 1 : 0);
  if (published === null) return;
  const day = published.slice(0, 10);
  add('future-time', times.some(({ begin }) => begin !== null && begin.slice(0, 10) > day) ? 1 : 0);
  const past = times.filter(({ until, type }) => type !== 'SET' && until !== null && until.slice(0, 10) <= day);
  add('past-time', past.length > 0 ? 1 : 0);
  add('past-day', past.some(({ value }) => isDay(value)) ? 1 : 0);
}

function isDay(value: string | null): boolean {
  return /^\d{4}-\d\d-\d\d/.test(value ?? '');
}

const quoteSigns = signsNamed('quote', quoteKinds);
const cueSigns = signsNamed('cue', cueTypes);
const signsOfCues = signsNamed('cue-of', claimKinds);

/** The names of signs by what they begin with and by each of what they end with. */
function signsNamed<K extends string>(prefix: string, ends: readonly K[]): Readonly<Record<K, string>> {
  return Object.fromEntries(ends.map((end) => [end, `${prefix}-${end}`])) as Record<K, string>;
}

function addFrame({ quote, cue, cueType }: KindEvidence, add: Add): void {
  add(quoteSigns[quote], 1);
  // That somebody thinks so is true of judgements, causes, demands and forecasts alike.
  if (cueType !== null && cueType !== 'think') add(cueSigns[cueType], 1);
  const ofCue = cueKinds().get(cue);
  if (ofCue !== undefined) add(signsOfCues[ofCue], 1);
}

/** What the words tell by their form: something happened, somebody judges, two things are alike. */
function addSyntax(
  { words: { lower }, content, tokens, quote, quoted }: KindEvidence,
  roles: readonly (AspectRole | undefined)[],
  add: Add,
): void {
  const text = lower.slice(content.start, content.end);
  const isHan = holdsHan(text);
  const isLatin = /[a-z]/.test(text);
  const shows = ({ han, latin }: Sign): number =>
    (isHan && han?.test(text) === true) || (isLatin && latin?.test(text) === true) ? 1 : 0;
  add('happening', happening(lower, tokens, roles));
  add('judging', judging(tokens, roles));
  add('foreseeing', isForeseeing(lower, tokens) ? 1 : 0);
  add(alike.name, shows(alike));
  add('han', isHan ? 1 : 0);
  const length = isHan ? text.length : text.length / 3;
  add('short', length < 15 ? 1 : 0);
  add('long', length > 45 ? 1 : 0);
  add('direct-copula', quote === 'direct' && /是|\b(?:is|are|was)\b|'s\b/.test(text) ? 1 : 0);
  for (const sign of signs) add(sign.name, shows(sign));
  const { adjectives, idioms, verbs } = countWords(tokens);
  add('adjective', adjectives > 0 ? 1 : 0);
  const last = tokens.at(-1);
  add('adjective-last', last !== undefined && /^(?:a|i|l|Adjective)$/.test(last.pos) ? 1 : 0);
  add('said-of-others', quote !== 'direct' && quote !== 'none' ? 1 : 0);
  add('direct-short', quote === 'direct' && length < 22 ? 1 : 0);
  add('count-names', share(quoted));
  add('names', quoted.length > 0 ? 1 : 0);
  add('several-names', quoted.length > 2 ? 1 : 0);
  add('idiom', idioms > 0 ? 1 : 0);
  add('verb', verbs > 2 ? 1 : 0);
}

function countWords(tokens: readonly Token[]): { adjectives: number; idioms: number; verbs: number } {
  let [adjectives, idioms, verbs] = [0, 0, 0];
  for (const { pos, start, end } of tokens)
    if (pos === 'v' || pos === 'Verb') verbs++;
    else if (pos === 'a' || pos === 'Adjective') adjectives++;
    else if ((pos === 'i' || pos === 'l') && end - start >= 4) idioms++;
  return { adjectives, idioms, verbs };
}
