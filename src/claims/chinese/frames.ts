import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import type { SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import type { CueMatch } from '../cues.js';
import { type Frame, type Lead, regionStart, saidSo } from '../leads.js';
import { describeSource, isSomebody, nounBefore, sourceNouns } from '../nouns.js';
import { adoptQuotes } from '../quotes/alone.js';
import { endOfContent, holdsQuote, isTaken, quoteOf, record, type Scene, skipSpaces } from '../scene.js';
import { opensWith } from '../word-edges.js';
import { closingSpeaker, parenthetical } from './closing-frames.js';
import { looksNamed } from './coined-names.js';
import { isEvidence } from './evidence.js';
import { cuesOf, firstFitting, fits, isUnreal, namesListener, toldAt } from './fitting.js';
import { speakerGives } from './given.js';
import { hearsay } from './hearsay.js';
import { innerSpeech } from './inner-speech.js';
import { omittedSpeaker } from './omitted-speakers.js';
import { opinionIs } from './opinions.js';
import { accordingTo, asSpeakerSaid, inTheEyesOf, learnedFrom, speakerColon } from './phrase-frames.js';
import { tieQuotes } from './quote-frames.js';
import { endsBareReport, endsReport, isWithin } from './report-ends.js';
import { findSubject } from './sources.js';
import { opensWholeClause } from './whole-clauses.js';

/** Finds every attribution of a Chinese paragraph: quotations first, then reported clauses, then quotations alone. */
export function attributeChinese(scene: Scene): void {
  tieQuotes(scene);
  closingSpeaker(scene);
  parenthetical(scene);
  reportClauses(scene);
  adoptQuotes(scene);
  innerSpeech(scene, (inner) => {
    tieQuotes(inner);
    reportClauses(inner);
  });
}

function reportClauses(scene: Scene): void {
  const { clauses } = scene;
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index];
    if (clause === undefined || isTaken(scene, clause)) continue;
    for (const frame of frames) {
      const lead = frame.find(scene, index);
      if (lead === null) continue;
      index = recordReport(scene, lead.rule ?? frame.rule, lead, index);
      break;
    }
  }
}

/** Records the report and returns the index of the last clause of its content. */
function recordReport(scene: Scene, rule: string, lead: Lead, index: number): number {
  const { folded } = scene.reading;
  const sentence = scene.clauses[index]?.sentence;
  if (sentence === undefined) return index;
  const start = skipSpaces(folded, lead.content, sentence.end);
  let last = index;
  let end = endOfContent(folded, sentence);
  const bare = start < (scene.clauses[index]?.end ?? start) ? lead.cue : null;
  for (let next = index + 1; next < scene.clauses.length; next++) {
    const clause = scene.clauses[next];
    if (clause === undefined || clause.sentence !== sentence) break;
    if (
      clause.start > start &&
      (endsReport(scene, next, lead.source) ||
        isOfOthers(folded, lead, clause) ||
        (bare !== null && endsBareReport(scene, next, bare)))
    ) {
      end = Math.min(end, scene.clauses[next - 1]?.end ?? clause.start);
      break;
    }
    last = next;
  }
  if (end - start < 2) return index;
  const content = { start, end };
  const quote = quoteOf(scene, content);
  const extent = { start: lead.start, end };
  record(scene, { rule, source: lead.source, cue: lead.cue, content, quote, extent, confidence: lead.confidence });
  for (let inner = index; inner <= last; inner++) recordInner(from(scene, inner, start), content, inner, lead.source);
  return last;
}

/** The scene with a clause that begins where what it reports begins (認為|帳目顯示…). */
function from(scene: Scene, index: number, start: number): Scene {
  const clause = scene.clauses[index];
  if (clause === undefined || clause.start >= start || clause.end <= start) return scene;
  return { ...scene, clauses: scene.clauses.with(index, { ...clause, start }) };
}

/** 有人說…,也有人說…: others follow on some. */
function isOfOthers(folded: string, { source }: Lead, clause: Clause): boolean {
  if (source === null || folded[source.start] !== '有') return false;
  return /^(?:也|还|另|更)?有(?:的|些|人)/.test(folded.slice(clause.start, clause.end));
}

/** `inner-report`: 某某指出,縣府報告稱…: what a report says that somebody else, by name, has said. */
function recordInner(scene: Scene, content: Span, index: number, outer: SourcePhrase | null): void {
  const clause = scene.clauses[index];
  const lead = clause === undefined || clause.start < content.start ? null : speakerCueClause.find(scene, index);
  if (
    clause === undefined ||
    lead === null ||
    lead.source === null ||
    lead.cue === null ||
    (lead.source.status === 'pronoun' && !isWithin(scene.reading, lead.source, outer))
  )
    return;
  if (!holds(scene, lead, clause) || holdsQuote(scene, clause)) return;
  if (!isSomebody(scene.reading, lead.source) || lead.cue.frame === 'mark') return;
  let last = index;
  while (scene.clauses[last + 1] !== undefined && (scene.clauses[last + 1]?.end ?? Infinity) <= content.end) {
    const next = scene.clauses[last + 1];
    if (next === undefined || (last > index && firstFitting(scene, next, last + 1) !== undefined)) break;
    if (last === index && lead.content <= clause.end && firstFitting(scene, next, last + 1) !== undefined) break;
    last++;
  }
  const start = skipSpaces(scene.reading.folded, lead.content, content.end);
  const end = Math.min(content.end, scene.clauses[last]?.end ?? content.end);
  const inner = { start, end };
  if (end - start < 2) return;
  const { source, cue, confidence } = lead;
  record(scene, { rule: 'inner-report', source, cue, content: inner, quote: 'indirect', extent: null, confidence });
}

/** Whether an inner report tells what somebody says or shows, or what others than a single person think (部分同僚|害怕). */
function holds({ reading }: Scene, { cue, source }: Lead, clause: Clause): boolean {
  if (cue === null || source === null) return false;
  return (
    /^(?:say|announce|data|report|write)$/.test(cue.type) ||
    (cue.type === 'think' &&
      (isMany(reading.folded.slice(source.start, source.end)) ||
        isMany(reading.folded.slice(clause.start, source.end))))
  );
}

function isMany(source: string): boolean {
  if (/^(?:[近约逾]|超过)?(?:[一二三四五六七八九两\d.]+成|\d[\d.]*%)/.test(source)) return true;
  return opensWith(openWords('vague-quantifiers'), source) || opensWith(openWords('crowds'), source);
}

/** `speaker-cue-clause`: subject, adverbs, cue, then a clause behind a comma or colon; `speaker-cue-bare`: at once. */
const speakerCueClause: Frame = {
  rule: 'speaker-cue-clause',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined) return null;
    for (const cue of cuesOf(scene, clause)) {
      if (cue.frame === 'lead' || isUnreal(scene, clause, cue)) continue;
      if (!fits(scene, clause, cue, index) && !opensWholeClause(scene, clause, cue)) continue;
      const region = { start: regionStart(scene, clause, cue.start), end: cue.start };
      const subject = findSubject(scene.reading, region);
      const source = subject === null ? null : (paperOf(scene, subject, cue) ?? describeSource(scene.reading, subject));
      // 認為|帳目顯示…: whose view it is is left out, and what stands behind it is his.
      if (source === null && holdsView(cue) && cue.start - clause.start <= 2 && !isModifier(scene, clause, cue))
        return null;
      if (source !== null && (yieldsToNext(scene, index, cue) || tellsManner(scene, index, cue))) return null;
      if (source === null || (cue.frame === 'evidence' && !isEvidence(scene, source, cue))) continue;
      // 紅燈表示停車, 項目預計明年完工, 村|道,…: a thing says nothing at once or by one character.
      const isTerse = cue.end < clause.end || /^[道言应答笑叹骂讲谈料]$/.test(cue.word);
      const isSaid =
        isSomebody(scene.reading, source) || looksNamed(scene.reading.folded.slice(source.start, source.end));
      if (cue.frame !== 'evidence' && isTerse && !isSaid) continue;
      // 他被檢方指控侵占公款: what somebody is charged with is told by the author.
      if (cue.end < clause.end && isPassive(scene, { start: Math.max(clause.start, cue.start - 18), end: cue.start }))
        continue;
      if (/^它们?$/.test(scene.reading.folded.slice(source.start, source.end)) && cue.type !== 'data') continue;
      // 某某的世界排名預計升至第22位: a thing of his is expected to do so.
      if (cue.type === 'predict' && scene.reading.folded[source.end] === '的') continue;
      if (cue.type === 'predict' && isDue(scene, source, { start: cue.end, end: clause.end })) continue;
      const isTold = /^告[诉知]/.test(cue.word) || namesListener(scene, clause, cue) || isAnnounced(scene, cue, clause);
      const told = toldAt(scene, clause, cue);
      const content = told ?? (isTold || cue.end >= clause.end ? clause.end + 1 : cue.end);
      const isMarked = content > clause.end;
      const rule = isMarked ? 'speaker-cue-clause' : 'speaker-cue-bare';
      return { source, cue, start: clause.start, content, confidence: isMarked ? 0.9 : 0.8, rule };
    }
    return null;
  },
};

/** 她參與的調查|顯示: the paper before such a cue speaks, not he or she of whose doing it is. */
function paperOf({ reading }: Scene, subject: Span, cue: CueMatch): SourcePhrase | null {
  if (cue.frame !== 'evidence' || !/^[他她]们?$/.test(reading.folded.slice(subject.start, subject.end))) return null;
  const paper = nounBefore(reading.lower, subject.end, cue.start);
  if (paper?.role !== 'report' || !reading.folded.slice(subject.end, paper.start).includes('的')) return null;
  return describeSource(reading, { start: paper.start, end: cue.start });
}

/** 主張政府包底的|論者認為,…: before 的 and a later cue that closes the clause a cue only modifies. */
function isModifier(scene: Scene, clause: Clause, cue: CueMatch): boolean {
  const last = cuesOf(scene, clause).at(-1);
  if (last === undefined || last.end < clause.end) return false;
  return scene.reading.folded.slice(cue.end, last.start).includes('的');
}

function holdsView({ frame, type }: CueMatch): boolean {
  return (frame === 'clause' && /^(?:say|think)$/.test(type)) || (frame === 'evidence' && type === 'data');
}

/** 某某並不否認,但他認為…; 某某也笑,他說…: what is said stands behind the cue of the next clause, which has the same speaker. */
function yieldsToNext(scene: Scene, index: number, cue: CueMatch): boolean {
  const [clause, next] = [scene.clauses[index], scene.clauses[index + 1]];
  if (clause?.mark !== ',' || cue.end < clause.end || next?.sentence !== clause.sentence) return false;
  const said = firstFitting(scene, next, index + 1);
  if (said === undefined || said.frame === 'evidence') return false;
  // 署長緩頰,說…: the second cue tells the words.
  if (said.start === next.start && /^(?:say|think)$/.test(said.type)) return true;
  if (cue.frame !== 'mark') return false;
  return /^(?:但|不过|却|而|只|并|又|还|也|同时)?(?:只|也|还|又)?[他她]?(?:们)?(?:只|也|还|又|则|却)?$/.test(
    scene.reading.folded.slice(next.start, said.start),
  );
}

/** 市長逐一回應,語氣平和: the clause behind says how it was said. */
function tellsManner({ clauses, reading }: Scene, index: number, cue: CueMatch): boolean {
  const [clause, next] = [clauses[index], clauses[index + 1]];
  if (clause === undefined || next === undefined || cue.end < clause.end || clause.mark !== ',') return false;
  return /^(?:语气|态度|口吻|神情|语调|表情|声音)/.test(reading.folded.slice(next.start, next.start + 2));
}

/** 寫著這麼一句:…: what stands behind the cue only announces the words. */
function isAnnounced({ reading }: Scene, cue: CueMatch, { end, mark }: Clause): boolean {
  return cue.end < end && /[,:]/.test(mark) && saidSo.test(reading.folded.slice(cue.end, end));
}

/** 他|被|檢方指控…: told by the author. */
function isPassive({ reading }: Scene, before: Span): boolean {
  // 被點名的某某|反駁: a passive before 的 only modifies.
  const from = reading.folded.slice(before.start, before.end).lastIndexOf('的') + 1 + before.start;
  return reading
    .tokensIn({ start: from, end: before.end })
    .some(({ start, end }) => /^[被遭获]$/.test(reading.folded.slice(start, end)));
}

/** 首批結果預計明年公布: of a paper that will come out the author tells when. */
function isDue({ reading }: Scene, source: Span, behind: Span): boolean {
  if (nounBefore(reading.lower, source.start, source.end)?.role !== 'report') return false;
  return /(?:公布|发布|出炉|出版|推出|揭晓|完成|启动|交付|面世|上线|生效)$/.test(
    reading.folded.slice(behind.start, behind.end),
  );
}

/** `document-cue-clause`: 報道稱,…; 分析指出,…: a cue that begins with its own source, a document. */
const documentCueClause: Frame = {
  rule: 'document-cue-clause',
  find(scene, index) {
    const clause = scene.clauses[index];
    const cue = clause === undefined ? undefined : cuesOf(scene, clause)[0];
    if (clause === undefined || cue === undefined || cue.frame === 'lead' || cue.word.length < 3) return null;
    const noun = { start: cue.start, end: cue.start + 2 };
    if (sourceNouns().get(scene.reading.lower.slice(noun.start, noun.end)) !== 'report') return null;
    if (
      findSubject(scene.reading, { start: clause.start, end: cue.start }) !== null ||
      !fits(scene, clause, cue, index)
    )
      return null;
    const verb = { ...cue, start: noun.end, word: cue.word.slice(2) };
    const content = cue.end >= clause.end ? clause.end + 1 : cue.end;
    return { source: describeSource(scene.reading, noun), cue: verb, start: clause.start, content, confidence: 0.85 };
  },
};

const frames: readonly Frame[] = [
  hearsay,
  accordingTo,
  inTheEyesOf,
  learnedFrom,
  asSpeakerSaid,
  opinionIs,
  speakerGives,
  speakerColon,
  speakerCueClause,
  documentCueClause,
  omittedSpeaker,
];
