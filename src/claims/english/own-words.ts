import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { matchesOf } from '../../text/matches.js';
import { cueAt } from '../leads.js';
import { describeSource } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import { endOfContent, hasVerb, holdsQuote, type Scene, skipSpaces } from '../scene.js';
import { endOfReport, type Frame, type Report, trimBack } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { hasRole, wordsIn } from './words.js';

/** Nouns of somebody's words or reckoning with the prepositions that make them a source (in her words, by his own count). */
const accounts = lazy(() =>
  openLexicon('account-nouns-en', ['word', 'leads'], (row): ReadonlySet<string> => new Set(row.leads.split(' '))),
);

const phrase =
  /(?:^|\s)(in|by|on|from|to|at|per)\s((?:[\w.'’-]+\s){0,5}?(?:[\w.-]+['’]s?|his|her|its|their|my|our))\s((?:own\s)?(?:[a-z]+\s)?)([a-z]+)(?=[,\s])/g;

/** What every such phrase has in it. */
const owned = /['’]s?\s|(?:his|her|its|their|my|our)\s/;

/** A phrase that names whose words or reckoning a sentence gives. */
interface Account extends Span {
  readonly owner: Span;
  readonly noun: Span;
}

/** `in-the-eyes-of`: in her words, …; by the city's own count, …; in the minister's view …. */
export const inOwnWords: Frame = {
  rule: 'in-the-eyes-of',
  find(scene, sentence) {
    return accountsIn(scene, sentence).flatMap((account): Report[] => {
      const { reading } = scene;
      const { folded } = reading;
      const isPronoun = /^(?:his|her|its|their|my|our)$/.test(
        reading.lower.slice(account.owner.start, account.owner.end),
      );
      const subject = isPronoun ? account.owner : nounPhraseEn(reading, account.owner);
      if (subject === null || holdsQuote(scene, account) || !isClosed(reading.folded, account)) return [];
      const source = describeSource(reading, subject);
      const cue = cueAt(reading.lower, account.noun, 'say');
      const content = contentOf(scene, sentence, account);
      if (content.end - content.start < 3 || !(hasVerb(scene, content) || folded[content.start] === '“')) return [];
      return [{ source, cue, start: account.start, content, confidence: 0.8, isInner: false }];
    });
  },
};

/** In her memoir she writes …: without a comma behind it most such phrases only say where. */
function isClosed(folded: string, { start, end, noun }: Account): boolean {
  return (
    /^(?:[,.;:]|\s[“"‘])/.test(folded.slice(end, end + 2)) ||
    (/\sown\s\S+$/.test(folded.slice(Math.max(0, end - 20), end)) && /^,\s$/.test(folded.slice(start - 2, start))) ||
    hasRole(folded.slice(noun.start, noun.end), 'outlook')
  );
}

/** The account phrases of a sentence. */
function accountsIn({ reading }: Scene, sentence: Span): Account[] {
  const { lower } = reading;
  const text = lower.slice(sentence.start, sentence.end);
  if (!owned.test(text)) return [];
  if (!reading.tokensIn(sentence).some(({ start, end }) => accounts().get(lower.slice(start, end)) !== undefined))
    return [];
  return matchesOf(phrase, text).flatMap((match): Account[] => {
    const [whole, lead, owner, own, noun] = match;
    if (lead === undefined || owner === undefined || own === undefined || noun === undefined) return [];
    const leads = accounts().get(noun);
    if (leads === undefined || !leads.has(lead)) return [];
    const start = sentence.start + match.index + (whole.startsWith(' ') ? 1 : 0);
    const from = start + lead.length + 1;
    const bare = owner.replace(/['’]s?$/, '');
    const end = sentence.start + match.index + whole.length;
    return [{ start, end, owner: { start: from, end: from + bare.length }, noun: { start: end - noun.length, end } }];
  });
}

/** What is said: the clause behind the phrase; the whole sentence where the phrase closes it or stands within its clause. */
function contentOf(scene: Scene, sentence: NumberedSentence, account: Account): Span {
  const { reading } = scene;
  const { folded } = reading;
  const end = endOfContent(folded, sentence);
  const comma = folded[account.end] === ',' ? account.end + 1 : account.end;
  const start = skipSpaces(folded, comma, end);
  const before = { start: sentence.start, end: account.start };
  if (start >= end) return { start: sentence.start, end: trimBack(folded, sentence.start, account.start) };
  const rest = { start, end: endOfReport(scene, sentence, start) };
  const [first] = wordsIn(reading.lower, rest);
  const isInside =
    !hasVerb(scene, rest) ||
    (hasVerb(scene, before) && !/[,;:]\s*$|\b(?:and|but)[\s,]*$/.test(reading.lower.slice(before.start, before.end)));
  const opensClause =
    first !== undefined &&
    !reading.tokensIn(first).some(({ pos }) => pos === 'Verb' || pos === 'Copula' || pos === 'Modal');
  return isInside || !opensClause ? { start: partStart(scene, sentence.start, account.start), end } : rest;
}

/** built 214 and |was satisfied, by her own account, with three: the part of the sentence that the phrase stands in. */
function partStart({ reading }: Scene, start: number, at: number): number {
  const text = reading.lower.slice(start, at);
  const and = Math.max(text.lastIndexOf(' and '), text.lastIndexOf(' but '));
  const from = start + and + 5;
  const first = and < 0 ? undefined : reading.tokensIn({ start: from, end: at })[0];
  return first !== undefined && first.start === from && isVerb(first) ? from : start;
}
