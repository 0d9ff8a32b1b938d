import { contains, type Span } from '../../document/span.js';
import type { ClaimKind, CueType, Mention, Quantity, QuoteKind, Timex, Token } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { holdsHan } from '../../text/han.js';
import { lazy } from '../../text/lazy.js';
import { findWords, type ScannedText, wordList } from '../words.js';
import { type AspectRole, aspectsOf, happening, isForeseeing, judging } from './happening.js';
import { addKindWords } from './words.js';

/** What a word shows: kinds with weights, and what it only goes with (a kind, or a change of an amount). */
interface Marker {
  readonly weights: readonly { readonly kind: number; readonly isEvent: boolean; readonly weight: number }[];
  /** The names of the features that it hints at. */
  readonly hints: readonly string[];
}

const markers = wordList(() => openLexicon('claim-markers', ['word', 'kinds', 'hints'], toMarker));

function toMarker({ kinds, hints }: Readonly<Record<'kinds' | 'hints', string>>): Marker {
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

function addFrame({ quote, cue, cueType }: KindEvidence, add: Add): void {
  add(`quote-${quote}`, 1);
  // That somebody thinks so is true of judgements, causes, demands and forecasts alike.
  if (cueType !== null && cueType !== 'think') add(`cue-${cueType}`, 1);
  const ofCue = cueKinds().get(cue);
  if (ofCue !== undefined) add(`cue-of-${ofCue}`, 1);
}

/** 與前代相當; as long as its predecessor. */
const alike: Sign = {
  name: 'alike',
  han: /[与和跟同][^,;。]{1,24}(?:相当|无异|相同|相近|相仿|一致)(?![于大高])/,
  latin: /\bas (?!well|soon|far|much|many|long as (?:the|it|he|she|they|we|you))\w+ as\b/,
};

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

/** Signs of a kind in the lower-cased fold that need no lexicon, in Chinese and in English. */
interface Sign {
  readonly name: string;
  readonly han?: RegExp;
  readonly latin?: RegExp;
}

const signs: readonly Sign[] = [
  { name: 'copula', han: /[是为](?![否了止何])/, latin: /\b(?:is|are|was|were|be)\b/ },
  {
    name: 'done',
    han: /[了过](?=[,;。“”《\p{Script=Han}]|$)/u,
    latin: /\b(?:has|have|had)\s(?:\w+\s)?\w+(?:ed|en)\b/,
  },
  { name: 'modal', han: /[将拟料]|会(?=\p{Script=Han})|预计|有望/u, latin: /\b(?:will|would|could|may|might)\b/ },
  {
    name: 'need',
    han: /[应须必]|需要|不得|不能|要(?=\p{Script=Han})/u,
    latin: /\b(?:should|must|ought|need|has to|have to|cannot)\b/,
  },
  { name: 'self', han: /[我咱]/, latin: /\b(?:i|we|my|our|us)\b/ },
  { name: 'denial', han: /[不没无未]/, latin: /\b(?:not|no|never|nobody|nothing)\b|n't/ },
  { name: 'degree', han: /[很太最更极]|非常|如此/, latin: /\b(?:too|very|so|such|most|more|less|least)\b/ },
  { name: 'contrast', han: /[但却]|而是|不是|不过/, latin: /\b(?:but|yet|although|though|rather than|instead)\b/ },
  {
    name: 'because',
    han: /[因使让]|由于|所以|导致|得益/,
    latin: /\b(?:because|due to|led to|thanks to|so that|as a result|cause[sd]?)\b/,
  },
  { name: 'sway', han: /受[^,。]{1,16}(?:影响|拖累|带动|刺激|冲击|提振|推动|支持|打击|困扰)/ },
  { name: 'than-that', han: /比[^,。]{1,16}[高低多少大小快慢好差贵强弱早晚长短重轻远近难易优劣]/ },
  {
    name: 'record',
    han: /(?:改写|刷新|打破|创下?)[^,。]{0,10}[纪记]录|第[一二三四五六七八九十\d]+[高大低多]|以来(?:最|首|第)/,
  },
  {
    name: 'change',
    han: /从[^,。]{1,14}(?:升|降|增|减|涨|跌|拉长|提高|扩大|缩)[^,。]{0,4}[到至]/,
    latin: /\b(?:rose|fell|fallen|risen|up|down|grew|dropped|declined|increased)\b[^,.]{0,40}\b(?:from|since|than)\b/,
  },
  {
    name: 'having',
    han: /有(?![望关趣些人效])|拥有|包括|位于|属于/,
    latin: /\b(?:has|have|contains?|includes?)\sa?n?\b/,
  },
  {
    name: 'ongoing',
    han: /[着仍]|正在|还在|一直|每[日天周月年]/,
    latin: /\b(?:still|remains?|keeps?|often|always|every)\b/,
  },
  { name: 'plain-past', latin: /\b[a-z]{2,}ed\b/ },
  {
    name: 'this-is',
    han: /^[这那此][^,。]{0,6}(?:是|就是|让|令|使)/,
    latin: /^(?:it|this|that)\s(?:is|was|would)\b|^(?:it|this|that)'s\b/,
  },
  {
    name: 'is-a',
    han: /是(?:[一个最]|\p{Script=Han}{1,12}的$)/u,
    latin: /\b(?:is|was|are|were)\s(?:an?|the|not|too|so)\b/,
  },
  { name: 'all', han: /都|全部|所有|每一/, latin: /\b(?:all|every|none|both|most|many)\b/ },
  { name: 'only', han: /[只仅]|才(?=\p{Script=Han})/u, latin: /\b(?:only|just|merely|at most)\b/ },
  { name: 'condition', han: /如果|若|一旦|只要/, latin: /\bif\b|\bunless\b/ },
];
