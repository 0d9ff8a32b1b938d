import type { ClaimKind, Quantity, Token } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { holdsHan } from '../../text/han.js';
import { lazy } from '../../text/lazy.js';
import type { AddFeature, KindEvidence } from './evidence.js';
import { aspectsOf, happening, isForeseeing, judging } from './happening.js';
import { addMarkers } from './markers.js';
import { alike, type Sign, signs } from './signs.js';
import { addKindWords } from './words.js';

const cueKinds = lazy(() => openLexicon('cue-kinds', ['cue', 'kind'], (row) => row.kind as ClaimKind));

/** Whether the lexicon has the cue as one of judgement (形容, 批評). */
export function judges(cue: string): boolean {
  return cueKinds().get(cue) === 'evaluation';
}

/** What speaks for or against a kind, by name; see `kind-weights.tsv`. */
export function kindFeatures(evidence: KindEvidence): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const add: AddFeature = (name, value) => {
    if (value !== 0) features.set(name, value);
  };
  addSigns(evidence, add);
  addKindWords({ ...evidence, lower: evidence.words.lower }, add);
  return features;
}

/** Gives `add` all signs but the words themselves, each name once; a value of 0 says nothing. */
export function addSigns(evidence: KindEvidence, add: AddFeature): void {
  add('bias', 1);
  addMarkers(evidence, add);
  addFigures(evidence, add);
  addTimes(evidence, add);
  addFrame(evidence, add);
  addSyntax(evidence, add);
}

const mostCounted = 4;

/** How many there are, up to four, as half of that. */
function share(some: readonly unknown[]): number {
  return Math.min(mostCounted, some.length) / 2;
}

function addFigures({ quantities, words: { lower } }: KindEvidence, add: AddFeature): void {
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

function addTimes({ times, published }: KindEvidence, add: AddFeature): void {
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

function addFrame({ quote, cue, cueType }: KindEvidence, add: AddFeature): void {
  add(`quote-${quote}`, 1);
  // That somebody thinks so is true of judgements, causes, demands and forecasts alike.
  if (cueType !== null && cueType !== 'think') add(`cue-${cueType}`, 1);
  const ofCue = cueKinds().get(cue);
  if (ofCue !== undefined) add(`cue-of-${ofCue}`, 1);
}

/** What the words tell by their form: something happened, somebody judges, two things are alike. */
function addSyntax({ words: { lower }, content, tokens, quote, quoted }: KindEvidence, add: AddFeature): void {
  const text = lower.slice(content.start, content.end);
  const isHan = holdsHan(text);
  const isLatin = /[a-z]/.test(text);
  const shows = ({ han, latin }: Sign): number =>
    (isHan && han?.test(text) === true) || (isLatin && latin?.test(text) === true) ? 1 : 0;
  const roles = aspectsOf(lower, tokens);
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
