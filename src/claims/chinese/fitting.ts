import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import type { Clause } from '../clauses.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { hasNext, regionStart, saidSo } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import { holdsQuote, type Scene } from '../scene.js';
import { isAuthorsTurn, silenceIn } from '../turns.js';
import { opensOpinion } from './opinions.js';
import { findSubject } from './sources.js';

/** Whether a clause inside a report ends it: somebody else reports, the same one goes on, or the author comments. */
export function endsReport(scene: Scene, index: number): boolean {
  const clause = scene.clauses[index];
  if (clause === undefined) return true;
  if (isAuthorsTurn(scene.reading, clause) || isOthersTurn(scene, clause)) return true;
  if (scene.clauses[index - 1]?.mark === ';' && (turnsAway(scene, clause) || speaksAnew(scene, index))) return true;
  if (isOthersSilence(scene, clause) || turnsToSpeaker(scene, clause) || decides(scene, clause)) return true;
  if (holdsSpeech(scene, clause) || opensOpinion(scene.reading, clause)) return true;
  const cue = firstFitting(scene, clause, index);
  if (cue === undefined) return false;
  const subject = findSubject(scene.reading, { start: regionStart(scene, clause, cue.start), end: cue.start });
  if (subject === null) return goesOn(scene, clause, cue);
  if (/^(?:另|也有|亦有|还有|更有|有的|有人)/.test(scene.reading.folded.slice(clause.start, clause.end))) return true;
  // …,工會卻認為…: somebody else, with 卻 or 則.
  if (/[却则]/.test(scene.reading.folded.slice(subject.end, cue.start)) && isSomebody(scene.reading, subject))
    return true;
  const previous = scene.clauses[index - 1]?.mark;
  return previous === ';' || cue.type === 'say' || cue.type === 'announce' || cue.type === 'write';
}

/** 並稱, 還推估, 強調: a cue without a subject goes on with who reports; 說, 罵 at the head of its clause tell of somebody in the report. */
function goesOn({ reading }: Scene, clause: Clause, cue: CueMatch): boolean {
  if (cue.type === 'predict') return /^(?:并|且|又|也|还|同时)/.test(reading.folded.slice(clause.start, cue.start));
  if (cue.start === clause.start && openWords('inner-verbs').has(cue.word)) return false;
  return /^(?:say|announce|think|ask)$/.test(cue.type);
}

/** …;至於會否裁員,他只說…: a part behind a semicolon in which somebody reports anew. */
function speaksAnew(scene: Scene, index: number): boolean {
  for (let at = index; at < scene.clauses.length; at++) {
    const clause = scene.clauses[at];
    if (clause === undefined || clause.sentence !== scene.clauses[index]?.sentence) return false;
    const cue = firstFitting(scene, clause, at);
    if (cue !== undefined)
      return findSubject(scene.reading, { start: regionStart(scene, clause, cue.start), end: cue.start }) !== null;
    if (clause.mark === ';') return false;
  }
  return false;
}

/** …,公司未予置評; …,涉事酒店均未回應: somebody else by name or noun is silent. */
function isOthersSilence({ reading }: Scene, clause: Clause): boolean {
  const silence = silenceIn(reading.lower, clause);
  const subject = silence === null ? null : findSubject(reading, { start: clause.start, end: silence });
  return subject !== null && isSomebody(reading, subject) && describeSource(reading, subject).status !== 'pronoun';
}

/** …;但…, …;海川證券則…: behind a semicolon the author goes on to another side. */
function turnsAway({ reading }: Scene, clause: Span): boolean {
  const text = reading.folded.slice(clause.start, clause.end);
  if (/^(?:然而|但|不过|可是|而|至于|对于|对此|问及|被问|谈到|谈及)/.test(text)) return true;
  const name = reading
    .mentionsIn(clause)
    .find(({ start, type }) => start === clause.start && /^(?:ORG|PERSON|GPE)$/.test(type));
  return name !== undefined && /^[^,]{0,6}[则却]/.test(reading.folded.slice(name.end, clause.end));
}

const differs = /^[^,]{2,14}?[却则](?:有不同|持不同|另有|不以为然|不同意|不赞同|持相反|有另一|并?不认同|不这么)/;

/** …,部長則回應…: somebody else by a noun of persons, with 則. */
function isOthersTurn({ reading }: Scene, { start, end }: Span): boolean {
  if (differs.test(reading.folded.slice(start, end))) return true;
  const text = reading.folded.slice(start, Math.min(end, start + 14));
  const at = text.indexOf('则');
  if (at < 2 || /[原规准守法总细通否]$/.test(text.slice(0, at))) return false;
  const noun = nounBefore(reading.lower, start, start + at);
  const isNamed = reading
    .mentionsIn({ start, end: start + at })
    .some(({ type, end: last }) => last === start + at && /^(?:PERSON|ORG)$/.test(type));
  return isNamed || (noun !== null && noun.role !== 'report' && noun.role !== 'pronoun');
}

/** 法院認為…,判某某敗訴; 大行認為…,維持“買入”評級: behind what is held it is told what is done. */
function decides({ reading }: Scene, { start, end }: Clause): boolean {
  const text = reading.folded.slice(start, end);
  return (
    /^(?:因此|故|遂|乃|最终)?(?:改判|判处|判囚|判刑[一二三四五六七八九十\d]|判[^,断定决]{1,6}(?:败诉|胜诉|无罪|有罪|赔|缓刑|有期)|驳回(?!说)|依[^,]{2,10}罪|酌定|量处)/.test(
      text,
    ) ||
    (/^(?:因此|故)?(?:维持|给予|重申|上调|下调|调升|调降|目标价)/.test(text) &&
      /(?:评级|目标价|买入|增持|减持|中性|沽售|持有|观望)/.test(text))
  );
}

/** …,但他護航年輕投手: the author goes on about who was reported. */
function turnsToSpeaker({ reading }: Scene, { start, end }: Clause): boolean {
  return /^(?:但|不过|然而|可是)[他她](?!们|的)/.test(reading.folded.slice(start, end));
}

function holdsSpeech(scene: Scene, clause: Span): boolean {
  return scene.found.some(
    (found) => found.extent !== null && found.extent.start >= clause.start && found.extent.start < clause.end,
  );
}

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
  if (/^告[诉知]/.test(cue.word)) return clause.end - cue.end <= 14 && /[,:]/.test(clause.mark);
  if (namesListener(scene, clause, cue)) return hasNext(scene, index);
  // 念叨一個道理,…: the words are only announced.
  if (cue.end < clause.end && /[,:]/.test(clause.mark) && saidSo.test(scene.reading.folded.slice(cue.end, clause.end)))
    return hasNext(scene, index);
  if (cue.end >= clause.end) return /[,:]/.test(clause.mark) && hasNext(scene, index);
  if (cue.frame === 'evidence') return true;
  if (/^(?:公布|披露)$/.test(cue.word)) return figure.test(scene.reading.folded.slice(cue.end, clause.end));
  if (
    isTitleLike(scene, { start: cue.end, end: clause.end }, cue) ||
    toldOf.test(scene.reading.folded.slice(cue.end, clause.end))
  )
    return false;
  return cue.frame === 'clause' && isClausal(scene, { start: cue.end, end: clause.end }, cue);
}

/** 揭露珊瑚倖存的機制, 介紹案件的經過: a noun that can be told, no clause. */
function isTitleLike({ reading }: Scene, { start, end }: Span, cue: CueMatch): boolean {
  if (!openWords('telling-verbs').has(cue.word)) return false;
  const noun = /的([^的,]{1,4})$/.exec(reading.folded.slice(start, end))?.[1];
  return noun !== undefined && openWords('told-nouns').has(noun);
}

/** 外界指|條文含糊的說法: what is said only modifies a noun of saying. */
const toldOf = /的(?:说法|言论|传闻|传言|指控|质疑|批评|看法|观点|主张|消息|报道|指责)$/;

/** 公布首季營收47.3億元: figures may be announced without a verb. */
const figure = /(?<![\d.,])\d[\d.,]*(?:%|[万亿]|元|美元|人|件|宗|家|吨|辆|名|例|间|伙)/;

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

/** 承認四項失信罪名, 否認上述說法: a charge or a claim that is named, not told. */
function isCharge(text: string): boolean {
  return /^[^,]{0,12}(?:罪名?|控罪|指控|控状|说法|传闻|传言|指责|质疑|批评|报道|消息|之说)$/.test(text);
}

const shortestClause = 4;
/** 會檢討, 已處理: a short predicate. */
const startsAsClause = /^(?:是|会|将|要|已|没|不|很|可|应|须)..?/;

/** Whether a stretch behind a cue is a clause: long enough, and with a verb, an adjective or a negation. */
function isClausal(scene: Scene, span: Span, cue: CueMatch): boolean {
  if (cue.type !== 'think' && isCharge(scene.reading.folded.slice(span.start, span.end))) return false;
  if (cue.negates) return span.end - span.start >= 2;
  if (
    span.end - span.start <
    (startsAsClause.test(scene.reading.folded.slice(span.start, span.end)) ? 2 : shortestClause)
  )
    return false;
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
