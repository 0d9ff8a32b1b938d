import type { Span } from '../../document/span.js';
import { type Clause, isAdverbial } from '../clauses.js';
import type { CueMatch } from '../cues.js';
import { regionStart } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import { isTaken, quoteOf, record, type Scene } from '../scene.js';
import { cuesOf, isUnreal } from './fitting.js';
import { findSubject } from './sources.js';

/** `content-speaker-cue`: a whole sentence closed by its speaker: …,某某警告。 */
export function closingSpeaker(scene: Scene): void {
  for (const sentence of scene.paragraph.sentences) {
    const clauses = scene.clauses.filter((clause) => clause.sentence === sentence);
    const last = clauses.at(-1);
    const before = clauses.at(-2);
    if (last === undefined || before === undefined || before.mark === ':' || isTaken(scene, last)) continue;
    const cue = cuesOf(scene, last).find((candidate) => candidate.end === last.end && closes(candidate));
    if (cue === undefined || isUnreal(scene, last, cue) || opensReport(scene, clauses.slice(0, -1))) continue;
    const subject = findSubject(scene.reading, { start: regionStart(scene, last, cue.start), end: cue.start });
    if (subject === null || !isPlainSubject(scene, subject) || isObject(scene, subject, cue)) continue;
    if (!isSomebody(scene.reading, subject)) continue;
    const content = { start: sentence.start, end: before.end };
    const said = scene.reading.folded.slice(content.start, content.end);
    if (isAdverbial(said) || !scene.reading.tokensIn(content).some(({ pos }) => /^[vaild]/.test(pos))) continue;
    const quote = quoteOf(scene, content);
    const source = describeSource(scene.reading, subject);
    record(scene, { rule: 'content-speaker-cue', source, cue, content, quote, extent: sentence, confidence: 0.8 });
  }
}

/** 警告, 補了一句: what can stand behind its content. */
function closes({ frame, word }: CueMatch): boolean {
  return (
    frame === 'clause' ||
    (frame === 'mark' && /一句话?$/.test(word)) ||
    (frame === 'evidence' && /^(?:显示|发现|指出|表明|记载)$/.test(word))
  );
}

/** `parenthetical-speaker`: 壓力未必大,她坦言,因為…: a pronoun and a cue between a clause and its reason. */
export function parenthetical(scene: Scene): void {
  for (let index = 1; index < scene.clauses.length - 1; index++) {
    const [before, tag, next] = [scene.clauses[index - 1], scene.clauses[index], scene.clauses[index + 1]];
    if (before === undefined || tag === undefined || next === undefined || isTaken(scene, tag)) continue;
    if (before.sentence !== tag.sentence || next.sentence !== tag.sentence || before.mark !== ',' || tag.mark !== ',')
      continue;
    if (!/^(?:因为|毕竟|尤其|除非|否则|更何况|何况|所以)/.test(scene.reading.folded.slice(next.start, next.end)))
      continue;
    const cue = cuesOf(scene, tag).find((candidate) => candidate.end === tag.end && candidate.type !== 'data');
    const first = scene.clauses.find(({ sentence }) => sentence === tag.sentence);
    if (cue === undefined || first === undefined || opensReport(scene, [before])) continue;
    const subject = findSubject(scene.reading, { start: tag.start, end: cue.start });
    if (subject === null || isUnreal(scene, tag, cue)) continue;
    const content = { start: first.start, end: before.end };
    const source = describeSource(scene.reading, subject);
    if (source.status !== 'pronoun') continue;
    record(scene, {
      rule: 'parenthetical-speaker',
      source,
      cue,
      content,
      quote: quoteOf(scene, content),
      extent: content,
      confidence: 0.75,
    });
  }
}

/** 某某透露,交易或在月內宣布: an earlier clause that ends in a cue reports the last one. */
function opensReport(scene: Scene, clauses: readonly Clause[]): boolean {
  return clauses.some((clause) => cuesOf(scene, clause).some((cue) => cue.end === clause.end && cue.frame !== 'quote'));
}

/** 天文台發出今年首個警告: behind a verb of its own the cue is a noun. */
function isObject({ reading }: Scene, subject: Span, cue: CueMatch): boolean {
  const gap = reading.tokensIn({ start: subject.end, end: cue.start });
  const last = gap.at(-1);
  if (/(?:一句话?|[说道])$/.test(cue.word) || cue.frame === 'evidence') return false;
  const text = reading.folded.slice(subject.end, cue.start);
  if (/[时上中里后前间]$/.test(text)) return false;
  return gap.some(({ pos }) => pos === 'v') && last !== undefined && /^(?:m|q|n|a|b|x|uj)/.test(last.pos);
}

function isPlainSubject(scene: Scene, subject: Span): boolean {
  if (scene.reading.mentionsIn(subject).some((mention) => mention.end === subject.end)) return true;
  return !scene.reading.tokensIn(subject).some(({ pos }) => pos === 'v');
}
