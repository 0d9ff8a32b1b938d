import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { carry, type SourcePhrase } from '../attribution.js';
import type { CueMatch } from '../cues.js';
import type { Frame } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { Scene } from '../scene.js';
import { firstFitting } from './fitting.js';
import { findSubject } from './sources.js';
import { mainSubject, omittedSource } from './subjects.js';

/** `omitted-speaker-cue-clause`: 並稱, 還表示, 認為 without a subject. */
export const omittedSpeaker: Frame = {
  rule: 'omitted-speaker-cue-clause',
  find(scene, index) {
    const clause = scene.clauses[index];
    const cue = clause === undefined ? undefined : firstFitting(scene, clause, index);
    if (clause === undefined || cue === undefined) return null;
    const lead = { start: clause.start, end: cue.start };
    if (lead.end - lead.start > 12 || findSubject(scene.reading, lead) !== null) return null;
    const isStated = cue.frame === 'evidence' && cue.type === 'data';
    if (!isStated && !/^(?:say|think|announce|ask|predict|write)$/.test(cue.type)) return null;
    const source = isStated ? paperBefore(scene, index) : omittedSource(scene, lead);
    if (source === null || (cue.type === 'predict' && !foresees(scene, source, lead, cue))) return null;
    const content = cue.end >= clause.end ? clause.end + 1 : cue.end;
    return { source, cue, start: clause.start, content, confidence: 0.7 };
  },
};

/** 該行維持評級,並預計…: somebody goes on to predict; an event that is expected predicts nothing. */
function foresees({ reading }: Scene, source: SourcePhrase, lead: Span, { word }: CueMatch): boolean {
  if (!isSomebody(reading, source)) return false;
  if (/^(?:预期|料|预料|估|预测|预言|预判|展望|推|初|粗|测算|预估)/.test(word)) return true;
  // 公司已提交申請,預計明年啟動: of what somebody does himself he says when.
  if (/^预计/.test(word) && source.kind !== 'publication' && lead.start === lead.end) return true;
  return /[并也又还更且]|同时/.test(reading.folded.slice(lead.start, lead.end));
}

const issues = /(?:出台|发布|印发|颁布|公布|发出|下发|制定|修订|通过|推出)/;

/** 貼出告示,列明…: the paper that ends the clause before states it; 該市出台新規,規定…: who issued it. */
function paperBefore(scene: Scene, index: number): SourcePhrase | null {
  const { reading, clauses } = scene;
  const [before, clause] = [clauses[index - 1], clauses[index]];
  if (before === undefined || before.sentence !== clause?.sentence || before.mark !== ',') return null;
  const noun = nounBefore(reading.lower, before.start, before.end);
  if (issues.test(reading.folded.slice(before.start, before.end)) || looksInto(scene, before))
    return carry(mainSubject(scene, before));
  return noun?.role === 'report' ? carry(describeSource(reading, { start: noun.start, end: before.end })) : null;
}

/** 消委會測試20款氣炸鍋,發現…: whether somebody looks into something in a clause. */
function looksInto({ reading }: Scene, clause: Span): boolean {
  const verbs = openWords('study-verbs');
  return reading
    .tokensIn(clause)
    .some(({ start, end }) => start > clause.start && verbs.has(reading.folded.slice(start, end)));
}
