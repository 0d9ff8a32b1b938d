import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Decoder } from '../../src/models/decoder.js';
import { FeatureWriter } from '../../src/models/feature-writer.js';
import { labelCount, labelOf, mayBegin, mayEnd, mayFollow } from '../../src/models/labels.js';
import { confidences, type Model, packModel, unpackModel } from '../../src/models/model.js';
import { Network } from '../../src/models/network.js';

/** A model of a few features, each the hash of template and value, with one weight a label. */
function modelOf(weights: readonly (readonly [feature: number, label: number, weight: number])[]): Model {
  const sorted = [...weights].sort((a, b) => a[0] - b[0]);
  return {
    features: Int32Array.from(sorted, ([feature]) => feature),
    starts: Int32Array.from({ length: sorted.length + 1 }, (_, i) => i),
    labels: Uint8Array.from(sorted, ([, label]) => label),
    weights: Int8Array.from(sorted, ([, , weight]) => weight),
    transitions: new Int16Array(labelCount * labelCount),
    margins: Int32Array.from(confidences, (_, i) => i * 10),
  };
}

function write(units: readonly (readonly number[])[]): FeatureWriter {
  const writer = new FeatureWriter();
  for (const features of units) {
    for (const feature of features) writer.add(1, feature);
    writer.next();
  }
  return writer;
}

/** The hash that the writer gives to feature `value`. */
function idOf(value: number): number {
  return write([[value]]).ids[0] ?? 0;
}

test('the best sequence that labels allow', () => {
  const model = modelOf([
    [idOf(1), labelOf('PERSON', 'B'), 30],
    [idOf(2), labelOf('PERSON', 'E'), 40],
    [idOf(3), labelOf('ORG', 'S'), 20],
  ]);
  expect(new Decoder(model).decode(write([[1], [2], [9], [3]]))).toEqual([
    { start: 0, end: 2, type: 'PERSON', margin: 40, confidence: 0.7 },
    { start: 3, end: 4, type: 'ORG', margin: 20, confidence: 0.6 },
  ]);
});

test('an end without a beginning is no name', () => {
  const model = modelOf([[idOf(2), labelOf('PERSON', 'E'), 40]]);
  expect(new Decoder(model).decode(write([[2]]))).toEqual([]);
});

test('names lie in order inside the sentence and do not overlap, whatever the features', () => {
  const model = modelOf(
    Array.from({ length: 60 }, (_, i) => [idOf(i), 1 + (i % (labelCount - 1)), ((i * 37) % 100) - 30] as const),
  );
  const decoder = new Decoder(model);
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(60), { maxLength: 5 }), { maxLength: 30 }), (units) => {
      let end = 0;
      for (const name of decoder.decode(write(units))) {
        expect(name.start).toBeGreaterThanOrEqual(end);
        expect(name.end).toBeGreaterThan(name.start);
        expect(name.margin).toBeGreaterThanOrEqual(0);
        end = name.end;
      }
      expect(end).toBeLessThanOrEqual(units.length);
    }),
  );
});

/** A network that adds nothing to any score. */
const silent = new Network({
  inputs: Int32Array.of(7),
  rows: new Int8Array(32),
  width: 32,
  base: new Int16Array(32),
  widen: 0,
  layers: [3 * 32 * 32, 32 * 40].map((count, last) => ({
    reach: 1 - last,
    weights: new Int16Array(count),
    bias: new Int32Array(last === 1 ? 40 : 32),
    shift: 0,
  })),
  transitions: new Int16Array(labelCount * labelCount),
});

test('where it is asked for parts of a sentence alone, a network that adds nothing changes nothing', () => {
  const model = modelOf(
    Array.from({ length: 60 }, (_, i) => [idOf(i), i % labelCount, ((i * 37) % 256) - 128] as const),
  );
  const [alone, both] = [new Decoder(model), new Decoder(model, silent)];
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(60), { maxLength: 8 }), { maxLength: 40 }), (units) => {
      const spansOf = (decoder: Decoder): unknown[] =>
        decoder.decode(write(units), write(units)).map(({ start, end, type }) => ({ start, end, type }));
      expect(spansOf(both)).toEqual(spansOf(alone));
    }),
  );
});

test('a model survives packing', () => {
  const model = modelOf([
    [idOf(1), labelOf('PERSON', 'B'), 30],
    [idOf(2), labelOf('PERSON', 'E'), -128],
  ]);
  expect(unpackModel(packModel(model))).toEqual(model);
});

test('bytes of another format are refused', () => {
  expect(() => unpackModel(new Uint8Array(64))).toThrow('another format');
});

test.each<[string, number, number, boolean]>([
  ['outside to a beginning', 0, labelOf('ORG', 'B'), true],
  ['a beginning to its end', labelOf('ORG', 'B'), labelOf('ORG', 'E'), true],
  ['a beginning to the end of another type', labelOf('ORG', 'B'), labelOf('PERSON', 'E'), false],
  ['a beginning to outside', labelOf('ORG', 'B'), 0, false],
  ['an end to an end', labelOf('ORG', 'E'), labelOf('ORG', 'E'), false],
  ['an end to a name of one unit', labelOf('ORG', 'E'), labelOf('PERSON', 'S'), true],
])('%s', (_, from, to, expected) => {
  expect(mayFollow(from, to)).toBe(expected);
});

test('a sentence neither begins inside a name nor ends there', () => {
  expect([mayBegin(labelOf('ORG', 'E')), mayEnd(labelOf('ORG', 'B'))]).toEqual([false, false]);
});
