import { contains } from '../document/span.js';
import type { Claim, Document, Fact } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { withMore } from '../text/with-more.js';
import { factsInChinese } from './chinese.js';
import { factsInEnglish } from './english.js';
import { openReading } from './reading.js';
import { wordAt, wordBefore } from './words.js';

/** Who did what, and how much of what there is: rows of subject, predicate and object out of certain claims. */
export const facts: Annotator<
  'sentences' | 'tokens' | 'times' | 'quantities' | 'mentions' | 'entities' | 'claims',
  'facts'
> = {
  name: 'facts',
  requires: ['sentences', 'tokens', 'times', 'quantities', 'mentions', 'entities', 'claims'],
  provides: ['facts'],
  annotate(document, { guide }) {
    return { layers: { facts: guide?.isOn('facts') === false ? [] : findFacts(document) }, diagnostics: [] };
  },
};

function findFacts(
  document: Document<'sentences' | 'tokens' | 'times' | 'quantities' | 'mentions' | 'entities' | 'claims'>,
): Fact[] {
  const reading = openReading(document);
  let open: Claim | null = null;
  return document.claims.flatMap((claim, index) => {
    const language = document.sentences[claim.sentence]?.language;
    if (!isCertain(claim) || isOpenToDoubt(reading.lower, claim)) {
      if (open === null || claim.end > open.end) open = claim;
      return [];
    }
    // 原告请求|法院判令被告赔偿…: a claim within one that is asked for or only supposed.
    if (open !== null && contains(open, claim)) return [];
    // What a Chinese claim denies is seen clause by clause.
    if (language === 'en' && claim.polarity !== 'positive') return [];
    const found = language === 'en' ? factsInEnglish(reading, claim) : factsInChinese(reading, claim);
    return found.map((fact) => withMore(fact, { claim: index }));
  });
}

/** Whether the cue says that something is only supposed (…给出两种假说:…), or that a party to a dispute says so in its own cause. */
function isOpenToDoubt(lower: string, { cue, source }: Claim): boolean {
  if (cue === null) return false;
  // 被告称…, 起诉书指…: a side in a dispute, or what it has filed.
  if (source !== null && wordBefore(lower, source.end, source.start, 'party') !== '') return true;
  const words = lower.slice(cue.start, cue.end);
  return wordBefore(words, words.length, 0, 'supposes') !== '' || wordAt(words, 0, 'contends') !== '';
}

/** Whether a claim speaks of what is or was, as sure, by somebody who can be named; what is foreseen or called for is no fact. */
function isCertain({ kinds, modality, quote, cue, source, stance }: Claim): boolean {
  return (
    cue?.type !== 'hearsay' &&
    cue?.type !== 'think' &&
    cue?.type !== 'ask' &&
    cue?.type !== 'predict' &&
    source?.kind !== 'general' &&
    source?.kind !== 'anonymous' &&
    stance !== 'distances' &&
    quote !== 'direct' &&
    modality === 'asserted' &&
    !kinds.includes('prediction') &&
    !kinds.includes('norm')
  );
}
