import type { Alignment, Edit, RepairKind } from './alignment.js';
import type { Span } from './span.js';

/** One change between raw and text: what was there, what stands there now, and how sure the repair is (0..1). */
export interface Repair extends Span {
  readonly kind: RepairKind;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly before: string;
  readonly after: string;
  /** The rule or rules that made it, joined by `+`. */
  readonly rule: string;
  readonly confidence: number;
  /** Characters of `after` that were inferred rather than decoded, with their evidence; null where none was. */
  readonly note: string | null;
}

/**
 * The repairs that an alignment stands for, one a change: putting each `before` back in place of its `after` gives the
 * raw text again, so nothing was changed in silence. What was only taken out as the markup of a page is none of them; where
 * a repair lies across such markup, its `before` holds it.
 */
export function repairsOf(raw: string, text: string, alignment: Alignment): Repair[] {
  return alignment.flatMap((change) => {
    const edits = change.edits.filter(isRepair);
    const [first] = edits;
    if (first === undefined) return [];
    const notes = edits.flatMap((edit) => edit.note ?? []);
    // Field by field: a spread takes seven times as long, which tells where every other character is a repair.
    return {
      start: change.text.start,
      end: change.text.end,
      kind: first.kind,
      rawStart: change.raw.start,
      rawEnd: change.raw.end,
      before: raw.slice(change.raw.start, change.raw.end),
      after: text.slice(change.text.start, change.text.end),
      rule: [...new Set(edits.map((edit) => edit.rule))].join('+'),
      confidence: edits.reduce((least, edit) => Math.min(least, edit.confidence), first.confidence),
      note: notes.length > 0 ? notes.join('; ') : null,
    };
  });
}

function isRepair(edit: Edit): edit is Edit & { readonly kind: RepairKind } {
  return edit.kind !== 'extraction';
}
