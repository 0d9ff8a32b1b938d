import type { EntityType, NameForm, Script, UserEntry } from '../document/types.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { tellScript } from '../script/detect.js';
import { fold } from '../script/fold.js';
import { toTraditionalName } from '../script/names.js';
import { isPartOf } from './namesakes.js';

/** A form of a name as the article writes it, and its fold. */
export interface Form {
  readonly text: string;
  readonly folded: string;
}

/** The form that the article uses first, or a longer one that contains it in the same script. */
export function fullForm(forms: readonly Form[]): Form | null {
  let best = forms[0] ?? null;
  for (const form of forms)
    if (best !== null && form.folded.length > best.folded.length && contains(form.folded, best.folded)) best = form;
  return best;
}

function contains(full: string, short: string): boolean {
  return full.includes(short) || full.split(/[ ·]/).includes(short);
}

/**
 * The name in Traditional, Simplified and English, from the article's own forms, else from the well-known names; not from those
 * for an ordinary person, who only bears the same name.
 */
export function nameForms(
  forms: readonly Form[],
  type: EntityType,
  script: Script,
  isOrdinary = false,
): Record<NameForm, string | null> {
  const chinese = fullForm(forms.filter(isChinese));
  const latin = fullForm(forms.filter((form) => !isChinese(form)));
  const known = forms
    .filter(({ folded }) => !isOrdinary && (chinese === null || !isPartOf(chinese.folded, folded, type)))
    .flatMap(({ folded }) => knownNames(folded))
    .find((name) => name.type === type);
  const hans = chinese?.folded ?? known?.zh ?? null;
  const own = chinese === null ? null : (tellScript(chinese.text) ?? script);
  const hant = own === 'Hant' ? chinese?.text : hans === null ? null : toTraditionalName(hans, type);
  return {
    'zh-Hant': hant ?? null,
    'zh-Hans': hans,
    en: latin?.text ?? known?.en ?? (hans === null || isOrdinary ? null : listedEnglish(hans, type)),
  };
}

function isChinese({ folded }: Pick<Form, 'folded'>): boolean {
  return /\p{Script=Han}/u.test(folded);
}

/** The names of a user's entry: as he gives them, converted from what he gives, or else as they were found. */
export function userForms(
  { name, type, en, zhHant, zhHans }: UserEntry,
  found: Readonly<Record<NameForm, string | null>>,
): Record<NameForm, string | null> {
  const given = isChinese({ folded: name }) ? name : null;
  const script = given === null ? null : tellScript(given);
  const hans = zhHans ?? (given === null ? (zhHant === null ? null : fold(zhHant)) : fold(given));
  const hant = zhHant ?? (script === 'Hant' ? given : hans === null ? null : toTraditionalName(hans, type));
  return {
    'zh-Hant': hant ?? found['zh-Hant'],
    'zh-Hans': hans ?? found['zh-Hans'],
    en: en ?? (given === null ? name : found.en),
  };
}

/** Which of the names of an entity stands for a form, by the letters of the form or the script of the article. */
export function formOf(form: string, script: Script): NameForm {
  if (!isChinese({ folded: form })) return 'en';
  return (tellScript(form) ?? script) === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}
