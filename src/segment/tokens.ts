import type { Sentence, Token } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { scanEnglish } from './english.js';
import { tagWords } from './jieba.js';

/**
 * Words of the fold. Chinese runs are cut and tagged by nodejieba; Latin words, model names with versions (Qwen-72B)
 * and numbers with their signs are taken whole before jieba sees anything, so they are never cut into letters.
 */
export const tokens: Annotator<'sentences', 'tokens'> = {
  name: 'tokens',
  requires: ['sentences'],
  provides: ['tokens'],
  annotate({ folded, sentences }) {
    return { layers: { tokens: sentences.flatMap((sentence) => tokenize(folded, sentence)) }, diagnostics: [] };
  },
};

function tokenize(folded: string, sentence: Sentence): Token[] {
  return sentence.language === 'en' ? scanEnglish(folded, sentence) : scanChinese(folded, sentence);
}

/** Latin words with inner dots, hyphens and digits; numbers with sign, separators and percent; Han runs; one other character. */
const piece =
  /(?<latin>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-.·&'’/_+][A-Za-zÀ-ɏ0-9]+)*\+*)|(?<number>\d+(?:,\d{3})+(?:\.\d+)?[%‰]?|\d+(?:\.\d+)*[%‰]?(?:[A-Za-z]+[0-9]*)?)|(?<han>[\u3400-\u9fff\uf900-\ufaff〇]+|[\ud840-\udbff][\udc00-\udfff])|(?<space>\s+)|(?<other>[\ud800-\udbff][\udc00-\udfff]|[\s\S])/gu;

function scanChinese(folded: string, sentence: Sentence): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.slice(sentence.start, sentence.end).matchAll(piece)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const { latin, number, han, space } = match.groups ?? {};
    if (han !== undefined) for (const token of cutHan(han, start)) tokens.push(token);
    else if (latin !== undefined) tokens.push({ start, end, pos: 'eng' });
    else if (number !== undefined) tokens.push({ start, end, pos: 'm' });
    else if (space === undefined) tokens.push({ start, end, pos: 'x' });
  }
  return tokens;
}

/** jieba's words of a run of Han characters; a word whose length jieba changed would break the offsets, so it is not used. */
function cutHan(run: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let at = offset;
  for (const { word, tag } of tagWords(run)) {
    tokens.push({ start: at, end: at + word.length, pos: tag });
    at += word.length;
  }
  return at === offset + run.length ? tokens : [{ start: offset, end: offset + run.length, pos: 'x' }];
}
