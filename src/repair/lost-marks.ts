import type { Edit } from '../document/alignment.js';
import { openWords } from '../lexicons/lexicon.js';
import { holdsHan } from '../text/han.js';

/** What a decoder leaves for a byte that it does not know. */
const apostrophe = /(?<=[A-Za-z])[?\ufffd](?=(?:s|t|d|m|re|ve|ll)(?![\w=&/]))/g;
const opening = /(?<![^\s([\u2014-])[?\ufffd](?=[A-Za-z0-9$£€])/g;
const closing = /(?<=[\w.,!?%])[?\ufffd](?=[\s)\].,;:\u2014-]|$)/g;
/** A full stop or comma behind a word, where no quotation closes. */
const stop = /(?<=[\w%)”’"])(?:\ufffd(?=\s|$)|\?(?= [a-z]))/g;
/** Where sentences begin with small letters, one may follow a question. */
const smallStart = /[a-z][.!] [a-z]/;
/** Within a word a letter is lost: where that is common, what stands before one may be a letter, too. */
const lostLetter = /[A-Za-z][?\ufffd](?=[A-Za-z])(?!(?:s|t|d|m|re|ve|ll)(?![A-Za-z]))/g;
const questionInWord = /(?<=[A-Za-z])\?(?=[a-z])/g;
const questionBehindWord = /(?<=[a-z])\?(?= [a-z])/g;
/** So many signs and an article has lost its marks; one alone may be anything. */
const enough = 2;
const enoughStops = 3;
const longestWord = 24;

/**
 * Quotation marks and apostrophes that a decoder of another encoding turned into `?` or U+FFFD in lines without Chinese: an apostrophe
 * within don?t, marks that open before a word and close behind one. Which pair of marks it was is not known: “ and ” are put. What is left
 * behind words is a comma, or before a word that opens sentences, at the end of a line and between a small letter and a capital a full stop.
 * Where letters are lost rather than marks, U+FFFD takes the place of question marks within words.
 */
export function findLostMarks(text: string): Edit[] {
  if (!/[?\ufffd][A-Za-z]|\ufffd|\? [a-z]/.test(text)) return [];
  const lines = linesOf(text).filter(({ line }) => !holdsHan(line));
  const within = (text.match(lostLetter) ?? []).length;
  const quotes = lines.flatMap(({ line, start }) => quotesIn(line, start));
  if (within * 2 > quotes.length) return lostLetters(lines, smallStart.test(text));
  const taken = new Set(quotes.map(({ start }) => start));
  const stops = lines.flatMap(({ line, start }) => stopsIn(line, start)).filter(({ start }) => !taken.has(start));
  const [certain, questions] = [
    stops.filter(({ start }) => text[start] !== '?'),
    stops.filter(({ start }) => text[start] === '?'),
  ];
  const areQuestions = questions.length < enoughStops || smallStart.test(text);
  const marks = within > 0 ? quotes : [...quotes, ...certain, ...(areQuestions ? [] : questions)];
  return marks.length < enough ? [] : marks.sort((a, b) => a.start - b.start);
}

interface Line {
  readonly line: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    start += line.length + 1;
    return { line, start: start - line.length - 1 };
  });
}

/** U+FFFD for question marks within words; behind a word that a sentence goes on behind, if no sentence begins with a small letter. */
function lostLetters(lines: readonly Line[], beginsSmall: boolean): Edit[] {
  const lettersOf = (pattern: RegExp): Edit[] =>
    lines.flatMap(({ line, start }) =>
      Array.from(line.matchAll(pattern), ({ index }) => index)
        .filter((at) => !isInAddress(line, at))
        .map((at) => lostLetterAt(start + at)),
    );
  const within = lettersOf(questionInWord);
  if (within.length < enough) return [];
  return [...within, ...(beginsSmall ? [] : lettersOf(questionBehindWord))].sort((a, b) => a.start - b.start);
}

function lostLetterAt(at: number): Edit {
  const note = 'a character that a decoder did not know';
  return { ...edit(at, '\ufffd'), rule: 'lost-character', note };
}

function edit(at: number, replacement: string): Edit {
  const note = `${replacement} inferred (context)`;
  return { start: at, end: at + 1, replacement, kind: 'mojibake', rule: 'lost-mark', confidence: 0.9, note };
}

function quotesIn(line: string, start: number): Edit[] {
  const openers = Array.from(line.matchAll(opening), ({ index }) => index);
  const closers = Array.from(line.matchAll(closing), ({ index }) => index);
  let next = 0;
  const pairs = openers.flatMap((at, i) => {
    const limit = openers[i + 1] ?? line.length;
    while (next < closers.length && (closers[next] ?? 0) <= at) next++;
    const within: number[] = [];
    for (; next < closers.length && (closers[next] ?? 0) < limit; next++) within.push(closers[next] ?? 0);
    const close = within.find((one) => /[.,!?]/.test(line.charAt(one - 1))) ?? within[0];
    return close === undefined ? [] : [edit(start + at, '“'), edit(start + close, '”')];
  });
  const within = Array.from(line.matchAll(apostrophe), ({ index }) => index).filter((at) => !isInAddress(line, at));
  return [...within.map((at) => edit(start + at, '’')), ...pairs];
}

function stopsIn(line: string, start: number): Edit[] {
  return Array.from(line.matchAll(stop), ({ index }) => edit(start + index, stopAt(line, index)));
}

/** A full stop or a comma, by what stands on both sides. */
function stopAt(line: string, at: number): string {
  const before = /\w*$/.exec(line.slice(Math.max(0, at - longestWord), at).replace(/\W+$/, ''))?.[0] ?? '';
  const behind = /^\W*(\w*)/.exec(line.slice(at + 1, at + longestWord))?.[1] ?? '';
  if (behind === '') return '.';
  if (!/^[A-Z]/.test(behind)) return ',';
  return /^[a-z]/.test(before) || openWords('sentence-openers-en').has(behind.toLowerCase()) ? '.' : ',';
}

/** Whether a question mark belongs to a path (example.org/find?s). */
function isInAddress(line: string, at: number): boolean {
  const word =
    line
      .slice(Math.max(0, at - 40), at)
      .split(/\s/)
      .at(-1) ?? '';
  return /[/.]/.test(word);
}
