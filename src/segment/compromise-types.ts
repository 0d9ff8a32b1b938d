/** A word as compromise keeps it, and all that its rules may ask of it. What a contraction hides has no text. */
export interface Term {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  readonly normal: string;
  readonly switch?: string | undefined;
  readonly implicit?: string | undefined;
  readonly machine?: string;
  readonly root?: string;
  readonly alias?: readonly string[];
}

/** A condition of a rule on one word; what else it may hold is left to compromise. */
export interface Condition {
  readonly tag?: string;
  readonly word?: string;
  readonly switch?: string;
  readonly method?: string;
  readonly fastOr?: ReadonlySet<string>;
  readonly choices?: readonly (readonly Condition[])[];
  readonly operator?: string;
  readonly optional?: boolean;
  readonly negative?: boolean;
  readonly fuzzy?: boolean;
  readonly use?: string;
  readonly greedy?: boolean;
  readonly start?: boolean;
  readonly end?: boolean;
}

/** A rule as compromise compiles it. Words stand for themselves in its lists, tags behind a #. */
export interface Rule {
  readonly regs: readonly Condition[];
  /** All of these must stand in the stretch, */
  readonly needs: readonly string[];
  /** at least `minWant` of these, */
  readonly wants: readonly string[];
  readonly minWant: number;
  /** none of these, */
  readonly ifNo?: readonly string[];
  /** and this many words. */
  readonly minWords: number;
}

/** The rules of compromise by each word or tag that calls them, in the order in which it tries them. */
export type RuleHooks = Readonly<Record<string, readonly Rule[]>>;

/** What a rule may ask of a word by a name of its own (@hasComma). */
export type TermMethods = Readonly<Record<string, (term: Term) => boolean>>;
