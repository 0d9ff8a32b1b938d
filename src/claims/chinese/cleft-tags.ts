import type { Span } from '../../document/span.js';
import type { SourcePhrase } from '../attribution.js';
import type { CueMatch } from '../cues.js';
import { cueAt } from '../leads.js';
import { describeSource } from '../nouns.js';
import type { Scene } from '../scene.js';
import { findSubject } from './sources.js';

/** A source with its cue, and the stretch that they fill. */
export interface Tag extends Span {
  readonly source: SourcePhrase;
  readonly cue: CueMatch;
}

/** “…。”“暖窩坊”創辦人某某說。: a name in quotation marks may open the tag. */
export function pastName({ quotes, reading }: Scene, start: number): number {
  const name = quotes.find((quote) => quote.start === start);
  const isName =
    name !== undefined && name.end - name.start <= 10 && !/[,。!?]/.test(reading.folded.slice(start, name.end));
  return isName && /^\p{Script=Han}/u.test(reading.folded.slice(name.end)) ? name.end : start;
}

/** “…。”這是某某的原話。 */
const itIs =
  /^这(?:句话)?(?:就|正|便)?是(?=.{1,14}(?:的(?:原话|口头禅|信条|回答|答复|名言|心声|态度)|(?:常|对.{1,12})?说的(?:[^,。]{0,4}话)?)$)/;

/** “…。”說這話的是某某。 */
export function cleft(scene: Scene, span: Span): Tag | null {
  const { folded } = scene.reading;
  const match = /^(说|讲|写下|喊)(?:出)?这(?:句|番|些|段)?话的,?(?:正|就)?是/.exec(folded.slice(span.start, span.end));
  const own = itIs.exec(folded.slice(span.start, span.end));
  if (own !== null) return ownWords(scene, span, span.start + own[0].length);
  if (match?.[1] === undefined) return null;
  const subject = findSubject(scene.reading, { start: span.start + match[0].length, end: span.end });
  if (subject === null) return null;
  const cue = cueAt(folded, { start: span.start, end: span.start + match[1].length }, 'say');
  return { ...span, source: describeSource(scene.reading, subject), cue };
}

function ownWords(scene: Scene, span: Span, start: number): Tag | null {
  const { folded } = scene.reading;
  const said = start + folded.slice(start, span.end).search(/常?说的|对|的/);
  const subject = findSubject(scene.reading, { start, end: said });
  return subject === null
    ? null
    : {
        ...span,
        source: describeSource(scene.reading, subject),
        cue: cueAt(folded, { start: said, end: span.end }, 'say'),
      };
}
