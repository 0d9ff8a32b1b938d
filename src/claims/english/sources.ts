import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { Mention } from '../../document/types.js';
import { matchesOf } from '../../text/matches.js';
import { isSomebody, nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import { isName } from './names.js';
import { nounPhraseEn } from './shorten.js';
import { firstWordIn, hasRole, wordsIn } from './words.js';

const farthest = 200;

/**
 * The subject before a reporting verb, cut to the shortest name or noun phrase: `May Chen` of `May Chen, an analyst at
 * Bernstein, ` and `Li Yanhong` of `Baidu founder Li Yanhong `. Null where there is none.
 */
export function findSubjectEn(reading: Reading, region: Span): Span | null {
  const start = behindJoin(reading, { start: Math.max(region.start, region.end - farthest), end: region.end });
  const first = goesOnAfter.test(reading.lower.slice(start, region.end))
    ? firstVerbEn(reading, { start, end: region.end })
    : null;
  if (first !== null) return findSubjectEn(reading, { start, end: first });
  const segments = segmentsOf(reading, { start, end: region.end });
  const last = segments.at(-1);
  const relative = last === undefined || segments.length < 2 ? undefined : antecedentEn(reading, segments);
  if (relative !== undefined) return relative;
  const direct = last === undefined ? null : nounPhraseEn(reading, last);
  if (direct !== null) return direct;
  // An apposition stands between subject and verb: the subject is the first segment that leads nothing else in.
  const named = segments.at(-2);
  const apposed = segments.at(-3);
  if (
    named !== undefined &&
    apposed !== undefined &&
    (isNamed(reading, named) || isBearer(reading, apposed, named)) &&
    !speaksFor(reading, apposed, named)
  )
    return titleBearer(reading, apposed, named) ?? nounPhraseEn(reading, named);
  const bearer = pastAsides(reading, segments);
  if (bearer !== null) return bearer;
  for (const segment of segments.slice(0, -1)) {
    const first = firstWordIn(reading.lower, segment);
    if (first === undefined || isAddition(first.text)) continue;
    if (hasRole(first.text, 'lead') && !/^(?:but|and|yet|still|so)$/.test(first.text) && !isName(reading, first))
      continue;
    const phrase = nounPhraseEn(reading, segment);
    if (phrase !== null) return phrase;
  }
  return null;
}

/** rubbished by the mayor's office, |which| termed it: the noun phrase before the comma of a relative clause, null where it is nobody; undefined before any other clause. */
function antecedentEn(reading: Reading, segments: readonly Span[]): Span | null | undefined {
  const [before, last] = [segments.at(-2), segments.at(-1)];
  if (before === undefined || last === undefined) return undefined;
  const [only, second] = wordsIn(reading.lower, last);
  if (!/^(?:which|who)$/.test(only?.text ?? '') || (second !== undefined && !hasRole(second.text, 'adverb')))
    return undefined;
  // May Chen, a lawyer for the growers, who calls it …: the name before the apposition.
  const named = /^\s?(?:an?|the|its|his|her|their)\s/.test(reading.lower.slice(before.start, before.end))
    ? segments.at(-3)
    : undefined;
  const bearer =
    named === undefined
      ? undefined
      : reading.mentionsIn(named).find(({ type, end }) => type === 'PERSON' && end === named.end);
  if (bearer !== undefined) return { start: bearer.start, end: bearer.end };
  const verb = reading.tokensIn(before).findLast(isVerb);
  const words = wordsIn(reading.lower, { start: verb?.end ?? before.start, end: before.end });
  const from = words.find(({ text }) => !hasRole(text, 'joint') && !hasRole(text, 'adverb'));
  if (from === undefined) return null;
  const subject = nounPhraseEn(reading, { start: from.start, end: before.end });
  return subject !== null && isSomebody(reading, subject) ? subject : null;
}

const joins =
  /\s(?:after|before|because|when|since|while|although|though|until|unless|once|whereas|and|but|as|if|where|(?:in|on|by|for|under|with|to|from|at)\swhich)\s(?=[^,;:“”"]*$)/g;

/** Shares fell 6% after |it reported; prices rose and |the bank said: where the last clause before the cue begins. */
function behindJoin(reading: Reading, { start, end }: Span): number {
  const match = matchesOf(joins, reading.lower.slice(start, end)).at(-1);
  if (match === undefined) return start;
  const at = start + match.index + match[0].length;
  const comma = start + reading.lower.slice(start, at).lastIndexOf(',') + 1;
  const before = firstVerbEn(reading, { start: Math.max(start, comma), end: start + match.index });
  const rest = { start: at, end };
  // a memo dated 4 March and |seen by this paper|
  const [opens] = reading.tokensIn(rest);
  if (opens !== undefined && opens.pos === 'Verb' && /(?:ed|en)$/.test(reading.lower.slice(opens.start, opens.end)))
    return start;
  if (before === null || firstVerbEn(reading, rest) !== null) return start;
  const words = wordsIn(reading.lower, rest).filter(({ text }) => !hasRole(text, 'adverb'));
  const last = words.at(-1);
  const isSource =
    last !== undefined &&
    (/^(?:it|he|she|they|we|i)$/.test(last.text) || isSomebody(reading, { start: at, end: last.end }));
  return isSource ? at : start;
}

/** It sold, though |May Chen|, who edited her for 20 years, said: the last segment before the asides, where it has no verb and names a person. */
function pastAsides(reading: Reading, segments: readonly Span[]): Span | null {
  let at = segments.length - 2;
  while (at > 0 && isAside(reading, segments[at])) at--;
  const named = segments[at];
  if (at < 0 || at === segments.length - 2 || named === undefined) return null;
  // Futures fell after |Tanjung Cargo Services|, a surveyor, said …
  const start = firstVerbEn(reading, named) === null ? named.start : behindJoin(reading, named);
  if (at === 0 ? start === named.start : start === named.start && firstVerbEn(reading, named) !== null) return null;
  const subject = nounPhraseEn(reading, { start, end: named.end });
  const isPersonal =
    subject !== null &&
    reading.mentionsIn(subject).some(({ type, end }) => /^(?:PERSON|ORG)$/.test(type) && end >= subject.end);
  return isPersonal ? subject : null;
}

/** opponents, |including two ministers|, say */
function isAddition(first: string): boolean {
  return /^(?:including|among|such|like)$/.test(first);
}

function isAside(reading: Reading, segment: Span | undefined): boolean {
  if (segment === undefined) return false;
  const first = firstWordIn(reading.lower, segment)?.text ?? '';
  return /^(?:who|which|whose|whom|an?|the|of|aged|including|among|such|like|with|led|mostly|many|most|some|all|both|now|then|formerly|\d+)$/.test(
    first,
  );
}

/** |May Chen|, Chief Executive, said: the person before a title in capitals; null where the second segment is no title. */
function titleBearer(reading: Reading, apposed: Span, named: Span): Span | null {
  const bearer = reading.mentionsIn(apposed).find(({ type, end }) => type === 'PERSON' && end === apposed.end);
  const isTitle = nounBefore(reading.lower, named.start, named.end) !== null;
  const isPerson = reading.mentionsIn(named).some(({ type, end }) => type === 'PERSON' && end === named.end);
  return bearer !== undefined && isTitle && !isPerson ? { start: bearer.start, end: bearer.end } : null;
}

/** A spokeswoman for the new owners, Fernbrook, said: the name in apposition is of those for whom somebody speaks. */
function speaksFor(reading: Reading, apposed: Span, named: Span): boolean {
  const isBearer = /\s(?:for|of|at|from|with)\s(?:the|its|his|her|their|an?)\s[^,]*$/.test(
    reading.lower.slice(apposed.start, apposed.end),
  );
  if (!isBearer || reading.mentionsIn(named).some(({ type }) => type === 'PERSON')) return false;
  const head = /^.*?(?=\s(?:for|of|at|from|with)\s)/.exec(reading.lower.slice(apposed.start, apposed.end))?.[0] ?? '';
  const role = nounBefore(reading.lower, apposed.start, apposed.start + head.length)?.role;
  return role === 'title' || role === 'general' || role === 'anonymous';
}

/** Their union, |the Dockhands' Congress|; its chief witness, |former deputy Lorna Tibbet|: a name at the end of an apposition to a noun that names nobody. */
function isBearer(reading: Reading, apposed: Span, named: Span): boolean {
  const isName = ({ type, end }: Mention, segment: Span): boolean =>
    end === segment.end && (type === 'PERSON' || type === 'ORG');
  const name = reading.mentionsIn(named).find((mention) => isName(mention, named));
  if (name === undefined || reading.mentionsIn(apposed).some((mention) => isName(mention, apposed))) return false;
  const before = wordsIn(reading.lower, { start: named.start, end: name.start });
  return (
    firstVerbEn(reading, { start: apposed.start - 1, end: apposed.end }) === null &&
    before.every(({ text }) => text === 'the' || (name.type === 'PERSON' && !hasRole(text, 'joint')))
  );
}

function isNamed(reading: Reading, segment: Span): boolean {
  return isFullName(reading, segment) || isPerson(reading, segment);
}

/** The farmer wiped his hands and |said: the subject stands before the first of two verbs. */
const goesOnAfter = /\s(?:and|but|then)\s(?:\w+ly\s|also\s|later\s|then\s)?$/;

/** Where the first finite verb of a stretch begins, behind at least one word; null where it has none. */
export function firstVerbEn({ tokensIn }: Reading, stretch: Span): number | null {
  const verb = tokensIn(stretch).find((token) => token.start > stretch.start && isVerb(token));
  return verb?.start ?? null;
}

/** His brother, Sean, said: one name may do. */
function isPerson(reading: Reading, segment: Span): boolean {
  const [only, ...others] = wordsIn(reading.lower, segment);
  const isOne = only !== undefined && others.length === 0;
  return (
    isOne &&
    reading
      .mentionsIn(segment)
      .some(({ type, start, end }) => type === 'PERSON' && start === only.start && end === only.end)
  );
}

/** The team's coach, Ana Ruiz, said: the apposition is the name. */
export function isFullName(reading: Reading, segment: Span): boolean {
  const all = wordsIn(reading.lower, segment);
  // the Rt Rev Jane Moule
  const words =
    all[0]?.text === 'the' && /^(?:rt|rev|reverend|hon|most|very)$/.test(all[1]?.text ?? '') ? all.slice(2) : all;
  return (
    words.length >= 2 && words.length <= 4 && words.every(({ start }) => /\p{Lu}/u.test(reading.folded[start] ?? ''))
  );
}

/** 1,200 voters: a comma inside a number cuts nothing. */
function isInNumber(folded: string, at: number): boolean {
  return folded[at] === ',' && /^\d,\d{3}/.test(folded.slice(at - 1, at + 4));
}

/** The stretches between commas. A name with a comma inside its mention is not cut. */
function segmentsOf(reading: Reading, region: Span): Span[] {
  const segments: Span[] = [];
  let start = region.start;
  for (const { index } of matchesOf(/[,;:"“”—]/g, reading.folded.slice(region.start, region.end))) {
    const at = region.start + index;
    if (isInNumber(reading.folded, at)) continue;
    segments.push({ start, end: at });
    start = at + 1;
  }
  segments.push({ start, end: region.end });
  return segments;
}
