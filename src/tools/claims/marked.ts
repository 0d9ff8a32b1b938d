import { readKindsArticles } from '../training/kinds-articles.js';

/** What is attributed in a marked text; spans are UTF-16 offsets into `text`. */
export interface MarkedAttribution {
  readonly start: number;
  readonly end: number;
  readonly quote: 'direct' | 'indirect' | 'mixed';
  /** Spans any of which names the source; none where the source is not named. */
  readonly sources: readonly MarkedSpan[];
  readonly cues: readonly MarkedSpan[];
  /** Marked as something on which readers differ: neither a hit nor a miss. */
  readonly optional: boolean;
}

export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly text: string;
  readonly attributions: readonly MarkedAttribution[];
}

/** A marked article of `data/claims`. */
export interface MarkedArticle extends MarkedText {
  readonly id: string;
}

interface Tagged extends MarkedSpan {
  readonly letter: string;
  readonly numbers: readonly string[];
}

const quotes = { d: 'direct', i: 'indirect', m: 'mixed' } as const;

/**
 * Reads a row in which `{S:…}` marks a source, `{C:…}` a cue and `{D:…}`, `{I:…}`, `{M:…}` a direct, indirect or mixed
 * content. Digits after the letter (`{S1:…}`) tie a source and a cue to the contents of the same number; without, they
 * belong to all. In small letters a content is optional, and a source is a shorter one that will do. `¶` is a line break.
 *
 * @throws Error where a brace has no partner.
 */
export function readMarked(row: string): MarkedText {
  const { text, tagged } = withoutTags(row, (digits) => [...digits]);
  return { text, attributions: attributionsOf(tagged) };
}

/**
 * Reads articles in the form of `data/claims`: that of `data/kinds`, with tags in the sentences whose numbers count through the article and
 * are parted by commas where there are several (`{S3,4:…}`). Contents of one number are one that goes on over a paragraph.
 *
 * @throws Error where a brace has no partner, or a line has not the form.
 */
export function readMarkedArticles(file: string): MarkedArticle[] {
  return readKindsArticles(file).map((article) => {
    const { text, tagged } = withoutTags(article.text, (numbers) => numbers.split(','));
    return { id: article.id, text, attributions: attributionsOf(joined(tagged)) };
  });
}

/** The articles of such a file without its tags, in the form of `data/kinds`. */
export function withoutMarks(file: string): string {
  return file.replace(/\{[A-Za-z][\d,]*:|\}/g, '');
}

/** Contents of one number as one. */
function joined(tagged: readonly Tagged[]): Tagged[] {
  const contents = new Map<string, Tagged>();
  for (const tag of tagged.filter(isContent)) {
    const [number = ''] = tag.numbers;
    const known = contents.get(number) ?? tag;
    contents.set(number, { ...known, start: Math.min(known.start, tag.start), end: Math.max(known.end, tag.end) });
  }
  return [...tagged.filter((tag) => !isContent(tag)), ...contents.values()];
}

function withoutTags(row: string, split: (numbers: string) => string[]): { text: string; tagged: Tagged[] } {
  const open: { letter: string; numbers: string[]; start: number }[] = [];
  const tagged: Tagged[] = [];
  let text = '';
  for (let at = 0; at < row.length; at++) {
    const tag = row[at] === '{' ? /^\{([A-Za-z])([\d,]*):/.exec(row.slice(at, at + 24)) : null;
    if (tag !== null) {
      open.push({ letter: tag[1] ?? '', numbers: split(tag[2] ?? ''), start: text.length });
      at += tag[0].length - 1;
    } else if (row[at] === '}') {
      const last = open.pop();
      if (last === undefined) throw new Error(`A closing brace without an opening one: ${row}`);
      tagged.push({ ...last, end: text.length });
    } else text += row[at] === '¶' ? '\n' : row[at];
  }
  if (open.length > 0) throw new Error(`An opening brace without a closing one: ${row}`);
  return { text, tagged };
}

function isContent({ letter }: Tagged): boolean {
  return letter.toLowerCase() in quotes;
}

function attributionsOf(tagged: readonly Tagged[]): MarkedAttribution[] {
  return tagged
    .filter(isContent)
    .toSorted((a, b) => a.start - b.start)
    .map((content) => {
      const own = (letters: string): MarkedSpan[] => {
        const among = tagged.filter(({ letter }) => letters.includes(letter));
        const numbered = among.filter(({ numbers }) => content.numbers.some((number) => numbers.includes(number)));
        return numbered.length > 0 ? numbered : among.filter(({ numbers }) => numbers.length === 0);
      };
      const sources = own('S');
      const shorter = tagged.filter(
        ({ letter, start, end }) =>
          letter === 's' && sources.some((source) => start >= source.start && end <= source.end),
      );
      return {
        start: content.start,
        end: content.end,
        quote: quotes[content.letter.toLowerCase() as keyof typeof quotes],
        sources: [...sources, ...shorter],
        cues: own('C'),
        optional: content.letter === content.letter.toLowerCase(),
      };
    });
}

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}

interface GoldArticle {
  readonly text: string;
  readonly attributions?: readonly {
    readonly source: GoldSpan | null;
    readonly cue: GoldSpan | null;
    readonly content: GoldSpan;
    readonly quote: MarkedAttribution['quote'];
    readonly optional?: boolean;
  }[];
}

/** Reads the attributions of an annotated article in JSON, whose offsets are code points. */
export function readGold(json: string): MarkedText {
  const { text, attributions = [] } = JSON.parse(json) as GoldArticle;
  const offsets: number[] = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const move = ({ start, end }: GoldSpan): MarkedSpan => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0 });
  return {
    text,
    attributions: attributions.map(({ source, cue, content, quote, optional }) => ({
      ...move(content),
      quote,
      sources: source === null ? [] : [move(source)],
      cues: cue === null ? [] : [move(cue)],
      optional: optional ?? false,
    })),
  };
}
