import type { SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import type { CueMatch } from '../cues.js';
import { type Frame, hasNext } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { Scene } from '../scene.js';
import { cuesOf } from './fitting.js';
import { findSubject } from './sources.js';

/** `hearsay`: 據稱, 據悉 and their like, wherever they open a clause; nobody is named. */
export const hearsay: Frame = {
  rule: 'hearsay',
  find(scene, index) {
    const clause = scene.clauses[index];
    const cue =
      clause === undefined ? undefined : cuesOf(scene, clause).find((candidate) => goesRound(scene, clause, candidate));
    if (clause === undefined || cue === undefined) return null;
    const ends = cue.end >= clause.end;
    if (ends && (clause.mark !== ',' || !hasNext(scene, index))) return null;
    if (describes.test(scene.reading.folded.slice(clause.start, clause.end))) return null;
    return {
      source: circulating(scene, clause, cue),
      cue,
      start: clause.start,
      content: ends ? clause.end + 1 : cue.end,
      confidence: 0.85,
    };
  },
};

const longestPlace = 6;

const shortestTold = 4;

/** 據悉 at the head of a clause; 議員|被指…; 網上一度|流傳…: what goes round behind a place or time, with nobody as its subject. */
function goesRound(scene: Scene, clause: Clause, { frame, type, start, end, word }: CueMatch): boolean {
  if (/^[被遭]/.test(word)) return clause.end - end >= shortestTold;
  if (frame === 'lead') return start - clause.start <= 4;
  if (type !== 'hearsay' || start - clause.start > longestPlace || clause.end - end < 6) return false;
  if (/^[的着了]/.test(scene.reading.folded.slice(end, end + 1))) return false;
  const subject = findSubject(scene.reading, { start: clause.start, end: start });
  return subject === null || !isSomebody(scene.reading, subject);
}

/** 針對網傳“…”的視頻: what is told about is no hearsay itself. */
const describes = /^(?:针对|对于?|关于)|(?:一事|之事)$|的(?:视频|照片|图片|截图|影片|短片|画面|录音)$/;

/** 坊間|流傳, 市場|盛傳: among whom it goes round. */
function circulating({ reading }: Scene, clause: Clause, cue: CueMatch): SourcePhrase | null {
  const end = cue.start + Math.max(0, cue.word.search(/(?:流传|盛传|传闻|风传|疯传|热传|传出)$/));
  const noun =
    nounBefore(reading.lower, clause.start, end) ??
    nounBefore(reading.lower, clause.start, Math.max(clause.start + 1, end - 2));
  return noun?.role === 'general' && noun.start === clause.start
    ? describeSource(reading, { start: noun.start, end: noun.start + 2 })
    : null;
}
