import type { Span } from '../document/span.js';
import type { Sentence, Token } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import type { SegmenterName } from '../settings/segmenters.js';
import { scanEnglish } from './english.js';
import { cutAt, type GivenWord, givenWords, isOneWord } from './given-words.js';
import { tagWords } from './jieba.js';

/**
 * Words of the fold. Chinese runs are cut and tagged by jieba; Latin words, model names with versions (Qwen-72B)
 * and numbers with their signs are taken whole before jieba sees anything, so they are never cut into letters.
 */
export const tokens: Annotator<'sentences', 'tokens'> = {
  name: 'tokens',
  requires: ['sentences'],
  provides: ['tokens'],
  annotate(document, { guide }) {
    const { folded, sentences } = document;
    const given = givenWords(document);
    const english = sentences.filter(({ language }) => language === 'en');
    const words = new Map(scanEnglish(folded, english).map((tokens, i) => [english[i], tokens]));
    let next = 0;
    const tokens: Token[] = [];
    for (const sentence of sentences) {
      while ((given[next]?.end ?? Infinity) <= sentence.start) next++;
      const first = next;
      while ((given[next]?.start ?? Infinity) < sentence.end) next++;
      const own = tokenize(folded, sentence, words.get(sentence), given.slice(first, next), guide?.segmenter);
      for (const token of own) tokens.push(token);
    }
    return { layers: { tokens }, diagnostics: [] };
  },
};

/** The words of a sentence: those given, which are English, or the Chinese ones that it is cut into. */
function tokenize(
  folded: string,
  sentence: Sentence,
  english: Token[] | undefined,
  given: readonly GivenWord[],
  segmenter: SegmenterName | undefined,
): Token[] {
  if (english !== undefined) return cutAt(english, given);
  return given.length === 0 ? scanChinese(folded, sentence, segmenter) : scanAround(folded, sentence, given, segmenter);
}

/** The Chinese words between the user's, and these as they are given: jieba never sees across their ends. */
function scanAround(
  folded: string,
  { start, end }: Span,
  given: readonly GivenWord[],
  segmenter: SegmenterName | undefined,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const word of given) {
    const whole = isOneWord(folded, word)
      ? [{ start: word.start, end: word.end, pos: word.pos }]
      : scanChinese(folded, word, segmenter);
    tokens.push(...scanChinese(folded, { start: at, end: word.start }, segmenter), ...whole);
    at = word.end;
  }
  return [...tokens, ...scanChinese(folded, { start: at, end }, segmenter)];
}

/** Latin words with inner dots, hyphens and digits; numbers with sign, separators and percent; spaces; one other character. */
const piece =
  /([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-.·&'’/_+][A-Za-zÀ-ɏ0-9]+)*\+*)|(\d+(?:,\d{3})+(?:\.\d+)?[%‰]?|\d+(?:\.\d+)*[%‰]?(?:[A-Za-z]+[0-9]*)?)|(\s+)|[\s\S]/uy;

function scanChinese(folded: string, sentence: Span, segmenter: SegmenterName | undefined): Token[] {
  const tokens: Token[] = [];
  const text = folded.slice(sentence.start, sentence.end);
  for (let at = 0; at < text.length; ) {
    const start = sentence.start + at;
    // Most of a text is Han and commas, for which the expression is not needed.
    const run = isMark(text.charCodeAt(at)) ? at + 1 : endOfHan(text, at);
    if (run > at) {
      if (isMark(text.charCodeAt(at))) tokens.push({ start, end: start + 1, pos: 'x' });
      else cutHan(text.slice(at, run), start, segmenter, tokens);
      at = run;
      continue;
    }
    piece.lastIndex = at;
    const [whole = text.charAt(at), latin, number, space] = piece.exec(text) ?? [];
    const end = start + whole.length;
    if (latin !== undefined) tokens.push({ start, end, pos: 'eng' });
    else if (number !== undefined) tokens.push({ start, end, pos: 'm' });
    else if (space === undefined) tokens.push({ start, end, pos: 'x' });
    at += whole.length;
  }
  return tokens;
}

/** The end of the run of Han characters at `at`; `at` where there is none. */
function endOfHan(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (!(unit >= 0x3400 && unit <= 0x9fff) && !(unit >= 0xf900 && unit <= 0xfaff) && unit !== 0x3007) break;
  }
  return end;
}

/** The commonest marks of the fold. */
function isMark(unit: number): boolean {
  return unit === 0x2c || unit === 0x3a || unit === 0x3001 || unit === 0x3002 || unit === 0x201c || unit === 0x201d;
}

const tags = new Map<string, string>();

/** The one string of a tag: the engine makes a new one for each word, slow to compare and to look up. */
function sameTag(tag: string): string {
  const known = tags.get(tag);
  if (known !== undefined) return known;
  tags.set(tag, tag);
  return tag;
}

/** Adds jieba's words of a run of Han characters; a word whose length jieba changed would break the offsets, so it is not used. */
function cutHan(run: string, offset: number, segmenter: SegmenterName | undefined, tokens: Token[]): void {
  const words = tagWords(run, segmenter);
  if (words.reduce((length, { word }) => length + word.length, 0) !== run.length) {
    tokens.push({ start: offset, end: offset + run.length, pos: 'x' });
    return;
  }
  let at = offset;
  for (const { word, tag } of words) {
    tokens.push({ start: at, end: at + word.length, pos: sameTag(tag) });
    at += word.length;
  }
}
