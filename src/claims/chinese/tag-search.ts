import type { Span } from '../../document/span.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { saidSo } from '../leads.js';
import { describeSource, nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import type { Scene } from '../scene.js';
import type { Tag } from './cleft-tags.js';
import { findSubject } from './sources.js';

/** A stretch that is a subject, its adverbs and a cue, with nothing behind but whom it was told. */
export function tagIn(scene: Scene, span: Span): Tag | null {
  const cue = findCues(scene.reading, span).findLast((candidate) => closesTag(scene.reading, candidate, span.end));
  if (cue === undefined || cue.frame === 'evidence' || cue.frame === 'lead') return null;
  const subject = findSubject(scene.reading, { start: span.start, end: cue.start });
  if (subject === null) return null;
  return { ...span, source: describeSource(scene.reading, subject), cue };
}

/** Whether nothing stands between a cue and the end of a stretch but whom it was told, how, or that it was said. */
export function closesTag(reading: Reading, cue: CueMatch, end: number): boolean {
  const { folded } = reading;
  if (cue.end === end || isToSomebody(reading, { start: cue.end, end })) return true;
  if (/^告[诉知]/.test(cue.word)) return end - cue.end <= 12;
  // 說得|更直白: how it was said.
  if (/[^觉记晓懂]得$/.test(cue.word)) return end - cue.end <= 6;
  const rest = folded.slice(cue.end, end);
  return saidSo.test(rest) || saidAll.test(rest);
}

/** 說|完後, 講|罷 */
const saidAll = /^(?:完|罢|毕)(?:这(?:句|番|段)?话)?之?后?$/;

const longestListener = 14;

/** 叮囑|記者, 回嗆|前來催促的里長: nothing but whom it is told stands between the cue and the end. */
function isToSomebody(reading: Reading, listener: Span): boolean {
  if (listener.end - listener.start > longestListener) return false;
  const noun = nounBefore(reading.lower, listener.start, listener.end);
  // 質問|列席官員: two words, the second of which is somebody.
  const words = reading.tokensIn(listener);
  const isShort = noun?.role === 'title' && words.length === 2 && /^v/.test(words[0]?.pos ?? '');
  if (!isShort && acts(reading, listener)) return false;
  if (noun !== null) return noun.role !== 'report' && noun.role !== 'author';
  return reading
    .mentionsIn(listener)
    .some(({ type, start, end }) => type === 'PERSON' && start === listener.start && end === listener.end);
}

/** 只是幫朋友: a verb, adverb or preposition that no 的 stands behind makes it a clause. */
function acts(reading: Reading, span: Span): boolean {
  const de = reading.folded.slice(span.start, span.end).lastIndexOf('的') + span.start;
  return reading.tokensIn({ start: Math.max(span.start, de), end: span.end }).some(({ pos }) => /^[vdpc]/.test(pos));
}
