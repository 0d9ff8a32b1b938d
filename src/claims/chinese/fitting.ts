import type { Span } from '../../document/span.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import type { Clause } from '../clauses.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { hasNext, saidSo } from '../leads.js';
import { nounBefore, sourceNouns } from '../nouns.js';
import { roleOf } from '../quotes/roles.js';
import { holdsQuote, type Scene } from '../scene.js';

/** The cues of a clause that can report, outside quotations. */
export function cuesOf(scene: Scene, clause: Clause): readonly CueMatch[] {
  const cues = findCues(scene.reading, clause);
  if (cues.length === 0) return cues;
  return cues.filter((cue) => !/^(?:gesture|quote|name)$/.test(cue.frame) && !holdsQuote(scene, cue));
}

/** The first cue of a clause that has what it needs beside it. */
export function firstFitting(scene: Scene, clause: Clause, index: number): CueMatch | undefined {
  return cuesOf(scene, clause).find(
    (cue) => cue.frame !== 'lead' && !isUnreal(scene, clause, cue) && fits(scene, clause, cue, index),
  );
}

/** Whether the word before the cue makes it a thing that was not said (將宣布, 拒絕透露) or a noun (某某的預測). */
export function isUnreal(scene: Scene, clause: Clause, cue: CueMatch): boolean {
  const { folded } = scene.reading;
  if (cue.start === clause.start && isThing(folded, cue, clause)) return true;
  const tokens = scene.reading.tokensIn({ start: clause.start, end: cue.start });
  const last = tokens.at(-1);
  if (last?.end === cue.start && folded.slice(last.start, last.end) === '所') return true;
  if (isBarredBefore(scene, tokens.at(-1), clause.start, cue.start)) return true;
  // 將於週五公布: a time stands between the bar and the cue.
  if (
    /(?:将|拟|预定|原定|预计|计划|准备|定)(?:于|在)[^,的]{1,10}$/.test(
      folded.slice(Math.max(clause.start, cue.start - 14), cue.start),
    )
  )
    return true;
  if (isTheme(folded, clause, cue)) return true;
  const conditions = openWords('claim-conditions');
  const isCaused = tokens.some(({ start, end }) => conditions.has(folded.slice(start, end)));
  return isCaused || goesOnInWord(scene, cue);
}

/** 批評|者, 發言|會, 公布|了: the cue is a part of a longer word, or what is done is over; not 促請|過渡性房屋. */
function goesOnInWord({ reading }: Scene, { start, end }: Span): boolean {
  const { folded } = reading;
  const next = folded.slice(end, end + 3);
  if (/^[过着者]/.test(next)) {
    const token = reading.tokensIn({ start: end, end: end + 4 }).find((word) => word.start === end);
    return token === undefined || token.end === end + 1;
  }
  if (/^会[长员议]/.test(next)) return /^[发讲开报听通]/.test(folded.slice(start, end));
  return /^(?:[的了]|员(?![工警])|会(?:[上中后,。:;]|现场|$)|书)/.test(next);
}

/** 對批評|表示歡迎: what somebody does something about. */
function isTheme(folded: string, clause: Span, cue: CueMatch): boolean {
  return (
    /[对就][^,对就]{0,6}$/.test(folded.slice(Math.max(clause.start, cue.start - 8), cue.start)) &&
    /^(?:表示|予以|不予|作出|做出|进行|给予|置之|充耳|不以为|毫不|并不|感到|持|不愿|拒绝|没有|未)/.test(
      folded.slice(cue.end, clause.end),
    )
  );
}

/** 判決|現已生效: a paper that opens a clause and has a predicate of its own is the subject. */
function isThing(folded: string, { word, end }: CueMatch, clause: Span): boolean {
  if (!openWords('announced-papers').has(word)) return false;
  return /^(?:已|现|将|于|自|是|在|被|均|并[未非不]|尚|仍|最终|随后|不[能会可]|未|一出|后|引|遭|获|得到|本身|来自|很快)/.test(
    folded.slice(end, clause.end),
  );
}

/** A word before the cue that makes it a noun or a thing not said; the end of a name (職工會) is none. */
function isBarredBefore({ reading }: Scene, last: Span | undefined, from: number, at: number): boolean {
  const { folded } = reading;
  if (reading.mentionsIn({ start: at - 24, end: at }).some(({ end }) => end === at)) return false;
  if (folded[at - 1] === '没' && at - 1 >= from) return true;
  const bars = openWords('claim-bars');
  // 曜|能: one character before the bar makes them a name.
  if (last?.end === at && last.start !== from + 1 && bars.has(folded.slice(last.start, at))) return true;
  return [2, 3].some((length) => bars.has(folded.slice(at - length, at)));
}

/** Whether what stands behind a cue is what the cue needs. */
export function fits(scene: Scene, clause: Clause, cue: CueMatch, index: number): boolean {
  if (isTopic(scene, clause, cue)) return false;
  if (/^告[诉知]/.test(cue.word))
    return toldAt(scene, clause, cue) !== null || (clause.end - cue.end <= 14 && /[,:]/.test(clause.mark));
  if (namesListener(scene, clause, cue)) return hasNext(scene, index);
  // 念叨一個道理,…: the words are only announced.
  if (cue.end < clause.end && /[,:]/.test(clause.mark) && saidSo.test(scene.reading.folded.slice(cue.end, clause.end)))
    return hasNext(scene, index);
  if (cue.end >= clause.end) return /[,:]/.test(clause.mark) && hasNext(scene, index);
  if (cue.frame === 'evidence') return true;
  if (/^(?:公布|披露)$/.test(cue.word)) return figure.test(scene.reading.folded.slice(cue.end, clause.end));
  if (
    isTitleLike(scene, { start: cue.end, end: clause.end }, cue) ||
    modifiesSaying(scene.reading.folded.slice(cue.end, clause.end))
  )
    return false;
  return cue.frame === 'clause' && isClausal(scene, { start: cue.end, end: clause.end }, cue);
}

/** 揭露珊瑚倖存的機制, 提到一位浙江的買家: a noun that can be told, no clause. */
function isTitleLike({ reading }: Scene, { start, end }: Span, cue: CueMatch): boolean {
  if (!openWords('telling-verbs').has(cue.word)) return false;
  const noun = /的([^的,]{1,4})$/.exec(reading.folded.slice(start, end))?.[1];
  if (noun === undefined) return false;
  return (
    openWords('told-nouns').has(noun) || (sourceNouns().has(noun) && counted.test(reading.folded.slice(start, end)))
  );
}

const counted = /^[一两几某][位名个]/;

const sayings = lazy(() => openLexicon('saying-nouns', ['word', 'role'], ({ role }) => role));

/** 外界指|條文含糊的說法: whether what is said only modifies a noun of saying. */
export function modifiesSaying(text: string): boolean {
  const de = text.lastIndexOf('的');
  return de >= 0 && /^(?:told|both)$/.test(sayings().get(text.slice(de + 1)) ?? '');
}

/** 公布首季營收47.3億元: figures may be announced without a verb. */
const figure = /(?<![\d.,])\d[\d.,]*(?:%|[万亿]|元|美元|人|件|宗|家|吨|辆|名|例|间|伙)/;

/** 告訴她|樓上空置多年: where what somebody is told begins in the clause itself, behind a pronoun, a noun of persons or a name; or null. */
export function toldAt(scene: Scene, clause: Clause, cue: CueMatch): number | null {
  const { reading } = scene;
  if (!/^告[诉知]/.test(cue.word)) return null;
  const [first] = reading.tokensIn({ start: cue.end, end: clause.end });
  const name = reading.mentionsIn({ start: cue.end, end: clause.end }).find(({ start }) => start === cue.end);
  const end = name?.end ?? first?.end ?? clause.end;
  const role = sourceNouns().get(reading.folded.slice(cue.end, end));
  if (role === 'pronoun' && clause.end - end >= 4 && !/^[的们]/.test(reading.folded.slice(end, end + 1))) return end;
  const isListener = name !== undefined || (role !== undefined && role !== 'report');
  const told = { start: end, end: clause.end };
  if (!isListener || told.end - told.start < 4 || /^[的们]/.test(reading.folded.slice(end, end + 1))) return null;
  return reading.tokensIn(told).some(({ pos }) => /^[va]$/.test(pos)) && isClausal(scene, told, cue) ? end : null;
}

/** 提醒民眾,…: nothing but whom it is told stands between the cue and the mark. */
export function namesListener(scene: Scene, clause: Clause, cue: CueMatch): boolean {
  const { reading } = scene;
  const listener = { start: cue.end, end: clause.end };
  const length = listener.end - listener.start;
  if (cuesOf(scene, clause).some(({ start }) => start >= cue.end)) return false;
  if (length < 2 || length > 8 || !/[,:]/.test(clause.mark) || !openWords('telling-listeners').has(cue.word))
    return false;
  const noun = nounBefore(reading.lower, listener.start, listener.end);
  return (
    (noun !== null && noun.role !== 'report') || reading.mentionsIn(listener).some(({ end }) => end === listener.end)
  );
}

/** 對於外界批評,…: behind a preposition of topic the cue that ends the clause is a noun. */
function isTopic({ reading }: Scene, clause: Clause, cue: CueMatch): boolean {
  if (cue.end < clause.end || clause.mark === ':') return false;
  const text = reading.folded.slice(clause.start, cue.start);
  return /^(?:对于|针对|面对|关于|有关|至于)[^上中里时后间]*$/.test(text);
}

/** 承認四項失信罪名, 否認上述說法: whether a charge or a claim is named, not told. */
function isCharge(text: string): boolean {
  if (text.includes(',') || text.length > longestCharge) return false;
  for (let length = Math.min(2, text.length); length >= 1; length--)
    if (/^(?:charge|both)$/.test(sayings().get(text.slice(-length)) ?? '')) return true;
  return false;
}

const longestCharge = 14;

/** 痛批吹判“離譜到外太空”: what closes the clause in quotation marks predicates. */
function predicatesInQuote({ quotes, reading }: Scene, { start, end }: Span): boolean {
  const quote = quotes.find((candidate) => candidate.end === end);
  return quote !== undefined && quote.start > start + 1 && /^(?:speech|short)$/.test(roleOf(reading.lower, quote));
}

const shortestClause = 4;
/** 會檢討, 已處理: a short predicate. */
const startsAsClause = /^(?:是|会|将|要|已|没|不|很|可|应|须)..?/;

/** Whether a stretch behind a cue is a clause: long enough, and with a verb, an adjective or a negation. */
function isClausal(scene: Scene, span: Span, cue: CueMatch): boolean {
  if (cue.type !== 'think' && isCharge(scene.reading.folded.slice(span.start, span.end))) return false;
  if (cue.negates) return span.end - span.start >= 2;
  if (predicatesInQuote(scene, span)) return true;
  if (
    span.end - span.start <
    (startsAsClause.test(scene.reading.folded.slice(span.start, span.end)) ? 2 : shortestClause)
  )
    return false;
  // 認為電子書普及: no noun alone stands behind such a cue.
  if (openWords('clause-cues').has(cue.word)) return true;
  const tokens = scene.reading.tokensIn(span);
  // A verb at the end of a longer token (關鍵在於) predicates as well.
  const { folded } = scene.reading;
  if (tokens.length === 1 && startsAsClause.test(folded.slice(span.start, span.end))) return true;
  // 好景不長: a set phrase of four characters predicates alone.
  if (tokens.length === 1) return /^[ail]/.test(tokens[0]?.pos ?? '') && span.end - span.start >= 4;
  // 指控邊防人員縱容走私集團: the tags of a long stretch without 的 may hide its verb.
  if (span.end - span.start >= 12 && !folded.slice(span.start, span.end).includes('的')) return true;
  // 批評他出爾反爾: behind a pronoun anything predicates.
  if (tokens[0]?.pos === 'r' && tokens.length === 2 && (tokens[1]?.end ?? 0) - (tokens[1]?.start ?? 0) >= 3)
    return true;
  return (
    tokens.length >= 2 &&
    tokens.some(
      ({ pos, start, end }) =>
        /^(?:[vadpcxil]|zg)/.test(pos) ||
        /.(?:在于|是|为|有)$|^.{1,2}[不没无未].|^[太很更最极]./.test(folded.slice(start, end)),
    )
  );
}
