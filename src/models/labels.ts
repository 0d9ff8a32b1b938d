import type { EntityType } from '../document/types.js';

/** The types that a model tells apart. What kind of place a place is, is told afterwards by its words. */
const modelTypes = ['PERSON', 'PLACE', 'ORG', 'NORP', 'PRODUCT', 'EVENT', 'WORK_OF_ART', 'LAW', 'LANGUAGE'] as const;
export type ModelType = (typeof modelTypes)[number];

/** The type of a model that an entity type falls under. */
export function modelTypeOf(type: EntityType): ModelType {
  return type === 'GPE' || type === 'LOC' || type === 'FAC' ? 'PLACE' : type;
}

/** Places in a name: its first unit, one inside, its last, or a name of a single unit. */
export const parts = ['B', 'I', 'E', 'S'] as const;
export type Part = (typeof parts)[number];

/** Label 0 is outside; the rest are the four parts of each type, in the order of `modelTypes`. */
export const labelCount = 1 + modelTypes.length * parts.length;

/** How many cells a row of scores has in memory, one a label: a multiple of eight. */
export const scoreWidth = (labelCount + 7) & ~7;

/** The label of a part of a name of a type. */
export function labelOf(type: ModelType, part: Part): number {
  return 1 + modelTypes.indexOf(type) * parts.length + parts.indexOf(part);
}

/** The type of a label, undefined for outside. */
export function typeOf(label: number): ModelType | undefined {
  return label === 0 ? undefined : modelTypes[(label - 1) >> 2];
}

/** The part of a label, undefined for outside. */
export function partOf(label: number): Part | undefined {
  return label === 0 ? undefined : parts[(label - 1) & 3];
}

/** Whether a name may go on from one label to the next: B and I lead to I and E of their type, all others to a new start. */
export function mayFollow(from: number, to: number): boolean {
  const [left, right] = [partOf(from), partOf(to)];
  const open = left === 'B' || left === 'I';
  const inner = right === 'I' || right === 'E';
  return open ? inner && typeOf(from) === typeOf(to) : !inner;
}

/** Whether a sentence may begin with the label. */
export function mayBegin(label: number): boolean {
  return mayFollow(0, label);
}

/** Whether a sentence may end with the label. */
export function mayEnd(label: number): boolean {
  return mayFollow(label, 0);
}
