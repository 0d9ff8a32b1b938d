import { recognizeAppositives } from './appositives.js';
import { recognizeBilingual } from './bilingual.js';
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
export const recognizers: readonly Recognizer[] = [
  recognizeKnown,
  recognizeTagged,
  recognizeBylines,
  recognizeChinesePeople,
  recognizeTransliterated,
  recognizeSuffixed,
  recognizeCued,
  recognizeBilingual,
  recognizeAppositives,
  recognizeTitles,
  recognizeVersioned,
  recognizeQuoted,
  recognizeLatin,
  recognizeOrigins,
  recognizeEnglish,
  recognizeDatelines,
  recognizeTitledSurnames,
  recognizeFormalPeople,
];

/** What proposes further names once some are found. */
export const followers: readonly Follower[] = [recognizeGlosses, carryNames, recognizeModels];
