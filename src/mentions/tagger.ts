import { type Span, wholeCharacters, within } from '../document/span.js';
import type { EntityType, Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { Decoder } from '../models/decoder.js';
import { FeatureWriter } from '../models/feature-writer.js';
import { writeEnglish } from '../models/features-en.js';
import { writeChinese } from '../models/features-zh.js';
import type { ModelType } from '../models/labels.js';
import { readModel } from '../models/model.js';
import { Network, readNetwork } from '../models/network.js';
import type { Scene } from '../models/scene.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { isHanUnit } from '../text/han.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';
import { isPeople } from './peoples-en.js';

const taggers = {
  zh: {
    decoder: lazy(() => new Decoder(readModel('names-zh'), new Network(readNetwork('network-zh')))),
    write: writeChinese,
  },
  en: {
    decoder: lazy(() => new Decoder(readModel('names-en'), new Network(readNetwork('network-en')))),
    write: writeEnglish,
  },
} as const;
const writer = new FeatureWriter();
const inputs = new FeatureWriter();

/**
 * The names that the trained models find. What the rules propose, and what they alone would
 * choose, is part of what they look at: they learned how far each rule is to be trusted.
 */
export function recognizeByModel(
  reading: Reading,
  proposed: readonly Candidate[],
  chosen: readonly Candidate[],
): Candidate[] {
  const [hints, best] = [inOrder(proposed), inOrder(chosen)];
  return reading.sentences.flatMap((sentence) => {
    const { decoder, write } = taggers[sentence.language];
    const units = write(sceneOf(reading, sentence, hints, best), writer, inputs);
    return decoder()
      .decode(writer, inputs)
      .map(({ start, end, type, confidence }) => {
        const found = { start: units[start]?.start ?? 0, end: units[end - 1]?.end ?? 0 };
        const span = withoutTitle(reading, withoutSigns(reading, wholeCharacters(reading.folded, found)), type);
        const rules = over(hints, span);
        const told = entityType(reading, span, type, rules);
        const score = Math.max(confidence, agreed(told, rules));
        return { start: span.start, end: span.end, type: told, score, by: 'model' };
      })
      .filter((name) => name.end > name.start && isName(reading, name, over(hints, name)));
  });
}

/** A sentence as the model sees it; the candidates are those of the article in order of their start. */
export function sceneOf(
  reading: Reading,
  sentence: Sentence,
  hints: readonly Candidate[],
  chosen: readonly Candidate[],
): Scene {
  const { start, end } = sentence;
  return {
    folded: reading.folded,
    start,
    end,
    tokens: reading.tokensOf(sentence),
    hints: within(hints, sentence),
    chosen: within(chosen, sentence),
  };
}

/** Candidates in order of their start. */
export function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => a.start - b.start);
}

/** Of spans in order of their start, those that are this one. */
function over<S extends Span>(spans: readonly S[], name: Span): S[] {
  return within(spans, name).filter(({ start, end }) => start === name.start && end === name.end);
}

/** What a name is trusted with at least, by what rules propose for its span: a rule that is all but sure of the same name is no weaker here than a doubtful margin. */
function agreed(type: EntityType, rules: readonly Candidate[]): number {
  return rules.some((rule) => rule.type === type && rule.score >= 0.9) ? 0.7 : 0;
}

/** Without emoji and the like at its end: Roc Bay Power|🔋. Nothing is left of a name that is a sign. */
function withoutSigns(reading: Reading, { start, end }: Span): Span {
  const last = reading.folded.charCodeAt(end - 1);
  if (isHanUnit(last) || isLetterCode(last) || isDigitCode(last)) return { start, end };
  let kept = end;
  for (const character of [...reading.text({ start, end })].reverse()) {
    if (!/^(?:\s|\p{So}|\u200d|\ufe0f)$/u.test(character)) break;
    kept -= character.length;
  }
  return { start, end: kept };
}

/** A person's name without the title behind it: 郭|先生. Coarse data has names with and without. */
function withoutTitle(reading: Reading, { start, end }: Span, type: ModelType): Span {
  if (type !== 'PERSON') return { start, end };
  const titles = openLexicon('person-titles', ['word', 'side'], (row) => row.side);
  const title = wordEndingAt(titles, reading.text({ start, end }), end - start);
  const kept =
    title === null || !title.value.includes('after') || end - start - title.start < 2 ? end : start + title.start;
  return kept > start ? { start, end: kept } : { start, end };
}

/**
 * Whether what a model found may be a name: a form that is a word too needs a rule that agrees or a sure model, a Latin word that names
 * no one thing (AIGC) a rule, and a place with a word of kind (上海初创公司) or a clan (田氏) names nothing.
 */
function isName(reading: Reading, name: Candidate, rules: readonly Candidate[]): boolean {
  const { type, score } = name;
  const form = reading.text(name);
  const isAgreed = (): boolean => rules.some((rule) => rule.type === type && rule.score >= 0.5);
  if (openWords('latin-common').has(form.toLowerCase()) || isSentence(form)) return isAgreed();
  if (score < 0.8 && isAmbiguous(form)) return isAgreed();
  if (type === 'PERSON') return !isClan(form);
  return type !== 'ORG' || !isDescription(reading, name);
}

/** Have you seen the list: words of which only the first is large. */
function isSentence(form: string): boolean {
  return /^[A-Z][a-z]*(?: [a-z]+){3,}$/.test(form);
}

function isClan(form: string): boolean {
  const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
  return form.endsWith('氏') && surnames.has(form.slice(0, -1));
}

function isDescription(reading: Reading, { start, end }: Span): boolean {
  let at = start;
  let kinds = 0;
  while (at < end) {
    const token = reading.tokenAt(at);
    if (token === undefined || token.end > end) return false;
    const generic = openWords('generic-words').has(reading.text(token));
    if (!generic && token.pos !== 'ns') return false;
    if (generic) kinds++;
    at = token.end;
  }
  const company = openLexicon('company-words', ['word', 'roles'], ({ roles }) => roles.split('|') as readonly string[]);
  return kinds > 0 && wordEndingAt(company, reading.folded, end)?.value.includes('bare') === true;
}

const isPlace = (type: string): boolean => type === 'GPE' || type === 'LOC' || type === 'FAC';
/** Types of which the models saw too few names to know better than the lexicons. */
const rare = new Set<string>(['EVENT', 'LAW', 'WORK_OF_ART', 'LANGUAGE']);

/**
 * The type of a name that a model found: a form that the lexicons know as a thing of a rare type has this one. What kind
 * of place a place is, the lexicons tell, or its last word, or a rule that sees the same span.
 */
function entityType(reading: Reading, span: Span, type: ModelType, rules: readonly Candidate[]): EntityType {
  const form = reading.text(span);
  // Portuguese is a people or a tongue, which the words beside it tell.
  const people = rules.find(({ by }) => by === 'people-en');
  if (people !== undefined) return people.type;
  if (type !== 'LANGUAGE' && isPeople(form)) return 'NORP';
  const known = knownNames(form).map((name) => name.type as EntityType);
  const [only] = known;
  const sure = known.length === 1 && !isAmbiguous(form);
  if (sure && only !== undefined && (rare.has(only) || (only === 'PRODUCT' && !/^[A-Z]+$/.test(form)))) return only;
  // Sai Kung, Victoria Harbour: a place of two words is no person.
  if (sure && type === 'PERSON' && only !== undefined && isPlace(only) && form.includes(' ')) return only;
  const ruled = [...rules].sort((a, b) => b.score - a.score);
  if (type !== 'ORG' && ruled[0]?.by.startsWith('version') === true) return 'PRODUCT';
  const told = toldByLastWord(form);
  if (told !== undefined && known.length === 0 && overruled[told]?.includes(type) === true) return told;
  if (type !== 'PLACE') return type;
  const kind = known.find(isPlace);
  if (kind !== undefined) return kind;
  const suffix = suffixOf(form);
  if (suffix !== undefined && isPlace(suffix)) return suffix;
  return ruled.find((candidate) => isPlace(candidate.type))?.type ?? 'GPE';
}

/** Of which types a model may take for another what the last of several words tells to be this one. */
const overruled: Partial<Record<EntityType, readonly string[]>> = {
  ORG: ['PERSON', 'PLACE', 'EVENT'],
  FAC: ['PERSON', 'ORG'],
  EVENT: ['PLACE'],
};

/** What the last word of a Latin name tells: Quiet Thunder Games; Kestrel & Lowe; but not Emma Post. */
function toldByLastWord(form: string): EntityType | undefined {
  const words = form.split(' ');
  if (words.length < 2 || !/^[\x20-\x7fÀ-ɏ’]+$/.test(form)) return undefined;
  if (openWords('given-names-en').has((words[0] ?? '').toLowerCase())) return undefined;
  if (words.includes('&')) return 'ORG';
  const last = (words.at(-1) ?? '').toLowerCase().replace(/[.,]$/, '');
  // A museum is a body and a house; a mall is one to some.
  if (openWords('body-places-en').has(last)) return undefined;
  return openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as EntityType).get(last);
}

function suffixOf(form: string): EntityType | undefined {
  const latin = openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as EntityType);
  const han = openLexicon('name-suffixes', ['suffix', 'type', 'kind'], (row) => row);
  return (
    latin.get((form.split(' ').at(-1) ?? '').toLowerCase()) ??
    latin.get((form.split(' ')[0] ?? '').toLowerCase()) ??
    (wordEndingAt(han, form, form.length)?.value.type as EntityType | undefined)
  );
}
