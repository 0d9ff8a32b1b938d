import { expect, test } from '@jest/globals';
import { withWholeCues } from '../../src/claims/damaged-cues.js';

test.each([
  ['the ministry maint\ufffdins that', 'the ministry maintains that'],
  ['accor\ufffding to the port', 'according to the port'],
  ['he \ufffdold them', 'he \ufffdold them'],
  ['局长解\ufffd,船已停航', '局长解释,船已停航'],
  ['局长解\ufffd船已停航', '局长解\ufffd船已停航'],
])('a cue that lost a letter is whole: %s', (damaged, whole) => {
  expect(withWholeCues(damaged)).toBe(whole);
});
