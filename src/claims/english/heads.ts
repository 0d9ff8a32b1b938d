import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { isPersonalNoun, nounBefore, sourceNouns } from '../nouns.js';
import type { Reading } from '../reading.js';
import { isName } from './names.js';
import { hasRole, type Word } from './words.js';

/** Figures compiled by the lobby group |Afya|; a |report| delivered in May; a |report| the firm filed: a plain report is cut to who made it, else to itself. */
export function makersOf(reading: Reading, words: readonly Word[]): readonly Word[] {
  const fromName = words.findIndex(
    ({ text }, index) => text === 'from' && isReport(words[index - 1]) && isNamed(reading, words[index + 1]),
  );
  // a study in the |Lancet|
  const inJournal = words.findIndex(
    ({ text }, index) =>
      text === 'in' && hasRole(words[index - 1]?.text, 'paper') && isJournal(reading, words.slice(index + 1)),
  );
  if (inJournal > 0) return words.slice(inJournal + 1);
  if (fromName > 0) return beforeParticiple(words.slice(fromName + 1));
  const noun = words.findIndex(({ text }, index) => hasRole(text, 'paper') && index + 1 < words.length);
  const [head, next, third] = [words[noun], words[noun + 1], words[noun + 2]];
  if (noun < 0 || head === undefined || next === undefined) return words;
  const paper = words.slice(0, noun + 1);
  if (/^(?:the|it|he|she|they|its)$/.test(next.text)) return paper;
  // a survey of 1,200 voters, an analysis of rivers: the paper, not what it is of.
  if (next.text === 'of' && third !== undefined) {
    const isCommon = !/^(?:the|its|his|her|their)$|^\p{Lu}/u.test(reading.folded.slice(third.start, third.end));
    return isCommon ? paper : words;
  }
  if (next.text === 'from' && hasRole(head.text, 'plain') && third !== undefined)
    return beforeParticiple(words.slice(noun + 2));
  const maker = beforeParticiple(words.slice(noun + 2));
  if (next.text === 'by' && isMaker(reading, maker)) return maker;
  if (!hasRole(next.text, 'made')) return words;
  const agent = words.findIndex(
    ({ text }, index) => index > noun + 1 && index < noun + 5 && /^(?:by|from)$/.test(text),
  );
  return agent > 0 && !hasRole(next.text, 'seen') && agent + 1 < words.length ? words.slice(agent + 1) : paper;
}

/** a report by |the Pew Research Center| published on Tuesday. */
function beforeParticiple(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ text }, index) => index > 0 && hasRole(text, 'made'));
  return at < 0 ? words : words.slice(0, at);
}

function isJournal(reading: Reading, words: readonly Word[]): boolean {
  const named = words[0]?.text === 'the' ? words.slice(1) : words;
  const last = named.at(-1);
  const name = last === undefined ? undefined : reading.mentionsIn(last)[0];
  return name !== undefined && name.start === named[0]?.start && name.type !== 'GPE' && name.type !== 'LOC';
}

/** a survey by |Calder Polling|, an analysis by |the ministry|: a name or a body, with its article. */
function isMaker(reading: Reading, words: readonly Word[]): boolean {
  const [first, last] = [words.find(({ text }) => !hasRole(text, 'determiner')), words.at(-1)];
  if (first === undefined || last === undefined) return false;
  return isName(reading, first) || nounBefore(reading.lower, first.start, last.end)?.role === 'organization';
}

/** a |note| from Acme */
function isReport(word: Word | undefined): boolean {
  return word !== undefined && sourceNouns().get(word.text) === 'report';
}

function isNamed(reading: Reading, word: Word | undefined): boolean {
  return word !== undefined && isName(reading, word);
}

/**
 * Growers |across the valley|, a letter |sent to staff|: a common noun of people, a body or a paper without where it is
 * or what was done with it. Whom only that tells apart (people with knowledge of the talks, a source in the ministry)
 * stays whole, and so does what an of or for completes, but for papers (the entry for May).
 */
export function headOf(reading: Reading, words: readonly Word[]): readonly Word[] {
  const start = words[0]?.start ?? 0;
  for (let at = 1; at < words.length; at++) {
    const [head, word, next] = [words[at - 1], words[at], words[at + 1]];
    if (head === undefined || word === undefined || next === undefined) break;
    if (word.text === 'that' && isVerbHere(reading, next)) return words.slice(0, at);
    const isPlace = hasRole(word.text, 'place');
    const isDone =
      !hasRole(head.text, 'determiner') &&
      /(?:ed|en|wn|nt|ld|ft|ung|ept|ade|ght|ing|uck|orn)$/.test(word.text) &&
      (hasRole(next.text, 'joint') || /ly$|^\d/.test(next.text)) &&
      isVerbHere(reading, word);
    if (!isPlace && !isDone && word.text !== 'for') continue;
    if (isName(reading, head) && isName(reading, word)) continue;
    if (word.text === 'for' && isOffice(reading, words.slice(at))) return words;
    const role =
      nounBefore(reading.lower, start, head.end)?.role ?? (isPersonalNoun(head.text) ? 'general' : undefined);
    if (role === undefined && isDone && !/ing$/.test(word.text) && !isCapitalHere(reading, head))
      return words.slice(0, at);
    if (
      role === undefined ||
      role === 'pronoun' ||
      words.slice(0, at).some((one) => hasRole(one.text, 'vague') && (one === head || one.text !== 'one'))
    )
      return words;
    if (word.text === 'for' && hasRole(head.text, 'agent')) return words;
    return words.slice(0, at);
  }
  return words;
}

/** Secretary |for Transport Alvin Chan|: what he is for, in capitals, before a person's name. */
function isOffice(reading: Reading, behind: readonly Word[]): boolean {
  const last = behind.at(-1)?.end ?? 0;
  const name = reading
    .mentionsIn({ start: behind[0]?.start ?? last, end: last })
    .find(({ type, end }) => type === 'PERSON' && end === last);
  const office = behind.filter(({ end }) => name !== undefined && end < name.start);
  return office.length >= 2 && office.slice(1).every((word) => word.text === 'and' || isCapitalHere(reading, word));
}

/** Whether a word of the fold begins with a capital. */
export function isCapitalHere(reading: Reading, word: Span): boolean {
  return /\p{Lu}/u.test(reading.folded[word.start] ?? '');
}

/** Whether a word is tagged as a verb. */
export function isVerbHere(reading: Reading, word: Span): boolean {
  return reading.tokensIn(word).some(isVerb);
}

/**
 * the scheme's |managers|, the bank's |chief economist|, the centre's latest |advisory|: somebody, or the newest of many papers, without whose they
 * are; the clinic's report, the mayor's office stay.
 */
export function withoutOwner(reading: Reading, words: readonly Word[]): readonly Word[] {
  const owner = words.findLastIndex(
    ({ text, end }) => /['’]s$/.test(text) || /^['’]\s/.test(reading.lower.slice(end, end + 2)),
  );
  const [next, last] = [words[owner + 1], words.at(-1)];
  if (owner < 0 || next === undefined || last === undefined) return words;
  if (hasRole(next.text, 'newest')) return owner + 2 < words.length ? words.slice(owner + 2) : words;
  const role = nounBefore(reading.lower, next.start, last.end)?.role;
  return role === 'title' || role === 'general' ? words.slice(owner + 1) : words;
}
