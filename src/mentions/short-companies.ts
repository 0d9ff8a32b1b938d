import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { isHanUnit } from '../text/han.js';
import type { Candidate, Reading } from './candidate.js';
import { companyEvidence, standsBehind, wordEndingAt } from './context.js';
import { titleBefore } from './person-zh.js';
import { shortForms } from './short-forms.js';

/**
 * 欣隆 beside 欣隆客运, Velathra beside Velathra Thermal: what opens the name of a company in the article is the company, no
 * person, where it begins with no surname or nobody is addressed by it, is no given name or part of one, and nothing stands or goes there.
 */
export function afterCompanies(reading: Reading, names: readonly Candidate[]): Candidate[] {
  const companies = new Set<string>();
  const firms = new Set<string>();
  const people = new Set<string>();
  const seen = new Set<string>();
  for (const name of names) {
    const form = reading.text(name);
    if (name.type === 'ORG' && !seen.has(form))
      for (const short of openings(form)) {
        companies.add(short);
        if (lastWord(form)?.value.kind === 'company') firms.add(short);
      }
    if (name.type === 'PERSON' && form.includes(' ')) for (const word of form.split(' ')) people.add(word);
    if (name.type === 'ORG') seen.add(form);
  }
  return names.map((name) => {
    const form = reading.text(name);
    if (name.by === 'user-lexicon') return name;
    if (name.type === 'LAW' && isPlanning(form, firms)) return { ...name, end: name.end - plan.length, type: 'ORG' };
    if (!mistaken.has(name.type) || !companies.has(form)) return name;
    if (name.type !== 'PERSON' && !form.includes(' ')) return name;
    const isCompany = isHanUnit(form.charCodeAt(0))
      ? !beginsWithSurname(form) || (firms.has(form) && !isAddressed(reading, form))
      : !people.has(form) && !isOther(reading, form) && !isPersonal(reading, form);
    return isCompany ? { ...name, type: 'ORG' } : name;
  });
}

const plan = '计划';

/** 顺岚|计划今年, 顺岚食品|计划: a company before what it plans. */
function isPlanning(form: string, firms: ReadonlySet<string>): boolean {
  const company = form.slice(0, -plan.length);
  return form.endsWith(plan) && (firms.has(company) || lastWord(company)?.value.kind === 'company');
}

/** Types for which a model takes a short name of several words. */
const mistaken = new Set(['PERSON', 'GPE', 'LOC', 'FAC', 'PRODUCT', 'WORK_OF_ART']);

/**
 * What a longer name may be called by: its first two and three Chinese characters where its last word tells a company or body, its first
 * English word, or its English words before those of kind (Harlan Voss Corp.).
 */
function openings(name: string): readonly string[] {
  if (/^\p{Script=Han}{4}/u.test(name) && lastWord(name)?.value.type === 'ORG')
    return [name.slice(0, 2), name.slice(0, 3)];
  const first = /^[A-Z][a-z]{3,}(?= [A-Z])/.exec(name)?.[0];
  const opened = first === undefined ? [] : [first];
  const isLong = name.includes(' ', name.indexOf(' ') + 1) && !isHanUnit(name.charCodeAt(0));
  if (!isLong) return opened;
  return [...opened, ...shortForms(name, 'ORG').filter((form) => form.includes(' '))];
}

function lastWord(name: string) {
  const suffixes = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  return wordEndingAt(suffixes, name, name.length);
}

/** Whether the form is known as a person's name, or a title stands before it or closes a clause behind it somewhere in the article: 律师|林杰, 林杰|先生. */
function isAddressed(reading: Reading, form: string): boolean {
  if (knownNames(form).some(({ type }) => type === 'PERSON')) return true;
  // Three characters that begin with a surname are a person if nothing tells of a company: 赵丽娟 of 赵丽娟律师事务所.
  let isFirm = form.length === 2;
  for (let at = reading.search(form, 0); at >= 0; at = reading.search(form, at + 1)) {
    if (titleBefore(reading, at, 0)) return true;
    if (companyEvidence(reading, { start: at, end: at + form.length }).strong) isFirm = true;
    const title = openWords('surname-titles').longestAt(reading.folded, at + form.length);
    if (title !== null && title.end - at - form.length >= 2 && !isHanUnit(reading.folded.charCodeAt(title.end)))
      return true;
  }
  return !isFirm;
}

function beginsWithSurname(form: string): boolean {
  const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
  return (surnames.longestAt(form, 0)?.value ?? 'weak') !== 'weak';
}

/** Whether a sentence that holds the word tells of a person: Mr Walton, Walton said he would resign. */
function isPersonal(reading: Reading, word: string): boolean {
  for (let at = reading.search(word, 0); at >= 0; at = reading.search(word, at + 1)) {
    const behind = reading.folded.slice(at + word.length, Math.min(reading.sentenceAt(at)?.end ?? at, at + nearby));
    const before = /([A-Z][a-z]+)\.? $/.exec(reading.folded.slice(Math.max(0, at - 12), at))?.[1];
    if (/^, \d\d,|(?:^|[^a-z])(?:he|she|his|him|her)(?![a-z])/.test(behind)) return true;
    if (before !== undefined && openWords('honorifics-en').has(before.toLowerCase())) return true;
  }
  return false;
}

const nearby = 60;

/** Whether a word is a known name or a given name, or stands where a place does. */
function isOther(reading: Reading, word: string): boolean {
  if (knownNames(word).length > 0 || openWords('given-names-en').has(word.toLowerCase())) return true;
  return standsBehind(reading, word, (before) => openWords('place-prepositions-en').has(before));
}
