import type { ClaimKind } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';

/** An article whose sentences are marked with the kinds of what they claim. */
export interface KindsArticle {
  readonly id: string;
  /** Hans, Hant or Latn. */
  readonly script: string;
  readonly published: string;
  readonly text: string;
  /** In UTF-16 units of `text`. */
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly kinds: readonly ClaimKind[] }[];
}

/**
 * Reads articles as `data/kinds` has them: a line `# id=… script=… published=…`, then a sentence a line, its kinds (`-` for none), a
 * tabulator and its text; an empty line ends a paragraph.
 *
 * @throws Error where a line is none of these, or a kind is unknown.
 */
export function readKindsArticles(file: string): KindsArticle[] {
  return file
    .split(/^(?=# id=)/m)
    .filter((article) => article.startsWith('# id='))
    .map(readArticle);
}

function readArticle(lines: string): KindsArticle {
  const [head = '', ...rest] = lines.trimEnd().split('\n');
  const [, id, script, published] = /^# id=(\S+) script=(\S+) published=(\S+)$/.exec(head) ?? [];
  if (id === undefined || script === undefined || published === undefined) throw new Error(`Not a head: "${head}".`);
  const sentences: KindsArticle['sentences'][number][] = [];
  let [text, between] = ['', ''];
  for (const line of rest) {
    if (line === '') {
      between = text === '' ? '' : '\n';
      continue;
    }
    const [kinds = '', sentence] = line.split('\t');
    if (sentence === undefined) throw new Error(`No sentence with its kinds: "${line}".`);
    const start = text.length + between.length;
    text += between + sentence;
    sentences.push({ start, end: text.length, kinds: kinds === '-' ? [] : kinds.split(' ').map(toKind) });
    between = script === 'Latn' ? ' ' : '';
  }
  return { id, script, published, text, sentences };
}

function toKind(word: string): ClaimKind {
  const kind = claimKinds.find((one) => one === word);
  if (kind === undefined) throw new Error(`No kind of claim: "${word}".`);
  return kind;
}
