import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf } from '../support.js';

describe('who says it, cut to the shortest phrase', () => {
  test.each([
    ['Software maker Tarnwell on Monday confirmed that the files were gone.', 'Tarnwell'], // no left-over preposition
    ['A diplomat who follows the region said the deal bought time.', 'diplomat'], // no relative clause
    ['An official who asked not to be named said the talks had failed.', 'official who asked not to be named'],
    ['Shares fell 6% after it reported that losses had grown.', 'it'], // the subject of the last clause
    ['A spokeswoman for the new owners, Fernholt, said the pool was safe.', 'spokeswoman for the new owners'],
    ['Figures compiled by the lobby group Clean Harbour indicate that catches have halved.', 'Clean Harbour'],
    ['Figures from the ministry show that 212 schools lack water.', 'ministry'],
    ['A survey by Norport Polling found that most captains would stay.', 'Norport Polling'], // who made it
    ['A spokesman for the Norport Light Trust said it had lost the key.', 'spokesman for the Norport Light Trust'],
    ['Early modelling by the Norport Institute found that the tide would rise.', 'Norport Institute'],
    ['The lamp had failed twice, keeper Ida Holm said in a Facebook post at noon.', 'Ida Holm'],
    ['A survey of 1,200 voters found that most opposed the plan.', 'survey'],
    ['Her will asks that there be no flowers.', 'will'], // the paper, not the verb
    ['Ida Holm, of the Norport Light Trust on the coast, fears that the lamp is dim.', 'Ida Holm'],
    ['Ida Holm would say only that the lamp was dim.', 'Ida Holm'],
    ["Their union, the Lampkeepers' Guild, said the lamp was dim.", "Lampkeepers' Guild"], // a name says more than a noun
    ['Its chief witness, former keeper Ida Holm, said the lamp was dim.', 'Ida Holm'],
    ['My own cousin says the lamp was dim.', 'cousin'],
    ['In a two-page statement it said the lamp was dim.', 'it'],
    ['The 12-page order says the lamp was dim.', 'order'],
    ['The lamp went out twice, according to a note from Holm Securities.', 'Holm Securities'],
    ['Lamps are dimmer than in 1990, official figures show.', 'official figures'],
    ['Analysts expect the lamp to fail, according to a note published on Monday.', 'Analysts'],
    ['The broker sees no relief before June and has cut its target.', 'broker'],
    ['The valve was never tested, per a report the company filed.', 'report'],
    ['Traders are betting that rates will rise.', 'Traders'],
    ['One keeper with 30 years on this shore said the lamp was dim.', 'keeper'],
    ['A keeper quoted anonymously by a daily said the lamp was dim.', 'keeper'],
    ["The port's chief engineer said the lamp was dim.", 'chief engineer'], // without whose he is
    ["The port's latest bulletin said the lamp was dim.", 'bulletin'],
    ["The harbour master's office said the lamp was dim.", "harbour master's office"], // a body stays whole
    ['Minister for Health Ida Holm said the lamp was dim.', 'Ida Holm'],
    ['Ida Holm and Tom Hale said the lamp was dim.', 'Ida Holm and Tom Hale'],
    ['Holm Harbours Inc. and Hale Lights Co. said the lamp was dim.', 'Holm Harbours Inc. and Hale Lights Co.'],
    ['The party that won the vote says it will mend the lamp.', 'party'],
    ['But keepers of the lamp, including two retired ones, say it was dim.', 'keepers of the lamp'],
    ['An internal memo dated 4 March and seen by the port warns that the lamp could fail.', 'internal memo'],
    ['One of the keepers, a tall man, said the lamp was dim.', 'One of the keepers'],
    ['Prices rose on Monday after Holm Harbours, a port, said the lamp was dim.', 'Holm Harbours'],
    ['Pending is a suit in which the insurer contends it was misled.', 'insurer'],
    ['Old-timers on the quay were muttering that the lamp was dim.', 'Old-timers'],
    ['Until last week the firm had denied that the lamp was dim.', 'firm'],
  ])('%s', (text, source) => {
    expect(attributions(text)).toMatchObject([{ source }]);
  });

  test.each([['Sales rose 3% per store.'], ['The vote, by one count, was close.']])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('where a report ends', () => {
  test.each([
    [
      'The bank said growth would slow, while its rival announced it would cut jobs.',
      ['growth would slow', 'it would cut jobs'],
    ],
    [
      'Some viewers grumbled that the film was slow, and one critic, Ada Fenn, predicted that it would fail.',
      ['the film was slow', 'it would fail'],
    ],
    ['Brokers said the fall was “a gift”, pointing to strong earnings.', ['the fall was “a gift”']],
    [
      'The beds were cut, the court was told, while the accounts showed a surplus.',
      ['The beds were cut', 'while the accounts showed a surplus'],
    ],
    ['Police said at least 14 people were hurt.', ['at least 14 people were hurt']],
    ['Both sides “showed restraint,” a statement said.', ['Both sides “showed restraint,”']],
  ])('%s', (text, contents) => {
    expect(attributions(text).map(({ content }) => content)).toEqual(contents);
  });

  test.each([
    ['As Dr Otieno explains, the gene switches off at night.', 'Otieno', 'the gene switches off at night'],
    ['The road will flood again, as the mayor noted.', 'mayor', 'The road will flood again'],
  ])('%s', (text, source, content) => {
    expect(attributions(text)).toMatchObject([{ source, content, rule: 'as-speaker-said' }]);
  });

  test.each([['As expected, the bank cut rates.'], ['Asked if the fund was safe, he said yes.']])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });

  test('a relative clause closes no report', () => {
    expect(attributions('It makes no mention of money, which the family has demanded.')).toEqual([]);
  });

  test('a phrase that leads to a report is no claim', () => {
    const { claims } = claimsOf('In a letter to shareholders, the founder wrote that he had been wrong.');
    expect(claims).toHaveLength(1);
  });
});
