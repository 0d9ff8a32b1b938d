import type { Messages } from './messages.js';

export type NameGroup = 'person' | 'organisation' | 'place' | 'otherName';

const groups: Readonly<Record<string, NameGroup>> = {
  PERSON: 'person',
  NORP: 'organisation',
  ORG: 'organisation',
  GPE: 'place',
  LOC: 'place',
  FAC: 'place',
};

/** The colour group of a type of names: OntoNotes has eleven types, a reader tells four colours apart. */
export function nameGroup(type: string): NameGroup & keyof Messages {
  return groups[type] ?? 'otherName';
}
