import { contains, type Span } from '../document/span.js';
import type { ClaimKind, Quantity, Timex, Token } from '../document/types.js';
import { claimKinds } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { happening, isForeseeing, judging } from './happening.js';
import { findWords } from './words.js';

type Weights = ReadonlyMap<ClaimKind, number>;

const markers = lazy(() =>
  openLexicon(
    'claim-markers',
    ['word', 'kinds'],
    (row): Weights =>
      new Map(row.kinds.split(' ').map((pair) => [pair.split(':')[0] as ClaimKind, Number(pair.split(':')[1])])),
  ),
);

const cueKinds = lazy(() => openLexicon('cue-kinds', ['cue', 'kind'], (row) => row.kind as ClaimKind));

/** Whether the lexicon has the word as a verb of something that happens. */
export function marksEvent(word: string): boolean {
  return markers().get(word)?.has('event') === true;
}

/** Whether the lexicon has the cue as one of judgement (形容, 批評). */
export function judges(cue: string): boolean {
  return cueKinds().get(cue) === 'evaluation';
}

/** What the kinds of a content are read from. */
export interface KindEvidence {
  readonly lower: string;
  readonly content: Span;
  readonly tokens: readonly Token[];
  readonly times: readonly Timex[];
  readonly quantities: readonly Quantity[];
  /** Names and the quotations that only name something inside the content; their words do not count. */
  readonly quoted: readonly Span[];
  /** ISO date of publication, or null. */
  readonly published: string | null;
  /** The cue predicts, so the content does. */
  readonly predicts: boolean;
  /** The cue announces: what is announced is done or decided. */
  readonly announces: boolean;
  /** The cue word in the lower-cased fold, or ''. */
  readonly cue: string;
  /** Somebody speaks in their own words or holds a view: a weak mark of judgement counts. */
  readonly opines: boolean;
}

const most = 4;

/** The kinds of a content, strongest first and at most four; `state` where nothing speaks for another. */
export function kindsOf(evidence: KindEvidence): ClaimKind[] {
  const scores = new Map<ClaimKind, number>();
  const add = (kind: ClaimKind, weight: number): void => {
    scores.set(kind, (scores.get(kind) ?? 0) + weight);
  };
  addMarkers(evidence, add);
  addFigures(evidence, add);
  addTimes(evidence, add);
  addSyntax(evidence, add);
  if (evidence.predicts) add('prediction', 1);
  if (evidence.announces) add('event', 0.6);
  const ofCue = cueKinds().get(evidence.cue);
  if (ofCue !== undefined) add(ofCue, 1);
  if (evidence.opines) add('evaluation', 0.4);
  const score = (kind: ClaimKind): number => scores.get(kind) ?? 0;
  // A change that is measured, foreseen or called for is told by its figure, its time or its need.
  const measured = score('statistic') >= 1 && score('comparison') >= 1;
  if (measured || score('prediction') >= 1 || score('norm') >= 1) add('event', -overshadowed);
  const ranked = claimKinds.filter((kind) => isPossible(kind, evidence)).sort((a, b) => score(b) - score(a));
  const strong = ranked.filter((kind) => score(kind) >= 1);
  if (strong.length > 0) return strong.slice(0, most);
  const [best] = ranked;
  return best !== undefined && score(best) >= weakest ? [best] : ['state'];
}

/** Where no kind is sure, the likeliest counts from here. */
const weakest = 0.9;
const overshadowed = 0.5;

/** What the words tell by their form: something happened, somebody judges, two things are alike. */
function addSyntax({ lower, content, tokens }: KindEvidence, add: Add): void {
  add('event', happening(lower, tokens));
  add('evaluation', judging(lower, tokens));
  if (isForeseeing(lower, tokens)) add('prediction', 0.5);
  if (alike.test(lower.slice(content.start, content.end))) add('comparison', 1);
}

/** 與前代相當; as long as its predecessor. */
const alike =
  /[与和跟同][^,;。]{1,24}(?:相当|无异|相同|相近|相仿|一致)(?![于大高])|\bas (?!well|soon|far|much|many|long as (?:the|it|he|she|they|we|you))\w+ as\b/;

type Add = (kind: ClaimKind, weight: number) => void;

/** A marker counts once however often it stands. */
function addMarkers({ lower, content, quoted }: KindEvidence, add: Add): void {
  const seen = new Set<string>();
  for (const { word, value, start, end } of findWords(lower, markers(), content.start, content.end)) {
    if (seen.has(word) || isDisposal(lower, end - 1) || quoted.some((quote) => contains(quote, { start, end })))
      continue;
    seen.add(word);
    for (const [kind, weight] of value) add(kind, kind === 'event' ? weight * aspect(lower, word, end) : weight);
  }
}

const disposalReach = 30;

/** 將資源投入…: 將 in the place of 把 tells no future. */
function isDisposal(lower: string, at: number): boolean {
  if (lower[at] !== '将') return false;
  const clause = lower.slice(at + 2, at + disposalReach).search(/[,;。]/);
  const end = clause < 0 ? at + disposalReach : at + 2 + clause;
  return findWords(lower, openWords('disposal-verbs'), at + 2, end).length > 0;
}

/** A verb with 了 behind it is done; one that a modifier with 的 holds (發布的模型) tells less. */
function aspect(lower: string, word: string, end: number): number {
  if (!/\p{Script=Han}/u.test(word)) return 1;
  if (lower[end] === '了') return 1.5;
  return lower[end] === '的' ? 0.4 : 1;
}

function addFigures({ quantities }: KindEvidence, add: Add): void {
  const telling = quantities.filter(isTelling);
  if (telling.length > 0) add('statistic', 1);
  else if (quantities.length > 0) add('statistic', 0.4);
}

const smallCount = 10;

/** Shares, money and large numbers make a statistic; two of something does not. */
function isTelling({ type, value, high, low, unit }: Quantity): boolean {
  if (type === 'PERCENT' || type === 'MONEY' || unit === '倍' || unit === 'times') return true;
  if (type === 'ORDINAL') return false;
  const size = value ?? high ?? low;
  return size !== null && (Math.abs(size) >= smallCount || !Number.isInteger(size));
}

function addTimes({ times, published }: KindEvidence, add: Add): void {
  if (published === null) return;
  const day = published.slice(0, 10);
  if (times.some(({ begin }) => begin !== null && begin.slice(0, 10) > day)) add('prediction', 0.5);
  if (times.some(({ until, type }) => type !== 'SET' && until !== null && until.slice(0, 10) <= day)) add('event', 0.4);
}

function isPossible(kind: ClaimKind, { quantities }: KindEvidence): boolean {
  return kind !== 'statistic' || quantities.length > 0;
}
