import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

type Row = readonly [text: string, source: string, content: string];

describe('what stands behind a verb of speech', () => {
  const rows: readonly Row[] = [
    ['The bank said if rates fell it would lend more.', 'bank', 'if rates fell it would lend more'],
    ['The bank said if rates fell, the branch would stay.', 'bank', 'if rates fell, the branch would stay'],
    ['The skipper doubted whether the buoy had moved.', 'skipper', 'whether the buoy had moved'],
    ['The guide explained how the bell was cast.', 'guide', 'how the bell was cast'],
    ['The clerk warned the owners that the roof was loose.', 'clerk', 'the roof was loose'],
    ['The diver said she left the wreck at noon.', 'diver', 'she left the wreck at noon'],
    ['The museum forecasts visits of 40,000 a year.', 'museum', 'visits of 40,000 a year'],
    ['The club expects to sell the ground.', 'club', 'to sell the ground'],
    ['Investigators judged none of the leaks to be recent.', 'Investigators', 'none of the leaks to be recent'],
    ['Her mother thought the whole business a phase.', 'mother', 'the whole business a phase'],
    ['The authors found no measurable effect of light on eels.', 'authors', 'no measurable effect of light on eels'],
    ['In its report, the port said complaints rose 12 per cent.', 'port', 'complaints rose 12 per cent'],
    ['The port denied that it had dredged and said it would answer.', 'port', 'it would answer'],
    ['The clerk wrote in a Feb. 14 letter to owners that the roof was loose.', 'clerk', 'the roof was loose'],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['The bank would not say whether rates would fall.'],
    ['The clerk did not say if the roof was loose.'],
    ['The porter asked if they could wait.'],
    ['The porter said if it was late.'], // nothing that depends on it
    ['The heron eyed the pond.'],
    ['The clerk thought of the roof.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});
