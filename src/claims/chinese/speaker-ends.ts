import type { Span } from '../../document/span.js';
import type { Token } from '../../document/types.js';
import { openWords } from '../../lexicons/lexicon.js';
import { isCue } from '../cues.js';
import { nounBefore, sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { isSurname, looksNamed } from './coined-names.js';

/**
 * Where the one who can speak ends in a noun phrase that runs on into what he does on the way to the cue
 * (某某|滑著手機, 教授|看完表格后, 控方|開案陳詞時); the end of the phrase where nothing of the kind follows.
 */
export function endOfSpeaker(reading: Reading, start: number, end: number): number {
  const tokens = reading.tokensIn({ start, end });
  const known = endOfKnown(reading, start, end);
  if (known !== null) return known;
  if (tokens.length < 2 || (endsInSomebody(reading, start, end) && !tokens.some((token) => isAspect(reading, token))))
    return end;
  const rest = tokens.find(
    (token, index) => index > 0 && isDeed(reading, tokens, index) && endsInSomebody(reading, start, token.start),
  );
  return rest === undefined ? end : pastName(reading, rest.start, end);
}

/** 某某|不改口徑, 她|眼神閃爍, 小吳|比出三根手指: where a person by name or pronoun ends who opens a phrase that closes in nobody, and holds no 的. */
function endOfKnown({ lower, folded, mentionsIn }: Reading, start: number, end: number): number | null {
  if (folded.slice(start, end).includes('的') || nounBefore(lower, start, end) !== null) return null;
  const names = mentionsIn({ start, end });
  if (names.some((name) => name.end === end)) return null;
  const name = names.find(({ type }) => type === 'PERSON');
  if (name !== undefined && name.start > start && nounBefore(lower, start, name.start)?.role !== 'title') return null;
  const who = name?.end ?? start + (familiar.exec(folded.slice(start, start + 2))?.[0].length ?? 0);
  const isWho = name !== undefined || /^[他她]$/.test(folded.slice(start, who)) || isSurname(folded[start + 1] ?? '');
  return who > start && end - who >= 2 && isWho && /\p{Script=Han}/u.test(folded[who] ?? '') ? who : null;
}

/** 她, 小吳, 老周, 阿強 */
const familiar = /^(?:[他她](?!们)|[老小阿]\p{Script=Han})/u;

function isAspect({ folded }: Reading, { pos, end }: Token): boolean {
  return /^u[zlg]/.test(pos) || folded[end - 1] === '着';
}

/** Whether an action begins with a token: a verb, an adverb, or any word that 着, 了 or 過 stands behind. */
function isDeed(reading: Reading, tokens: readonly Token[], index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token === undefined) return false;
  if (isAspect(reading, token) || (next !== undefined && /^u[zlg]/.test(next.pos))) return true;
  const word = reading.folded.slice(token.start, token.end);
  if (word === '姓') return false;
  if (isOnce(word, token.pos)) return true;
  if (openWords('manner-nouns').has(word)) return true;
  const role = sourceNouns().get(word);
  if (role !== undefined && role !== 'report') return false;
  // 學者|頌|猜: a name may be cut into verbs of one character.
  if (word.length === 1 && (tokens.at(-1)?.end ?? 0) - token.start <= 3) return false;
  return /^(?:v|d|p|zg|i|l)/.test(token.pos) || isCue(word);
}

/** 警方|一查, 內行人|一看照片: once he had done so. */
export function isOnce(word: string, pos: string): boolean {
  return pos === 'x' && /^一.$/.test(word);
}

/** 控方|開案陳詞時, 教授|看完表格后: the first end of somebody in a phrase that closes with a time of what he did. */
export function beforeTime(reading: Reading, start: number, end: number): number {
  const actor = reading
    .tokensIn({ start, end })
    .find((token) => token.start > start && end - token.start <= 12 && endsInSomebody(reading, start, token.start));
  return actor === undefined ? end : pastName(reading, actor.start, end);
}

/** 警司|關振東|交代案情時: behind the role the name of three characters that the recogniser has missed. */
function pastName(reading: Reading, at: number, end: number): number {
  // 顧問公司|澄度|審核後: a word that no dictionary has, behind a body and before what it did.
  const [name, next] = reading.tokensIn({ start: at, end });
  if (name?.pos === 'x' && name.start === at && name.end - at >= 2 && name.end - at <= 4 && next?.pos === 'v')
    return name.end;
  if (at + 3 >= end || !looksNamed(reading.folded.slice(at, at + 3))) return at;
  return reading.tokensIn({ start: at, end }).some((token) => token.end === at + 3) ? at + 3 : at;
}

/** Whether a person, a body or a noun of persons ends at `end`. */
function endsInSomebody(reading: Reading, start: number, end: number): boolean {
  const named = reading
    .mentionsIn({ start, end })
    .some((mention) => mention.end === end && /^(?:PERSON|ORG)$/.test(mention.type));
  if (named) return true;
  const noun = nounBefore(reading.lower, start, end);
  return noun !== null && noun.role !== 'report' && end - noun.start >= 2;
}

/** Whether a phrase only says in what manner (笑, 頓了頓): no noun and no name is in it. */
export function isMannerOnly(reading: Reading, phrase: Span): boolean {
  if (reading.mentionsIn(phrase).length > 0 || nounBefore(reading.lower, phrase.start, phrase.end) !== null)
    return false;
  const tokens = reading.tokensIn(phrase);
  return tokens.length > 0 && tokens.every(({ pos }) => /^(?:v$|vd|d|ad$|u[zlg]|zg|q|m|i|l)/.test(pos));
}
