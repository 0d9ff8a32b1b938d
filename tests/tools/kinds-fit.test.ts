import { expect, test } from '@jest/globals';
import type { ClaimKind } from '../../src/document/types.js';
import { claimKinds } from '../../src/document/types.js';
import { chanceOf, fitKinds, type KindsExample } from '../../src/tools/training/kinds-fit.js';

const example = (kinds: ClaimKind[], ...claims: Record<string, number>[]): KindsExample => ({
  group: 'a',
  script: '',
  kinds,
  claims: claims.map((features) => new Map(Object.entries({ bias: 1, ...features }))),
});
const chance = (weights: ReturnType<typeof fitKinds>, kind: ClaimKind, features: Record<string, number>): number =>
  chanceOf(weights, new Map(Object.entries({ bias: 1, ...features })), claimKinds.indexOf(kind));

const examples = Array.from({ length: 20 }, () => [
  example(['event'], { fell: 1 }),
  example(['state'], { stood: 1 }),
  example(['event', 'state'], { fell: 1 }, { stood: 1 }),
]).flat();

test('a feature speaks for the kind of its examples and against others', () => {
  const weights = fitKinds(examples);
  expect(chance(weights, 'event', { fell: 1 })).toBeGreaterThan(0.6);
  expect(chance(weights, 'event', { stood: 1 })).toBeLessThan(0.4);
  expect(chance(weights, 'norm', { fell: 1 })).toBeLessThan(0.2);
});

test('of several claims the likeliest stands for the sentence: the other one is not taught its kind', () => {
  const weights = fitKinds(examples);
  expect(chance(weights, 'state', { fell: 1 })).toBeLessThan(chance(weights, 'state', { stood: 1 }));
});

test('with hardly a text the scheme decides', () => {
  const weights = fitKinds([example(['norm'], { 'marker-norm': 1 })]);
  expect(chance(weights, 'norm', { 'marker-norm': 1 })).toBeGreaterThan(0.5);
  expect(chance(weights, 'norm', { 'marker-event': 1 })).toBeLessThan(chance(weights, 'norm', { 'marker-norm': 1 }));
  expect(chance(weights, 'event', { 'marker-norm': 1 })).toBeLessThan(0.5);
});

test('the same examples give the same weights', () => {
  expect(fitKinds(examples)).toEqual(fitKinds(examples));
});

test('a word counts once it stands in four claims', () => {
  const weights = (times: number) =>
    fitKinds(Array.from({ length: times }, () => example(['norm'], { 'word:duly': 1 })));
  expect(weights(3).has('word:duly')).toBe(false);
  expect(chance(weights(4), 'norm', { 'word:duly': 1 })).toBeGreaterThan(chance(weights(4), 'norm', {}));
});
