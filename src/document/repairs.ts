import type { Alignment } from './alignment.js';
import type { Repair } from './types.js';

/**
 * The repairs that an alignment stands for, one a change: putting each `before` back in place of its `after`
 * gives the raw text again, so nothing was changed in silence.
 */
export function repairsOf(raw: string, text: string, alignment: Alignment): Repair[] {
  return alignment.map((change) => {
    const notes = change.edits.flatMap((edit) => edit.note ?? []);
    return {
      ...change.text,
      kind: change.edits[0]?.kind ?? 'character',
      rawStart: change.raw.start,
      rawEnd: change.raw.end,
      before: raw.slice(change.raw.start, change.raw.end),
      after: text.slice(change.text.start, change.text.end),
      rule: [...new Set(change.edits.map((edit) => edit.rule))].join('+'),
      confidence: Math.min(...change.edits.map((edit) => edit.confidence)),
      note: notes.length > 0 ? notes.join('; ') : null,
    };
  });
}
