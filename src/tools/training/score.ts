import type { Tagged } from '../../models/decoder.js';
import { modelTypeOf } from '../../models/labels.js';
import type { Lesson } from './examples.js';

/** The types that coarse data marks. */
const coarse = new Set<string>(['PERSON', 'PLACE', 'ORG']);

/** Whether a name that was found is one of the lesson's. */
export function isRight({ names }: Lesson, found: Tagged): boolean {
  return names.some(
    ({ start, end, types }) =>
      start === found.start && end === found.end && types.some((type) => modelTypeOf(type) === found.type),
  );
}

/** Whether a lesson's data can say if a name of this type is right. */
export function isJudged(lesson: Lesson, { type }: Tagged): boolean {
  return !lesson.coarse || coarse.has(type);
}

/** Precision, recall and F1 by type and of all, exact spans, one line each. */
export function scoreTable(lessons: readonly Lesson[], found: readonly (readonly Tagged[])[]): string[] {
  const counts = new Map<string, { hit: number; found: number; gold: number }>();
  const add = (type: string, kind: 'hit' | 'found' | 'gold'): void => {
    for (const name of [type, 'all']) {
      const count = counts.get(name) ?? { hit: 0, found: 0, gold: 0 };
      count[kind]++;
      counts.set(name, count);
    }
  };
  lessons.forEach((lesson, i) => {
    for (const { types } of lesson.names) add(modelTypeOf(types[0] ?? 'ORG'), 'gold');
    for (const name of (found[i] ?? []).filter((tagged) => isJudged(lesson, tagged))) {
      add(name.type, 'found');
      if (isRight(lesson, name)) add(name.type, 'hit');
    }
  });
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, { hit, found: all, gold }]) => {
      const [p, r] = [hit / Math.max(1, all), hit / Math.max(1, gold)];
      return `${type.padEnd(12)} P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / Math.max(1e-9, p + r)).toFixed(3)} (${gold})`;
    });
}
