import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import type { SourcePhrase } from '../attribution.js';
import { findCues } from '../cue-search.js';
import { describeSource } from '../nouns.js';
import type { Paragraph, Reading } from '../reading.js';
import { record, type Scene, skipSpaces } from '../scene.js';

type Role = 'asks' | 'answers';

/** What one side of a printed interview says: from its label to the label of the other, or the end of the paragraph. */
export interface Turn extends Span {
  readonly label: Span;
  readonly role: Role;
}

const labels = lazy(() => openLexicon('interview-labels', ['label', 'role'], (row) => row.role as Role));

/** A name or a letter before a colon at the start of a sentence, and something behind it that no quotation mark opens. */
const label = /^([\p{Script=Han}·]{1,12}|[A-Z][\p{L}'.-]{0,20}(?: [A-Z][\p{L}'.-]{1,20}){0,3}):\s?(?!["“‘\s])/u;
const longestLabel = 90;

/**
 * The turns of an interview that is printed as one, by their paragraph: labels that come again, one of which mostly asks. Empty where the
 * article is none: a list of labels (地址:…, Contact:…) has none that asks.
 */
export function interviewTurns(reading: Reading): ReadonlyMap<Paragraph, readonly Turn[]> {
  const found = reading.paragraphs.map((paragraph) => ({ paragraph, turns: labelledIn(reading, paragraph) }));
  const roles = rolesOf(
    reading.folded,
    found.flatMap(({ turns }) => turns),
  );
  if (roles.size === 0) return new Map();
  return new Map(
    found.map(({ paragraph, turns }) => [
      paragraph,
      turns.flatMap((turn) => {
        const role = roles.get(textOf(reading.folded, turn.label));
        return role === undefined ? [] : [{ ...turn, role }];
      }),
    ]),
  );
}

function labelledIn(reading: Reading, { sentences, end }: Paragraph): Omit<Turn, 'role'>[] {
  const starts = sentences.flatMap((sentence) => {
    const match = label.exec(
      reading.folded.slice(sentence.start, Math.min(sentence.end, sentence.start + longestLabel)),
    );
    const span = { start: sentence.start, end: sentence.start + (match?.[1]?.length ?? 0) };
    return match === null || (span.end - span.start > 3 && findCues(reading, span).length > 0) ? [] : [span];
  });
  return starts.map((span, index) => ({ start: span.start, end: starts[index + 1]?.start ?? end, label: span }));
}

/** What the labels do, where some ask and some answer, each side twice or more; none otherwise. */
function rolesOf(folded: string, turns: readonly Omit<Turn, 'role'>[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  if (turns.length < 4) return roles;
  const byLabel = new Map<string, { turns: number; questions: number }>();
  for (const turn of turns) {
    const text = textOf(folded, turn.label);
    const known = byLabel.get(text) ?? { turns: 0, questions: 0 };
    known.turns++;
    if (/[?]["”’)\s]*$/.test(folded.slice(Math.max(turn.start, turn.end - 8), turn.end))) known.questions++;
    byLabel.set(text, known);
  }
  const sides = { asks: 0, answers: 0 };
  for (const [text, known] of byLabel) {
    const role = labels().get(text.toLowerCase()) ?? (2 * known.questions > known.turns ? 'asks' : 'answers');
    // Who asks comes again; of those who answer there may be many.
    sides[role] += role === 'asks' && known.turns < 2 ? 0 : known.turns;
    roles.set(text, role);
  }
  return sides.asks >= 2 && sides.answers >= 2 ? roles : new Map();
}

/**
 * `interview-turn`: 某某:…, May Chen: …: what somebody answers in a printed interview is his direct speech, whole; a label that names nobody (答,
 * A) leaves the source unknown. What a frame took for a report of the label's owner is part of it.
 */
export function takeTurns(scene: Scene, turns: readonly Turn[]): void {
  const { folded } = scene.reading;
  for (const { start, end, label: named, role } of turns) {
    if (role === 'asks') continue;
    const own = scene.found.filter(({ source }) => source !== null && source.start >= start && source.end <= named.end);
    for (const one of own) scene.found.splice(scene.found.indexOf(one), 1);
    const last = folded.slice(named.end + 1, end).trimEnd().length + named.end + 1;
    record(scene, {
      rule: 'interview-turn',
      source: labels().get(textOf(folded, named).toLowerCase()) === undefined ? sourceOf(scene.reading, named) : null,
      cue: null,
      content: { start: skipSpaces(folded, named.end + 1, end), end: last },
      quote: 'direct',
      extent: { start, end: last },
      confidence: 0.85,
    });
  }
}

/** The name in a label without its title, or all of it. */
function sourceOf(reading: Reading, named: Span): SourcePhrase {
  const name = reading.mentionsIn(named).findLast(({ type }) => type === 'PERSON');
  const span = name ?? named;
  return describeSource(reading, { start: span.start, end: span.end });
}

function textOf(folded: string, { start, end }: Span): string {
  return folded.slice(start, end);
}
