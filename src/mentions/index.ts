import { byStart, contains, firstEndingAfter, overlapping, overlaps } from '../document/span.js';
import type { Mention, UserName } from '../document/types.js';
import { knownNames } from '../lexicons/names.js';
import { openCurrencySigns, openUnits } from '../numbers/units.js';
import type { Annotator } from '../pipeline/stage.js';
import type { Guide } from '../settings/guide.js';
import { agreeOnTypes } from './agree.js';
import { withTrueBorders } from './borders.js';
import { type Annotated, type Candidate, type Reading, readingOf } from './candidate.js';
import { beforeCount } from './counted.js';
import { apartFromOuter } from './joined-places.js';
import { collides, isNoName } from './no-names.js';
import { inBounds } from './passages.js';
import { activeFollowers, activeRecognizers } from './recognizers.js';
import { resolve } from './resolve.js';
import { withRoles } from './roles.js';
import { afterCompanies } from './short-companies.js';
import { recognizeByModel } from './tagger.js';
import { withTrueType } from './true-types.js';

/** Proper names: recognisers propose, one resolver chooses, and what was found once is looked for everywhere else. */
export const mentions: Annotator<'sentences' | 'tokens' | 'times', 'mentions'> = {
  name: 'mentions',
  requires: ['sentences', 'tokens', 'times'],
  provides: ['mentions'],
  annotate: (document, { guide }) => ({ layers: { mentions: findMentions(document, guide) }, diagnostics: [] }),
};

/** What the rules propose for an article. */
export function propose(reading: Reading, document: Annotated, guide?: Guide): Candidate[] {
  return activeRecognizers(guide)
    .flatMap((recognize) => recognize(reading))
    .filter((candidate) => mayBe(reading, document, candidate));
}

function findMentions(document: Annotated, guide: Guide | undefined): Mention[] {
  const reading = readingOf(document);
  const given = document.userNames.map(toCandidate);
  const proposed = propose(reading, document, guide);
  const chosen = (guide?.isOn('model') === false ? proposed : judge(reading, document, proposed))
    .flatMap((candidate) => inBounds(reading, candidate))
    .flatMap((candidate) => beforeTime(reading, document, candidate));
  const judged = [...given, ...apartFrom(given, chosen)];
  let all: readonly Candidate[] = judged;
  let found = resolve(all);
  for (const follow of activeFollowers(guide)) {
    const more = followed(reading, document, given, follow(reading, found));
    if (more.length === 0) continue;
    all = [...all, ...more];
    found = resolve(all);
  }
  const names = agreeOnTypes(reading, found, all).map(({ start, end, type, by, score }) => ({
    start,
    end,
    type,
    by,
    confidence: Math.round(score * 100) / 100,
  }));
  return withRoles(reading, names);
}

/** What a follower proposes, where it can be a name: each follower knows what those before it found. */
function followed(
  reading: Reading,
  document: Annotated,
  given: readonly Candidate[],
  proposed: readonly Candidate[],
): readonly Candidate[] {
  const possible = proposed
    .flatMap((candidate) => inBounds(reading, candidate))
    .flatMap((candidate) => beforeTime(reading, document, candidate))
    .filter((candidate) => mayBe(reading, document, candidate));
  return apartFrom(given, possible);
}

/** The user knows: his name wins over whatever else is found where it stands. */
function toCandidate({ start, end, entry }: UserName): Candidate {
  return { start, end, type: entry.type, score: 1, by: 'user-lexicon' };
}

function apartFrom(given: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  if (given.length === 0) return candidates;
  return candidates.filter((candidate) => {
    const name = given[firstEndingAfter(given, candidate.start)];
    return name === undefined || !overlaps(name, candidate);
  });
}

/** Rules that are right more often than not where the model sees nothing. */
const trusted = new Set(['byline', 'title-marks', 'version-number', 'version-dash', 'quoted-work-en']);

/** Rules that need no second opinion. */
const formal = new Set([
  'origin',
  'surname-title',
  'withheld-name',
  'suffix-school',
  'honorific-en',
  'chinese-name-en',
  'dateline',
  'body-en',
]);

/**
 * Bylines, versions, events told by their number (首届|某某论坛), origins (俄裔|美籍) and peoples of two words (South Korean), of which the
 * models have seen too few: here the rules decide.
 */
function isDecided({ folded }: Reading, { start, end, by, score }: Candidate): boolean {
  if (by === 'suffix-event') return folded[start - 1] === '届';
  if (formal.has(by) || (by === 'byline' && score >= 0.9)) return true;
  if (by === 'people-en') return folded.slice(start, end).includes(' ');
  // HM Revenue and Customs: what models part at its `and`.
  if (by === 'known-name' && score >= 0.9 && / (?:and|&) /.test(folded.slice(start, end))) return true;
  return /^version-(?!en)/.test(by) && score >= 0.9;
}

/** The models' names, and beside them what the trusted rules see that the models passed over. */
function judge(reading: Reading, document: Annotated, proposed: readonly Candidate[]): Candidate[] {
  const decided = proposed.filter((candidate) => isDecided(reading, candidate));
  const decidedOver = overlapping(decided);
  const proposedAt = byStart(proposed);
  const modelled = recognizeByModel(reading, proposed, resolve(proposed))
    .map((name) => withTrueType(reading, withTrueBorders(reading, name, proposedAt)))
    .flatMap((name) => beforeCount(reading, name))
    .flatMap((name) => apartFromOuter(reading, name));
  // Here too: 海鯨 of 海鯨職棒隊 would else be dropped as no likely person.
  const tagged = afterCompanies(reading, modelled).filter(
    (name) =>
      mayBe(reading, document, name) &&
      !isNoName(reading, name) &&
      !decidedOver(name).some((rule) => name.end < rule.end || name.start > rule.start || name.type !== rule.type),
  );
  const covered = new Uint8Array(reading.folded.length);
  for (const { start, end } of [...tagged, ...decided]) covered.fill(1, start, end);
  const passedOver = proposed.filter(
    (candidate) =>
      (trusted.has(candidate.by) ||
        (candidate.by === 'known-name' && (isHan(reading.text(candidate)) || opensSentence(reading, candidate)))) &&
      covered.subarray(candidate.start, candidate.end).every((one) => one === 0),
  );
  return [...tagged, ...decided, ...passedOver];
}

/** Meta and OpenAI said: a well-known name that opens a sentence of small letters, which models pass over. */
function opensSentence(reading: Reading, { start, end, score }: Candidate): boolean {
  const { folded } = reading;
  return (
    score >= 0.9 && reading.sentenceAt(start)?.start === start && /^(?:['’]s)? [a-z]/.test(folded.slice(end, end + 4))
  );
}

function isHan(form: string): boolean {
  return /\p{Script=Han}/u.test(form);
}

/**
 * 沈知微|今(5)日, 高雄|十日电: a Chinese name ends where a time begins that goes on behind it, or closes a dateline; nothing where less
 * than two characters are left.
 */
function beforeTime(reading: Reading, { times }: Annotated, candidate: Candidate): Candidate[] {
  const { start, end } = candidate;
  const time = times[firstEndingAfter(times, start)];
  if (time === undefined || time.start <= start || time.start >= end) return [candidate];
  const isDateline = /^[电讯]$/.test(reading.folded.slice(time.end, end));
  if ((time.end <= end && !isDateline) || !isHan(reading.text(candidate))) return [candidate];
  if (time.start - start < 2) return [];
  const cut = { ...candidate, end: time.start };
  const place = isDateline && knownNames(reading.text(cut)).some(({ type }) => type === 'GPE');
  return [place ? { ...cut, type: 'GPE' } : cut];
}

/** A name is no part of a time or of other words, and no currency. */
function mayBe(reading: Reading, { times }: Annotated, candidate: Candidate): boolean {
  const time = times[firstEndingAfter(times, candidate.start)];
  const inTime = time !== undefined && contains(time, candidate);
  return !inTime && !collides(reading, candidate) && !isCurrency(reading, candidate) && !isSum(reading, candidate);
}

/** USD 300, |Rs|. 250, |HK|$40, |AED 40| million: money, with its sign before it; small numbers are versions (PHP 8.3). */
function isSum({ folded }: Reading, { start, end }: Candidate): boolean {
  if (end - start <= longestPrefix && /^[A-Z]{1,3}[$£€¥]\d/.test(folded.slice(start, end + 2))) return true;
  const sum = /^([A-Za-z]{2,4})\.? ?\d(?:[\d,]|\.?\d* (?:[mbt]illion|crore|lakh|bn|mn)\b)/.exec(
    folded.slice(start, start + longestSum),
  );
  return sum?.[1] !== undefined && end - start >= sum[1].length && openCurrencySigns().has(sum[1].toLowerCase());
}

const longestSum = 24;
/** Letters that tell whose dollar it is: HK$, NT$. */
const longestPrefix = 3;

/** 新加坡 of 三千新加坡元: behind a number stands a currency, not a place. */
function isCurrency({ folded }: Reading, { start, end, type }: Candidate): boolean {
  if (type !== 'GPE' || !/[\d万亿千百十几]/.test(folded[start - 1] ?? '')) return false;
  const unit = openUnits().longestAt(folded, start);
  return unit !== null && unit.value.kind === 'money' && unit.end > end;
}
