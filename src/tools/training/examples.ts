import type { Span } from '../../document/span.js';
import type { EntityType } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { knownNames } from '../../lexicons/names.js';
import { readingOf } from '../../mentions/candidate.js';
import { propose } from '../../mentions/index.js';
import { resolve } from '../../mentions/resolve.js';
import { inOrder, sceneOf } from '../../mentions/tagger.js';
import { type Features, FeatureWriter } from '../../models/feature-writer.js';
import { writeEnglish } from '../../models/features-en.js';
import { writeChinese } from '../../models/features-zh.js';
import { labelCount, labelOf, modelTypeOf } from '../../models/labels.js';
import type { Scene } from '../../models/scene.js';
import { wordsOf } from '../../models/words-en.js';
import { startPipeline } from '../../pipeline/builder.js';
import { sentences } from '../../segment/sentences.js';
import { tokens } from '../../segment/tokens.js';
import { times } from '../../times/index.js';
import type { Gold, Sample } from './corpus.js';

const pipeline = startPipeline([]).use(sentences).use(tokens).use(times);

/** A sentence with its names, ready to be learned from. */
export interface Lesson {
  readonly language: 'zh' | 'en';
  /** What the labels stand for: characters or words. */
  readonly units: readonly Span[];
  readonly scene: Scene;
  readonly names: readonly Gold[];
  readonly coarse: boolean;
}

/** The sentences of one language of a sample, as the pipeline parts it; names that a boundary cuts are left out. */
export function lessonsOf(sample: Sample, language: 'zh' | 'en'): Lesson[] {
  const document = pipeline.run({ id: 'sample', text: sample.text });
  const reading = readingOf(document);
  const proposed = propose(reading, document);
  const chosen = resolve(proposed);
  return document.sentences
    .filter((sentence) => sentence.language === language)
    .map((sentence) => ({
      language,
      units: unitsOf(document.folded, sentence, language),
      coarse: sample.coarse,
      names: sample.names.filter((name) => name.start >= sentence.start && name.end <= sentence.end),
      scene: sceneOf(reading, sentence, inOrder(proposed), inOrder(chosen)),
    }));
}

const fine = new Set<EntityType>(['NORP', 'PRODUCT', 'EVENT', 'WORK_OF_ART', 'LAW', 'LANGUAGE']);

function unitsOf(folded: string, { start, end }: Span, language: 'zh' | 'en'): Span[] {
  if (language === 'en') return wordsOf(folded, { start, end });
  return Array.from({ length: end - start }, (_, i) => ({ start: start + i, end: start + i + 1 }));
}

/**
 * For each unit the labels that the data allows. Coarse data does not mark what else there is: where a rule sees a name
 * of another type, that is left open. A name that begins or ends inside a unit is taken to its edges.
 */
export function allowedLabels({ scene, names, coarse, units }: Lesson): Uint8Array {
  const allowed = new Uint8Array(units.length * labelCount);
  units.forEach((_, unit) => {
    allowed[unit * labelCount] = 1;
  });
  const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
  const mark = (span: Span, type: EntityType, alone: boolean): void => {
    const inside = units.flatMap((unit, index) => (overlaps(unit, span) ? [index] : []));
    inside.forEach((unit, at) => {
      const part = inside.length === 1 ? 'S' : at === 0 ? 'B' : at === inside.length - 1 ? 'E' : 'I';
      if (alone) allowed[unit * labelCount] = 0;
      allowed[unit * labelCount + labelOf(modelTypeOf(type), part)] = 1;
    });
  };
  if (coarse)
    for (const hint of scene.hints)
      if (fine.has(hint.type as EntityType) && hint.score >= 0.5 && !names.some((name) => overlaps(name, hint)))
        mark(hint, hint.type as EntityType, false);
  for (const name of names) for (const type of name.types) mark(name, type, true);
  if (coarse)
    for (const name of names.filter(({ types }) => types.includes('GPE')))
      for (const piece of placesIn(scene.folded, name)) mark(piece, 'GPE', false);
  return allowed;
}

/** The places that coarse data takes as one (湖南省|花垣县): our names part them, so both readings are left open. */
function placesIn(folded: string, { start, end }: Span): Span[] {
  const listed = openLexicon('listed-names', ['name', 'kind', 'en'], (row) => row);
  const isPlace = (form: string): boolean =>
    knownNames(form).some((known) => known.type === 'GPE') || listed.get(form)?.kind === 'place';
  for (let at = start + 2; at <= end - 2; at++) {
    const [head, tail] = [folded.slice(start, at), folded.slice(at, end)];
    if (!isPlace(head) || !(isPlace(tail) || /^..+[省市县区州乡镇村旗]$/.test(tail))) continue;
    const rest = placesIn(folded, { start: at, end });
    return [{ start, end: at }, ...(rest.length > 0 ? rest : [{ start: at, end }])];
  }
  return [];
}

/** The hashed features of a lesson. */
export function featuresOf({ scene, language }: Lesson): Features {
  (language === 'zh' ? writeChinese : writeEnglish)(scene, writer, inputs);
  return copyOf(writer);
}

/** What the network sees of a lesson. */
export function inputsOf({ scene, language }: Lesson): Features {
  (language === 'zh' ? writeChinese : writeEnglish)(scene, writer, inputs);
  return copyOf(inputs);
}

function copyOf({ length, starts, ids }: Features): Features {
  return { length, starts: starts.slice(0, length + 1), ids: ids.slice(0, starts[length] ?? 0) };
}
const writer = new FeatureWriter();
const inputs = new FeatureWriter();
