import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createOutputFile } from '../../src/export/output-file.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

test.each([
  ['text', ['船\n', '期'], Buffer.from('船\n期')],
  ['a character in two halves', ['\ud842', '\udfb7'], Buffer.from('𠮷')],
  ['bytes between text', ['a', Uint8Array.of(0xff, 0), 'b'], Buffer.from([0x61, 0xff, 0, 0x62])],
  ['nothing', [], Buffer.alloc(0)],
] as const)('%s', (name, contents, expected) => {
  const path = `deep/in/${name}.bin`;
  const file = createOutputFile(place.path, path);
  for (const content of contents) file.write(content);
  const sha256 = createHash('sha256').update(expected).digest('hex');
  expect(file.close()).toEqual({ path, bytes: expected.length, sha256 });
  expect(readFileSync(join(place.path, path)).equals(expected)).toBe(true);
});
