import { expect, test } from '@jest/globals';
import { hanSoundsOf, latinSoundsOf, soundSimilarity } from '../../src/entities/sound.js';

test('the same sounds are 1, whatever the order', () => {
  const [a, b] = [hanSoundsOf('贝尔'), latinSoundsOf('Bell')];
  expect(soundSimilarity(a, a)).toBe(1);
  expect(soundSimilarity(a, b)).toBe(soundSimilarity(b, a));
});
