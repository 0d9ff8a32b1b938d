import { decodePair, foldedPair, vanishes, vanishingLeads, withLead, withTrail } from './gbk.js';
import { isHan, type LanguageModel } from './language-model.js';

/** What speaks for a character. */
export type Evidence = 'bytes' | 'tag' | 'pinyin' | 'model' | 'none';

/** A character that may stand in a place, and what speaks for it. */
export interface Choice {
  readonly text: string;
  readonly unit: number;
  readonly evidence: Evidence;
  /** What it costs wherever it stands: in the other script, or in a form that is rare. */
  readonly cost: number;
}

const fullWidthCost = 5;
const usualNarrow = ',!?:;()';
const successorsTried = 40;

/** The characters that the bytes of a damaged line may stand for where some of them are lost. */
export class Choices {
  /** What stands for a character both of whose bytes vanished. */
  readonly lost: Choice;
  /** The likely characters with a trail byte, by that byte. */
  readonly #likely = new Map<number, readonly { readonly lead: number; readonly choice: Choice }[]>();

  constructor(
    readonly model: LanguageModel,
    /** What a character costs that the article's script does not write. */
    readonly scriptCost: (character: string) => number,
  ) {
    this.lost = this.choice('\ufffd', 0xfffd, 'none');
  }

  /** The character of two known bytes. */
  known(lead: number, trail: number): readonly Choice[] {
    const text = decodePair(lead, trail);
    return text === undefined ? [] : [this.choice(text, foldedPair(lead, trail), 'bytes')];
  }

  /** The characters with a known trail byte and a lost lead byte; after a vanished pair that began with `vanishedLead`. */
  guesses(trail: number, vanishedLead: number | null = null): readonly Choice[] {
    const likely = this.#likely.get(trail) ?? this.likelyWith(trail);
    this.#likely.set(trail, likely);
    const fitting = vanishedLead === null ? likely : likely.filter(({ lead }) => vanishes(vanishedLead, lead));
    return fitting.map(({ choice }) => choice);
  }

  likelyWith(trail: number): { lead: number; choice: Choice }[] {
    return withTrail(trail)
      .filter(({ unit }) => this.isLikely(unit))
      .map(({ character, unit, lead }) => ({ lead, choice: this.choice(character, unit, 'model') }));
  }

  /** The characters whose second byte vanished behind `first`, each with that byte, which began the pair that vanished. */
  halved(first: number): { choice: Choice; lead: number }[] {
    return vanishingLeads().flatMap((lead) => {
      const unit = foldedPair(first, lead);
      if (unit === 0 || !this.isLikely(unit)) return [];
      return [{ choice: this.choice(decodePair(first, lead) ?? '', unit, 'model'), lead }];
    });
  }

  /** The characters that may end a stretch, with the trail byte that is lost: those of a known lead byte, or the likeliest behind `last`. */
  endings(lead: number | null, last: number): { choice: Choice; trail: number }[] {
    if (lead !== null)
      return withLead(lead)
        .filter(({ unit, trail }) => trail >= 0x80 && this.isLikely(unit))
        .map(({ character, unit, trail }) => ({ choice: this.choice(character, unit, 'model'), trail }));
    return this.model
      .successors(last, successorsTried)
      .map((unit) => ({ choice: this.choice(String.fromCharCode(unit), unit, 'model'), trail: 0x81 }));
  }

  choice(text: string, unit: number, evidence: Evidence): Choice {
    return { text, unit, evidence, cost: this.scriptCost(text) + rareFormCost(unit) };
  }

  isLikely(unit: number): boolean {
    return isHan(unit) ? this.model.isKnown(unit) : this.model.isMark(unit);
  }
}

/** Full-width letters, digits and signs are far rarer among Chinese characters than their narrow forms. */
function rareFormCost(unit: number): number {
  return unit < 0x80 && !usualNarrow.includes(String.fromCharCode(unit)) ? fullWidthCost : 0;
}
