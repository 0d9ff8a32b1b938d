import { unitOffsets } from '../text/code-points.js';
import type { ExportFormat } from './format.js';
import { toGold } from './gold-article.js';
import { type MarkedArticle, markLabels, toMarks } from './marks.js';
import { withoutOverlap } from './words.js';

/*
 * doccano's browser side counts UTF-16 units (its text editor slices JavaScript strings), and its Python side stores
 * what it is given.
 */

/** Two files for doccano's two kinds of project: spans that never overlap, and all of them with relations. */
export const doccano: ExportFormat = {
  name: 'doccano',
  description: 'doccano: JSON Lines for sequence labelling, without and with relations',
  open(create) {
    const [spans, relations] = [create('doccano/spans.jsonl'), create('doccano/relations.jsonl')];
    let rows = 0;
    return {
      add({ article }) {
        const marked = toMarks(toGold(article));
        spans.write(`${JSON.stringify(withSpans(marked))}\n`);
        relations.write(`${JSON.stringify(withRelations(marked))}\n`);
        rows++;
      },
      close: () => [
        {
          name: 'doccano-spans',
          description: 'doccano JSONL: one article a line, with names, times and quantities, none of which overlap.',
          ...{ format: 'jsonl', mediatype: 'application/jsonl', rows, file: spans.close() },
        },
        {
          name: 'doccano-relations',
          description: 'doccano JSONL(Relation): one article a line, claims with their sources and cues too.',
          ...{ format: 'jsonl', mediatype: 'application/jsonl', rows, file: relations.close() },
        },
      ],
    };
  },
};

/** doccano gives ids of its own, so the article's stands in a column that it keeps. */
function fieldsOf({ id, lang, script, published, text }: MarkedArticle): object {
  return { text, document_id: id, lang, script, published };
}

function withSpans(marked: MarkedArticle): object {
  const units = unitOffsets(marked.text);
  const claims: readonly string[] = markLabels.claims;
  const flat = withoutOverlap(marked.marks.filter(({ label }) => !claims.includes(label)));
  return { ...fieldsOf(marked), label: flat.map(({ start, end, label }) => [units(start), units(end), label]) };
}

function withRelations(marked: MarkedArticle): object {
  const units = unitOffsets(marked.text);
  const ids = new Map(marked.marks.map(({ id }, i) => [id, i + 1]));
  return {
    ...fieldsOf(marked),
    entities: marked.marks.map(({ label, start, end }, i) => ({
      ...{ id: i + 1, label, start_offset: units(start), end_offset: units(end) },
    })),
    relations: marked.links.map(({ type, from, to }, i) => ({
      ...{ id: i + 1, from_id: ids.get(from), to_id: ids.get(to), type },
    })),
  };
}
