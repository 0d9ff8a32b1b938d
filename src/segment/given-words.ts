import { bySpan, overlaps, type Span } from '../document/span.js';
import type { EntityType, Settled, Token } from '../document/types.js';

/** A name or word of the user's with jieba's tag of it and that of compromise. */
export interface GivenWord extends Span {
  readonly pos: string;
  readonly posEn: string;
  /** Whether it is taken whole whatever it is made of; a name is only if all of it is Chinese. */
  readonly isWord: boolean;
}

const tags: Readonly<Partial<Record<EntityType, readonly [zh: string, en: string]>>> = {
  PERSON: ['nr', 'Person'],
  GPE: ['ns', 'Place'],
  LOC: ['ns', 'Place'],
  FAC: ['ns', 'Place'],
  ORG: ['nt', 'Organization'],
};

/** The user's names and, beside them, his words, in order. */
export function givenWords({ userNames, userWords }: Pick<Settled, 'userNames' | 'userWords'>): readonly GivenWord[] {
  const names = userNames.map(({ start, end, entry }): GivenWord => {
    const [pos, posEn] = tags[entry.type] ?? ['nz', 'ProperNoun'];
    return { start, end, pos, posEn, isWord: false };
  });
  if (userWords.length === 0) return names;
  const words: GivenWord[] = [];
  let next = 0;
  for (const { start, end, pos } of userWords) {
    while ((names[next]?.end ?? Infinity) <= start) next++;
    const name = names[next];
    if (name === undefined || !overlaps(name, { start, end }))
      words.push({ start, end, pos, posEn: 'Noun', isWord: true });
  }
  return [...names, ...words].sort(bySpan);
}

/** Whether a given word is one token in Chinese text. */
export function isOneWord(folded: string, { start, end, isWord }: GivenWord): boolean {
  return isWord || /^[\p{Script=Han}·]+$/u.test(folded.slice(start, end));
}

/** English tokens cut where a given name begins or ends, and tagged as names inside it. */
export function cutAt(tokens: readonly Token[], given: readonly GivenWord[]): Token[] {
  const names = given.filter(({ isWord }) => !isWord);
  if (names.length === 0) return [...tokens];
  let next = 0;
  return tokens.flatMap((token) => {
    while ((names[next]?.end ?? Infinity) <= token.start) next++;
    const parts: Token[] = [];
    let at = token.start;
    for (let i = next; at < token.end; i++) {
      const name = names[i];
      const start = Math.min(name?.start ?? token.end, token.end);
      if (start > at) parts.push({ start: at, end: start, pos: at === token.start ? token.pos : 'x' });
      at = Math.max(at, start);
      if (name === undefined || at >= token.end) break;
      const end = Math.min(name.end, token.end);
      parts.push({ start: at, end, pos: name.posEn });
      at = end;
    }
    return parts;
  });
}
