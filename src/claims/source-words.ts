import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** What a word is between a subject and its cue, or before a subject. */
export type AdverbRole = 'adverb' | 'conjunction' | 'preposition' | 'localizer';

/** The words around a Chinese subject. */
export const adverbRoles = lazy(() => openLexicon('claim-adverbs', ['word', 'role'], (row) => row.role as AdverbRole));
