import { openLexicon } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { standsBehind } from './context.js';
import { shortForms } from './short-forms.js';

/** Types for which a model takes a surname. */
const mistaken = new Set(['GPE', 'LOC', 'FAC', 'PRODUCT', 'WORK_OF_ART']);

/** Mok beside Terence Mok Wing-cheung: what a person of the article is called by is no place or thing, where nothing stands in it. */
export function afterPeople(reading: Reading, names: readonly Candidate[]): Candidate[] {
  const called = new Set(names.flatMap((name) => (name.type === 'PERSON' ? calledBy(reading.text(name)) : [])));
  return names.map((name) => {
    if (!mistaken.has(name.type) || name.by === 'user-lexicon') return name;
    const form = reading.text(name);
    const isPerson = called.has(form) && knownNames(form).length === 0 && !standsBehind(reading, form, isOfPlace);
    return isPerson ? { ...name, type: 'PERSON' } : name;
  });
}

function calledBy(form: string): readonly string[] {
  return /^[A-ZÀ-Þ].* /.test(form) ? shortForms(form, 'PERSON') : [];
}

const cues = lazy(() => openLexicon('name-cues-en', ['word', 'sides'], ({ sides }) => sides.split('|')));

function isOfPlace(before: string): boolean {
  return cues().get(before)?.includes('place') === true;
}
