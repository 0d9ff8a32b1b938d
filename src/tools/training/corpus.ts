import type { Span } from '../../document/span.js';
import type { EntityType } from '../../document/types.js';

/** A name in training data, with every type that the data's own scheme leaves open. */
export interface Gold extends Span {
  readonly types: readonly EntityType[];
}

/** A text with its names, by UTF-16 offsets. In `coarse` data only people, places and organisations are marked. */
export interface Sample {
  readonly text: string;
  readonly names: readonly Gold[];
  readonly coarse: boolean;
}

const coarseTypes: Readonly<Record<string, readonly EntityType[]>> = {
  PER: ['PERSON'],
  LOC: ['GPE', 'LOC', 'FAC'],
  ORG: ['ORG'],
};

/** Sentences of a Universal NER file. */
export function readIob2(content: string): Sample[] {
  return content.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split('\n');
    const text = /^# text\s*=\s*(.*)$/m.exec(block)?.[1]?.trim();
    if (text === undefined || text === '') return [];
    const words = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
    const names: { start: number; end: number; tag: string }[] = [];
    let at = 0;
    let open = false;
    for (const [, word = '', tag = 'O'] of words) {
      while (/[ \u3000]/.test(text[at] ?? '')) at++;
      if (!text.startsWith(word, at)) return [];
      const last = names.at(-1);
      if (tag.startsWith('I-') && open && last !== undefined) last.end = at + word.length;
      else if (tag !== 'O') names.push({ start: at, end: at + word.length, tag: tag.slice(2) });
      open = tag !== 'O';
      at += word.length;
    }
    return [
      {
        text,
        coarse: true,
        names: names.flatMap(({ start, end, tag }) => {
          const types = coarseTypes[tag];
          return types === undefined ? [] : [{ start, end, types }];
        }),
      },
    ];
  });
}

/** Sentences of our own, `[surface|TYPE]` a name, one a line; lines that open with `#` tell of the file. */
export function readMarked(content: string): Sample[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => {
      const names: Gold[] = [];
      let text = '';
      let at = 0;
      for (const match of line.matchAll(/\[([^[\]|]+)\|([A-Z_]+)\]/g)) {
        text += line.slice(at, match.index);
        const surface = match[1] ?? '';
        names.push({ start: text.length, end: text.length + surface.length, types: [match[2] as EntityType] });
        text += surface;
        at = match.index + match[0].length;
      }
      return { text: text + line.slice(at), names, coarse: false };
    });
}

/** Wikigold: a word and its tag a line, a blank line between sentences; MISC is a name of some other type. */
export function readWikigold(content: string): Sample[] {
  const types: Readonly<Record<string, readonly EntityType[]>> = {
    ...coarseTypes,
    MISC: ['NORP', 'EVENT', 'WORK_OF_ART', 'PRODUCT', 'LAW', 'LANGUAGE'],
  };
  return content.split(/\n\s*\n/).flatMap((block) => {
    const names: { start: number; end: number; types: readonly EntityType[] }[] = [];
    let text = '';
    let before = 'O';
    for (const line of block.split('\n')) {
      const [word = '', tag = 'O'] = line.trim().split(' ');
      if (word === '' || word === '-DOCSTART-') continue;
      const glued = /^[.,;:!?)\]%]$|^'s$|^n't$/.test(word) || text === '' || /[([]$/.test(text);
      if (!glued) text += ' ';
      const start = text.length;
      text += word;
      const last = names.at(-1);
      const kind = tag.slice(2);
      if (tag !== 'O' && tag === before && last !== undefined) last.end = text.length;
      else if (tag !== 'O' && types[kind] !== undefined) names.push({ start, end: text.length, types: types[kind] });
      before = tag;
    }
    return text === '' ? [] : [{ text, names, coarse: true }];
  });
}
