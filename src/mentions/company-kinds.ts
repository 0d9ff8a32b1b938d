import type { Span } from '../document/span.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';
import { isGeneric } from './name-start.js';

/**
 * Where the name of a company begins behind the word for what it does: 封测厂|光屹半导体, 日本设备商|三棱精工; 中国汽车经销商流通协会 is one
 * name. `start` where no such word stands before it.
 */
export function pastCompanyKind(reading: Reading, { start, end }: Span): number {
  if (knownNames(reading.folded.slice(start, end)).length > 0) return start;
  const from = pastLastCharacter(reading, { start, end });
  const last = wordEndingAt(openSuffixes(), reading.folded, end);
  if (last !== null && last.value.kind !== 'company') return from;
  for (let at = end - 2; at >= from + 2; at--) {
    // 商恒晶: what a word segmenter guesses may take in the last character of a kind.
    const brand = reading.tokenAt(at) ?? reading.wordOver(at);
    if (brand === undefined || (brand.start !== at && brand.pos !== 'x') || !isKind(reading, from, at)) continue;
    // 大厂|群岳: two characters, if a word segmenter does not know them.
    if (at === end - 2 && brand.pos !== 'x') continue;
    // 上海供应商|服务中心: only words of the dictionary; but 三棱|精工 ends as companies do.
    const isPlain = !/^(?:x|m|n[rstz])/.test(brand.pos);
    const isBrand = last !== null && last.start >= at + 2 && !isGeneric(reading, at, last.start);
    return (isPlain && !isBrand) || last?.start === at ? from : at;
  }
  return from;
}

/** Whether the words from `start` end as a word for a company by what it does: 封测厂, and 镜头|厂 by its last character. */
function isKind(reading: Reading, start: number, at: number): boolean {
  const kind = wordEndingAt(openWords('company-kinds'), reading.folded, at);
  if (kind !== null && kind.start >= start) return true;
  const [last, before] = [reading.tokenBefore(at), reading.tokenBefore(at - 1)];
  const isLast = last !== undefined && /^[厂商]$/.test(reading.text(last));
  return (
    isLast && before !== undefined && before.start >= start && before.end - before.start >= 2 && before.pos === 'n'
  );
}

const openSuffixes = () => openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);

/** 散热模组|厂岳鼎, 配送|商迅橙: the last character of a word of kind that a word segmenter cut off, and no 商业 or 商务. */
function pastLastCharacter({ folded, tokenAt, tokenBefore }: Reading, { start, end }: Span): number {
  if (!/[厂商]/.test(folded.charAt(start)) || end - start < 4) return start;
  const [before, first] = [tokenBefore(start), tokenAt(start)];
  const isCut = first === undefined || first.pos === 'x' || first.end === start + 1;
  return isCut && before !== undefined && before.end - before.start >= 2 ? start + 1 : start;
}

/** Below this a model guesses at an organisation. */
const guessed = 0.61;

/** Parts of speech with which a clause begins, not a name. */
const opensClause = /^(?:v|vd|d|p|r|c|y)$/;

/** 申报餐饮, 霜冻会: a guess at an organisation that begins with a verb, or ends with the 会 of what will happen. */
export function isClause(reading: Reading, { start, end, score }: Candidate): boolean {
  if (score >= guessed || knownNames(reading.folded.slice(start, end)).length > 0) return false;
  const [first, last, next] = [reading.tokenAt(start), reading.tokenBefore(end), reading.tokenAt(end)];
  if (first === undefined || first.end >= end) return false;
  const isPhrase =
    opensClause.test(first.pos) &&
    first.end - first.start >= 2 &&
    !openWords('institution-verbs').has(reading.text(first)) &&
    knownNames(reading.text(first)).length === 0;
  const isBody = (wordEndingAt(openSuffixes(), reading.folded, end)?.start ?? end) < end - 1;
  const isWill = last !== undefined && reading.text(last) === '会' && /^[vp]/.test(next?.pos ?? '');
  return isPhrase || (isWill && !isBody);
}
