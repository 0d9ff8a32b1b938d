import type { EntityType } from '../document/types.js';
import { entityTypes } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { type KnownName, knownNamesAt, nextKnownName } from '../lexicons/names.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { holdsHan } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import { unitAt } from '../text/units.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { companyEvidence, hasProductCue } from './context.js';

/** Well-known names. One that is also a word needs evidence beside it. */
export function recognizeKnown(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const candidates: Candidate[] = [];
    for (let at = sentence.start; ; at++) {
      at = nextKnownName(reading.folded, at, sentence.end);
      if (at >= sentence.end) return candidates;
      for (const { end, value: names } of knownNamesAt(reading.folded, at)) {
        const isTongue = names[0]?.type === 'LANGUAGE' && reading.isBoundary(at);
        if (end > sentence.end || !(isTongue || standsAlone(reading, at, end))) continue;
        for (const name of names) candidates.push(...propose(reading, at, end, name));
      }
    }
  });
}

function propose(reading: Reading, start: number, end: number, name: KnownName): Candidate[] {
  const type = toType(name.type);
  if (type === null) return [];
  const score = scoreOf(reading, start, end, type);
  return [{ start, end, type, score, by: 'known-name' }];
}

function toType(name: string): EntityType | null {
  return entityTypes.find((type) => type === name) ?? null;
}

/** Latin names end where the letters do; Chinese ones do not cut a word in two, unless they are long. */
export function standsAlone(reading: Reading, start: number, end: number): boolean {
  const { folded } = reading;
  const [before, first] = [unitAt(folded, start - 1), unitAt(folded, start)];
  const [last, behind] = [unitAt(folded, end - 1), unitAt(folded, end)];
  if (isAlphanumericCode(first) && isAlphanumericCode(before)) return false;
  if (isLetterCode(last) && isLetterCode(behind)) return false;
  if (isDigitCode(last) && isAlphanumericCode(behind)) return false;
  if (!holdsHan(folded, start, end)) return true;
  // 商务部|长: the last character belongs to the title behind the name.
  if ('部市县区省局院州'.includes(folded.charAt(end - 1)) && (titles().longestAt(folded, end - 1)?.end ?? 0) > end)
    return false;
  if (end - start >= 4) return true;
  if (end - start === 3 && (reading.isBoundary(start) || reading.isBoundary(end))) return true;
  if (mayCut(reading, start) && mayCut(reading, end)) return true;
  // 过高|雄|市长: what follows shows where the place ends.
  return /^(?:市长|县长|市议|市府|县府|市政)/.test(folded.slice(end)) && !isAmbiguous(folded.slice(start, end));
}

function isAlphanumericCode(code: number): boolean {
  return isLetterCode(code) || isDigitCode(code);
}

/** Whether a name may begin or end here: between words, in a word that jieba guessed at, or before a title (德国|总理). */
function mayCut(reading: Reading, offset: number): boolean {
  if (reading.isBoundary(offset)) return true;
  const word = reading.wordOver(offset);
  if (word === undefined || word.pos === 'x' || word.pos === 'nt') return word !== undefined;
  return titles().has(reading.folded.slice(offset, word.end));
}

const titles = lazy(() => openLexicon('person-titles', ['word', 'side'], (row) => row.side));

function scoreOf(reading: Reading, start: number, end: number, type: EntityType): number {
  const form = reading.folded.slice(start, end);
  const cut = reading.isBoundary(start) && reading.isBoundary(end) ? 0 : 0.15;
  if (!isAmbiguous(form)) return 0.92 - cut;
  return ambiguousScore(reading, start, end, type) - cut;
}

/** Whether a form is also an ordinary word. */
export function isAmbiguous(form: string): boolean {
  return openWords('ambiguous-names').has(/[A-Za-z]/.test(form) ? form.toLowerCase() : form);
}

function ambiguousScore(reading: Reading, start: number, end: number, type: EntityType): number {
  const span = { start, end };
  const company = companyEvidence(reading, span);
  if (company.against) return 0.1;
  if (/^ ?\([A-Z]/.test(reading.folded.slice(end, end + 3))) return 0.85;
  if (type === 'ORG') {
    if (company.strong) return 0.85;
    if (inNameList(reading, start, end, 'ORG')) return 0.8;
    if (isLatin(reading, span)) return hasProductCue(reading, span) ? 0.55 : 0.72;
    return company.weak ? 0.45 : 0.3;
  }
  if (type === 'PRODUCT')
    return hasProductCue(reading, span) || isLatin(reading, span) || inNameList(reading, start, end, 'PRODUCT')
      ? 0.8
      : 0.45;
  if (type === 'GPE' || type === 'LOC') return placeScore(reading, start, end);
  if (type === 'PERSON') return 0.4;
  return isLatin(reading, span) ? 0.7 : 0.55;
}

function isLatin(reading: Reading, { start, end }: { start: number; end: number }): boolean {
  return /^[A-Za-z]/.test(reading.folded.slice(start, end));
}

function placeScore(reading: Reading, start: number, end: number): number {
  const token = reading.tokenAt(start);
  const before = reading.tokenBefore(start);
  if (/[在于到赴往抵至从自]/.test(reading.folded[start - 1] ?? '')) return 0.8;
  if (before?.pos === 'ns' || reading.tokenAt(end)?.pos === 'ns') return 0.75;
  return token?.end === end && token.pos === 'ns' ? 0.6 : 0.4;
}

/** Whether a well-known name of the type stands beside it in a list: 华为、小米、荣耀. */
function inNameList({ folded }: Reading, start: number, end: number, type: EntityType): boolean {
  const listed = folded[end] === '、' || folded[start - 1] === '、';
  const isName = (from: number, to: number | null): boolean =>
    knownNamesAt(folded, from).some(
      (known) =>
        (to === null ? known.end - from >= 2 : known.end === to) &&
        known.value[0]?.type === type &&
        (listed || !isAmbiguous(folded.slice(from, known.end))),
    );
  if (/[、和与及]/.test(folded[end] ?? '') && isName(end + 1, null)) return true;
  if (!/[、和与及]/.test(folded[start - 1] ?? '')) return false;
  for (let from = Math.max(0, start - 9); from < start - 2; from++) if (isName(from, start - 1)) return true;
  return false;
}
