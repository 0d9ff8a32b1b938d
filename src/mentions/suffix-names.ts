import type { EntityType, Sentence, Token } from '../document/types.js';
import { type Lexicon, openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, recurs, sentencesIn } from './candidate.js';
import { companyEvidence, wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';
import { stopsName } from './name-start.js';
import { recognizeSchools } from './schools.js';

export interface Suffix {
  readonly suffix: string;
  readonly type: string;
  readonly kind: string;
}

/** The last words of names (公司, 大学, 机场 …) and what they name. */
const nameSuffixes = lazy(
  (): Lexicon<Suffix> => openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row),
);

/** Names told by their last word, grown to the left over the words that can belong to them. */
export function recognizeSuffixed(reading: Reading): Candidate[] {
  const suffixed = sentencesIn(reading, 'zh').flatMap((sentence) => {
    const tokens = reading.tokensOf(sentence);
    const candidates: Candidate[] = [];
    tokens.forEach((token, index) => {
      const candidate = candidateEndingWith(reading, sentence, tokens, index, token);
      if (candidate !== null) candidates.push(candidate);
    });
    return candidates;
  });
  return [...suffixed, ...recognizeSchools(reading)];
}

function candidateEndingWith(
  reading: Reading,
  sentence: Sentence,
  tokens: readonly Token[],
  index: number,
  token: Token,
): Candidate | null {
  const suffix = wordEndingAt(nameSuffixes(), reading.folded, token.end);
  if (suffix === null || suffix.start < sentence.start || suffix.value.kind === 'title') return null;
  // A one-character suffix must be a word of its own or end a place name of the dictionary.
  const own = suffix.start >= token.start;
  if (token.end - suffix.start === 1 && token.start !== suffix.start && token.pos !== 'ns' && token.pos !== 'x')
    return null;
  let first = index;
  while (first > 0 && (tokens[first]?.start ?? 0) > suffix.start) first--;
  if (!own && tokens[first]?.start !== suffix.start && !isFirm(reading, suffix.start, token.end, suffix.value))
    return null;
  // 谷歌投资了: a word of kind that is a verb here.
  if (/^v/.test(token.pos) && /^[了过着]/.test(reading.folded.slice(token.end))) return null;
  const run = runBefore(reading, tokens, first, suffix.value.kind);
  const part = suffix.start > (tokens[first]?.start ?? 0) ? tokens[first] : undefined;
  return build(reading, run, part, { start: suffix.start, end: token.end }, suffix.value);
}

/** A suffix across the end of another word counts only for a company with evidence beside it: jieba cut the name wrongly. */
function isFirm({ folded }: Reading, start: number, end: number, { kind }: Suffix): boolean {
  return (
    kind === 'company' &&
    end - start >= 2 &&
    /^ ?(?:\([A-Z]|公司|宣布|发布|表示|创始人|董事长|首席|CEO|执行长)/.test(folded.slice(end, end + 5))
  );
}

/** The words left of the suffix that may belong to the name, in order. */
function runBefore(reading: Reading, tokens: readonly Token[], first: number, kind: string): Token[] {
  const run: Token[] = [];
  const longest = kind === 'institution' || kind === 'facility' ? 16 : kind === 'event' ? 14 : 10;
  for (let at = first - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || !mayBelong(reading, token, kind)) break;
    const end = run[0]?.start ?? tokens[first]?.start ?? token.end;
    if (token.end !== end || (tokens[first]?.start ?? 0) - token.start > longest) break;
    run.unshift(token);
  }
  return run;
}

const nominal = new Set([
  'n',
  'ns',
  'nz',
  'nt',
  'nr',
  'nrt',
  'nrfg',
  'x',
  'eng',
  'j',
  'b',
  'vn',
  'ng',
  'g',
  'zg',
  'a',
  'an',
  'ag',
  's',
  'l',
  'z',
  'i',
  'tg',
]);

function mayBelong(reading: Reading, token: Token, kind: string): boolean {
  const word = reading.text(token);
  if (!/^[\p{Script=Han}A-Za-z0-9&.-]+$/u.test(word)) return false;
  if (token.pos === 'x' && /[已获将被把了的是]/.test(word)) return false;
  if (stopsName(word) || openWords('name-leads').has(word)) return false;
  // 某某大学材料系: what a university has is no company.
  if (kind === 'company' && nameSuffixes().get(word)?.kind === 'institution') return false;
  if (nominal.has(token.pos) || (token.pos === 'f' && word.length === 2 && kind !== 'company')) return true;
  if (openWords('institution-verbs').has(word)) return kind !== 'company' || word.length === 2;
  return token.pos === 'v' || token.pos === 'd' || token.pos === 'q' || token.pos === 'nrfg'
    ? kind === 'company' && word.length === 1 && !/[是有在到对向与和说称被让使给把由从成为]/.test(word)
    : token.pos === 'm' &&
        /^第?[一二三四五六七八九十\d]+届?$/.test(word) &&
        (kind === 'institution' || kind === 'event');
}

function build(
  reading: Reading,
  run: readonly Token[],
  part: Token | undefined,
  suffix: { start: number; end: number },
  row: Suffix,
): Candidate | null {
  const inner = part === undefined ? run : [...run, { ...part, end: suffix.start }];
  const from = inner.findIndex((token, at) => isDistinctive(reading, token, inner, at));
  const start = from >= 0 ? pastFunction(reading, inner[from], suffix.start) : undefined;
  const score = start === undefined ? 0 : scoreOf(reading, { start, end: suffix.end }, suffix, row, inner.slice(from));
  if (start !== undefined && score > 0)
    return { start, end: suffix.end, type: row.type as EntityType, score, by: `suffix-${row.kind}` };
  return plainBrand(reading, inner, suffix, row);
}

/** jieba's guess at an unknown word may take in the preposition before it: 对甲乙. */
function pastFunction({ folded }: Reading, token: Token | undefined, limit: number): number | undefined {
  if (token === undefined) return undefined;
  const off = token.pos === 'x' && openWords('name-leads').has(folded[token.start] ?? '') && limit - token.start > 2;
  return off ? token.start + 1 : token.start;
}

/** Whether a word can tell one thing from its kind: a place, a name, an unknown or a Latin word. */
function isDistinctive(reading: Reading, token: Token, run: readonly Token[], at: number): boolean {
  const word = reading.text(token);
  if (openWords('generic-words').has(word)) return word === '中国' || word === '国家' ? run.length > 1 : false;
  if (token.pos === 'ns' || token.pos === 'nt') return true;
  if (token.pos === 'eng') return !openWords('latin-common').has(word.toLowerCase());
  if (knownNames(word).length > 0) return !isAmbiguous(word);
  if (/^[一两几多各数这那]/.test(word)) return false;
  if (token.pos === 'x' || token.pos.startsWith('nr') || token.pos === 'nz') return true;
  if (/^(?:国家|全国|中央|最高|世界|国际)$/.test(word)) return at === 0 && run.length > 1;
  const next = run[at + 1];
  // Two one-character words in a row are a word that the dictionary does not know.
  return (
    word.length === 1 &&
    !/^[mqrdpcuf]/.test(token.pos) &&
    next !== undefined &&
    next.end - next.start === 1 &&
    !/[新老大小多少前后上下总分子各本该此]/.test(word)
  );
}

function scoreOf(
  reading: Reading,
  span: { start: number; end: number },
  suffix: { start: number; end: number },
  { kind, type }: Suffix,
  run: readonly Token[],
): number {
  const brand = suffix.start - span.start;
  const word = reading.folded.slice(suffix.start, suffix.end);
  if (brand < 1) return 0;
  const single = word.length === 1;
  if (kind === 'place' || kind === 'nature') return placeScore(brand, run, single);
  if (kind === 'media') return mediaScore(reading, span, word, single);
  if (single)
    return run.length >= 1 && brand >= 2 && run[0]?.pos === 'ns' && type === 'ORG'
      ? 0.6
      : type === 'EVENT'
        ? 0.62
        : 0.4;
  if (brand === 1) return 0.45;
  if (kind === 'company' && brand > 6 && run.length > 4) return 0.45;
  if (kind === 'company' && onlyPlaceAndKind(reading, run, word)) return 0.2;
  return kind === 'company' && companyEvidence(reading, span).strong ? 0.9 : 0.8;
}

function placeScore(brand: number, run: readonly Token[], single: boolean): number {
  if (run.length > 1 || brand > 5) return 0.3;
  const [token] = run;
  if (brand === 1) return token !== undefined && /^[齐楚秦燕赵魏晋鲁吴越宋郑卫]$/.test(token.pos) ? 0.6 : 0.2;
  if (token?.pos === 'ns' || token?.pos === 'nz') return 0.8;
  if (token?.pos === 'x' || token?.pos.startsWith('nr') === true) return single ? 0.62 : 0.66;
  return 0.35;
}

/** 上海初创公司 and 中国企业 name no company: a place, words of kind, and a bare 公司. */
function onlyPlaceAndKind(reading: Reading, run: readonly Token[], suffix: string): boolean {
  if (!companyRoles(suffix).includes('bare')) return false;
  return run.every((token) => token.pos === 'ns' || openWords('generic-words').has(reading.text(token)));
}

function mediaScore(reading: Reading, span: { start: number; end: number }, word: string, single: boolean): number {
  const spoken = /[向据对]$|接受$|告诉$|记者$/.test(reading.folded.slice(Math.max(0, span.start - 2), span.start));
  if (!openWords('weak-media-suffixes').has(word)) return 0.85;
  return spoken ? 0.8 : single ? 0.3 : 0.52;
}

const companyRoles = (word: string): readonly string[] =>
  openLexicon('company-words', ['word', 'roles'], ({ roles }) => roles.split('|')).get(word) ?? [];

/** An ordinary word as a brand (蓝海科技): only with strong evidence beside it or if the whole recurs. */
function plainBrand(
  reading: Reading,
  inner: readonly Token[],
  suffix: { start: number; end: number },
  row: Suffix,
): Candidate | null {
  const last = inner.at(-1);
  if (last === undefined || row.kind !== 'company' || !companyRoles(reading.text(suffix)).includes('firm')) return null;
  const word = reading.text(last);
  if (word.length < 2 || word.length > 4 || openWords('generic-words').has(word)) return null;
  if (inner.length > 1 && !/[的,、]/.test(reading.folded[last.start - 1] ?? '')) return null;
  const span = { start: last.start, end: suffix.end };
  const name = reading.text(span);
  if (openWords('generic-words').has(name)) return null;
  const again = recurs(reading, name);
  if (!again && !companyEvidence(reading, span).strong) return null;
  return { ...span, type: row.type as EntityType, score: again ? 0.7 : 0.62, by: 'suffix-plain-brand' };
}
