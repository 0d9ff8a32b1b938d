import type { Span } from '../document/span.js';
import { headAt, isNounLike } from './english-heads.js';
import { englishVerbAt, reducedEnd } from './english-verbs.js';
import { englishAt, isEnglish, wordFrom, wordUpTo } from './english-words.js';
import type { FactReading } from './reading.js';

/** A noun phrase, and where its head ends: before *of* and other phrases that hang on it. */
export interface NounPhrase extends Span {
  readonly headEnd: number;
}

/**
 * The noun phrase that begins at `at`: its head with what stands before it, phrases with *of*, those that its noun calls for
 * (a ban |on imports|; before a verb any), and what *and* or *or* joins to it. Null where there is none, or where it
 * cannot be said where it ends.
 */
export function nounPhraseAt(reading: FactReading, at: number, limit: number, isSubject = false): NounPhrase | null {
  const head = headAt(reading, at, limit, isSubject);
  if (head === null) return null;
  const { lower } = reading;
  let end = head.end;
  let last: Span = head;
  while (/^\s[a-z]/.test(lower.slice(end, end + 2)) && end < limit) {
    const word = wordFrom(lower, end + 1);
    const isJoint = /^(?:and|or)$/.test(word);
    const reduced = isSubject && !isJoint ? reducedEnd(reading, end + 1) : null;
    if (!isJoint && reduced === null && !leadsOn(reading, last, word, isSubject)) break;
    const next = (reduced ?? end + 1 + word.length) + 1;
    const more = isJoint ? joinedAt(reading, next, limit, isSubject) : headAt(reading, next, limit, isSubject);
    if (more === 'unclear') return null;
    // of selling, on how: what hangs on the noun is no noun.
    if (more === null && !isJoint && (word === 'of' || isSubject || isGerund(reading, next))) return null;
    if (more === null) break;
    last = more;
    end = more.end;
  }
  return { start: at, end, headEnd: head.end };
}

/** Whether a word behind a noun goes on with its phrase: *of*, what the noun calls for, in a subject any preposition. */
function leadsOn(reading: FactReading, noun: Span, word: string, isSubject: boolean): boolean {
  if (word === 'of' || hangsOn(reading, noun, word)) return true;
  return (
    isSubject && (isEnglish(word, 'naming') || (isEnglish(word, 'preposition') && !isEnglish(word, 'subordinate')))
  );
}

/** What *and* or *or* joins to a noun phrase: a head; null where the phrase ends before it; unclear where it may be cut. */
function joinedAt(reading: FactReading, at: number, limit: number, isSubject: boolean): Span | 'unclear' | null {
  const { lower } = reading;
  // jobs and |angered| unions, fruit and |iced| drinks: which of both it is, the form does not tell.
  if (opensPredicate(reading, at, limit)) return !isSubject && isOpenForm(reading, at, limit) ? 'unclear' : null;
  if (isCountedClause(reading, at)) return null;
  const joined = headAt(reading, at, limit, isSubject);
  // lead and |silver|: what cannot be read is cut no less.
  if (joined === null) return !isSubject && isOpenItem(reading, at) ? 'unclear' : null;
  // Kannur received 142 mm and Wayanad |119 mm|, the index fell and shares |rose|: a clause of its own.
  const isAll = isSubject && joined.end >= limit - 1;
  if (!isAll && lower[joined.end] === ' ' && opensClauseAt(reading, joined.end + 1, limit)) return null;
  // their contracts and |a third| asked …: another one.
  return isEllipsis(reading, joined) ? null : joined;
}

/** Whether a noun calls for a preposition: a ban |on|, a stake |in|. */
function hangsOn({ lower }: FactReading, head: Span, preposition: string): boolean {
  const noun = wordUpTo(lower, head.end);
  return isEnglish(`${noun} ${preposition}`, 'tied') || isEnglish(`${noun.replace(/s$/, '')} ${preposition}`, 'tied');
}

/** Whether a finite verb, a form of *be* or *have* or a modal begins at `at`. */
export function opensPredicate(reading: FactReading, at: number, limit: number): boolean {
  if (englishVerbAt(reading, at, limit) !== null) return true;
  const [token] = reading.tokensIn({ start: at, end: at + 24 });
  if (token === undefined || token.start !== at) return false;
  const word = reading.lower.slice(token.start, token.end);
  return (
    /^(?:Modal|Copula|Auxiliary|Adverb)$/.test(token.pos) ||
    (token.pos === 'Verb' && !isNamed(reading, token) && !/s$/.test(word) && !isEnglish(word, 'preposition'))
  );
}

/** nine started and |seven finished|: a number and what so many did. */
function isCountedClause(reading: FactReading, at: number): boolean {
  const [number, verb, behind] = reading.tokensIn({ start: at, end: at + 40 });
  if (number?.pos !== 'Value' || verb === undefined) return false;
  if (verb.pos !== 'Verb' && !/ed$/.test(reading.lower.slice(verb.start, verb.end))) return false;
  return behind === undefined || behind.start > verb.end + 1 || !isNounLike(reading, behind);
}

/** a third, the other: whose noun stands elsewhere. */
function isEllipsis({ lower, quantitiesIn }: FactReading, { start, end }: Span): boolean {
  return (
    isEnglish(wordUpTo(lower, end), 'elliptic') ||
    quantitiesIn({ start, end }).some(
      (amount) => amount.end === end && /^an?\s/.test(lower.slice(start, end)) && amount.unit === null,
    )
  );
}

/** Whether a noun phrase seems to begin at a place: a |near miss|, an adjective without its noun. */
function isOpenItem(reading: FactReading, at: number): boolean {
  if (englishAt(reading.lower, at, 'start') !== '') return true;
  const [word, next] = reading.tokensIn({ start: at, end: at + 40 });
  return word?.start === at && word.pos === 'Adjective' && !(next !== undefined && isNounLike(reading, next));
}

function isGerund({ lower }: FactReading, at: number): boolean {
  return /[a-z]{2}ing$/.test(wordFrom(lower, at));
}

/** Whether a form in -ed that is no verb of the lexicon stands before what may be its noun. */
function isOpenForm(reading: FactReading, at: number, limit: number): boolean {
  const [form, next] = reading.tokensIn({ start: at, end: at + 40 });
  if (form?.pos !== 'Verb' || next === undefined || englishVerbAt(reading, at, limit) !== null) return false;
  return /ed$/.test(reading.lower.slice(form.start, form.end)) && isNounLike(reading, next);
}

function opensClauseAt(reading: FactReading, at: number, limit: number): boolean {
  return (
    opensPredicate(reading, at, limit) ||
    reading.quantitiesIn({ start: at, end: at + 40 }).some(({ start }) => start === at)
  );
}

function isNamed(reading: FactReading, { start, end }: Span): boolean {
  return reading.nameAround({ start, end }) !== undefined;
}
