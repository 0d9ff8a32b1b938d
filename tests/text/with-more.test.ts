import { expect, test } from '@jest/globals';
import { withMore } from '../../src/text/with-more.js';

test('a copy with more properties, of which those of the same name stand for the old ones', () => {
  const span = { start: 1, end: 3, kind: 'a' };
  expect(withMore(span, { kind: 'b', index: 0 })).toEqual({ start: 1, end: 3, kind: 'b', index: 0 });
  expect(span).toEqual({ start: 1, end: 3, kind: 'a' });
});
