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
  return document.claims.flatMap((claim, index) => {
    const language = document.sentences[claim.sentence]?.language;
    // What a Chinese claim denies is seen clause by clause.
    if (
      !isCertain(claim) ||
      isOpenToDoubt(reading.lower, claim) ||
      (language === 'en' && claim.polarity !== 'positive')
    )
      return [];
    const found = language === 'en' ? factsInEnglish(reading, claim) : factsInChinese(reading, claim);
    return found.map((fact) => withMore(fact, { claim: index }));
  });
}

/** Whether the cue says that something is only supposed (…给出两种假说:…), or that a party to a dispute says so in its own cause. */
function isOpenToDoubt(lower: string, { cue }: Claim): boolean {
  if (cue === null) return false;
  const words = lower.slice(cue.start, cue.end);
  return wordBefore(words, words.length, 0, 'supposes') !== '' || wordAt(words, 0, 'contends') !== '';
}

/** Whether a claim speaks of what is or was, as sure, by somebody who can be named; what is foreseen or called for is no fact. */
function isCertain({ kinds, modality, quote, cue, source, stance }: Claim): boolean {
  return (
    cue?.type !== 'hearsay' &&
    cue?.type !== 'think' &&
    source?.kind !== 'general' &&
    source?.kind !== 'anonymous' &&
    stance !== 'distances' &&
    quote !== 'direct' &&
    modality === 'asserted' &&
    !kinds.includes('prediction') &&
    !kinds.includes('norm')
  );
}
