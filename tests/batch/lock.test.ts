import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lock, lockOwner } from '../../src/batch/lock.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

/** No process has an id as high as this. */
const nobody = 2 ** 30;

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

test.each([
  ['no lock', undefined],
  ['one that is empty', ''],
  ['that of a process that has ended', `${nobody} 1`],
  ['that of this process', String(process.pid)],
])('%s: nobody writes, and the lock can be taken', (_name, content) => {
  if (content !== undefined) place.write({ lock: content });
  expect(lockOwner(place.path)).toBeNull();
  expect(lock(place.path)).toBe(true);
  expect(place.read('lock').split(' ')[0]).toBe(String(process.pid));
});

test('the lock of another process is left as it is', () => {
  place.write({ lock: String(process.ppid) });
  expect(lockOwner(place.path)).toBe(process.ppid);
  expect(lock(place.path)).toBe(false);
  expect(place.read('lock')).toBe(String(process.ppid));
});
