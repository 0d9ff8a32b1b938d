import type { Span } from '../document/span.js';
import type { Mention, Token } from '../document/types.js';
import { hasNounHead, isHeadcount, isNominal, trimmed } from './chinese-nouns.js';
import type { FactReading } from './reading.js';
import { verbAt } from './verbs.js';
import { hasRole, wordAt } from './words.js';

/** Prepositions: what begins with one is no noun phrase. */
const openings = /^[以在于从向由对被把受经与跟随据按为将沿朝往凭趁光]$/;

/** 人人, 共12人: what no subject opens with, beside words that only point to it. */
const refused = /^(?:(.)\1$|共[\d一二三四五六七八九十])/u;

/** The noun phrase that fills a stretch: its name, if one ends it behind titles alone; null where it is none. */
export function nounPhrase(reading: FactReading, stretch: Span): Span | null {
  const { folded } = reading;
  const span = trimmed(folded, stretch);
  const length = span.end - span.start;
  if (length < 2 || length > 30 || !isNominal(reading, span)) return null;
  if (isNoPhrase(reading, span) || opensOtherwise(reading, span) || opensWithPivot(reading, span)) return null;
  if (reading.tokensIn(span).some((token) => swallowsMark(reading, token))) return null;
  const isQuoted =
    /[”》]/.test(folded[span.end - 1] ?? '') && reading.mentionsIn(span).some(({ end }) => end === span.end - 1);
  if (isQuoted) return span;
  const name = reading.mentionsIn(span).findLast(({ end }) => end === span.end);
  if (name !== undefined) return namedPhrase(reading, span, name);
  return hasNounHead(reading, span) || isHeadcount(reading, span) ? span : null;
}

/** Whether the words of a stretch alone say that it names nothing: a pointer, a time, a place within something, a share, a list with amounts. */
function isNoPhrase(reading: FactReading, span: Span): boolean {
  const { folded } = reading;
  const text = folded.slice(span.start, span.end);
  const isNamed = reading.mentionsIn(span).some(({ end }) => end === span.end);
  return (
    refused.test(text) ||
    wordAt(text, 0, 'unnamed') !== '' ||
    /^[上下]{1,2}$|[无没]人$|[岁时]时/.test(text) ||
    (/[内里上中外间旁]$/.test(text) && !isNamed) ||
    // 10年期|国债: a term, no time.
    /^\d+(?:年(?!期)|[月日])|^之[前后]/.test(text) ||
    (/占(?!比)/.test(text) && !isNamed && !/(?:比例|比重|比|率|份额)$/.test(text)) ||
    (text.includes('、') && reading.quantitiesIn(span).length > 0)
  );
}

/** Whether a stretch opens with a preposition, also as a part of a word that jieba did not know, or with a verb. */
function opensOtherwise(reading: FactReading, span: Span): boolean {
  const { folded } = reading;
  const text = folded.slice(span.start, span.end);
  const [first] = reading.tokensIn(span);
  if (first === undefined || openings.test(folded.slice(first.start, first.end))) return true;
  if (/^要|^对(?![话手冲华外口岸联虾象比])/.test(text)) return true;
  if (first.pos === 'x' && /^[以从由被把将虽但而却若因据按较比随经沿凭]/.test(text)) return true;
  const names = reading.mentionsIn(span);
  const opening = verbAt(folded, span.start, span.end, (type) => type === 'act');
  // 资|助理工…: a verb that jieba cuts; 资助|理工大学…: a verb and a name.
  const isVerb =
    opening !== null &&
    (opening.end > first.end || (opening.end === first.end && names.some(({ start }) => start === first.end)));
  return isVerb && names.findLast(({ end }) => end === span.end)?.start !== span.start;
}

/** What a name at the end of a stretch makes of it: a person behind titles, the whole stretch, or nothing where the name is cut or too long. */
function namedPhrase(reading: FactReading, span: Span, name: Mention): Span | null {
  const { folded } = reading;
  const called = folded.slice(name.start, name.end);
  // 运营里|程: a name of one character cuts a word; 白冠玉曾|…: one that ends in an adverb is too long.
  if (called.length < 2 || /(?:[曾已将也仍一续亦再又遂即更还]|全部|全数|都)$/.test(called)) return null;
  if (called.length > 4 && /.[于在]./.test(called)) return null;
  const last = reading.tokensIn(span).at(-1);
  if (last !== undefined && hasRole(folded.slice(last.start, last.end), 'governs')) return null;
  // 费雷拉替|某某: for whom.
  if (reading.tokensIn({ start: span.start, end: name.end }).some((token) => endsInMark(reading, token, name)))
    return null;
  const before = folded.slice(span.start, name.start);
  return name.type === 'PERSON' && !/的$|[、和与及]/.test(before) ? name : span;
}

/** 费雷拉替|某某, 为某某: a preposition directly before a name. */
function endsInMark({ folded }: FactReading, token: Span, name: Span): boolean {
  return token.start < name.start && token.end >= name.start && hasRole(folded.charAt(name.start - 1), 'mark');
}

/** 某某将|目标…, 警方正|追缉: a word that jieba made of a noun and the mark of what follows it (not 老将, 麻将). */
function swallowsMark({ folded, nameAround }: FactReading, token: Token): boolean {
  const word = folded.slice(token.start, token.end);
  return (
    /(?:[^大主小老名上中少准健干麻武部猛良虎战女]将|[^原起成基]因|[方局府司院队署]正)$|^因(?![素子果缘])./.test(word) &&
    nameAround(token) === undefined
  );
}

/** 林先生|联络|企业家…: somebody, what he does and to whom. */
function opensWithPivot(reading: FactReading, span: Span): boolean {
  const name = reading.mentionsIn(span).find(({ start, type }) => start === span.start && type === 'PERSON');
  const [next] = name === undefined ? [] : reading.tokensIn({ start: name.end, end: span.end });
  if (name === undefined || next?.start !== name.end || next.end >= span.end) return false;
  return /^vn?$/.test(next.pos) || hasRole(reading.folded.slice(next.start, next.end), 'pivot');
}
