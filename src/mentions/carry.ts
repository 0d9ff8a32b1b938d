import type { EntityType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import type { Candidate, Reading } from './candidate.js';
import { companyEvidence } from './context.js';
import { isAmbiguous, standsAlone } from './known.js';
import { isPeople } from './peoples-en.js';
import { shortForms } from './short-forms.js';
import { isCalled } from './surname-titles.js';

/** Names that were found once with good evidence, wherever else they stand, and their short forms. */
export function carryNames(reading: Reading, found: readonly Candidate[]): Candidate[] {
  const forms = new Map<string, { type: EntityType; full: boolean; score: number }>();
  // Portuguese is a people here and a tongue there: each time the words beside it tell.
  const sure = found.filter((candidate) => candidate.score >= 0.66 && !isPeople(reading.text(candidate)));
  for (const candidate of sure)
    for (const short of shortForms(reading.text(candidate), candidate.type))
      keep(forms, short, candidate.type, false, candidate.score);
  for (const candidate of sure) {
    const name = reading.text(candidate);
    // Copper Ridge is no ridge where Copper Ridge Analytics stands too.
    if (!forms.has(name) || !name.includes(' ')) keep(forms, name, candidate.type, true, candidate.score);
  }
  return [...forms].flatMap(([form, { type, full }]) => occurrences(reading, form, type, full));
}

function keep(
  forms: Map<string, { type: EntityType; full: boolean; score: number }>,
  form: string,
  type: EntityType,
  full: boolean,
  score: number,
): void {
  const known = forms.get(form);
  if (known === undefined || (full && !known.full) || (full === known.full && score > known.score))
    forms.set(form, { type, full, score });
}

function occurrences(reading: Reading, form: string, type: EntityType, full: boolean): Candidate[] {
  const candidates: Candidate[] = [];
  for (let start = reading.search(form, 0); start >= 0; start = reading.search(form, start + form.length)) {
    const end = start + form.length;
    const score = scoreOf(reading, { start, end }, form, type, full);
    if (score > 0) candidates.push({ start, end, type, score, by: full ? 'carried' : 'short-form' });
  }
  return candidates;
}

function scoreOf(
  reading: Reading,
  span: { start: number; end: number },
  form: string,
  type: EntityType,
  full: boolean,
): number {
  const { folded } = reading;
  if (form.length === 1) return isCalled(reading, span) ? 0.82 : 0;
  if (/[A-Za-z]/.test(form)) return latinScore(reading, span, full || form.includes(' '));
  const token = reading.tokenAt(span.start);
  const whole = token?.end === span.end;
  // jieba calls many words of two characters names of people (高峰, 黎明).
  const ordinary =
    (whole && (!/^(?:nr|ns|nt|nz|x)/.test(token.pos) || (token.pos === 'nr' && form.length === 2))) ||
    isAmbiguous(form);
  if (ordinary && (type === 'GPE' || type === 'LOC')) return 0;
  if (ordinary) return type === 'PERSON' ? personScore(reading, span) : companyScore(reading, span);
  if (form.length <= 2 && !standsAlone(reading, span.start, span.end) && !touchesWord(reading, span)) return 0;
  if (type === 'PERSON' && folded[span.start - 1] === '·') return 0;
  return full ? 0.82 : 0.72;
}

/** Whether jieba agrees at one end: it may have joined the other one to the next word (李|明说). */
function touchesWord(reading: Reading, { start, end }: { start: number; end: number }): boolean {
  const outer = reading.isBoundary(start)
    ? reading.wordOver(end)
    : reading.isBoundary(end)
      ? reading.wordOver(start)
      : null;
  return outer !== null && (outer === undefined || outer.end - outer.start <= 2 || outer.pos === 'x');
}

function latinScore(reading: Reading, { start, end }: { start: number; end: number }, distinct: boolean): number {
  if (!standsAlone(reading, start, end)) return 0;
  return distinct ? 0.87 : 0.8;
}

/** A name that is also a word (高兴, 黎明) is a name where it acts or speaks, never after 很, 不, 到. */
function personScore(reading: Reading, { start, end }: { start: number; end: number }): number {
  const { folded } = reading;
  if (
    /[很不更最太到别挺超]/.test(folded[start - 1] ?? '') ||
    /^(?:地|得|极了|坏了|时分|前夕|之际)/.test(folded.slice(end))
  )
    return 0;
  const verb = openLexicon('person-verbs', ['word', 'kind'], (row) => row.kind).longestAt(folded, end);
  const opens = start === 0 || /[,。;:!?”“\s、\n]/.test(folded[start - 1] ?? '');
  if (verb?.value === 'strong') return 0.85;
  if (opens && /\d/.test(folded[end] ?? '')) return 0.75;
  return opens && verb !== null && !folded.startsWith('的', end) ? 0.75 : 0;
}

function companyScore(reading: Reading, { start, end }: { start: number; end: number }): number {
  const { folded } = reading;
  const evidence = companyEvidence(reading, { start, end });
  if (evidence.against) return 0;
  if (evidence.strong) return 0.85;
  const opens = start === 0 || /[,。;:!?”\n]/.test(folded[start - 1] ?? '');
  return opens && evidence.weak ? 0.75 : 0;
}
