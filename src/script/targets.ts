import { type Replacement, rewrite, toText } from '../document/alignment.js';
import { contains, type Span } from '../document/span.js';
import type { Document, Mention, Sentence } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { type Converted, convertAligned, editsOf } from './convert.js';
import { personForm } from './names.js';
import { type Conversion, openChain } from './opencc.js';
import type { WordList } from './word-list.js';

/** The scripts that can be asked for: Traditional, Simplified, and Traditional with the words of a region. */
export const targetScripts = ['hant', 'hans', 'tw', 'hk'] as const;
export type TargetScript = (typeof targetScripts)[number];

/** One conversion on the way, of everything or of strays only: characters that the script of the sentence has not. */
interface Step {
  readonly conversion: Conversion;
  readonly strays?: 'Hant' | 'Hans';
  /** Whether what only Traditional writes is as it was after this step. */
  readonly restores?: true;
}

/** By target and script of the sentence. What is mixed goes through Simplified, in which phrases are found. */
const routes: Readonly<Record<TargetScript, Readonly<Record<'Hant' | 'Hans' | 'mixed', readonly Step[]>>>> = {
  hans: {
    Hans: [{ conversion: 't2s', strays: 'Hant' }],
    Hant: [{ conversion: 'tw2s' }],
    mixed: [{ conversion: 'tw2s' }],
  },
  hant: {
    Hans: [{ conversion: 's2tw' }],
    Hant: [{ conversion: 's2tw', strays: 'Hans' }],
    mixed: [{ conversion: 't2s' }, { conversion: 's2tw', restores: true }],
  },
  tw: {
    Hans: [{ conversion: 's2twp' }],
    Hant: [{ conversion: 's2tw', strays: 'Hans' }, { conversion: 't2twp' }],
    mixed: [{ conversion: 't2s' }, { conversion: 's2tw', restores: true }, { conversion: 't2twp' }],
  },
  hk: {
    Hans: [{ conversion: 's2hkp' }],
    Hant: [{ conversion: 's2hk', strays: 'Hans' }, { conversion: 't2hkp' }],
    mixed: [{ conversion: 't2s' }, { conversion: 's2hk', restores: true }, { conversion: 't2hkp' }],
  },
};

/** What to use in place of a conversion for an article that has the words of the region already. */
const withoutWords: Partial<Record<Conversion, Conversion>> = { t2twp: 't2tw', t2hkp: 't2hk' };

/**
 * The edits that put the Chinese sentences of a document into another script, each by its own. No phrase is converted
 * that crosses a word or a name, and people keep the characters that names are written with.
 */
export function toScript(
  document: Document<'sentences' | 'tokens' | 'mentions'>,
  target: TargetScript,
): readonly Replacement[] {
  const { text, sentences, tokens, mentions } = document;
  const hasWords = target !== 'hans' && target !== 'hant' && hasWordsOf(text, target);
  const [nextTokens, nextMentions] = [inTurn(tokens), inTurn(mentions)];
  return sentences.flatMap((sentence) => {
    const [words, names] = [nextTokens(sentence), nextMentions(sentence)];
    if (sentence.script === 'Latn' || sentence.script === 'Jpan') return [];
    const steps = routes[target][sentence.script].map((step) =>
      hasWords ? { ...step, conversion: withoutWords[step.conversion] ?? step.conversion } : step,
    );
    const converted = run(text.slice(sentence.start, sentence.end), steps, relative([...words, ...names], sentence));
    const edits = editsOf(converted).map((edit) => ({
      ...edit,
      start: edit.start + sentence.start,
      end: edit.end + sentence.start,
    }));
    if (target === 'hans') return edits;
    return edits.map((edit) => withPersonForm(edit, text, names)).filter((edit) => isChange(edit, text));
  });
}

function isChange({ start, end, replacement }: Replacement, text: string): boolean {
  return text.slice(start, end) !== replacement;
}

/** Gives the spans of a sorted list that lie in one sentence after the other. */
function inTurn<T extends Span>(spans: readonly T[]): (sentence: Sentence) => readonly T[] {
  let at = 0;
  return (sentence) => {
    while (at < spans.length && (spans[at]?.start ?? 0) < sentence.start) at++;
    const from = at;
    while (at < spans.length && (spans[at]?.start ?? 0) < sentence.end) at++;
    return spans.slice(from, at).filter((span) => contains(sentence, span));
  };
}

function relative(spans: readonly Span[], { start }: Span): Span[] {
  return spans.map((span) => ({ start: span.start - start, end: span.end - start }));
}

function run(source: string, steps: readonly Step[], words: readonly Span[]): Converted {
  let state: Converted = { text: source, alignment: [] };
  for (const { conversion, strays, restores } of steps) {
    const moved = words.map(({ start, end }) => toText(state.alignment, { start, end }));
    const edits = editsOf(convertAligned(state.text, conversion, moved));
    const { text } = state;
    const chosen =
      strays === undefined ? edits : edits.filter((edit) => isStray(text.slice(edit.start, edit.end), strays));
    state = rewrite(text, state.alignment, chosen);
    if (restores)
      state = rewrite(
        source,
        [],
        editsOf(state).filter((edit) => !isStray(source.slice(edit.start, edit.end), 'Hant')),
      );
  }
  return state;
}

function isStray(text: string, script: 'Hant' | 'Hans'): boolean {
  return openLexicon('script-characters', ['character', 'script'], (row) => row.script).get(text) === script;
}

/** The edit, or in the name of a person the one to the form that names have. */
function withPersonForm(edit: Replacement, text: string, names: readonly Mention[]): Replacement {
  const person = names.find((name) => name.type === 'PERSON' && contains(name, edit));
  if (person === undefined || edit.end - edit.start > 1) return edit;
  const form = personForm(text.slice(person.start, person.end), edit.start - person.start);
  return form === undefined ? edit : { ...edit, replacement: form };
}

/** Whether a Traditional text has more of the region's own words than of those that they would be put in place of. */
function hasWordsOf(text: string, target: 'tw' | 'hk'): boolean {
  const own = openChain(target === 'tw' ? 'tw2sp' : 'hk2sp').steps[0]?.[0];
  const foreign = openChain(target === 'tw' ? 't2twp' : 't2hkp').steps[0]?.[0];
  return own !== undefined && foreign !== undefined && count(text, own) > count(text, foreign);
}

function count(text: string, words: WordList): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) if (words.lengthAt(text, at, text.length) > 1) found++;
  return found;
}
