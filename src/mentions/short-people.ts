import { knownNames } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';
import { isPlaced } from './short-companies.js';
import { shortForms } from './short-forms.js';

const mistaken = new Set(['GPE', 'LOC', 'FAC', 'PRODUCT', 'WORK_OF_ART']);

/** Mok beside Terence Mok Wing-cheung: one Latin word that a person of the article is called by is no place or thing, where nothing stands there. */
export function afterPeople(reading: Reading, names: readonly Candidate[]): Candidate[] {
  const called = new Set<string>();
  for (const name of names) if (name.type === 'PERSON') for (const form of calledBy(reading, name)) called.add(form);
  return names.map((name) => {
    if (!mistaken.has(name.type) || name.by === 'user-lexicon') return name;
    const form = reading.text(name);
    const isPerson = called.has(form) && knownNames(form).length === 0 && !isPlaced(reading, form);
    return isPerson ? { ...name, type: 'PERSON' } : name;
  });
}

function calledBy(reading: Reading, name: Candidate): readonly string[] {
  const form = reading.text(name);
  return /^[A-ZÀ-Þ].* /.test(form) ? shortForms(form, 'PERSON') : [];
}
