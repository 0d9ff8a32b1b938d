/** Layers that can be left out. */
const layerRecognizers = ['times', 'quantities', 'claims', 'facts'] as const;

/** Everything that proposes names, by the name under which it is switched on or off. */
export const nameRecognizers = [
  'known-names',
  'tagged-words',
  'bylines',
  'chinese-people',
  'transliterations',
  'suffixes',
  'cued-suffixes',
  'bilingual',
  'appositives',
  'titles',
  'versions',
  'quoted',
  'latin',
  'origins',
  'english',
  'datelines',
  'titled-surnames',
  'honorifics',
] as const;
export type NameRecognizer = (typeof nameRecognizers)[number];

/** What proposes further names once some are found. */
export const nameFollowers = ['glosses', 'branches', 'carried', 'brand-models'] as const;
export type NameFollower = (typeof nameFollowers)[number];

/** Everything that can be switched off; `model` is the trained models of names, without which the rules decide. */
export const recognizerNames = [...layerRecognizers, 'model', ...nameRecognizers, ...nameFollowers] as const;
export type RecognizerName = (typeof recognizerNames)[number];
