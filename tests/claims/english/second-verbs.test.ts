import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

const reports = (text: string): string[] =>
  attributions(text).map(({ source, cue, content }) => [source, cue, content].join(' | '));

describe('two verbs of one subject, or one report in another', () => {
  test.each<readonly [text: string, ...reports: string[]]>([
    [
      'The harbour said the lamp would be mended and called the delay “a shame.”',
      'harbour | said | the lamp would be mended',
      'harbour | called | a shame.',
    ],
    [
      'The harbour said the lamp was old and described the bill as “a shock.”',
      'harbour | said | the lamp was old',
      'harbour | described | a shock.',
    ],
    [
      'The harbour said the lamp was old and reminded captains that the pier was closed.',
      'harbour | said | the lamp was old',
      'harbour | reminded | the pier was closed',
    ],
    [
      'The harbour said the lamp was old and denied it had hidden the crack.',
      'harbour | said | the lamp was old',
      'harbour | denied | it had hidden the crack',
    ],
    [
      'The harbour told staff it had lost money and warned them that jobs would go.',
      'harbour | told | it had lost money',
      'harbour | warned | jobs would go',
    ],
    [
      'The harbour said captains called the lamp “a candle.”',
      'harbour | said | captains called the lamp “a candle.”',
      'captains | called | a candle.',
    ],
    // What others think is what the poll shows.
    [
      'The poll showed that most captains considered the lamp “useless.”',
      'poll | showed | most captains considered the lamp “useless.”',
    ],
    ['The old farmer wiped his hands and said, “Rain by Sunday.”', 'old farmer | said | Rain by Sunday.'],
  ])('%s', (text, ...expected) => {
    expect(reports(text)).toEqual(expected);
  });
});
