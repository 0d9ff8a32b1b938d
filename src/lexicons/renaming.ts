import { lazy } from '../text/lazy.js';
import { openLexicon } from './lexicon.js';

type Place = 'bracket' | 'comma';

const words = () => openLexicon('renaming-words', ['word', 'places'], ({ places }) => places.split('|') as Place[]);

/** The words that say how a thing is called otherwise at that place, as alternatives of a regular expression, longest first. */
function alternatives(place: Place): string {
  const found = [...words().entries()].filter(([, places]) => places.includes(place)).map(([word]) => word);
  return found
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|');
}

/** 简称, 以下称 and the like in a bracket behind a name: 全称(|下称|“简称”). */
export const inBracket = lazy(() => alternatives('bracket'));

/** 又名, also known as and the like between two names. */
export const betweenNames = lazy(() => alternatives('comma'));
