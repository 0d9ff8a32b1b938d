import type { Span } from '../document/span.js';
import type { Sentence } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { isHanUnit } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';

const surnames = lazy(() => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind));
const titles = lazy(() => openLexicon('person-titles', ['word', 'side'], (row) => row.side));
const verbs = lazy(() => openLexicon('person-verbs', ['word', 'kind'], (row) => row.kind));

/** How much each kind of evidence counts, in log-odds. */
const weight = {
  base: -2.4,
  titleBefore: 3.4,
  titleAfter: 3,
  strongVerb: 2.4,
  weakVerb: 0.9,
  bothSides: 1.8,
  gloss: 2.5,
  clauseStart: 0.6,
  list: 0.7,
  tagged: 1.6,
  taggedShort: -0.6,
  degree: -3,
  compoundSurname: 1.4,
  weakSurname: -1.1,
  ordinaryWord: -3.2,
  placeWord: -3,
  cutsWord: -2.2,
  repeated: 0.9,
  alwaysLonger: -2.5,
  functionCharacter: -2.2,
} as const;

/** What a span must reach to be proposed, and the log-odds of it. */
const leastScore = 0.3;
const leastOdds = Math.log(leastScore / (1 - leastScore));

/** Chinese names of people: a surname, one or two characters of a given name, and what stands around them. */
export function recognizeChinesePeople(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const candidates: Candidate[] = [];
    const { start, end } = sentence;
    for (let at = start; ; at++) {
      at = surnames().nextStart(reading.folded, at, end);
      if (at >= end) return candidates;
      addNamesAt(reading, sentence, at, candidates);
    }
  });
}

function addNamesAt(reading: Reading, sentence: Sentence, start: number, found: Candidate[]): void {
  const { folded } = reading;
  const matches = surnames().allAt(folded, start);
  if (matches.length === 0 || insideForeignName(folded, start)) return;
  const title = titleBefore(reading, start, sentence.start);
  const left = title ? weight.titleBefore : leftEvidence(folded, start, sentence.start);
  for (const { end: givenStart, value: kind } of matches) {
    const surname = surnameEvidence(kind, folded.slice(start, givenStart), title);
    for (let end = givenStart + 1; end <= Math.min(givenStart + 2, sentence.end); end++) {
      if (!isHanUnit(folded.charCodeAt(end - 1))) break;
      const score = scoreOf(reading, { start, end }, givenStart, { title, left, surname });
      if (score >= leastScore) found.push({ start, end, type: 'PERSON', score, by: 'chinese-name' });
    }
  }
}

function insideForeignName(folded: string, at: number): boolean {
  return folded[at - 1] === '·';
}

/** More than what stands behind a name and its repetition can speak for it. */
const mostRight = weight.titleAfter + weight.repeated + 0.1;

/** What is known where a name starts, whatever its end. */
interface Beginning {
  readonly title: boolean;
  /** How much speaks for a name on the left, and in the surname. */
  readonly left: number;
  readonly surname: number;
}

function scoreOf(reading: Reading, span: Span, givenStart: number, { title, left, surname }: Beginning): number {
  const { folded } = reading;
  const given = givenEvidence(folded, givenStart, span.end);
  const word = wordEvidence(reading, span, title);
  let odds = weight.base + left;
  // Nothing behind such a span could make it a name.
  if (odds + surname + given + word + mostRight + (title ? weight.bothSides : 0) < leastOdds) return 0;
  const right = rightEvidence(reading, span.end);
  if (title && right >= weight.strongVerb) odds += weight.bothSides;
  odds += right + surname + given;
  odds += word;
  // Most spans are done with here, before the article is searched for them.
  if (odds + weight.repeated < leastOdds || isOtherWord(reading, span, givenStart)) return 0;
  return 1 / (1 + Math.exp(-odds - repetition(reading, span)));
}

/** Whether a span is a word or name of another kind, or a shorter name with a preposition, or with 将会 and the like before a verb. */
function isOtherWord(reading: Reading, { start, end }: Span, givenStart: number): boolean {
  const { folded } = reading;
  const form = folded.slice(start, end);
  if (titles().has(form) || verbs().has(form) || namesOtherThing(form)) return true;
  if (end - givenStart !== 2) return false;
  const last = folded.charAt(end - 1);
  const verb = verbs().longestAt(folded, end);
  // 张有为|表示, 陈可为|在会上: not so before a verb of saying or another preposition.
  const isGiven = is(last, 'given') && (verb?.value === 'strong' || is(folded.charAt(end), 'preposition'));
  if (is(last, 'preposition') && !isGiven && reading.isBoundary(end - 1)) return true;
  return is(last, 'auxiliary') && verb !== null;
}

const beginsTime = '周星礼今昨会赛';
const weekday = /^(?:周|星期|礼拜)[一二三四五六日天]|^今早|^昨晚|^会上|^会后|^赛后/;

/** Whether a title or role ends where the name starts: 董事长高兴, 分析师:王某, CEO李. */
export function titleBefore(reading: Reading, start: number, limit: number): boolean {
  const { folded } = reading;
  let end = start;
  while (end > limit && ' ”’"'.includes(folded[end - 1] ?? 'x')) end--;
  const word = wordEndingAt(titles(), folded, end);
  if (word === null || word.start < limit || !word.value.includes('before')) return false;
  // 代表 and the like are verbs too; a one-character title must stand alone.
  return end - word.start >= 2 && (reading.isBoundary(word.start) || end - word.start > 2);
}

/** Whether a form is well known as something that is no person: 乌克兰. */
export function namesOtherThing(form: string): boolean {
  const known = knownNames(form);
  return known.length > 0 && !isAmbiguous(form) && !known.some((name) => name.type === 'PERSON');
}

const opensClause = /[,。:;!?“(\s]/;

function leftEvidence(folded: string, start: number, limit: number): number {
  if (start === limit) return weight.clauseStart;
  const before = folded.charAt(start - 1);
  if (before === '、') return weight.list;
  if (before !== '' && '很不更最太到挺别'.includes(before)) return weight.degree;
  return opensClause.test(before) ? weight.clauseStart : 0;
}

function rightEvidence({ folded }: Reading, end: number): number {
  const next = folded[end] ?? '';
  if (next === '(' && /^\([A-Z][a-z]+/.test(folded.slice(end, end + 12))) return weight.gloss;
  if (titles().longestAt(folded, end)?.value.includes('after') === true) return weight.titleAfter;
  if (next === '、' || next === '/') return weight.list;
  const verb = verbs().longestAt(folded, end);
  if (beginsTime.includes(next) && weekday.test(folded.slice(end, end + 3))) return weight.weakVerb;
  if (verb === null) return /[,。:;!?”)\s]/.test(next) || next === '' ? 0.2 : -0.6;
  return verb.value === 'strong' ? weight.strongVerb : weight.weakVerb;
}

type Role = 'function' | 'preposition' | 'given' | 'auxiliary';

const functionCharacters = lazy(() =>
  openLexicon('function-characters', ['character', 'roles'], ({ roles }) => roles.split('|') as Role[]),
);

/** Whether a character is a word of grammar, one that stands between a name and what it does, or one before its verb. */
function is(character: string, role: Role): boolean {
  return functionCharacters().get(character)?.includes(role) === true;
}

function surnameEvidence(kind: string, surname: string, title: boolean): number {
  if (is(surname, 'function')) return weight.functionCharacter;
  if (kind === 'compound') return weight.compoundSurname;
  if (kind === 'japanese') return 0.6;
  return kind === 'weak' && !title ? weight.weakSurname : 0;
}

function givenEvidence(folded: string, start: number, end: number): number {
  let odds = end - start === 2 ? 0.5 : 0;
  for (let at = start; at < end; at++) {
    const unit = folded.charCodeAt(at);
    odds += 0.7 * (givenWeights()[unit] as number);
    if (isFunctionCharacter()[unit] === 1) odds += weight.functionCharacter;
  }
  return odds;
}

const leastGiven = -2;
const unknownGiven = -0.4;

/** How like a given name's each character is, by its unit. */
const givenWeights = lazy((): Float64Array => {
  const table = new Float64Array(1 << 16).fill(unknownGiven);
  const lexicon = openLexicon('given-name-characters', ['character', 'weight'], (row) => Number(row.weight));
  for (const [character, value] of lexicon.entries()) table[character.charCodeAt(0)] = Math.max(leastGiven, value);
  return table;
});

const isFunctionCharacter = lazy((): Uint8Array => {
  const table = new Uint8Array(1 << 16);
  for (const [character, roles] of functionCharacters().entries())
    if (roles.includes('function')) table[character.charCodeAt(0)] = 1;
  return table;
});

/** What jieba's words say: the span is its word for a person, an ordinary word, or cuts other words in two. */
function wordEvidence(reading: Reading, { start, end }: Span, title: boolean): number {
  const token = reading.tokenAt(start);
  if (token !== undefined && token.end === end) {
    // jieba's two-character names are full of words (文明, 诸侯); its longer ones are not.
    if (token.pos.startsWith('nr')) return end - start > 2 ? weight.tagged : weight.taggedShort;
    if (token.pos === 'x') return 0.8;
    if (token.pos === 'ns' || token.pos === 'nt') return title ? -0.8 : weight.placeWord;
    return title ? -0.4 : weight.ordinaryWord;
  }
  let odds = 0;
  if (!reading.isBoundary(start)) odds += weight.cutsWord;
  // jieba's guess at an unknown word may swallow the verb behind a name.
  if (!reading.isBoundary(end)) odds += reading.wordOver(end)?.pos === 'x' ? -0.3 : weight.cutsWord + 0.8;
  if (token !== undefined && token.end < end && token.end - token.start >= 2) odds += ordinaryStart(token.pos);
  return odds;
}

function ordinaryStart(pos: string): number {
  return pos.startsWith('nr') || pos === 'x' ? 0.3 : -1.6;
}

/** A name recurs; a part of a name is always followed by the same character. */
function repetition({ folded, search }: Reading, { start, end }: Span): number {
  const name = folded.slice(start, end);
  const next = new Set<string>();
  let count = 0;
  for (let at = search(name, 0); at >= 0 && count < 20; at = search(name, at + 1)) {
    count++;
    next.add(folded[at + name.length] ?? '');
  }
  if (count < 2) return 0;
  const follower = [...next][0] ?? '';
  return next.size === 1 && /\p{Script=Han}/u.test(follower) ? weight.alwaysLonger : weight.repeated;
}
