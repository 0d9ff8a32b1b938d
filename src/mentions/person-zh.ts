import type { Span } from '../document/span.js';
import type { Sentence } from '../document/types.js';
import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';

const surnames = (): Lexicon<string> => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
const weights = (): Lexicon<number> =>
  openLexicon('given-name-characters', ['character', 'weight'], (row) => Number(row.weight));
const titles = (): Lexicon<string> => openLexicon('person-titles', ['word', 'side'], (row) => row.side);
const verbs = (): Lexicon<string> => openLexicon('person-verbs', ['word', 'kind'], (row) => row.kind);

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
    for (let at = sentence.start; at < sentence.end; at++) candidates.push(...namesAt(reading, sentence, at));
    return candidates;
  });
}

function namesAt(reading: Reading, sentence: Sentence, start: number): Candidate[] {
  const found: Candidate[] = [];
  for (const surname of surnames().allAt(reading.folded, start)) {
    if (insideForeignName(reading.folded, start)) return [];
    for (const length of [1, 2]) {
      const end = surname.end + length;
      if (end > sentence.end || !/^\p{Script=Han}+$/u.test(reading.folded.slice(surname.end, end))) break;
      const score = scoreOf(reading, sentence, { start, end }, surname.end, surname.value);
      if (score >= leastScore) found.push({ start, end, type: 'PERSON', score, by: 'chinese-name' });
    }
  }
  return found;
}

function insideForeignName(folded: string, at: number): boolean {
  return folded[at - 1] === '·';
}

function scoreOf(reading: Reading, sentence: Sentence, span: Span, givenStart: number, kind: string): number {
  const { folded } = reading;
  const given = folded.slice(givenStart, span.end);
  const title = titleBefore(reading, span.start, sentence.start);
  let odds = weight.base + (title ? weight.titleBefore : leftEvidence(folded, span.start, sentence.start));
  const right = rightEvidence(reading, span.end);
  if (title && right >= weight.strongVerb) odds += weight.bothSides;
  odds += right + surnameEvidence(kind, folded.slice(span.start, givenStart), title) + givenEvidence(given);
  odds += wordEvidence(reading, span, title);
  // Most spans are done with here, before the article is searched for them.
  if (odds + weight.repeated < leastOdds || isOtherWord(folded, span, given)) return 0;
  return 1 / (1 + Math.exp(-odds - repetition(folded, span)));
}

/** Whether a span is a word or name of another kind, or a surname with 将会 and the like before a verb. */
function isOtherWord(folded: string, { start, end }: Span, given: string): boolean {
  const form = folded.slice(start, end);
  if (titles().has(form) || verbs().has(form) || namesOtherThing(form)) return true;
  return given.length === 2 && /[则也还均已将曾又并亦却]$/.test(given) && verbs().longestAt(folded, end) !== null;
}

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

function leftEvidence(folded: string, start: number, limit: number): number {
  if (start === limit) return weight.clauseStart;
  const before = folded[start - 1] ?? '';
  if (before === '、') return weight.list;
  if (/[很不更最太到挺别]/.test(before)) return weight.degree;
  return /[,。:;!?“(\s]/.test(before) ? weight.clauseStart : 0;
}

function rightEvidence({ folded }: Reading, end: number): number {
  const next = folded[end] ?? '';
  if (next === '(' && /^\([A-Z][a-z]+/.test(folded.slice(end, end + 12))) return weight.gloss;
  if (titles().longestAt(folded, end)?.value.includes('after') === true) return weight.titleAfter;
  if (next === '、' || next === '/') return weight.list;
  const verb = verbs().longestAt(folded, end);
  if (weekday.test(folded.slice(end, end + 3))) return weight.weakVerb;
  if (verb === null) return /[,。:;!?”)\s]/.test(next) || next === '' ? 0.2 : -0.6;
  return verb.value === 'strong' ? weight.strongVerb : weight.weakVerb;
}

const functionCharacters =
  '的了是在和与也都就又却则并不没很更最把被将向对于从为及或还要会能可说称认道表将已正曾而但若因由其这那我你他她它们个些每各某所者氏姓均皆亦仍共即便拟须应尚';

function surnameEvidence(kind: string, surname: string, title: boolean): number {
  if (functionCharacters.includes(surname)) return weight.functionCharacter;
  if (kind === 'compound') return weight.compoundSurname;
  if (kind === 'japanese') return 0.6;
  return kind === 'weak' && !title ? weight.weakSurname : 0;
}

function givenEvidence(given: string): number {
  let odds = given.length === 2 ? 0.5 : 0;
  for (const character of given) {
    odds += 0.7 * Math.max(-2, weights().get(character) ?? -0.4);
    if (functionCharacters.includes(character)) odds += weight.functionCharacter;
  }
  return odds;
}

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
function repetition(folded: string, { start, end }: Span): number {
  const name = folded.slice(start, end);
  const next = new Set<string>();
  let count = 0;
  for (let at = folded.indexOf(name); at >= 0 && count < 20; at = folded.indexOf(name, at + 1)) {
    count++;
    next.add(folded[at + name.length] ?? '');
  }
  if (count < 2) return 0;
  const follower = [...next][0] ?? '';
  return next.size === 1 && /\p{Script=Han}/u.test(follower) ? weight.alwaysLonger : weight.repeated;
}
