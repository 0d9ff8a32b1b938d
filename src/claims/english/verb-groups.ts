import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import type { CueMatch } from '../cues.js';
import type { Reading } from '../reading.js';
import type { Scene } from '../scene.js';
import { hasRole, type Word, wordsIn } from './words.js';

/** Whether the word before a verb keeps it from reporting: to say, was told, will say, the claims. */
export function isBarred(scene: Scene, from: number, cue: Span): boolean {
  // … in May, accusing …: a word behind a comma bars nothing.
  if (/[,;:]\s*$/.test(scene.reading.folded.slice(Math.max(from, cue.start - 2), cue.start))) return false;
  const words = wordsIn(scene.reading.lower, { start: Math.max(from, cue.start - 40), end: cue.start });
  const before = words.at(-1)?.text;
  // She liked to say: another verb leads to the cue.
  if ((before === 'to' || before === 'of') && groupStart(scene, from, cue) !== null) return false;
  // A spokesman would say only that …
  if (before === 'would' && /^\s?only\s/.test(scene.reading.lower.slice(cue.end, cue.end + 6))) return false;
  if (before === 'only' && words.at(-2)?.text === 'would') return false;
  // Her will asks that …: the document, not the modal.
  if (before === 'will' && /^(?:her|his|their|the)$/.test(words.at(-2)?.text ?? '')) return false;
  const beyond = hasRole(before, 'adverb') ? words.at(-2)?.text : undefined;
  return hasRole(before, 'bar') || hasRole(beyond, 'bar');
}

/** Words before an infinitive of saying, of which those with `be` need a form of it before them. */
const leads = lazy(() => openLexicon('saying-leads-en', ['word', 'behind'], (row) => row.behind));

const longestLead = 48;

/** How every stretch ends that leads to a cue: to, to have, of. */
const leadsOn = /(?:to|have|of)[^a-z]*$/;

/** She |liked to| say; he |was at pains to| stress: where a verb begins that only leads to the cue; null where none does. */
export function groupStart({ reading }: Scene, from: number, cue: Span): number | null {
  const before = { start: Math.max(from, cue.start - longestLead), end: cue.start };
  if (!leadsOn.test(reading.lower.slice(before.start, before.end))) return null;
  return leadStart(reading, before) ?? fondStart(reading, from, cue) ?? purposeStart(reading, from, cue);
}

/** The space before the verb that leads to what stands behind a stretch, with an adverb or has before it; null where none leads to it. */
function leadStart({ lower }: Reading, stretch: Span): number | null {
  const words = wordsIn(lower, stretch);
  if (words.at(-1)?.text === 'have') words.pop();
  if (words.pop()?.text !== 'to') return null;
  for (const length of [2, 1]) {
    const [first, last] = [words.at(-length), words.at(-1)];
    if (first === undefined || last === undefined) continue;
    const behind = leads().get(lower.slice(first.start, last.end));
    if (behind === undefined || (behind === 'be' && !isBe(words.at(-length - 1)?.text))) continue;
    const own = words.length - length - (behind === 'be' ? 1 : 0);
    const at = hasRole(words[own - 1]?.text, 'adverb') ? own - 1 : own;
    const start = words[at]?.start ?? stretch.start;
    return start > stretch.start && !/[,;:]/.test(lower.slice(start, stretch.end)) ? start - 1 : null;
  }
  return null;
}

/** Her coach |is fond of| saying; he |has a habit of| saying: where the verb before of begins; null where the words lead to nothing said. */
function fondStart(reading: Reading, from: number, cue: Span): number | null {
  const words = wordsIn(reading.lower, { start: Math.max(from, cue.start - longestLead), end: cue.start });
  if (words.pop()?.text !== 'of' || leads().get(`${words.pop()?.text} of`) === undefined) return null;
  const comma = reading.folded.slice(from, cue.start).lastIndexOf(',') + 1;
  const verb = reading.tokensIn({ start: from + comma, end: cue.start }).find(isVerb);
  return verb === undefined ? null : Math.max(from, verb.start - 1);
}

/** “Eat first,” her mother| would tell| her: where a habit begins; null where the verb tells none. */
export function habitStart(lower: string, cue: CueMatch): number | null {
  if (!hasRole(cue.word, 'habit')) return null;
  const before = lower.slice(Math.max(0, cue.start - 18), cue.start);
  const would = /\swould\s(?:\w+\s)?$/.exec(before);
  return would === null ? null : cue.start - before.length + would.index;
}

function isBe(word: string | undefined): boolean {
  return word !== undefined && /^(?:is|was|were|are|been|be)$/.test(word);
}

/** A reader |wrote in May to| say: where the verb begins for whose sake somebody speaks; null where he does not, or is yet to. */
function purposeStart(reading: Reading, from: number, cue: Span): number | null {
  if (!/\sto\s$/.test(reading.lower.slice(Math.max(from, cue.start - 4), cue.start))) return null;
  const comma = reading.folded.slice(from, cue.start).lastIndexOf(',') + 1;
  const verbs = reading.tokensIn({ start: from + comma, end: cue.start }).filter(isVerb);
  const [first] = verbs;
  if (first === undefined || first.pos !== 'Verb' || first.start === from + comma) return null;
  const words = wordsIn(reading.lower, { start: first.start, end: cue.start });
  const verb = words[0]?.text ?? '';
  return words.length > 12 || openWords('unsaid-verbs-en').has(verb) ? null : first.start;
}

/** a widely cited |claim| that; a handwritten |note|: a noun behind its article and adjectives. */
export function isNominal(reading: Reading, cue: CueMatch): boolean {
  if (!openWords('noun-cues-en').has(cue.word)) return false;
  const words = wordsIn(reading.lower, { start: Math.max(0, cue.start - 40), end: cue.start });
  // rose on |fears that
  const before = words.at(-1);
  if (before !== undefined && reading.tokensIn(before).some(({ pos }) => pos === 'Preposition')) return true;
  while (words.length > 1 && isModifier(reading, words.at(-1))) words.pop();
  // in a Facebook |post: behind one thing no plain form is its verb.
  if (/^an?$/.test(words.at(-2)?.text ?? '') && !/(?:s|ed)$/.test(cue.word)) words.pop();
  const determiner = words.at(-1);
  if (determiner === undefined || /[,;:]/.test(reading.folded.slice(determiner.end, cue.start))) return false;
  // More than 130 |claims had been lodged
  const isCounted = /^\d/.test(determiner.text) && /s$/.test(cue.word);
  return isCounted || /^(?:an?|the|this|his|her|its|their|no|any)$|['’]s$/.test(determiner.text);
}

/** by Facebook |post|, “…”: a word that can be a noun and is one by its tag. */
export function isBareNoun({ tokensIn }: Reading, cue: CueMatch): boolean {
  return openWords('noun-cues-en').has(cue.word) && !/(?:s|ed)$/.test(cue.word) && tokensIn(cue)[0]?.pos === 'Noun';
}

const adjectival = /(?:ed|ly|ing|al|ive|ous|ent|ful|ble|ten|ary|ic|ish|less)$/;

/** Whether a word can stand between an article and its noun, by its ending or tag. */
function isModifier({ tokensIn }: Reading, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return adjectival.test(word.text) || hasRole(word.text, 'modifier') || tokensIn(word)[0]?.pos === 'Adjective';
}
