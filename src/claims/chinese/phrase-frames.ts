import type { Span } from '../../document/span.js';
import type { CueType } from '../../document/types.js';
import { holdsWordOf } from '../../lexicons/holds.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import type { Clause } from '../clauses.js';
import type { CueMatch } from '../cues.js';
import { cueAt, type Frame, farthest, hasNext, type Lead } from '../leads.js';
import { describeSource, nounBefore } from '../nouns.js';
import type { Scene } from '../scene.js';
import { findPublisher, findSubject } from './sources.js';

const according =
  /^(?:但|但是|不过|而|而且|另|另外|此外|同时|其中|并)?(?:根据|依据|按照|依照|参照|比照|援引|借用|套用|据|按|照|依|用(?=.{1,20}话(?:来?[说讲])?$)|拿(?=.{1,20}话(?:来?[说讲])?$))/;
const tails = lazy(() => openLexicon('source-tails', ['word', 'type'], (row) => row.type as CueType));

/** `according-to`: 據某某(的)報道,…; 根據某某(昨天公布)的統計數據,…. */
export const accordingTo: Frame = {
  rule: 'according-to',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined || clause.mark !== ',' || !hasNext(scene, index)) return null;
    const { folded } = scene.reading;
    const text = folded.slice(clause.start, clause.end);
    const head = according.exec(text);
    if (head === null || text.length > farthest) return null;
    const from = clause.start + head[0].length;
    const found = tailOf(folded, from, clause.end);
    const subject = informant(scene, { start: from, end: clause.end }, found);
    if (subject === null) return null;
    // 據送交議會的報告: the paper informs, and is no tail.
    const tail = found !== null && found.start < subject.end ? null : found;

    const preposition = {
      start: from - (/[根依]据$|按照$|[依参比]照$|援引$|[借套]用$/.test(head[0]) ? 2 : 1),
      end: from,
    };
    const cue = cueAt(folded, tail ?? preposition, tail?.type ?? 'report');
    const source = describeSource(scene.reading, subject);
    return { source, cue, start: clause.start, content: clause.end + 1, confidence: 0.9 };
  },
};

/** Who informs behind 據: the publisher of what is named, else what stands before the tail, else a document. */
function informant(scene: Scene, region: Span, tail: Span | null): Span | null {
  const paper = tail === null || !opensWithDeed(scene, region) ? null : paperIn(scene, region);
  if (paper !== null) return paper;
  const publisher = tail === null ? null : findPublisher(scene.reading, region);
  if (publisher !== null) return publisher;
  const named = tail?.start ?? region.end;
  const of = scene.reading.folded[named - 1] === '的' ? 1 : 0;
  const subject = findSubject(scene.reading, { start: region.start, end: named - of });
  if (subject === null) return tail === null ? null : paperIn(scene, region);
  return tail !== null || canInform(scene, subject) || rules(scene, subject, region.end) ? subject : null;
}

/** |送交|議會的報告: what was done with a paper stands before it, and not who made it. */
function opensWithDeed({ reading }: Scene, region: Span): boolean {
  const [first] = reading.tokensIn(region);
  return (
    first?.start === region.start && first.pos === 'v' && reading.folded.slice(first.end, region.end).includes('的')
  );
}

/** The longest tail at the end of 據…: 統計數據 rather than 數據. The source itself keeps at least two characters. */
function tailOf(folded: string, from: number, end: number): (Span & { type: CueType }) | null {
  for (let start = Math.max(from + 2, end - 6); start < end; start++) {
    const type = tails().get(folded.slice(start, end));
    if (type !== undefined) return { start, end, type };
  }
  return null;
}

/** 根據條例,業者可被罚…: a law says what must be. */
function rules({ reading, paragraph }: Scene, subject: Span, at: number): boolean {
  const text = reading.folded.slice(subject.start, subject.end);
  const isLaw =
    /(?:法|条例|细则|章程|公约|宪法|守则)$/.test(text) ||
    reading.mentionsIn(subject).some(({ type, end }) => type === 'LAW' && end === subject.end);
  const end = paragraph.sentences.findLast(({ start }) => start <= at)?.end ?? at;
  return isLaw && holdsWordOf(openWords('norm-words'), reading.folded.slice(at, end));
}

/** 據最新民調: the paper itself, where nobody stands before it. */
function paperIn({ reading }: Scene, region: Span): Span | null {
  const noun = nounBefore(reading.lower, region.start, region.end);
  return noun?.role === 'report' && region.end - noun.start >= 2 ? { start: noun.start, end: region.end } : null;
}

/** Without a tail only a document informs (據招股書,…), not a rule (根據規定,…). */
function canInform(scene: Scene, subject: Span): boolean {
  const { lower, folded } = scene.reading;
  const text = folded.slice(subject.start, subject.end);
  const before = folded.slice(Math.max(0, subject.start - 4), subject.start);
  if (/(?:规定|计划|规划|法案|意见|通知|要求)$/.test(text)) return false;
  // 根據這份協議: one of many is a document, 根據協議 may be any.
  if (/(?:协议|合同|条例)$/.test(text)) return /[这该此份项][份项]?$/.test(before) || /^[这该此]/.test(text);
  if (/.书$/.test(text)) return true;
  return (
    nounBefore(lower, subject.start, subject.end)?.role === 'report' ||
    /(?:材料|消息|线索)$/.test(text) ||
    folded[subject.end] === '》'
  );
}

/** `in-the-eyes-of`: 在某某看來,…. */
export const inTheEyesOf: Frame = {
  rule: 'in-the-eyes-of',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined) return null;
    const text = scene.reading.folded.slice(clause.start, clause.end);
    const match = /^(?:但|不过|而|然而|可是)?在(.{1,60}?)(看来|眼中|眼里|口中|嘴里|的记忆[里中]|的印象[里中])/.exec(
      text,
    );
    if (match?.[1] === undefined || match[2] === undefined) return null;
    const end = clause.start + match[0].length;
    const at = end - match[2].length;
    const cue = cueAt(scene.reading.folded, { start: at, end }, 'think');
    const lead = leadOf(scene, clause, { start: at - match[1].length, end: at }, cue, 0.9);
    return lead === null || cue.end >= clause.end ? lead : { ...lead, content: cue.end };
  },
};

/** `learned-from`: 記者從某某獲悉,…; 從重播可見,…. */
export const learnedFrom: Frame = {
  rule: 'learned-from',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined || clause.mark !== ',' || !hasNext(scene, index)) return null;
    const text = scene.reading.folded.slice(clause.start, clause.end);
    const match =
      /^.{0,24}?(?:记者|笔者|本报|本刊|本台|本社).{0,10}?从(.{2,40}?)(?:处|方面)?(获悉|了解到|得知|了解|获知)$/.exec(
        text,
      );
    if (match?.[1] === undefined || match[2] === undefined) return shownBy(scene, clause, text);
    const start = clause.start + text.indexOf('从') + 1;
    const cue = cueAt(scene.reading.folded, { start: clause.end - match[2].length, end: clause.end }, 'report');
    return leadOf(scene, clause, { start, end: start + match[1].length }, cue, 0.85);
  },
};

/** 從重播|可見,…: what a paper or picture lets one see. */
function shownBy(scene: Scene, clause: Clause, text: string): Lead | null {
  const match = /^(?:但|不过|而)?(?:从|由)(.{2,24}?)中?(可见|可知|可以看到|可以看出|可看到|可看出)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const start = clause.start + match[0].indexOf(match[1], 1);
  const noun = nounBefore(scene.reading.lower, start, start + match[1].length);
  if (noun?.role !== 'report') return null;
  const cue = cueAt(scene.reading.folded, { start: clause.end - match[2].length, end: clause.end }, 'data');
  return leadOf(scene, clause, { start, end: start + match[1].length }, cue, 0.8);
}

const asSaid =
  /^(?:但|而|不过)?(?:正如|诚如|一如|如同|恰如|就像|如|像)(.{1,60}?)(所说|所言|所述|所讲|所写|所称|所形容|写道|说的|指出的|所指出的|所指出)(?:的那样|那样|一样)?$/;

/** `as-speaker-said`: 正如某某所說,…. */
export const asSpeakerSaid: Frame = {
  rule: 'as-speaker-said',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined || !/[,:]/.test(clause.mark) || !hasNext(scene, index)) return null;
    const text = scene.reading.folded.slice(clause.start, clause.end);
    const match = asSaid.exec(text);
    if (match?.[1] === undefined || match[2] === undefined) return null;
    const at = clause.start + text.indexOf(match[1], 1) + match[1].length;
    const cue = cueAt(scene.reading.folded, { start: at, end: at + match[2].length }, 'say', 'endorses');
    return leadOf(scene, clause, { start: at - match[1].length, end: at }, cue, 0.85);
  },
};

/** `speaker-colon`: 某某:…: a name alone before a colon at the start of a paragraph speaks what follows. */
export const speakerColon: Frame = {
  rule: 'speaker-colon',
  find(scene, index) {
    const clause = scene.clauses[index];
    const next = scene.clauses[index + 1];
    if (index > 0 || clause?.mark !== ':' || next === undefined || !hasNext(scene, index)) return null;
    const name = scene.reading.mentionsIn(clause).find(({ type, end }) => type === 'PERSON' && end === clause.end);
    if (name === undefined || name.start - clause.start > longestTitle || !saysMuch(scene, next)) return null;
    const source = describeSource(scene.reading, { start: name.start, end: name.end });
    return { source, cue: null, start: clause.start, content: clause.end + 1, confidence: 0.7 };
  },
};

const longestTitle = 10;

/** Whether a clause predicates something; a caption or a list of credits does not. */
function saysMuch({ reading }: Scene, clause: Clause): boolean {
  const tokens = reading.tokensIn(clause);
  return (
    tokens.length >= 3 && tokens.some(({ pos }) => /^[vd]/.test(pos)) && tokens.some(({ pos }) => /^[rcdp]/.test(pos))
  );
}

/** The lead of a clause whose subject lies in `region` and whose content follows the clause. */
function leadOf(scene: Scene, clause: Clause, region: Span, cue: CueMatch, confidence: number): Lead | null {
  const subject = findSubject(scene.reading, region);
  if (subject === null) return null;
  const source = describeSource(scene.reading, subject);
  return { source, cue, start: clause.start, content: clause.end + 1, confidence };
}
