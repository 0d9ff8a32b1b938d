import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FeatureWriter } from '../../src/models/feature-writer.js';
import { labelCount, scoreWidth } from '../../src/models/labels.js';
import { type Layer, Network, readNetwork, unpackNetwork, type Weights } from '../../src/models/network.js';

const width = 32;
const inputCount = 20;

/** Whole numbers that look random, the same each time. */
function numbers(count: number, span: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return ((state >> 8) % (2 * span + 1)) - span;
  });
}

function write(units: readonly (readonly number[])[]): FeatureWriter {
  const writer = new FeatureWriter();
  for (const inputs of units) {
    for (const input of inputs) writer.add(1, input);
    writer.next();
  }
  return writer;
}

function layer(reach: number, sees: number, cells: number, seed: number): Layer {
  return {
    reach,
    weights: Int16Array.from(numbers(sees * cells, 900, seed)),
    bias: Int32Array.from(numbers(cells, 50_000, seed + 1)),
    shift: 8,
  };
}

const ids = Array.from({ length: inputCount }, (_, i) => write([[i]]).ids[0] ?? 0);
const weights: Weights = {
  inputs: Int32Array.from(ids),
  rows: Int8Array.from(numbers(inputCount * width, 127, 5)),
  width,
  base: Int16Array.from(numbers(width, 60, 6)),
  widen: 2,
  layers: [layer(1, 3 * width, width, 7), layer(3, 3 * width, width, 9), layer(0, width, scoreWidth, 11)],
  transitions: new Int16Array(labelCount * labelCount),
};

/** The same network in plain steps. */
function plain(units: readonly (readonly number[])[]): number[] {
  const saturated = (value: number): number => Math.max(-32768, Math.min(32767, value));
  let cells = units.map((inputs) =>
    Array.from({ length: width }, (_, c) => {
      const rows = inputs.filter((input) => input < inputCount);
      return (
        Math.max(
          0,
          rows.reduce((sum, input) => sum + (weights.rows[input * width + c] ?? 0), weights.base[c] ?? 0),
        ) << 2
      );
    }),
  );
  const product = ({ weights: matrix, bias, shift }: Layer, cell: number, sees: readonly number[]): number =>
    sees.reduce((sum, value, i) => sum + value * (matrix[cell * sees.length + i] ?? 0), bias[cell] ?? 0) >> shift;
  const none = Array.from({ length: width }, () => 0);
  for (const hidden of weights.layers.slice(0, 2)) {
    const before = cells;
    cells = before.map((own, t) =>
      own.map((value, c) =>
        saturated(
          value +
            saturated(
              Math.max(
                0,
                product(hidden, c, [
                  ...(before[t - hidden.reach] ?? none),
                  ...own,
                  ...(before[t + hidden.reach] ?? none),
                ]),
              ),
            ),
        ),
      ),
    );
  }
  const last = weights.layers[2];
  return cells.flatMap((own) =>
    Array.from({ length: scoreWidth }, (_, score) => (last === undefined ? 0 : product(last, score, own))),
  );
}

test('scores are those of the same steps in plain numbers, sentence after sentence', () => {
  const network = new Network(weights);
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(inputCount + 3), { maxLength: 9 }), { minLength: 1, maxLength: 40 }),
      (units) => {
        const sums = new Int32Array(units.length * scoreWidth).fill(3);
        network.addScores(write(units), sums);
        expect([...sums]).toEqual(plain(units).map((score) => score + 3));
      },
    ),
    { numRuns: 40 },
  );
});

test('a part of a sentence has the scores of the sentence, and no other unit has any', () => {
  const network = new Network(weights);
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(inputCount), { maxLength: 5 }), { minLength: 12, maxLength: 30 }),
      fc.nat(11),
      fc.nat(17),
      (units, from, size) => {
        const to = Math.min(units.length, from + 1 + size);
        const whole = new Int32Array(units.length * scoreWidth);
        const part = new Int32Array(units.length * scoreWidth);
        network.addScores(write(units), whole);
        network.addScores(write(units), part, 0, from, to);
        whole.fill(0, 0, from * scoreWidth).fill(0, to * scoreWidth);
        expect(part).toEqual(whole);
      },
    ),
    { numRuns: 40 },
  );
});

test('memory grows with a long sentence', () => {
  const units = Array.from({ length: 30_000 }, (_, t) => [t % inputCount]);
  const sums = new Int32Array(units.length * scoreWidth);
  new Network(weights).addScores(write(units), sums);
  expect([...sums.subarray(sums.length - scoreWidth)]).toEqual(plain(units.slice(-5)).slice(-scoreWidth));
});

test('the network of the package has rows for its inputs, in order', () => {
  const { inputs, rows, width: cells, layers } = readNetwork('network-zh');
  expect(rows.length).toBe(inputs.length * cells);
  expect(layers.map(({ bias }) => bias.length)).toEqual([...layers.slice(1).map(() => cells), scoreWidth]);
  expect(inputs.every((input, i) => i === 0 || (inputs[i - 1] ?? 0) < input)).toBe(true);
});

test('bytes of another format are refused', () => {
  expect(() => unpackNetwork(new Uint8Array(64))).toThrow('another format');
});
