import { openLexicon } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { isHanUnit } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { standsBehind } from './context.js';
import { shortForms } from './short-forms.js';

/** Types for which a model takes a surname. */
const mistaken = new Set(['GPE', 'LOC', 'FAC', 'PRODUCT', 'WORK_OF_ART']);

/** Mok beside Terence Mok Wing-cheung: what a person of the article is called by is no place or thing, where nothing stands in it. */
export function afterPeople(reading: Reading, names: readonly Candidate[]): Candidate[] {
  const doubtful = new Set(names.filter((name) => isDoubtful(reading, name)).map((name) => reading.text(name)));
  if (doubtful.size === 0) return [...names];
  const people = new Set<string>();
  for (const { start, end, type } of names)
    if (type === 'PERSON')
      for (const form of calledBy(reading.folded.slice(start, end)))
        if (doubtful.has(form) && !standsBehind(reading, form, isOfPlace)) people.add(form);
  return names.map((name) =>
    people.size > 0 && isDoubtful(reading, name) && people.has(reading.text(name)) ? { ...name, type: 'PERSON' } : name,
  );
}

function isDoubtful({ folded }: Reading, { start, end, type, by }: Candidate): boolean {
  if (!mistaken.has(type) || by === 'user-lexicon' || isHanUnit(folded.charCodeAt(start))) return false;
  const form = folded.slice(start, end);
  return !form.includes(' ') && knownNames(form).length === 0;
}

function calledBy(form: string): readonly string[] {
  return /^[A-ZÀ-Þ].* /.test(form) ? shortForms(form, 'PERSON') : [];
}

const cues = lazy(() => openLexicon('name-cues-en', ['word', 'sides'], ({ sides }) => sides.split('|')));

function isOfPlace(before: string): boolean {
  return cues().get(before)?.includes('place') === true;
}
