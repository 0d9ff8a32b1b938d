import type { ExportFormat } from './format.js';
import type { AnnotatedArticle } from './schema.js';
import type { LinkedArticle } from './tables.js';
import { type Word, withoutOverlap, wordsOf } from './words.js';

/**
 * spaCy: one article a line in the form of `Doc.to_json`, which `Doc.from_json` reads. `ents` are names, times and
 * quantities, none of which overlap; the span groups hold every span, each name with its entity of the corpus as `kb_id`.
 */
export const spacy: ExportFormat = {
  name: 'spacy',
  description: 'spaCy: one document a line, as Doc.from_json reads it',
  readsTokens: true,
  open(create) {
    const file = create('spacy.jsonl');
    let rows = 0;
    return {
      add(linked) {
        file.write(`${JSON.stringify(toDoc(linked))}\n`);
        rows++;
      },
      close: () => [
        {
          name: 'spacy',
          description: 'One article a line in the JSON of a spaCy Doc.',
          ...{ format: 'jsonl', mediatype: 'application/jsonl', rows, file: file.close() },
        },
      ],
    };
  },
};

interface DocSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly kb_id: string;
}

function toDoc({ article, entityId }: LinkedArticle): object {
  const { id, lang, published, text, sentences } = article;
  const spans = groupsOf(article, entityId);
  const ents = withoutOverlap([...spans.names, ...spans.times, ...spans.quantities]);
  const words = withSpace(text, wordsOf(article, [...Object.values(spans).flat(), ...sentences]));
  return {
    text,
    ents: ents.map(({ start, end, label }) => ({ start, end, label })),
    sents: sentencesOf(sentences, words),
    tokens: words.map(({ start, end }, i) => ({ id: i, start, end })),
    spans,
    meta: { document_id: id, lang, published },
  };
}

function groupsOf(article: AnnotatedArticle, entityId: LinkedArticle['entityId']) {
  const { mentions, times, quantities, claims } = article;
  const span = (label: string, { start, end }: { start: number; end: number }, kb_id = ''): DocSpan => ({
    ...{ start, end, label, kb_id },
  });
  const kbId = (entity: string | null) => (entity && entityId(entity)) ?? '';
  return {
    names: mentions.map((mention) => span(mention.type, mention, kbId(mention.entity))),
    times: times.map((time) => span(time.type, time)),
    quantities: quantities.map((quantity) => span(quantity.type, quantity)),
    claims: claims.map((claim) => span('CLAIM', claim)),
    sources: claims.flatMap(({ source }) => (source === null ? [] : span('SOURCE', source, kbId(source.entity)))),
    cues: claims.flatMap(({ cue }) => (cue === null ? [] : span('CUE', cue))),
  };
}

/** The words with white space as spaCy has it: one space belongs to the word before it, all else is a token. */
function withSpace(text: string, words: readonly Word[]): Pick<Word, 'start' | 'end'>[] {
  const points = Array.from(text);
  const tokens: Pick<Word, 'start' | 'end'>[] = [];
  let at = 0;
  for (const { start, end } of [...words, { start: points.length, end: points.length }]) {
    const from = points[at] === ' ' && at > 0 ? at + 1 : at;
    if (from < start) tokens.push({ start: from, end: start });
    if (start < end) tokens.push({ start, end });
    at = end;
  }
  return tokens;
}

/** The sentences by their tokens; white space between two is a part of the first, as all of a Doc is some sentence. */
function sentencesOf(
  sentences: readonly { start: number; end: number }[],
  tokens: readonly { start: number; end: number }[],
) {
  const last = tokens.at(-1)?.end ?? 0;
  let next = 0;
  const firsts = sentences.map(({ start }) => {
    while (next < tokens.length && (tokens[next]?.start ?? 0) < start) next++;
    return next;
  });
  return sentences.map((_, i) => {
    const first = i === 0 ? 0 : (firsts[i] ?? 0);
    const end = firsts[i + 1] === undefined ? last : tokens[(firsts[i + 1] ?? 1) - 1]?.end;
    return { start: tokens[first]?.start ?? 0, end: end ?? last };
  });
}
