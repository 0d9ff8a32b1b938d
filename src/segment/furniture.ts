import type { SentenceKind } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** Where a phrase of the lexicon makes its kind of line. */
type Place = 'whole' | 'label' | 'start' | 'any' | 'header' | 'button' | 'word' | 'counter';

interface Phrase {
  readonly kind: SentenceKind;
  readonly place: Place;
}

const longestLabelled = 160;
const longestCredit = 80;
const longestInvitation = 240;
const longestNotice = 600;
const longestLink = 60;
const decoration = new Set(' \t\u3000[](){}【】〔〕《》<>「」“”▶►▷»›>→⇒·•●■◆◇★☆※*#|/\\—–=_~+-');
const finalMarks = new Set('….。,!:;');
const labelEnd = /^\s*[:|/丨│｜▲△]/;

/**
 * The kind of a folded line that a page sets around its article, or null for one of the article's own: buttons, links to
 * read on, dates, credits, notices. `header` says whether it heads a list of links.
 */
export function furnitureKind(line: string): { readonly kind: SentenceKind; readonly isHeader: boolean } | null {
  if (line.length > longestNotice) return null;
  const lower = line.toLowerCase();
  const bare = undecorated(lower);
  if (bare === '') return /^([^\p{L}\p{N}\s])(?:\s*\1)*$/u.test(lower) ? found('section') : null;
  const whole = phrases().get(bare);
  if (whole?.place === 'header') return { kind: whole.kind, isHeader: true };
  if (whole?.place === 'whole') return found(whole.kind);
  if (isSectionNumber(bare)) return found('section');
  if (isTimestamp(bare)) return found('timestamp');
  if (isShareLine(bare)) return found('share');
  return startKind(bare, lower.length) ?? (isNotice(lower) ? found('notice') : null);
}

/** The line without the brackets, arrows and bars around it and the marks at its end. */
function undecorated(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && decoration.has(line.charAt(start))) start++;
  while (end > start && (decoration.has(line.charAt(end - 1)) || finalMarks.has(line.charAt(end - 1)))) end--;
  return line.slice(start, end);
}

function found(kind: SentenceKind): { kind: SentenceKind; isHeader: boolean } {
  return { kind, isHeader: false };
}

function startKind(bare: string, length: number): { kind: SentenceKind; isHeader: boolean } | null {
  for (const { end, value } of [...phrases().allAt(bare, 0)].reverse()) {
    const { kind, place } = value;
    const after = bare.slice(end);
    const limit = lengthLimit(kind, place);
    if (length > limit) continue;
    if (place === 'label' && (labelEnd.test(after) || (kind === 'caption' && /^\s?\d{1,2}(?:\D|$)/.test(after))))
      return found(kind);
    if (place === 'start' && !(/[a-z]$/.test(bare.slice(0, end)) && /^[a-z]/.test(after))) return found(kind);
    if (place === 'whole' && kind === 'readmore' && /^\s?[:|»›>→]/.test(after)) return found(kind);
    if (place === 'header' && /^\s?[:|]/.test(after)) return { kind, isHeader: after.replace(/[\s:|]/g, '') === '' };
  }
  return null;
}

function lengthLimit(kind: SentenceKind, place: Place): number {
  if (kind === 'notice') return longestNotice;
  if (kind === 'readmore') return longestInvitation;
  return kind === 'credit' && place === 'start' ? longestCredit : longestLabelled;
}

/** A number that stands alone: 01, 第三章, Part 2, IV. */
function isSectionNumber(bare: string): boolean {
  if (
    /^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十百\d]{1,4}[章节部分篇回集]{1,2}|[ivx]{1,5})[.、]?$/.test(
      bare,
    )
  )
    return true;
  const counter = phrases().longestAt(bare, 0);
  return (
    counter?.value.place === 'counter' &&
    /^\s?(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five)$/.test(bare.slice(counter.end))
  );
}

/** Nothing but a date or a time, with a label or a source at most. */
function isTimestamp(bare: string): boolean {
  if (bare.length > 100 || !/\d/.test(bare)) return false;
  const label = phrases().longestAt(bare, 0);
  const labelled = label?.value.kind === 'timestamp' && label.value.place === 'label';
  let at = labelled ? label.end : 0;
  let words = 0;
  while (at < bare.length) {
    const skipped = /^[\s\d:/.,年月日时分秒+()|·-]+/.exec(bare.slice(at, at + 40))?.[0].length ?? 0;
    at += skipped;
    if (at >= bare.length) break;
    const word = phrases().longestAt(bare, at);
    if (word === null || word.value.kind !== 'timestamp') break;
    words++;
    at = word.end;
  }
  const rest = bare.slice(at);
  const day = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4}/.test(bare);
  const time = /(?:^|\D)\d{1,2}:\d{2}(?:\D|$)/.test(bare);
  const named =
    words > 0 && /(?:^|\D)\d{4}(?:\D|$)/.test(bare) && /[a-z]{3}/.test(bare) && /(?:^|\D)\d{1,2}(?:\D|$)/.test(bare);
  if (!(day || time || named || (labelled && words > 0))) return false;
  return (
    rest === '' ||
    (rest.length <= 30 && /^[\p{Script=Han}a-z]{2,8}\s?[:|]/u.test(rest) && startKind(rest, rest.length) !== null)
  );
}

/** Nothing but the names of buttons, at least two. */
function isShareLine(bare: string): boolean {
  if (bare.length > 120) return false;
  let [at, words, longest] = [0, 0, 0];
  while (at < bare.length) {
    at += /^[\s|:,/·、>()[\]\d+-]*/.exec(bare.slice(at, at + 40))?.[0].length ?? 0;
    if (at >= bare.length) break;
    const word = phrases()
      .allAt(bare, at)
      .findLast(({ value, end }) => isButton(value) && !splitsWord(bare, end));
    if (word === undefined) return false;
    words++;
    longest = Math.max(longest, word.end - at);
    at = word.end;
  }
  return words >= 2 && longest >= 2;
}

function isButton({ kind, place }: Phrase): boolean {
  return kind === 'share' && (place === 'button' || place === 'whole');
}

function splitsWord(text: string, end: number): boolean {
  return /[a-z]/.test(text.charAt(end - 1)) && /[a-z]/.test(text.charAt(end));
}

/** Two phrases of the law, or one in a short line that is hardly more. */
function isNotice(lower: string): boolean {
  const count = lower.match(noticePhrases())?.length ?? 0;
  return count >= 2 || (count === 1 && lower.length <= 30);
}

/** Every phrase that makes a notice anywhere, as one pattern: letters and Han only, so nothing needs escaping. */
const noticePhrases = lazy(() => {
  const anywhere = [...phrases().entries()].filter(([, { place }]) => place === 'any').map(([phrase]) => phrase);
  return new RegExp(anywhere.join('|'), 'g');
});

/** Whether a line may be a link in a list of links: short, and no sentence. */
export function mayBeLink(line: string): boolean {
  const length = /\p{Script=Han}/u.test(line) ? line.length : line.length / 2;
  return length <= longestLink && !/[。;；]/.test(line) && !/[.,:，：]["”」]?$/.test(line);
}

function phrases() {
  return openLexicon(
    'page-furniture',
    ['phrase', 'kind', 'place'],
    (row): Phrase => ({
      kind: row.kind as SentenceKind,
      place: row.place as Place,
    }),
  );
}
