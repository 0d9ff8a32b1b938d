import type { Guide } from '../settings/guide.js';
import { type NameFollower, type NameRecognizer, nameFollowers, nameRecognizers } from '../settings/recognizers.js';
import { recognizeAppositives } from './appositives.js';
import { recognizeBilingual } from './bilingual.js';
import { recognizeBranches } from './branches.js';
import { recognizeModels } from './brand-models.js';
import { recognizeBylines } from './bylines.js';
import type { Follower, Recognizer } from './candidate.js';
import { carryNames } from './carry.js';
import { recognizeCued } from './cued-suffixes.js';
import { recognizeDatelines } from './datelines.js';
import { recognizeEnglish } from './english.js';
import { recognizeGlosses } from './glosses.js';
import { recognizeFormalPeople } from './honorifics-en.js';
import { recognizeKnown } from './known.js';
import { recognizeLatin } from './latin.js';
import { recognizeOrigins } from './norp.js';
import { recognizeChinesePeople } from './person-zh.js';
import { recognizeQuoted } from './quoted.js';
import { recognizeSuffixed } from './suffix-names.js';
import { recognizeTitledSurnames } from './surname-titles.js';
import { recognizeTagged } from './tagged.js';
import { recognizeTitles } from './titles.js';
import { recognizeTransliterated } from './transliteration.js';
import { recognizeVersioned } from './versioned.js';

/** Everything that proposes names. A new recogniser, a trained model too, is one new entry. */
const recognizers: Readonly<Record<NameRecognizer, Recognizer>> = {
  'known-names': recognizeKnown,
  'tagged-words': recognizeTagged,
  bylines: recognizeBylines,
  'chinese-people': recognizeChinesePeople,
  transliterations: recognizeTransliterated,
  suffixes: recognizeSuffixed,
  'cued-suffixes': recognizeCued,
  bilingual: recognizeBilingual,
  appositives: recognizeAppositives,
  titles: recognizeTitles,
  versions: recognizeVersioned,
  quoted: recognizeQuoted,
  latin: recognizeLatin,
  origins: recognizeOrigins,
  english: recognizeEnglish,
  datelines: recognizeDatelines,
  'titled-surnames': recognizeTitledSurnames,
  honorifics: recognizeFormalPeople,
};

/** What proposes further names once some are found. */
const followers: Readonly<Record<NameFollower, Follower>> = {
  glosses: recognizeGlosses,
  branches: recognizeBranches,
  carried: carryNames,
  'brand-models': recognizeModels,
};

/** The recognisers that are not switched off. */
export function activeRecognizers(guide: Guide | undefined): Recognizer[] {
  return nameRecognizers.filter((name) => guide?.isOn(name) !== false).map((name) => recognizers[name]);
}

/** The followers that are not switched off. */
export function activeFollowers(guide: Guide | undefined): Follower[] {
  return nameFollowers.filter((name) => guide?.isOn(name) !== false).map((name) => followers[name]);
}
