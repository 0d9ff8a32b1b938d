import { describe, expect, test } from '@jest/globals';
import { kindFeatures } from '../../../src/claims/kinds/features.js';
import { scanWords } from '../../../src/claims/words.js';
import { within } from '../../../src/document/span.js';
import { claimsOf } from '../support.js';

/** The features of the first claim of a text. */
function featuresOf(text: string): ReadonlyMap<string, number> {
  const { document, claims } = claimsOf(text);
  const [claim] = claims;
  if (claim === undefined) return new Map();
  const lower = document.folded.toLowerCase();
  return kindFeatures({
    words: scanWords(lower),
    content: claim,
    tokens: within(document.tokens, claim),
    times: claim.times.flatMap((index) => document.times[index] ?? []),
    quantities: claim.quantities.flatMap((index) => document.quantities[index] ?? []),
    mentions: within(document.mentions, claim),
    quoted: within(document.mentions, claim),
    published: '2024-06-10',
    quote: claim.quote,
    cue: claim.cue === null ? '' : lower.slice(claim.cue.start, claim.cue.end),
    cueType: claim.cue?.type ?? null,
  });
}

describe('signs of a kind', () => {
  test.each([
    ['洪水冲毁了三座小桥。', 'hint-event'],
    ['他们的宿舍紧邻车站。', 'hint-state'],
    ['这场演出耳目一新。', 'hint-evaluation'],
    ['受寒流影响，多条航线停航。', 'sway'],
    ['新桥比旧桥宽得多，也比旧桥长。', 'than-that'],
    ['Shares of the mill fell 3% after the fire closed its main plant.', 'change-as'],
    ['The tower is taller than the church.', 'marker-comparison'],
    ['林场发言人否认砍过老树。', 'cue-of-state'],
    ['The noise was put down to a worn belt.', 'sure-cause'],
    ['The ferry is due to arrive in May.', 'sure-prediction'],
    ['The harbour plan faces an uphill battle.', 'hint-evaluation'],
  ])('%s has %s', (text, feature) => {
    expect(featuresOf(text).has(feature)).toBe(true);
  });

  test.each([
    ['The clerk copied more than 900 pages in a week.', 'marker-comparison'], // a rough number, nothing is compared
    ['主队以3比2取胜。', 'marker-comparison'], // a score
    ['将军昨天回到家乡。', 'marker-prediction'], // 將 at the start of a word
    ['她当过兵，受过训练。', 'sway'],
    ['Shares of the mill rose as much as 3%.', 'change-as'],
    ['林场发言人说砍过老树。', 'cue-of-state'],
    ['The ferry is due to arrive in May.', 'marker-cause'],
  ])('%s has no %s', (text, feature) => {
    expect(featuresOf(text).has(feature)).toBe(false);
  });

  test('Traditional and Simplified show the same', () => {
    expect(featuresOf('受寒流影響，多條航線停航。')).toEqual(featuresOf('受寒流影响，多条航线停航。'));
  });
});
