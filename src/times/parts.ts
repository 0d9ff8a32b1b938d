import { isEmpty, type Lexemes, type Part, type PartRule, part, rank } from './grammar.js';
import { lunarDay } from './parts-lunar.js';
import { namedRules, unitSegment } from './parts-named.js';
import { bareDay, bracketed, numberedRules, seasonYear } from './parts-numbered.js';
import { ordinalRules } from './parts-ordinal.js';
import type { Fields } from './shapes.js';

/** Each rule with the kinds of lexeme that it begins with. */
const ruleTable: readonly (readonly [rule: PartRule, kinds: string])[] = [
  [bracketed, 'short-ref'],
  ...numberedRules,
  [lunarDay, 'lunar lunar-month number leap'],
  ...namedRules,
  ...ordinalRules,
  [bareDay, 'number'],
  [seasonYear, 'number date'],
];

const rulesByKind = new Map<string, readonly PartRule[]>();
for (const kind of new Set(ruleTable.flatMap(([, kinds]) => kinds.split(' '))))
  rulesByKind.set(
    kind,
    ruleTable.filter(([, kinds]) => kinds.split(' ').includes(kind)).map(([rule]) => rule),
  );

/** The longest part that starts at `at`, behind a point that says `after`; none is said at its beginning. */
export function partAt(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const inside = !isEmpty(after);
  if (inside && lexemes[at]?.kind === 'whole-year') return part({}, at + 1, rank.year + 0.5, 'whole-year');
  if (inside && lexemes[at]?.kind === 'bound-half') return part({ half: 1 }, at + 1, rank.half, 'half');
  let best: Part | null = inside ? unitSegment(lexemes, at, after) : null;
  for (const rule of rulesByKind.get(lexemes[at]?.kind ?? '') ?? []) {
    const found = rule(lexemes, at, after);
    if (found !== null && found.next > (best?.next ?? at)) best = found;
  }
  return best;
}
