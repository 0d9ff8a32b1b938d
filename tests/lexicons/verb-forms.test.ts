import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const keysOf = (name: string): ReadonlySet<string> => {
  const text = readFileSync(new URL(`../../src/lexicons/data/${name}.tsv`, import.meta.url), 'utf8');
  return new Set(text.split('\n').map((line) => line.split('\t')[0] ?? ''));
};

/** Verbs that double their last letter, change it or their vowel: forms that a lexicon must have, and what adding -ed, -ing or -s would make. */
test.each([
  ['claim-cues', ['referred to', 'flagged', 'shrugged off', 'labelled', 'fretted', 'upheld', 'trotted out', 'echoes']],
  ['deed-verbs-en', ['referred to', 'flagged', 'shrugged off', 'extolled', 'labelled', 'regretted']],
  ['unsaid-verbs-en', ['planned', 'omitted', 'preferred', 'sought', 'forgot', 'forbore']],
  ['that-bars-en', ['became', 'lying', 'occurred', 'led', 'running', 'sat']],
  ['support-verbs-en', ['echoes', 'submitted', 'trotted', 'levelled']],
  ['claim-markers', ['dipped', 'enrolled', 'repaid', 'upheld']],
  ['claim-nouns', ['passers-by', 'midwives', 'attorneys general', 'brothers-in-law', 'data set']],
])('%s has irregular forms', (name, forms) => {
  const keys = keysOf(name);
  expect(forms.filter((form) => !keys.has(form))).toEqual([]);
});

test.each([
  [
    'claim-cues',
    /^(?:as(?:ed|es|ing) per|(?:refer|flag|shrug|fret|yap|nod|trot|tag|sob|grin|tut|fib)(?:ed|ing)\b.*|.*holded|weeped|foreseed|echos)$/,
  ],
  ['deed-verbs-en', /^(?:refer|flag|shrug|extol|regret)(?:ed|ing)\b/],
  ['unsaid-verbs-en', /^(?:(?:plan|omit|prefer|forget)(?:ed|ing)|seeked|standed|forbeared)$/],
  [
    'that-bars-en',
    /^(?:becomed|builded|keeped|leaded|leaved|standed|liing|lied|(?:forget|get|let|occur|run|sit)(?:ed|ing))$/,
  ],
  ['support-verbs-en', /^(?:echos|spreaded|(?:submit|trot)(?:ed|ing))$/],
  ['claim-markers', /^(?:diped|enroled|repayed|upholded)$/],
  ['claim-nouns', /^(?:passer-bies|midwifes|.*-in-laws|attorney generals|data_set|elf|viola|next-door)$/],
])('%s has no forms that are no words', (name, wrong) => {
  expect([...keysOf(name)].filter((key) => wrong.test(key))).toEqual([]);
});
