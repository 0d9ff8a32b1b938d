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
    const tokens = sentences.flatMap((sentence) => {
      while ((given[next]?.end ?? Infinity) <= sentence.start) next++;
      const first = next;
      while ((given[next]?.start ?? Infinity) < sentence.end) next++;
      return tokenize(folded, sentence, words.get(sentence), given.slice(first, next), guide?.segmenter);
    });
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

/** Latin words with inner dots, hyphens and digits; numbers with sign, separators and percent; Han runs; spaces; one other character. */
const piece =
  /([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-.·&'’/_+][A-Za-zÀ-ɏ0-9]+)*\+*)|(\d+(?:,\d{3})+(?:\.\d+)?[%‰]?|\d+(?:\.\d+)*[%‰]?(?:[A-Za-z]+[0-9]*)?)|([\u3400-\u9fff\uf900-\ufaff〇]+|[\ud840-\udbff][\udc00-\udfff])|(\s+)|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/gu;

function scanChinese(folded: string, sentence: Span, segmenter: SegmenterName | undefined): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.slice(sentence.start, sentence.end).matchAll(piece)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const [, latin, number, han, space] = match;
    if (han !== undefined) for (const token of cutHan(han, start, segmenter)) tokens.push(token);
    else if (latin !== undefined) tokens.push({ start, end, pos: 'eng' });
    else if (number !== undefined) tokens.push({ start, end, pos: 'm' });
    else if (space === undefined) tokens.push({ start, end, pos: 'x' });
  }
  return tokens;
}

const tags = new Map<string, string>();

/** The one string of a tag: the engine makes a new one for each word, slow to compare and to look up. */
function sameTag(tag: string): string {
  const known = tags.get(tag);
  if (known !== undefined) return known;
  tags.set(tag, tag);
  return tag;
}

/** jieba's words of a run of Han characters; a word whose length jieba changed would break the offsets, so it is not used. */
function cutHan(run: string, offset: number, segmenter: SegmenterName | undefined): Token[] {
  const tokens: Token[] = [];
  let at = offset;
  for (const { word, tag } of tagWords(run, segmenter)) {
    tokens.push({ start: at, end: at + word.length, pos: sameTag(tag) });
    at += word.length;
  }
  return at === offset + run.length ? tokens : [{ start: offset, end: offset + run.length, pos: 'x' }];
}
