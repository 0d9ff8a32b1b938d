import { describe, expect, test } from '@jest/globals';
import { startPipeline } from '../../src/pipeline/builder.js';
import { defaultPipeline } from '../../src/pipeline/default-pipeline.js';
import type { Annotator, Rewriter } from '../../src/pipeline/stage.js';
import { sentences } from '../../src/segment/sentences.js';
import { tokens } from '../../src/segment/tokens.js';

const upper: Rewriter = {
  name: 'upper',
  edits: (text) =>
    [...text.matchAll(/[a-z]+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      replacement: match[0].toUpperCase(),
      kind: 'character',
      rule: 'upper',
      confidence: 1,
    })),
};

describe('the builder', () => {
  test('a stage before what it requires does not compile', () => {
    // @ts-expect-error tokens require sentences
    startPipeline([]).use(tokens);
    expect(startPipeline([]).use(sentences).use(tokens).stages).toEqual(['sentences', 'tokens']);
  });

  test('a layer that no stage provides does not compile', () => {
    const document = startPipeline([]).use(sentences).run({ id: 'a', text: 'b' });
    // @ts-expect-error no stage has provided claims
    expect(document.claims).toBeUndefined();
  });

  test('every rewriter is given the text as the one before left it', () => {
    const seen: string[] = [];
    const spy: Rewriter = {
      name: 'spy',
      edits(text) {
        seen.push(text);
        return [];
      },
    };
    const document = startPipeline([upper, spy]).run({ id: 'a', text: 'x 1 y' });
    expect(seen).toEqual(['X 1 Y']);
    expect(document.repairs.map(({ before, after }) => [before, after])).toEqual([
      ['x', 'X'],
      ['y', 'Y'],
    ]);
  });

  test('an annotator is given only earlier layers, and trace sees every stage', () => {
    const grow: Annotator<'sentences', 'times'> = {
      name: 'grow',
      requires: ['sentences'],
      provides: ['times'],
      annotate: (document) => {
        expect(Object.keys(document)).not.toContain('times');
        return { layers: { times: [] }, diagnostics: [] };
      },
    };
    const traced: string[] = [];
    startPipeline([upper])
      .use(sentences)
      .use(grow)
      .run({ id: 'a', text: 'x' }, (stage, work) => {
        traced.push(stage);
        return work();
      });
    expect(traced).toEqual(['upper', 'fold', 'script', 'sentences', 'grow']);
  });
});

test('the default pipeline runs its annotators in the documented order', () => {
  const annotators = ['sentences', 'tokens', 'times', 'mentions', 'quantities', 'entities', 'claims', 'facts'];
  expect(defaultPipeline.stages.slice(-annotators.length)).toEqual(annotators);
});
