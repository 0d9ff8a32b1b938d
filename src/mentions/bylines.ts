import type { Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';

const lead = /^[(【[]?(?:图文|文|图|撰文|作者|编辑|编译|责编|责任编辑|来源|记者|通讯员|摄影|采写)\s*[|:/丨│]\s*/;
const reporter = /(?:本报|本刊|特约|实习|财经)?(?:驻\p{Script=Han}{2,4})?记者\s*[:|/]?\s*/u;

/** The medium and the people of a byline: 文|甲乙财经 丙丁; 本报记者 丙丁 北京报道. */
export function recognizeBylines(reading: Reading): Candidate[] {
  return reading.sentences.flatMap((sentence) => {
    const line = reading.text(sentence);
    if (line.length > 100) return bracketed(line, sentence);
    const start = lead.exec(line);
    if (start !== null) return parts(line, start[0].length, sentence);
    if (line.length > 40 || !line.includes('记者') || /[,。!?]/.test(line)) return bracketed(line, sentence);
    const named = reporter.exec(line);
    if (named !== null && named.index <= 12)
      return [...mediumBefore(line, named.index, sentence), ...parts(line, named.index + named[0].length, sentence)];
    return bracketed(line, sentence);
  });
}

/** Whether what comes before a word calls people: 本报记者, 实习生:. */
function endsWithRole(before: string): boolean {
  const end = /[ :/|]$/.test(before) ? before.length - 1 : before.length;
  return wordEndingAt(openWords('byline-roles'), before, end) !== null;
}

/** The people of a byline in brackets, wherever the sentence goes on: (记者 丙丁、戊己 通讯员 庚辛)记者获悉. */
function bracketed(line: string, sentence: Sentence): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { 0: bracket, index } of line.matchAll(/[(【[][^()【】[\]]{5,60}[)】\]]/g)) {
    let isRole = false;
    for (const match of bracket.matchAll(/[^\s/、,:()【】[\]]+/g)) {
      const word = match[0];
      const start = sentence.start + index + match.index;
      const isListed = bracket[match.index - 1] === '、' || endsWithRole(bracket.slice(0, match.index));
      if (endsWithRole(word)) isRole = true;
      else if (isRole && typeOf(word, isListed) === 'PERSON')
        candidates.push({ start, end: start + word.length, type: 'PERSON', score: 0.95, by: 'byline' });
      else isRole = false;
    }
  }
  return candidates;
}

/** The medium whose reporter opens the line: 甲乙财经记者 丙丁. */
function mediumBefore(line: string, end: number, { start }: Sentence): Candidate[] {
  const name = line.slice(0, end);
  if (
    !/^\p{Script=Han}{3,10}$/u.test(name) ||
    name.startsWith('本') ||
    typeOf(name) !== 'ORG' ||
    !/^ ?\p{Script=Han}{2,4} /u.test(line.slice(end).replace(/^(?:实习|特约)?记者/, ''))
  )
    return [];
  return [{ start, end: start + end, type: 'ORG', score: 0.95, by: 'byline' }];
}

/** The words of a byline, each a person or a medium. */
function parts(line: string, from: number, sentence: Sentence): Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of line.slice(from).matchAll(/[^\s|/丨│、,,()()【】[\]:;]+/g)) {
    const word = match[0];
    const start = sentence.start + from + match.index;
    const type = /[。!?]/.test(word) ? null : typeOf(word, endsWithRole(line.slice(0, from + match.index)));
    if (type !== null) candidates.push({ start, end: start + word.length, type, score: 0.95, by: 'byline' });
    if (
      type === null &&
      candidates.length > 0 &&
      !openLexicon('person-titles', ['word', 'side'], (row) => row.side).has(word)
    )
      break;
  }
  return candidates;
}

/** What a word of a byline names; 乌云其其格 is a person behind what reporters are called. */
function typeOf(word: string, isCalled = false): 'PERSON' | 'ORG' | null {
  if (!/^[\p{Script=Han}·A-Za-z]+$/u.test(word) || /^发自|(?:报道|报导|电|讯|摄|记者|编辑)$/.test(word)) return null;
  if (openLexicon('person-titles', ['word', 'side'], (row) => row.side).has(word)) return null;
  const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
  if (/·/.test(word)) return 'PERSON';
  if (/^[A-Za-z]+$/.test(word)) return null;
  const compound = surnames.get(word.slice(0, 2)) === 'compound';
  if (word.length >= 2 && word.length <= (compound ? 4 : 3))
    return surnames.has(word.slice(0, 1)) || compound ? 'PERSON' : null;
  if (word.length < 4 || word.length > 12) return null;
  return isCalled && word.length <= longestPerson && !endsLikeMedium(word) ? 'PERSON' : 'ORG';
}

const longestPerson = 6;

function endsLikeMedium(word: string): boolean {
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  return wordEndingAt(suffixes, word, word.length) !== null;
}
