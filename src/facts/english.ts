import type { Span } from '../document/span.js';
import type { Claim } from '../document/types.js';
import { clausesIn } from './clauses.js';
import { measureFact } from './english-amounts.js';
import {
  describedBy,
  isFree,
  isSecondPlace,
  isUnsure,
  mainOf,
  opensClause,
  partsOf,
  relatedSubject,
} from './english-clauses.js';
import { objectIn } from './english-objects.js';
import type { NounPhrase } from './english-phrases.js';
import { openingIn, passLead } from './english-subjects.js';
import { loneTime, timeIn } from './english-times.js';
import { asPassive, englishVerbAt, isWhole, needsMore } from './english-verbs.js';
import { isEnglish } from './english-words.js';
import { type Core, coreOf, type FoundFact, isToCome, onlyAmount } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { isAbout } from './words.js';

/** The facts of an English claim: clauses that open with their subject, followed at once by a verb of the lexicon. */
export function factsInEnglish(reading: FactReading, claim: Claim): FoundFact[] {
  const clauses = clausesIn(reading.folded, claim);
  return clauses.flatMap((clause, index) => {
    const related = relatedFact(reading, clause, clauses[index - 1], index);
    if (related !== null) return [related];
    const described = describedBy(reading, clauses, index);
    const when = loneTime(reading, clauses[index - 1]);
    const found: FoundFact[] = [];
    if (index > 0 && described === null && !isFree(reading, clause, clauses[index - 1], index)) return [];
    for (const part of partsOf(reading, clause)) {
      const first = found[0];
      const fact =
        (first !== undefined && secondFact(reading, part, first)) ||
        factIn(reading, part, first === undefined ? described : null, when);
      if (fact) found.push(fact);
      // What follows a part that is not understood, or not said to be so, may hang on it.
      else if (
        first === undefined &&
        (!opensClause(reading, part) || isUnsure(reading.lower.slice(part.start, part.end)))
      )
        break;
    }
    return found;
  });
}

/** What a relative clause says of the name or subject right before it. */
function relatedFact(reading: FactReading, clause: Span, before: Span | undefined, index: number): FoundFact | null {
  const subject = relatedSubject(reading, clause, before, index);
  if (subject === null) return null;
  const own = {
    start: clause.start + (/^\S+\s/.exec(reading.lower.slice(clause.start))?.[0].length ?? 0),
    end: clause.end,
  };
  const verb = englishVerbAt(reading, own.start, own.end);
  const main = mainOf(reading, own, verb);
  return verb === null || main === null ? null : completed(reading, main, { subject, verb, time: null });
}

/** What a later verb says of the subject of the first; a time before the first verb holds for both. */
function secondFact(reading: FactReading, part: Span, { subject, predicate, time }: FoundFact): FoundFact | null {
  const own = englishVerbAt(reading, part.start, part.end);
  // was built in 1890 and |rebuilt| in 1920: the passive goes on.
  const verb = own !== null && /^be [a-z]/.test(predicate.lemma) ? asPassive(reading, own) : own;
  const main = mainOf(reading, part, verb);
  if (verb === null || main === null) return null;
  const leading = time === null ? undefined : reading.timeAt(time);
  const shared = leading !== undefined && leading.start < predicate.start ? time : null;
  return completed(reading, main, { subject, verb, time: shared });
}

function factIn(reading: FactReading, clause: Span, described: Span | null, when: number | null): FoundFact | null {
  const start = passLead(reading, clause);
  const own = described === null ? null : englishVerbAt(reading, clause.start, clause.end);
  const opening =
    described !== null && own !== null
      ? { subject: described, verb: own }
      : openingIn(reading, { start, end: clause.end });
  const main = opening === null ? null : mainOf(reading, clause, opening.verb);
  if (opening !== null && isSecondPlace(reading, opening.subject)) return null;
  return opening === null || main === null ? null : completed(reading, main, { ...opening, time: when });
}

const longestAside = 120;

function completed(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const { verb, subject } = core;
  const fact = verb.type === 'measure' ? measureFact(reading, clause, core) : actFact(reading, clause, core);
  if (fact === null) return null;
  const time =
    timeIn(reading, clause, {
      subject,
      object: fact.object,
      verbEnd: verb.end,
      isMeasure: verb.type === 'measure',
    }) ?? core.time;
  if (isToCome(reading, time)) return null;
  return { ...fact, time: isOfPlan(reading, fact, time) ? null : time };
}

/** began in spring |to test| boxes, ordered Harlan, which …, |to pay|: what was done stands behind a time or an aside. */
function hasInfinitive(reading: FactReading, verb: VerbMatch, from: number): boolean {
  if (!isEnglish(`${verb.predicate} to`, 'completing')) return false;
  const rest = reading.lower.slice(from, from + longestAside).split(/[.;]|\s(?:and|but)\s/)[0] ?? '';
  return [...rest.matchAll(/\sto\s/g)].some(({ index }) => {
    const [token] = reading.tokensIn({ start: from + index + 4, end: from + index + 24 });
    return token?.pos === 'Verb';
  });
}

/** announced a move |in April|: when it is to be. */
function isOfPlan({ timeAt }: FactReading, { object, predicate }: FoundFact, index: number | null): boolean {
  const time = index === null ? undefined : timeAt(index);
  const isBehind = time !== undefined && object !== null && time.start >= object.end;
  return isBehind && isEnglish(predicate.lemma, 'plans') && !/^\d{4}-(?:\d\d-\d\d|W)/.test(time.value ?? '');
}

function actFact(reading: FactReading, clause: Span, core: Core): FoundFact | null {
  const { verb } = core;
  const object = verb.type === 'event' ? null : objectIn(reading, { start: verb.end, end: clause.end });
  if (hasInfinitive(reading, verb, object?.end ?? verb.end)) return null;
  const isEvent = verb.type === 'event' || (verb.type === 'either' && isWhole(reading, verb.end));
  if (object === null && !isEvent) return null;
  // swapped goods |for| labels, ordered the firm |to| stop: what is done is not told without it.
  if (object !== null && needsMore(reading.lower, verb, object.end)) return null;
  if (object !== null && isEnglish(verb.predicate, 'gives') && holdsVerb(reading, object.end, clause.end)) return null;
  // The team followed 6,300 adults: a verb of many senses is one of facts where it counts.
  if (verb.type === 'done' && !reading.quantitiesIn(object ?? verb).some(({ start }) => start === object?.start))
    return null;
  return {
    ...coreOf(reading, clause, core),
    object: object === null ? null : reading.part(object),
    quantity: object === null ? null : amountOf(reading, object),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

/** Octopuses offered a stone by divers |held| it: what was taken for the verb is a participle. */
function holdsVerb({ lower, tokensIn }: FactReading, start: number, end: number): boolean {
  const joint = /[,;:]|\s(?:and|but|who|which|that|to)\s/.exec(lower.slice(start, end))?.index ?? end - start;
  return tokensIn({ start, end: start + joint }).some((token) => {
    const word = lower.slice(token.start, token.end);
    // sold shares |issued| in 2019
    const isReduced = token.start === start + 1 && /ed$/.test(word);
    return token.pos === 'Verb' && !/ing$/.test(word) && !isReduced;
  });
}

/** The amount of what the object names: |312| licences, a fine of |£500|; not the cancellation of 312 licences. */
function amountOf(reading: FactReading, object: NounPhrase): number | null {
  // his |2002| conviction: a year.
  const isYear = ({ start, end }: Span): boolean =>
    start > object.start && /^(?:1[6-9]|20)\d\d$/.test(reading.lower.slice(start, end));
  const inside = reading.quantitiesIn(object).filter((quantity) => !isYear(quantity));
  const amount = onlyAmount(reading, inside);
  const quantity = inside.find(({ index }) => index === amount);
  if (quantity === undefined || quantity.start < object.headEnd) return amount;
  return quantity.type !== 'CARDINAL' && isAbout(reading.lower, object.headEnd + ' of'.length, quantity.start)
    ? amount
    : null;
}
