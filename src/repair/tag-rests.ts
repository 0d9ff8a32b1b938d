import type { Edit } from '../document/alignment.js';
import { bySpan } from '../document/span.js';
import { endsLine, htmlTags } from '../lexicons/html-tags.js';

/** What may stand before a rest: Han, their punctuation, the end of an English sentence. */
const before = String.raw`(?<=^|[\n\p{Script=Han}。，！？；：、”’」』）》】…—?!,.;:"')\ufffd])`;
const valued = String.raw`(?:[ \t][\w:-]{1,30}=(?:"[^"<>\n]{0,400}"|'[^'<>\n]{0,400}'))`;

interface RestRule {
  readonly pattern: RegExp;
  /** Whether a rest with this name and these attributes is believed. */
  readonly holds: (rest: Rest) => boolean;
  readonly confidence: number;
}

interface Rest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly tagged: boolean;
}

/** Kinds of rests; the first group of a pattern is the name of the element, where it has one. */
const rules: readonly RestRule[] = [
  // 。/p> and 。/strong>下一句
  {
    pattern: new RegExp(`${before}/([a-z][a-z0-9]{0,9}) ?>(?![A-Za-z0-9/])`, 'gu'),
    holds: isElement,
    confidence: 0.9,
  },
  // an English word before: only where the line ends
  {
    pattern: /(?<=[a-z])\/([a-z][a-z0-9]{0,9})>(?=[ \t]*(?:\r?\n|$))/g,
    holds: ({ name }) => layoutOf(name) === 'block' && name !== 'b',
    confidence: 0.85,
  },
  // br/>
  { pattern: new RegExp(`${before}((?:br|hr)) ?/>`, 'gu'), holds: isElement, confidence: 0.9 },
  // p>早上下雨。</p> and div class="x">早上
  {
    pattern: new RegExp(`(?<=^|\\n)([a-z][a-z0-9]{0,9})(${valued}{0,9}) ?/?>`, 'gu'),
    holds: (rest) => isElement(rest) && (valueIn(rest) || isClosedOnLine(rest)),
    confidence: 0.85,
  },
  // class="x">早上
  {
    pattern: new RegExp(`${before}${valued.replace('[ \\t]', '[ \\t]?')}{1,9} ?/?>`, 'gu'),
    holds: () => true,
    confidence: 0.85,
  },
  // </p下一段
  {
    pattern: /(?<![A-Za-z0-9])<\/([a-zA-Z][a-zA-Z0-9]{0,9})(?=[ \t]*(?:\r?\n|$)|\p{Script=Han}|[，。！？“「])/gu,
    holds: isElement,
    confidence: 0.9,
  },
  // <br at the end of a line, <p class="x" cut short
  {
    pattern: new RegExp(
      `${before}<([a-z][a-z0-9]{0,9})(?:${valued}{0,9}(?: [\\w-]{1,30}="[^"<>\\n]{0,400})?) ?/?(?=[ \\t]*(?:\\r?\\n|$))`,
      'gu',
    ),
    holds: (rest) => isElement(rest) && (rest.text.includes('=') || endsLine(layoutOf(rest.name) ?? 'inline')),
    confidence: 0.85,
  },
  // <br下午
  {
    pattern: new RegExp(`${before}<((?:br|hr)) ?/?(?=\\p{Script=Han}|[“「])`, 'gu'),
    holds: isElement,
    confidence: 0.85,
  },
  // 。< at the end of a line
  { pattern: /(?<=[。！？”」])<\/?(?=[ \t]*(?:\r?\n|$))/g, holds: () => true, confidence: 0.8 },
  // a comment's mark alone
  {
    pattern: /(?<=[。！？”」])-->(?=[ \t]*(?:\r?\n|$))|(?<=^|\n)(?:<!--|-->)(?=[ \t]*(?:\r?\n|$))/g,
    holds: () => true,
    confidence: 0.85,
  },
];

/** Rests of tags of which the beginning or the end was lost: `/p>`, `<br`, `class="x">`. `tagged` says that whole ones are there too. */
export function findTagRests(text: string, tagged: boolean): Edit[] {
  if (!/[<>]/.test(text)) return [];
  const found = rules.flatMap(({ pattern, holds, confidence }) =>
    [...text.matchAll(pattern)].flatMap((match): Edit[] => {
      const [start, end] = [match.index, match.index + match[0].length];
      const rest: Rest = { text, start, end, name: match[1] ?? '', tagged };
      if (!holds(rest)) return [];
      const replacement = isBetween(text, start, end) && endsLine(layoutOf(rest.name) ?? 'inline') ? '\n' : '';
      return [
        {
          start,
          end,
          replacement,
          kind: 'markup',
          rule: 'tag-rest',
          confidence: tagged ? confidence + 0.05 : confidence,
        },
      ];
    }),
  );
  let reached = -1;
  return found.sort(bySpan).filter(({ start, end }) => {
    const free = start >= reached;
    if (free) reached = end;
    return free;
  });
}

function layoutOf(name: string) {
  return htmlTags().get(name.toLowerCase());
}

function isElement({ name }: Rest): boolean {
  return htmlTags().has(name.toLowerCase());
}

function valueIn({ text, start, end }: Rest): boolean {
  return text.slice(start, end).includes('=');
}

/** Whether the same line closes the element: `p>早上下雨。/p>`. */
function isClosedOnLine({ text, end, name }: Rest): boolean {
  const line = text.slice(end, end + 2000).split('\n', 1)[0] ?? '';
  return line.includes(`/${name}>`) || line.endsWith(`</${name}`);
}

function isBetween(text: string, start: number, end: number): boolean {
  const [previous, next] = [text.charAt(start - 1), text.charAt(end)];
  return previous !== '' && previous !== '\n' && next !== '' && next !== '\n' && next !== '\r';
}
