import type { Gold, Sample } from './corpus.js';
import { randomFrom } from './crf-trainer.js';

/**
 * A copy of each sample that has names, most of them put in place of other names of their type and script: the words around a
 * name tell of it, whatever the name. Seeded.
 */
export function withNamesSwapped(samples: readonly Sample[], seed: number): Sample[] {
  const random = randomFrom(seed);
  const pools = new Map<string, string[]>();
  for (const { text, names } of samples)
    for (const name of names) {
      const form = text.slice(name.start, name.end);
      const pool = pools.get(keyOf(name, form));
      if (pool === undefined) pools.set(keyOf(name, form), [form]);
      else if (!pool.includes(form)) pool.push(form);
    }
  const other = (name: Gold, form: string): string => {
    const pool = pools.get(keyOf(name, form)) ?? [];
    return random() < share ? (pool[Math.floor(random() * pool.length)] ?? form) : form;
  };
  return samples
    .filter(({ names }) => names.length > 0)
    .map(({ text, names, coarse }) => {
      const swapped: Gold[] = [];
      let copy = '';
      let at = 0;
      for (const name of [...names].sort((a, b) => a.start - b.start)) {
        if (name.start < at) continue;
        copy += text.slice(at, name.start);
        const form = other(name, text.slice(name.start, name.end));
        swapped.push({ ...name, start: copy.length, end: copy.length + form.length });
        copy += form;
        at = name.end;
      }
      return { text: copy + text.slice(at), names: swapped, coarse };
    });
}

/** How many of the names are put in place of others. */
const share = 0.8;

function keyOf({ types }: Gold, form: string): string {
  return `${types.join('|')} ${/\p{Script=Han}/u.test(form)}`;
}
